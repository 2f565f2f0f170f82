"""Titles: whom a title without a name, or a group of people, stands for."""

import datetime
import re
from collections.abc import Sequence

from flows.normalize.attribution.base_forms import name_stem, nominative_name
from flows.normalize.attribution.definite_titles import is_definite_title, is_untitled
from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.full_names import names_after_title
from flows.normalize.attribution.language_cues import INDEFINITE, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.people import person_key
from flows.normalize.attribution.registered import Identity, country_named, registered
from flows.normalize.attribution.rival_offices import (
    holds_another_office,
    holds_the_office,
    is_of_another_country,
    leads_a_state,
)
from flows.normalize.attribution.romanisation import person_in_latin
from flows.normalize.attribution.slavic.phrase import is_person
from flows.normalize.attribution.strangers import (
    ends_with_a_name,
    is_a_stranger,
    is_of_somebody_named,
    speaks_for_another,
)
from flows.normalize.attribution.title_complements import STATE, Complements, complements, complements_of, differ
from flows.normalize.attribution.unregistered import is_bare, unnamed, unregistered
from flows.normalize.attribution.word_forms import gender_of_person, gender_of_verb, is_woman, lemma
from flows.normalize.registry import CitedSource, Registry

# groups of nouns that may stand for the same people of one text
_SAME_PEOPLE = ("researchers", "medics", "forecasters", "locals", "users")
_STATE = re.compile("государства|держави")
_NOTHING = Complements()
_HEADS = ("глава", "голова")  # of a state, a government, a town
_UNKNOWN = ("unidentified", "unnamed", "anonymous", "second", "third", "other")


def same_people(mention: Mention, d: Discourse) -> str | None:
    """The group of nouns that a Russian or Ukrainian noun for several people is in: «исследователи» may be the «учёные» spoken of, «жители» are not."""
    groups = load_cues(d.language).groups
    return next((name for name in _SAME_PEOPLE if (mention.head or "").startswith(groups[name])), None)


def group_of_people(mention: Mention, head: str | None, d: Discourse) -> Identity | None:
    """Who several people are that have no names («врачи»): in Russian and Ukrainian the group spoken of before, or a new one."""
    if not d.is_slavic:
        return None
    named = d.named
    words, group = d.text[mention.char_start : mention.char_end], same_people(mention, d)
    is_bare = words.isalpha() or (group == "researchers" and words.count(" ") == 1 and words.islower() and words.endswith(mention.head))
    same = named.by_head.get(head) or (named.last.get(group) if group and is_bare else None)
    named.by_head[head] = found = unnamed(mention, d.text, d.language, same)
    if group:
        named.last[group] = found
    return found


def bearer(mention: Mention, head: str | None, of_what: Complements, d: Discourse) -> Identity | None:
    """Whom a title without a name stands for: who bears it in the text, holds the office, or was named last.

    `of_what` is what the title goes with. None where the text has named nobody whom it could mean.
    """
    named, words = d.named, d.text[mention.char_start : mention.char_end]
    if d.is_slavic and (ends_with_a_name(words, d.language) or is_a_stranger(words, d.language) or is_of_somebody_named(mention, words, d.language)):
        return unnamed(mention, d.text, d.language, None)
    is_new = not d.is_slavic and (mention.head == "family" or _is_indefinite(mention, d.text, d.language))  # a family is none of its members
    found = None
    if not is_new:
        found = _bearer_in_slavic(mention, words, head, of_what, d) if d.is_slavic else _bearer_in_western(mention, words, head, of_what, d)
        if found is None and not d.is_slavic and of_what.words and named.titles.get(head):
            return unnamed(mention, d.text, d.language, None)  # the title is somebody else's
    may_be_last = (is_bare(mention, d.text) or _is_only_qualified(mention, words)) and not (words.count(" ") and mention.head in load_cues(d.language).lists["kin"])
    last = d.named.last.get("person")
    if d.language == "en" and may_be_last and not is_new and found != last and holds_the_office(last, mention.head, d):
        found = last
    if found is None and named.by_office and is_bare(mention, d.text):
        found = named.by_office.get(office_of(mention, d))
    is_last = may_be_last and not is_new and not (d.is_slavic and _is_of_other_gender(mention, d))
    if found is None and is_last and holds_another_office(last, mention.head, d):
        return unnamed(mention, d.text, d.language, None)
    lists = load_cues(d.language).lists
    if found is None and d.is_slavic and is_last and head in lists["anyone"]:
        found = last
    if found is None and not is_new:
        found = _titled_elsewhere(mention, words, of_what, is_last, d)
    if found is None:
        found = _last_or_in_office(mention, words, head, of_what, is_new, is_last, d)
    if found is None and d.is_slavic and (mention.form == "citing" or speaks_for_another(words, head, d)):
        return unnamed(mention, d.text, d.language, None)
    # «друг сім'ї» where nobody has spoken yet; a headline's title is named below it
    is_first = mention.kind == "person" and bool(of_what.words) and named.last.get("person") is None and ("\n" not in d.text or "\n" in d.text[: mention.char_start])
    is_nobody = d.is_slavic and (not d.known or is_first or head in lists["private"] or (head.partition("-")[0] in lists["somebody"] and (_is_nobody_cited(head, d) or _is_told_apart(mention, d))))
    if found is None and (is_nobody if d.is_slavic else is_new or (not d.known and d.language == "en") or (_is_described(mention, d.text) and not _is_said_again(mention, d))):
        found = unnamed(mention, d.text, d.language, None)
    return found


def _titled_elsewhere(mention: Mention, words: str, of_what: Complements, is_last: bool, d: Discourse) -> Identity | None:
    """The person whom the text gives the title elsewhere, cited or not; in languages but the Slavic nobody of another country or named only later."""
    key = (mention.head, of_what)
    if key not in d.named.titled:
        d.named.titled[key] = _titled_person(mention.head, mention.kind, of_what, d)
    found = d.named.titled[key]
    if not d.is_slavic and (is_of_another_country(found, words, d) or (is_last and d.named.last.get("person") is not None and _is_named_later(found, mention, d))):
        return None
    return found


def _last_or_in_office(
    mention: Mention, words: str, head: str | None, of_what: Complements, is_new: bool, is_last: bool, d: Discourse
) -> Identity | None:
    """Who was named last, where the title may go on about them; else who holds the office, or is its other bearer."""
    last = d.named.last.get("person")
    if not is_new and last is not None and _goes_on(mention, d) and not _differ_in_gender(mention.head, last, d.language):
        return last
    may_be_anyone = not d.is_slavic or head in load_cues(d.language).lists["anyone"]
    if last is not None and is_last and may_be_anyone and not _differ_in_gender(mention.head, last, d.language):
        return last
    if mention.kind == "official" and not is_new and (holder := _office_holder(words, d.registry, d.day, d.countries)) is not None:
        return holder
    if d.is_slavic and any(differ(of_what, other) for other, _ in d.named.titles.get(head, ())):
        if mention.kind == "official":
            return Identity(unregistered(mention, d.text, d.language).name, None, "official")
        return unnamed(mention, d.text, d.language, None) if of_what.names else None
    return None


def _bearer_in_slavic(mention: Mention, words: str, head: str | None, of_what: Complements, d: Discourse) -> Identity | None:
    """Who bears the title by the state that it names, by the same title elsewhere, or as the head of state spoken of."""
    is_of_state = mention.kind == "official" or head in load_cues(d.language).groups["leaders"]
    found = _office_holder(words, d.registry, d.day, d.countries) if is_of_state and country_named(words) else None
    if found is None:
        by_head = d.named.by_head
        found = _same_title((*d.named_later.get(head, ()), *d.named.titles.get(head, ())), of_what) if head else by_head.get(head)
    if found is None and _STATE.search(words):
        by_head = d.named.by_head
        last = d.named.last.get("person")
        found = by_head.get("президент") or by_head.get("король") or (last if leads_a_state(last, d) else None) or _titled_person("президент", mention.kind, _NOTHING, d)
    return found


def _bearer_in_western(mention: Mention, words: str, head: str | None, of_what: Complements, d: Discourse) -> Identity | None:
    """Who was called by the same title, unless it was of something else («South Korea's president» is not the Russian one)."""
    if of_what.words and mention.kind == "official" and (holder := _office_holder(words, d.registry, d.day, ())):
        return holder
    country = country_named(words)
    titles = [
        (other, identity) for other, identity in d.named.titles.get(head, ())
        if country is None or country_named(" ".join(sorted(other.words))) in (None, country)
    ]
    found = _same_title(titles, of_what)
    return None if is_of_another_country(found, words, d) else found


def _is_only_qualified(mention: Mention, phrase: str) -> bool:
    """Whether one adjective at the head of a sentence is all that stands before the title («Украинский политик»)."""
    words = phrase.split()
    return len(words) == 2 and words[1] == mention.head and words[0].endswith(("ий", "ый", "ой", "ая", "ій", "а"))


def _is_of_other_gender(mention: Mention, d: Discourse) -> bool:
    """Whether the noun, or the verb beside it, shows another gender than the person named last has."""
    name = d.named.surname.get("last")
    gender = gender_of_person(name, d.language) if name else None
    if gender is None:
        return False
    if mention.head and is_woman(mention.head, d.language):
        return gender == "masc"
    shown = gender_of_verb(d.folded[mention.cue[0] : mention.cue[1]]) if mention.cue else None
    return shown is not None and shown != gender


def _is_nobody_cited(head: str, d: Discourse) -> bool:
    """Whether the text cites nobody by name whom «чоловік», «жінка» could mean."""
    return ("femn" if is_woman(head, d.language) else "masc") not in d.genders


def _is_told_apart(mention: Mention, d: Discourse) -> bool:
    """Whether a relative clause says which «жінка» it is, where nobody of that gender was cited before («Жінка, яка просила не називати її, розповіла»)."""
    if not d.text.startswith((", як", ", котр", ", котор"), mention.char_end):
        return False
    return d.named.last.get("person") is None or _is_of_other_gender(mention, d)


def _is_indefinite(mention: Mention, text: str, language: str) -> bool:
    """Whether the phrase introduces somebody new: with an indefinite article («a spokesman»)."""
    words = load_cues(language).words
    before = text[max(0, mention.char_start - 14) : mention.char_start].split()
    if language == "en" and len(before) > 1 and before[-1] in ("former", "senior", "unnamed", "leading", "prominent", "veteran"):
        before.pop()  # "a former Sampleland chief minister"
    own = text[mention.char_start : mention.char_end].partition(" ")[0].lower()
    is_begun = language == "en" and (own in _UNKNOWN or words.get(own, 0) & INDEFINITE)
    return bool(is_begun or (before and words.get(before[-1].lower(), 0) & INDEFINITE))


def _is_described(mention: Mention, text: str) -> bool:
    """Whether the phrase says by a name in it who is meant («spokesman for Example»)."""
    is_spoken = mention.form in ("subject", "according") and mention.cue is not None
    return mention.form == "citing" or (is_spoken and (not is_bare(mention, text) or text.count(" ", mention.char_start, mention.char_end) > 2))


def _is_said_again(mention: Mention, d: Discourse) -> bool:
    """Whether "the lead consultant for Example" is who speaks in a text that names its people: one of them."""
    if d.language not in ("en", "pl") and not d.is_slavic:
        return mention.form == "subject" and is_definite_title(mention, d) and is_untitled(d.named.last.get("person"), d)
    if d.language != "en" or mention.form != "subject" or not d.known or mention.head == "family":
        return False
    words = d.text[mention.char_start : mention.char_end].split()
    if mention.kind == "official" and d.named.last.get("person") is None and country_named(" ".join(words)) is not None:
        return False  # "the Ruritanian interior minister", before whom nobody was named
    return d.folded.endswith(("the ", "the former "), 0, mention.char_start) and any(word.islower() for word in words[1:])


def _differ_in_gender(head: str | None, person: Identity | None, language: str) -> bool:
    """Whether a Romance noun and a given name end as a woman's and a man's («la funcionaria» is not Alberto)."""
    if head is None or person is None or language not in ("es", "pt", "it"):
        return False
    given = person.name.split()[0].lower()
    return head.endswith("a") and not head.endswith("ista") and given.endswith("o")


def office_of(mention: Mention, d: Discourse) -> int | None:
    """Which office the title in a mention stands for, where it has several titles («мер» and «міський голова»)."""
    offices = load_cues(d.language).one_office
    return next((i for i, titles in enumerate(offices) if titles.search(d.folded, mention.char_start, mention.char_end)), None)


def titles_of_the_named(
    mentions: Sequence[Mention], text: str, language: str, known: dict[str, Identity]
) -> dict[str, list[tuple[Complements, Identity]]]:
    """The titles that stand with a name anywhere in the text, with what they go with, the last first; bare titles are left out."""
    found: dict[str, list[tuple[Complements, Identity]]] = {}
    for mention in reversed(mentions):
        if mention.person and mention.head and (of_what := complements(mention, text, language)).words:
            identity = known[person_key(mention.person, known)]
            found.setdefault(lemma(mention.head, language), []).append((of_what, Identity(identity.name, identity.source_id, mention.kind)))
    return found


def _same_title(titles: Sequence[tuple[Complements, Identity]], of_what: Complements) -> Identity | None:
    """Who was last called by the title, unless it was the title of something else («министр финансов» is not «министр обороны»)."""
    return next((identity for other, identity in reversed(titles) if not differ(of_what, other)), None)


def _is_named_later(person: Identity | None, mention: Mention, d: Discourse) -> bool:
    """Whether the text names the person only after the mention."""
    return person is not None and person.name in d.text and d.text.find(person.name) > mention.char_start


def _goes_on(mention: Mention, d: Discourse) -> bool:
    """Whether the verb says that who spoke last goes on («completou a presidente do partido»)."""
    going_on = load_cues(d.language).lists["going_on"]
    return bool(going_on) and mention.cue is not None and mention.rule.endswith("subject_after") and d.folded[slice(*mention.cue)] in going_on


def _titled_person(title: str | None, kind: str, of_what: Complements, d: Discourse) -> Identity | None:
    """The person whom the text calls by that title with the name somewhere («президент Владимир Зеленский»)."""
    may_be_president = not of_what.words and (title not in _HEADS or of_what.levels <= {STATE})
    for between, given, surname in names_after_title(d.text, d.folded, title, d.language, may_be_president) if title else ():
        if d.is_slavic and differ(of_what, complements_of(between, None, d.language)):
            continue
        if (same := d.known.get(name_stem(surname))) is not None:
            return same
        name = f"{given} {surname}"
        if (source := _registered_person(name, d)) is not None:
            return Identity(source.name, source.source_id, kind)
        if d.is_slavic:
            name = person_in_latin(nominative_name(name, d.language), d.language)
        return Identity(name, None, kind)
    return None


def _registered_person(name: str, d: Discourse) -> CitedSource | None:
    """The registry's row for a person whom the text names in full, in any case («Дональда Трампа»)."""
    for match in d.registry.find_names(name, d.language):
        source = registered(match, d.registry, d.day, d.countries) if match.char_end - match.char_start == len(name) else None
        if source is not None and is_person(source):
            return source
    return None


def _office_holder(title: str, registry: Registry, day: datetime.date | None, countries: Sequence[str]) -> Identity | None:
    """The one person who held the office of that title on the day of the article."""
    if day is None:
        return None
    holders = registry.holders_of(title, day, day, countries)
    return Identity(holders[0].name, holders[0].source_id, "official") if len(holders) == 1 else None
