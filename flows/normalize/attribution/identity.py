"""Identity: which mentions name the same source, and what it is called."""

import datetime
import re
from collections.abc import Callable, Sequence

from flows.normalize.attribution.base_forms import name_stem, nominative_name
from flows.normalize.attribution.full_names import names_after_title
from flows.normalize.attribution.language_cues import INDEFINITE, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.people import name_people, people, person_key
from flows.normalize.attribution.registered import (
    Identity,
    as_the_phrase_says,
    countries_beside,
    country_named,
    registered,
)
from flows.normalize.attribution.romanisation import romanise
from flows.normalize.attribution.short_names import acronyms_in_brackets, short_names, shortened_names
from flows.normalize.attribution.title_complements import complement_words, complements, differ
from flows.normalize.attribution.unregistered import is_bare, outlet_by_name, unnamed, unregistered
from flows.normalize.attribution.word_forms import word_form
from flows.normalize.registry import Registry

_SPACES = re.compile(r"\s+")
_STATE = re.compile("государства|держави")
_NOTHING: frozenset[str] = frozenset()


def identify(
    text: str, folded: str, language: str, mentions: Sequence[Mention], registry: Registry, day: datetime.date | None,
    likely_countries: Callable[[], Sequence[str]] = tuple,
) -> list[Identity | None]:
    """For each mention who it is; None where a description refers to nobody the text has named.

    `folded` is the text in lower case, of the same length; `likely_countries` says, where a name leaves it open, whose
    bodies are meant, the likeliest first.
    """
    slavic = language in ("ru", "uk")
    lists = load_cues(language).lists
    is_open = any(m.kind == "official" or (m.match is not None and len(m.match.source_ids) > 1) for m in mentions)
    countries = likely_countries() if is_open else ()
    name_people(text, folded, language, mentions)
    acronyms = acronyms_in_brackets(text, mentions)
    spelled = short_names(text, mentions, acronyms) if not slavic else {}
    if not slavic:
        shortened_names(text, mentions, acronyms)
    known = people(text, folded, language, mentions, registry, day, countries)
    named_later = _titles_of_the_named(mentions, text, language, known) if slavic else {}
    result: list[Identity | None] = []
    last_person: Identity | None = None
    last_named: str | None = None
    last_group: Identity | None = None
    last_of_kind: dict[str, Identity] = {}
    by_head: dict[str, Identity] = {}
    titles: dict[str, list[tuple[frozenset[str], Identity]]] = {}
    titled: dict[tuple[str | None, frozenset[str]], Identity | None] = {}
    by_office: dict[int, Identity] = {}
    for mention in mentions:
        identity = None
        head = _lemma(mention.head, language) if mention.head else None
        of_what = complements(mention, text, language) if slavic and head and mention.kind in ("person", "official") else _NOTHING
        if mention.person:
            identity = known[person_key(mention.person, known)]
            identity = Identity(identity.name, identity.source_id, "official" if mention.kind == "official" else identity.kind)
        elif mention.match is not None and text[mention.char_start : mention.char_end] not in acronyms:
            source = registered(mention.match, registry, day, countries_beside(text, mention) or countries)
            if source is not None and slavic:
                source = as_the_phrase_says(source, text, mention, registry)
            if source is not None:
                identity = Identity(source.name, source.source_id, source.kind)
        if identity is None and mention.kind in ("person", "official"):
            if mention.is_plural:
                identity = None
                if slavic:
                    same = by_head.get(head) or (last_group if text[mention.char_start : mention.char_end].isalpha() else None)
                    identity = by_head[head] = last_group = unnamed(mention, text, language, same)
                result.append(identity)
                continue
            is_new = not slavic and _is_indefinite(mention, text, language)
            identity = None
            if slavic and mention.kind == "official" and country_named(given := text[mention.char_start : mention.char_end]):
                identity = _office_holder(given, registry, day, countries)
            if identity is None and not is_new:
                identity = _same_title((*named_later.get(head, ()), *titles.get(head, ())), of_what) if slavic and head else by_head.get(head)
            if identity is None and slavic and _STATE.search(text, mention.char_start, mention.char_end):
                identity = by_head.get("президент") or by_head.get("король") or _titled_person(text, folded, mention, language, known, _NOTHING)
            may_be_last = (is_bare(mention, text) or _is_only_qualified(mention, text)) and (not slavic or head in lists["anyone"])
            if identity is None and by_office and is_bare(mention, text):
                identity = by_office.get(_office(mention, folded, language))
            if identity is None and slavic and may_be_last and not (last_named and _of_other_gender(mention, last_named, text)):
                identity = last_person
            if identity is None and not is_new:
                key = (mention.head, of_what)
                if key not in titled:
                    titled[key] = _titled_person(text, folded, mention, language, known, of_what)
                identity = titled[key]
            if identity is None and not is_new and may_be_last and not _differ_in_gender(mention.head, last_person, language) and not (slavic and last_named and _of_other_gender(mention, last_named, text)):
                identity = last_person
            if identity is None and mention.kind == "official" and not is_new:
                identity = _office_holder(text[mention.char_start : mention.char_end], registry, day, countries)
            if identity is None and slavic and mention.kind == "official" and any(differ(of_what, other) for other, _ in titles.get(head, ())):
                identity = Identity(unregistered(mention, text, language).name, None, "official")
            if identity is None and (not known or head in lists["private"] if slavic else is_new or _is_described(mention, text)):
                identity = unnamed(mention, text, language, None)
            if identity is None:
                result.append(None)
                continue
        group = _group(mention.kind)
        if mention.kind == "unnamed" and slavic and is_bare(mention, text) and (same := by_head.get(head)) and same.kind == "unnamed":
            identity = same
        if identity is None and slavic and mention.kind == "body" and is_bare(mention, text) and (stems := load_cues(language).people_of.get(head)):
            identity = next((i for m, i in zip(reversed(mentions[: len(result)]), reversed(result), strict=True) if i and m.kind == "body" and any(
                stem in folded[m.char_start : m.char_end] for stem in stems)), None)
        if identity is None and head and mention.kind != "unnamed" and is_bare(mention, text):
            is_of_other = slavic and mention.kind == "body" and bool(complement_words(text[mention.char_start : mention.char_end], mention.head, language))
            identity = None if is_of_other else by_head.get(head) or (last_of_kind.get(group) if group == "media" or head in lists["anaphoric"] or (not slavic and group == "document") else None)
            if identity is None and group == "media":
                result.append(None)
                continue
        if identity is None and text.startswith("http", mention.char_start) and (outlet := registry.outlet_of_url(text[mention.char_start : mention.char_end])):
            identity = Identity(outlet.name, outlet.outlet_id, "outlet")
        if identity is None and mention.kind in (("outlet", "agency", "latin") if slavic or language == "de" else ("outlet", "agency")):
            identity = outlet_by_name(text[mention.char_start : mention.char_end], language, registry)
        if identity is None:
            identity = unregistered(mention, text, language)
            if identity.name in spelled:
                identity = Identity(spelled[identity.name], None, identity.kind)
            if identity.name in acronyms:
                full = acronyms[identity.name]
                source = full.match and registered(full.match, registry, day, countries)
                identity = Identity(source.name, source.source_id, source.kind) if source else Identity(unregistered(full, text, language).name, None, identity.kind)
        if mention.person or (mention.match is not None and identity.kind in ("person", "official") and mention.kind == "person"):
            last_person, last_named = identity, mention.person
            if mention.kind == "official" and (office := _office(mention, folded, language)) is not None:
                by_office[office] = identity
        if head:
            by_head[head] = identity
            if slavic and mention.kind in ("person", "official"):
                titles.setdefault(head, []).append((of_what, identity))
        if not mention.person:
            last_of_kind[_group(identity.kind)] = identity
            if mention.form == "document" and not slavic:
                last_of_kind["document"] = identity  # whose report «the report» is
        result.append(identity)
    return result


def _is_only_qualified(mention: Mention, text: str) -> bool:
    """Whether one adjective at the head of a sentence is all that stands before the title («Украинский политик»)."""
    words = text[mention.char_start : mention.char_end].split()
    return len(words) == 2 and words[1] == mention.head and words[0].endswith(("ий", "ый", "ой", "ая", "ій", "а"))


def _of_other_gender(mention: Mention, name: str, text: str) -> bool:
    """Whether the verb beside the mention shows another gender than the surname of the person named last."""
    if mention.cue is None:
        return False
    verb = text[mention.cue[0] : mention.cue[1]].lower()
    if verb.endswith(("л", "лся", "в", "вся")):
        return name.endswith(("ова", "ева", "ёва", "ина", "ская", "цкая", "ська", "цька"))
    return verb.endswith(("ла", "лась", "лася")) and name.endswith(("ов", "ев", "ёв", "ин", "ский", "цкий", "ський", "цький"))


def _is_indefinite(mention: Mention, text: str, language: str) -> bool:
    """Whether the phrase introduces somebody new: with an indefinite article («a spokesman»)."""
    before = text[max(0, mention.char_start - 12) : mention.char_start].split()
    return bool(before and load_cues(language).words.get(before[-1].lower(), 0) & INDEFINITE)


def _is_described(mention: Mention, text: str) -> bool:
    """Whether the phrase says by a name in it who is meant («spokesman for Example»)."""
    is_spoken = mention.form in ("subject", "according") and mention.cue is not None
    return is_spoken and (not is_bare(mention, text) or text.count(" ", mention.char_start, mention.char_end) > 2)


def _differ_in_gender(head: str | None, person: Identity | None, language: str) -> bool:
    """Whether a Romance noun and a given name end as a woman's and a man's («la funcionaria» is not Alberto)."""
    if head is None or person is None or language not in ("es", "pt", "it"):
        return False
    given = person.name.split()[0].lower()
    return head.endswith("a") and not head.endswith("ista") and given.endswith("o")


def _office(mention: Mention, folded: str, language: str) -> int | None:
    """Which office the title in a mention stands for, where it has several titles («мер» and «міський голова»)."""
    offices = load_cues(language).one_office
    return next((i for i, titles in enumerate(offices) if titles.search(folded, mention.char_start, mention.char_end)), None)


def _titles_of_the_named(
    mentions: Sequence[Mention], text: str, language: str, known: dict[str, Identity]
) -> dict[str, list[tuple[frozenset[str], Identity]]]:
    """The titles that stand with a name anywhere in the text, with what they go with, the last first; bare titles are left out."""
    found: dict[str, list[tuple[frozenset[str], Identity]]] = {}
    for mention in reversed(mentions):
        if mention.person and mention.head and (of_what := complements(mention, text, language)):
            identity = known[person_key(mention.person, known)]
            found.setdefault(_lemma(mention.head, language), []).append((of_what, Identity(identity.name, identity.source_id, mention.kind)))
    return found


def _same_title(titles: Sequence[tuple[frozenset[str], Identity]], of_what: frozenset[str]) -> Identity | None:
    """Who was last called by the title, unless it was the title of something else («министр финансов» is not «министр обороны»)."""
    return next((identity for other, identity in reversed(titles) if not differ(of_what, other)), None)


def _titled_person(
    text: str, folded: str, mention: Mention, language: str, known: dict[str, Identity], of_what: frozenset[str]
) -> Identity | None:
    """The person whom the text calls by that title with the name somewhere («президент Владимир Зеленский»)."""
    for between, given, surname in names_after_title(text, folded, mention.head, language) if mention.head else ():
        if of_what and differ(of_what, complement_words(between, None, language)):
            continue
        if (same := known.get(name_stem(surname))) is not None:
            return same
        name = f"{given} {surname}"
        if language in ("ru", "uk"):
            name = romanise(nominative_name(name, language), language)
        return Identity(name, None, mention.kind)
    return None


def _office_holder(title: str, registry: Registry, day: datetime.date | None, countries: Sequence[str]) -> Identity | None:
    """The one person who held the office of that title on the day of the article."""
    if day is None:
        return None
    holders = registry.holders_of(title, day, day, countries)
    return Identity(holders[0].name, holders[0].source_id, "official") if len(holders) == 1 else None


def _group(kind: str) -> str:
    if kind in ("outlet", "agency"):
        return "media"
    return "body" if kind in ("official", "organisation", "body", "latin") else kind


def _lemma(word: str, language: str) -> str:
    return word_form(word, language).lemma if language in ("ru", "uk") else word


