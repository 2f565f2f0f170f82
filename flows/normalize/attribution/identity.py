"""Identity: which mentions name the same source, and what it is called."""

import datetime
from collections.abc import Callable, Sequence

from flows.normalize.attribution.discourse import Discourse, Named
from flows.normalize.attribution.introduced_media import (
    medium_introduced,
    name_bodies_with_press_services,
    name_introduced_media,
)
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.later_names import body_from_later, name_by_what_follows
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.nouns_alone import (
    introduced_name,
    is_compound,
    is_new_document,
    is_short_name,
    only_body,
    same_people_before,
)
from flows.normalize.attribution.one_name import one_name_each
from flows.normalize.attribution.only_organisation import medium_of_that_name, only_organisation, tells_which_one
from flows.normalize.attribution.people import name_people, people, person_key
from flows.normalize.attribution.registered import (
    Identity,
    as_the_phrase_says,
    countries_beside,
    country_elsewhere,
    country_named,
    is_medium_of_another_kind,
    of_country,
    registered,
)
from flows.normalize.attribution.short_names import acronyms_in_brackets, named_again, short_names, shortened_names
from flows.normalize.attribution.title_complements import (
    Complements,
    complement_words,
    complements,
    western_complements,
)
from flows.normalize.attribution.titles import bearer, group_of_people, office_of, same_people, titles_of_the_named
from flows.normalize.attribution.unregistered import (
    base_of_head,
    is_bare,
    kind_of_body,
    outlet_by_name,
    unnamed,
    unregistered,
)
from flows.normalize.attribution.word_forms import gender_of_person, word_form
from flows.normalize.registry import CitedSource, Registry

_PEOPLE = ("person", "official")
# whose bodies answer each other in one article under one name
_HOSTILE = ("RU", "UA")
_NOTHING = Complements()


# shorter nouns for bodies are in too many words («суд»)
_LONG_HEAD = 6
_FIRMS = ("platform", "network", "company", "firm")  # what a platform is called as a body


def identify(
    text: str, folded: str, language: str, mentions: Sequence[Mention], registry: Registry, day: datetime.date | None,
    likely_countries: Callable[[], Sequence[str]] = tuple,
) -> list[Identity | None]:
    """For each mention who it is; None where a description refers to nobody the text has named.

    `folded` is the text in lower case, of the same length; `likely_countries` says, where a name leaves it open, whose
    bodies are meant, the likeliest first.
    """
    d = _discourse(text, folded, language, mentions, registry, day, likely_countries)
    result: list[Identity | None] = []
    for mention in mentions:
        head = base_of_head(mention.head, language) if mention.head else None
        of_what = _NOTHING
        if head and mention.kind in _PEOPLE:
            of_what = complements(mention, text, language) if d.is_slavic else western_complements(mention, text)
        identity = named_again(mention, mentions, result) or _by_name(mention, d)
        if identity is None and mention.kind in _PEOPLE and (mention.match is None or text[mention.char_start : mention.char_end] not in d.acronyms):
            if mention.is_plural:
                result.append(group_of_people(mention, head, d))
                continue
            identity = bearer(mention, head, of_what, d)
        elif identity is None and d.is_slavic and mention.kind == "unnamed" and mention.is_plural and same_people(mention, d):
            result.append(group_of_people(mention, head, d))
            continue
        else:
            identity = _spoken_of(mention, head, identity, mentions, result, d)
        if identity is not None:
            _remember(mention, head, of_what, identity, d)
        result.append(identity)
    if language == "en":
        name_by_what_follows(mentions, result, text)
        one_name_each(mentions, result, text)
    if d.is_slavic:
        body_from_later(mentions, result, d)
    return result


def _discourse(
    text: str, folded: str, language: str, mentions: Sequence[Mention], registry: Registry, day: datetime.date | None,
    likely_countries: Callable[[], Sequence[str]],
) -> Discourse:
    """What stands anywhere in the text, before the first mention is read."""
    slavic = language in ("ru", "uk")
    is_open = any(m.kind == "official" or (m.match is not None and (len(m.match.source_ids) > 1 or not m.match.is_distinctive)) for m in mentions)
    countries = likely_countries() if is_open else ()
    name_people(text, folded, language, mentions)
    if slavic:
        name_introduced_media(text, language, mentions)
        name_bodies_with_press_services(text, language, mentions)
    acronyms = acronyms_in_brackets(text, mentions)
    spelled = short_names(text, mentions, acronyms) if not slavic else {}
    if not slavic:
        shortened_names(text, mentions, acronyms)
    known = people(text, folded, language, mentions, registry, day, countries)
    named_later = titles_of_the_named(mentions, text, language, known) if slavic else {}
    genders = frozenset(gender_of_person(m.person, language) for m in mentions if m.person) if slavic else frozenset()
    return Discourse(text, folded, language, registry, day, countries, known, named_later, acronyms, spelled, Named(), genders)


def _by_name(mention: Mention, d: Discourse) -> Identity | None:
    """Who a mention is by the person's name or the registered name in it."""
    if mention.person:
        identity = d.known[person_key(mention.person, d.known)]
        return Identity(identity.name, identity.source_id, "official" if mention.kind == "official" else identity.kind)
    if mention.match is None or d.text[mention.char_start : mention.char_end] in d.acronyms:
        return None
    beside = countries_beside(d.text, mention)
    source = registered(mention.match, d.registry, d.day, beside or d.countries)
    if source is not None and d.is_slavic and not mention.match.is_distinctive and _is_of_elsewhere(source, mention, d):
        return None
    if d.is_slavic:
        source = _of_its_country(source, beside, mention, d)
        if source is not None and is_medium_of_another_kind(source.source_id, mention, d.text, d.language, d.registry):
            return None
    return Identity(source.name, source.source_id, source.kind) if source is not None else None


def _is_of_elsewhere(source: CitedSource, mention: Mention, d: Discourse) -> bool:
    """Whether a body's uncertain name stands in a text of countries that are not its own («Нацбанк» in Kazakhstan is not Ukraine's)."""
    if source.kind != "official" or source.country is None or not d.countries or word_form(d.text[mention.match.char_start : mention.match.char_end], d.language).place:
        return False  # «Вашингтон»
    return source.country not in (*d.countries, country_named(d.text[mention.char_start : mention.char_end]))


def _of_its_country(source: CitedSource | None, beside: Sequence[str], mention: Mention, d: Discourse) -> CitedSource | None:
    """The body of the country that its phrase names, else of the one beside its name before («Міноборони Туреччини», then «Міноборони»).

    Where two countries at war have bodies of that name, both may be cited: the one before counts only in a text that
    never speaks of its own country.
    """
    if source is not None:
        source = as_the_phrase_says(source, d.text, mention, d.registry)
    if len(mention.match.source_ids) < 2:
        return source
    model = source or d.registry.cited_sources.get(mention.match.source_ids[0])
    if beside:
        return source or (of_country(model, beside[0], d.registry) if model and model.kind == "official" else None)
    elsewhere = country_elsewhere(d.text, d.folded, mention)
    if elsewhere is None or model is None or model.kind != "official" or (d.countries and elsewhere in _HOSTILE):
        return source
    return of_country(model, elsewhere, d.registry) or source


def _spoken_of(
    mention: Mention, head: str | None, identity: Identity | None, mentions: Sequence[Mention], result: Sequence[Identity | None], d: Discourse
) -> Identity | None:
    """Who a mention is that is no title: `identity` where its name told; else one spoken of before, or a new one.

    None where a bare «the newspaper» follows no medium.
    """
    bare = mention.kind == "unnamed" or identity is None
    bare = bare and is_bare(mention, d.text) and not is_compound(mention, head, d)
    if bare and mention.kind == "unnamed" and d.is_slavic and (same := d.named.by_head.get(head)) and same.kind == "unnamed":
        return same
    if mention.kind == "unnamed" and d.language == "en" and (same := same_people_before(mention, head, d)) is not None:
        return same
    if identity is not None:
        return identity
    if bare and mention.kind == "body" and d.is_slavic and (stems := load_cues(d.language).people_of.get(head)):
        identity = _body_named_with(stems, mentions, result, d)
    if identity is None and bare and d.is_slavic and mention.is_plural and _group(mention.kind) == "media" and head not in load_cues(d.language).lists["press"]:
        is_qualified = " " in d.text[mention.char_start : mention.char_end] and (mention.is_report or mention.form in ("according", "citing"))
        return unnamed(mention, d.text, d.language, None) if is_qualified else None  # «телеканали»: no one medium
    if identity is None and bare and head and mention.kind != "unnamed" and not is_new_document(mention, d):
        identity = _of_kind(mention, head, d) or (only_organisation(mention, head, mentions, result, d) if d.is_slavic else only_body(head, mentions, result, d)) or _introduced(mention, head, mentions, d)
        if d.language == "en" and mention.kind == "outlet" and is_short_name(mention, d):
            return identity if identity is not None and identity.name.lower().endswith(head) else _new(mention, d)
        if identity is None and _group(mention.kind) == "media":
            is_press = d.is_slavic and head in load_cues(d.language).lists["press"] and (mention.is_report or mention.form in ("according", "citing"))
            return unnamed(mention, d.text, d.language, None) if is_press else medium_introduced(d.text, d.language, mention.char_start, d.registry) if d.is_slavic and not mention.is_plural else None
    if identity is None and bare and head and mention.kind == "body" and d.is_slavic and len(head) >= _LONG_HEAD and not tells_which_one(mention, head, d) and not complement_words(
        d.text[mention.char_start : mention.char_end], mention.head, d.language
    ):
        identity = _body_named_with((head[:-1],), mentions, result, d)  # «в поліції» after «відділ комунікації поліції»
    return identity or (medium_of_that_name(mention, result, d) if d.is_slavic else None) or _new(mention, d)


def _body_named_with(
    stems: Sequence[str], mentions: Sequence[Mention], result: Sequence[Identity | None], d: Discourse
) -> Identity | None:
    """The body cited last whose words hold one of the stems."""
    return next((i for m, i in zip(reversed(mentions[: len(result)]), reversed(result), strict=True) if i and m.kind in ("body", "organisation", "latin") and any(
        stem in d.folded[m.char_start : m.char_end] for stem in stems)), None)


def _introduced(mention: Mention, head: str, mentions: Sequence[Mention], d: Discourse) -> Identity | None:
    """The body that an English text introduces by the same noun, as it is cited elsewhere."""
    name = introduced_name(mention, head, d) if d.language == "en" else None
    if name is None:
        return None
    cited = next((m for m in mentions if m.match is not None and not m.person and d.text[m.char_start : m.char_end] == name), None)
    return (_by_name(cited, d) if cited is not None else None) or Identity(name, None, "organisation")


def _of_kind(mention: Mention, head: str, d: Discourse) -> Identity | None:
    """Who was last called by the same noun, or was the last of that kind («издание», «the agency»)."""
    group = _group(mention.kind)
    if d.is_slavic and mention.kind == "body" and complement_words(d.text[mention.char_start : mention.char_end], mention.head, d.language):
        return None
    if d.is_slavic and tells_which_one(mention, head, d):
        return None
    if (same := d.named.by_head.get(head)) is not None:
        return same
    if mention.channel == "broadcast" and d.named.last.get(group) is d.named.last.get("telegram"):
        return None  # a television channel is no Telegram channel
    is_anaphoric = group == "media" or head in load_cues(d.language).lists["anaphoric"] or (not d.is_slavic and group == "document")
    last = d.named.last.get(group) if is_anaphoric else None
    return last if last is not None and _may_be_called(last, mention, head, d) else None


def _may_be_called(identity: Identity, mention: Mention, head: str, d: Discourse) -> bool:
    """Whether a source may be meant by the noun: no ministry is «компания», no firm «ведомство»."""
    if identity.kind == "platform":
        return head in _FIRMS
    if head in _FIRMS and d.language == "en" and identity is d.named.last.get("cited"):
        return False  # whom a medium cites is no firm that the text is about
    if mention.kind != "body" or head in load_cues(d.language).lists["of_any_kind"]:
        return True
    return identity.kind not in ("official", "organisation") or identity.kind == kind_of_body(head, d.language)


def _new(mention: Mention, d: Discourse) -> Identity:
    """Who a mention is that nothing before it names: an outlet by address or name, what an acronym stands for, or as the text calls it."""
    words = d.text[mention.char_start : mention.char_end]
    if words.startswith("http") and (outlet := d.registry.outlet_of_url(words)):
        return Identity(outlet.name, outlet.outlet_id, "outlet")
    if mention.kind in (("outlet", "agency", "latin") if d.is_slavic or d.language == "de" else ("outlet", "agency")):
        found = outlet_by_name(words, d.language, d.registry)
        if found is not None and not (d.is_slavic and is_medium_of_another_kind(found.source_id, mention, d.text, d.language, d.registry)):
            return found
    identity = unregistered(mention, d.text, d.language)
    if identity.name in d.spelled:
        identity = Identity(d.spelled[identity.name], None, identity.kind)
    if identity.name not in d.acronyms:
        return identity
    full = d.acronyms[identity.name]
    source = full.match and registered(full.match, d.registry, d.day, d.countries)
    return Identity(source.name, source.source_id, source.kind) if source else Identity(unregistered(full, d.text, d.language).name, None, identity.kind)


def _remember(mention: Mention, head: str | None, of_what: Complements, identity: Identity, d: Discourse) -> None:
    """Keep whom a mention named for those that follow it."""
    named = d.named
    if mention.person or (mention.match is not None and identity.kind in _PEOPLE and mention.kind == "person"):
        shows_gender = not (mention.person and mention.is_oblique and " " not in mention.person)  # «за словами Лисова» and «Лисова»
        if shows_gender or named.last.get("person") is not identity:
            named.surname["last"] = mention.person if shows_gender else None
        named.last["person"] = identity
        if mention.kind == "official" and (office := office_of(mention, d)) is not None:
            named.by_office[office] = identity
    if head:
        named.by_head[head] = identity
        if mention.kind in _PEOPLE:
            named.titles.setdefault(head, []).append((of_what, identity))
    if not mention.person:
        if (group := _group(identity.kind)) != "person":
            named.last[group] = identity
            if mention.form == "citing":
                named.last["cited"] = identity
            if mention.channel == "telegram":
                named.last["telegram"] = identity
        if mention.rule == "en.poll":
            named.by_head["poll"] = named.by_head["survey"] = identity
        elif mention.form == "document" and not d.is_slavic:
            named.last["document"] = identity  # whose report «the report» is


def _group(kind: str) -> str:
    if kind in ("outlet", "agency"):
        return "media"
    return "body" if kind in ("official", "organisation", "body", "latin", "platform") else kind
