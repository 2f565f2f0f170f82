"""Identity: which mentions name the same source, and what it is called."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flows.normalize.attribution.base_forms import base_phrase, name_stem, nominative_name
from flows.normalize.attribution.full_names import full_name_span, names_after_title
from flows.normalize.attribution.language_cues import INDEFINITE, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.romanisation import romanise
from flows.normalize.attribution.word_forms import word_form
from flows.normalize.registry import CitedSource, NameMatch, Registry

_SPACES = re.compile(r"\s+")
_HOST = re.compile(r"https?://(?:www\.)?([^/\s?#]+)")
_PRESS_SERVICE = ("пресс-служб", "прес-служб", "пресслужб", "пресс-центр", "прес-центр", "пресцентр", "пресс-бюро", "пресс-офис")
# nouns that point back to a body named before
_ANAPHORIC = frozenset((
    "ведомство", "відомство", "компания", "компанія", "организация", "організація", "company", "agency", "firm", "ministry",
    "department", "group", "organization", "organisation", "lender", "body", "institute", "university", "behörde",
    "unternehmen", "entreprise", "organisation", "ong", "empresa", "compañía", "organización", "companhia", "entidade",
    "società", "azienda", "firma", "spółka", "compania",
))
# what anyone named before may be called; other descriptions need a name that the text gives with them
_ANYONE = frozenset((
    "политик", "чиновник", "чиновница", "собеседник", "эксперт", "специалист", "автор", "актёр", "актер", "актриса", "артист", "артистка",
    "звезда", "спортсмен", "спортсменка", "певец", "певица", "политолог", "мужчина", "женщина", "парламентарий", "дипломат", "военный",
    "політик", "чиновниця", "посадовець", "співрозмовник", "експерт", "фахівець", "актор", "акторка", "зірка", "співак", "співачка",
    "політолог", "чоловік", "жінка", "військовий", "експосадовець", "господин", "госпожа", "пан", "пані",
))
# who is asked about what befell him; never the official named before
_PRIVATE = frozenset((
    "потерпевший", "пострадавший", "очевидец", "свидетель", "житель", "местный", "подозреваемый", "задержанный", "обвиняемый",
    "сосед", "соседка", "покупатель", "пассажир", "пациент", "пациентка", "источник",
    "потерпілий", "постраждалий", "очевидиця", "очевидець", "свідок", "мешканець", "затриманий", "підозрюваний", "обвинувачений",
    "сусід", "сусідка", "пацієнт", "пацієнтка", "пасажир", "покупець", "джерело",
))
_ARTICLE = re.compile(r"^(?:al|el|as|ar|at|ad|an|аль|эль|ель|ас|ар)-(?=\w)", re.IGNORECASE)
_GIVEN_NAME_BEGINS = 3
_WORDS = re.compile(r"[^\W\d_][\w]*")
_STATE = re.compile("государства|держави")
_ACRONYM = re.compile(r"[»”\"]?\s*\(([^\W\d_a-zа-я]{2,8})\)")
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)")
_QUOTES = re.compile(r"[«»\"“”„`″]+|(?<!\w)[‘’']|[‘’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Identity:
    """A source under its canonical name; `source_id` where the registry has it."""

    name: str
    source_id: str | None
    kind: str


def identify(
    text: str, folded: str, language: str, mentions: Sequence[Mention], registry: Registry, day: datetime.date | None,
    likely_countries: Callable[[], Sequence[str]] = tuple,
) -> list[Identity | None]:
    """For each mention who it is; None where a description refers to nobody the text has named.

    `folded` is the text in lower case, of the same length; `likely_countries` says, where a name leaves it open, whose
    bodies are meant, the likeliest first.
    """
    slavic = language in ("ru", "uk")
    is_open = any(m.kind == "official" or (m.match is not None and len(m.match.source_ids) > 1) for m in mentions)
    countries = likely_countries() if is_open else ()
    _name_people(text, folded, language, mentions)
    acronyms = _acronyms(text, mentions)
    spelled = _short_names(text, mentions, acronyms) if not slavic else {}
    people = _people(text, folded, language, mentions, registry, day, slavic, countries)
    result: list[Identity | None] = []
    last_person: Identity | None = None
    last_group: Identity | None = None
    last_of_kind: dict[str, Identity] = {}
    by_head: dict[str, Identity] = {}
    titled: dict[str | None, Identity | None] = {}
    for mention in mentions:
        identity = None
        head = _lemma(mention.head, language) if mention.head else None
        if mention.person:
            identity = people[_person_key(mention.person, people)]
            identity = Identity(identity.name, identity.source_id, "official" if mention.kind == "official" else identity.kind)
        elif mention.match is not None and text[mention.char_start : mention.char_end] not in acronyms:
            source = registered(mention.match, registry, day, _countries_beside(text, mention) or countries)
            if source is not None:
                identity = Identity(source.name, source.source_id, source.kind)
        if identity is None and mention.kind in ("person", "official"):
            if mention.is_plural:
                identity = None
                if slavic:
                    same = by_head.get(head) or (last_group if _is_bare(mention, text) else None)
                    identity = by_head[head] = last_group = _unnamed(mention, text, language, same)
                result.append(identity)
                continue
            is_new = not slavic and _is_indefinite(mention, text, language)
            identity = None if is_new else by_head.get(head)
            may_be_last = _is_bare(mention, text) and (not slavic or head in _ANYONE or _STATE.search(text, mention.char_start, mention.char_end))
            if identity is None and slavic and may_be_last:
                identity = last_person
            if identity is None and not is_new:
                if mention.head not in titled:
                    titled[mention.head] = _titled_person(text, folded, mention, language, people)
                identity = titled[mention.head]
            if identity is None and not is_new and may_be_last:
                identity = last_person
            if identity is None and mention.kind == "official" and not is_new:
                identity = _office_holder(text[mention.char_start : mention.char_end], registry, day, countries)
            if identity is None and (not people or head in _PRIVATE if slavic else is_new or _is_described(mention, text)):
                identity = _unnamed(mention, text, language, None)
            if identity is None:
                result.append(None)
                continue
        group = _group(mention.kind)
        if mention.kind == "unnamed" and slavic and _is_bare(mention, text) and (same := by_head.get(head)) and same.kind == "unnamed":
            identity = same
        if identity is None and head and mention.kind != "unnamed" and _is_bare(mention, text):
            identity = by_head.get(head) or (last_of_kind.get(group) if group == "media" or head in _ANAPHORIC else None)
            if identity is None and group == "media":
                result.append(None)
                continue
        if identity is None and text.startswith("http", mention.char_start) and (outlet := registry.outlet_of_url(text[mention.char_start : mention.char_end])):
            identity = Identity(outlet.name, outlet.outlet_id, "outlet")
        if identity is None and slavic and mention.kind in ("outlet", "agency", "latin"):
            identity = _outlet_by_name(text[mention.char_start : mention.char_end], language, registry)
        if identity is None:
            identity = _unregistered(mention, text, language)
            if identity.name in spelled:
                identity = Identity(spelled[identity.name], None, identity.kind)
            if identity.name in acronyms:
                full = acronyms[identity.name]
                source = full.match and registered(full.match, registry, day, countries)
                identity = Identity(source.name, source.source_id, source.kind) if source else Identity(_unregistered(full, text, language).name, None, identity.kind)
        if mention.person or (mention.match is not None and identity.kind in ("person", "official") and mention.kind == "person"):
            last_person = identity
        if head:
            by_head[head] = identity
        if not mention.person:
            last_of_kind[_group(identity.kind)] = identity
        result.append(identity)
    return result


def _unnamed(mention: Mention, text: str, language: str, same: Identity | None) -> Identity | None:
    """People whom the text describes and does not name («жители соседнего дома»): themselves a source without a name."""
    if same is not None and same.kind == "unnamed":
        return same
    words = _SPACES.sub(" ", _QUOTES.sub("", text[mention.char_start : mention.char_end])).strip(" ,.;:-–—")
    words = words.lower() if _is_bare(mention, text) else words
    is_base = language not in ("ru", "uk") or not mention.is_oblique
    return Identity(words if is_base else base_phrase(words, language), None, "unnamed")


def _is_indefinite(mention: Mention, text: str, language: str) -> bool:
    """Whether the phrase introduces somebody new: with an indefinite article («a spokesman»)."""
    before = text[max(0, mention.char_start - 12) : mention.char_start].split()
    return bool(before and load_cues(language).words.get(before[-1].lower(), 0) & INDEFINITE)


def _is_described(mention: Mention, text: str) -> bool:
    """Whether the phrase says by a name in it who is meant («spokesman for Example»)."""
    return mention.form == "subject" and mention.cue is not None and not _is_bare(mention, text)


_LATIN_LOOKALIKES = str.maketrans("аеорсухАВЕНКМОРСТХ", "aeopcyxABEHKMOPCTX")


def _outlet_by_name(given: str, language: str, registry: Registry) -> Identity | None:
    """An outlet that the text spells otherwise than the registry («Noi.md», «Вечерней Москве», a Cyrillic А in a Latin name)."""
    quoted = _QUOTED.search(given)
    name = (quoted[1] if quoted else given).strip()
    if sum(c.isascii() for c in name) > len(name) // 2:
        name = name.translate(_LATIN_LOOKALIKES)
    if len(name) < 4:
        return None
    outlet = registry.outlet_of_name(name) or (registry.outlet_of_name(base_phrase(name, language)) if " " in name else None)
    return Identity(outlet.name, outlet.outlet_id, "agency" if outlet.kind == "agency" else "outlet") if outlet else None


def _titled_person(text: str, folded: str, mention: Mention, language: str, people: dict[str, Identity]) -> Identity | None:
    """The person whom the text calls by that title with the name somewhere («президент Владимир Зеленский»)."""
    for given, surname in names_after_title(text, folded, mention.head, language) if mention.head else ():
        if (known := people.get(name_stem(surname))) is not None:
            return known
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


def _acronyms(text: str, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Short names given in brackets after a full one: «Egyptian Meteorological Authority (EMA)»."""
    found = {}
    for mention in mentions:
        if not mention.person and (bracket := _ACRONYM.match(text, mention.char_end)):
            found[bracket[1]] = mention
    return found


def _short_names(text: str, mentions: Sequence[Mention], acronyms: dict[str, Mention]) -> dict[str, str]:
    """What the initials of bodies stand for («SC»): adds bodies cited in full to `acronyms`, gives others as the text spells them."""
    spelled: dict[str, str] = {}
    short = {}
    for mention in mentions:
        words = text[mention.char_start : mention.char_end]
        if mention.match is None and not mention.person and words.isupper() and words.isalpha() and 1 < len(words) < 7:
            short.setdefault(words, mention)
    if not short:
        return spelled
    for mention in mentions:
        words = text[mention.char_start : mention.char_end].split()
        initials = "".join(word[0] for word in words if word[0].isupper())
        if not mention.person and len(words) > 1 and initials in short and mention.char_start < short[initials].char_start:
            acronyms.setdefault(initials, mention)
    for words, mention in short.items():
        if words not in acronyms and len(words) > 2 and (full := _spelled_out(text, mention.char_start, words)):
            spelled[words] = full
    return spelled


def _spelled_out(text: str, before: int, initials: str) -> str | None:
    """The capitalised words with these initials, small ones between them, that stand before the offset."""
    words = list(_WORDS.finditer(text, 0, before))
    for first in range(len(words)):
        if words[first][0][0] != initials[0]:
            continue
        wanted, k = 0, first
        while k < len(words) and wanted < len(initials) and k - first < 2 * len(initials):
            word = words[k][0]
            if k > first and text[words[k - 1].end() : words[k].start()].strip(" -'’"):
                break
            if word[0] == initials[wanted] and len(word) > 2:
                wanted += 1
            elif word[0].isupper() or len(word) > 4:
                break
            k += 1
        if wanted == len(initials):
            return _SPACES.sub(" ", text[words[first].start() : words[k - 1].end()])
    return None


def _name_people(text: str, folded: str, language: str, mentions: Sequence[Mention]) -> None:
    """Marks as a person who is cited by one capitalised word that the text elsewhere gives as a full name."""
    surnames = {m.person.split()[-1].lower() for m in mentions if m.person}
    given_names = {m.person.split()[0].lower(): m.person for m in mentions if m.person and " " in m.person}
    for mention in mentions:
        word = text[mention.char_start : mention.char_end]
        if mention.match is not None or mention.person or mention.kind not in ("latin", "organisation") or " " in word or not word[0].isupper() or word.isupper():
            continue
        if word.lower() in surnames or full_name_span(text, folded, word, language):
            mention.person, mention.kind = word, "person"
        elif full := given_names.get(word.lower()):
            mention.person, mention.kind = full, "person"


def registered(
    match: NameMatch, registry: Registry, day: datetime.date | None, countries: Sequence[str] = ()
) -> CitedSource | None:
    """The registry's row for a match; where several bear the name, the one of the likeliest country, else none.

    An office-holder whose terms do not reach the day is not meant.
    """
    sources = [registry.cited_sources[i] for i in match.source_ids if i in registry.cited_sources]
    if day and not match.is_distinctive:
        sources = [s for s in sources if not (s.holder_from and day < s.holder_from)]
    if len(sources) > 1:
        for country in countries:
            of_country = [s for s in sources if s.country == country]
            if of_country:
                return of_country[0] if len(of_country) == 1 else None
        return None
    return sources[0] if sources else None


_COUNTRY_WORDS = re.compile(
    r"(?i)\b(?:(?P<RU>росс|росі|рф\b|russia)|(?P<UA>украин|україн|ukrain)|(?P<BY>белорус|білорус|беларус)|(?P<KZ>казах)|(?P<MD>молд)"
    r"|(?P<TR>турец|турц|туреч|turk)|(?P<PL>поль)|(?P<DE>герман|німе|немец)|(?P<FR>франц)|(?P<US>сша|америк)|(?P<GB>британ)"
    r"|(?P<IL>израил|ізраїл)|(?P<GE>грузи)|(?P<AM>армен|вірмен)|(?P<AZ>азерб)|(?P<CN>кита)|(?P<JP>япон)|(?P<IR>иран|іран)|(?P<SY>сири|сирій))"
)


def _countries_beside(text: str, mention: Mention) -> tuple[str, ...]:
    """The country that the phrase itself names («МВД Украины», «турецкое Минобороны»)."""
    if mention.match is None or len(mention.match.source_ids) < 2:
        return ()
    found = _COUNTRY_WORDS.search(text, max(0, mention.char_start - 20), min(len(text), mention.char_end + 12))
    return (found.lastgroup,) if found else ()


def _is_bare(mention: Mention, text: str) -> bool:
    """Whether the mention is a description of one or two words without a name («депутат», «в ведомстве»)."""
    words = _QUOTES.sub(" ", text[mention.char_start : mention.char_end]).split()
    return not any(word[:1].isupper() and (i > 0 or word.lower() != mention.head) for i, word in enumerate(words))


def _group(kind: str) -> str:
    if kind in ("outlet", "agency"):
        return "media"
    return "body" if kind in ("official", "organisation", "body", "latin") else kind


def _lemma(word: str, language: str) -> str:
    return word_form(word, language).lemma if language in ("ru", "uk") else word


def _surname_stem(name: str) -> str:
    """What the case forms of a person's surname share, without the Arabic article («al-Example»)."""
    return name_stem(_ARTICLE.sub("", name.split()[-1]))


def _person_key(name: str, people: Mapping[str, Identity]) -> str:
    """The key of a person: the surname, with the given name where two in the text share the surname."""
    stem = _surname_stem(name)
    own = f"{name_stem(name.split()[0])[:_GIVEN_NAME_BEGINS]} {stem}"
    return own if own in people else stem


def _namesakes(members: Sequence[Mention], language: str) -> dict[str, list[Mention]]:
    """The mentions of a surname by the beginning of the given name, where the text has it in full."""
    found: dict[str, list[Mention]] = {}
    words = load_cues(language).words
    for mention in members:
        given = mention.person.split()[0]
        if " " in mention.person and len(given) > 2 and given[-1] != "." and given.lower() not in words:
            found.setdefault(name_stem(given)[:_GIVEN_NAME_BEGINS], []).append(mention)
    return found


def _people(text: str, folded: str, language: str, mentions: Sequence[Mention], registry: Registry, day, slavic: bool, countries) -> dict[str, Identity]:
    clusters: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.person:
            clusters.setdefault(_surname_stem(mention.person), []).append(mention)
    for stem, members in list(clusters.items()):
        if len(members) > 1 and len(namesakes := _namesakes(members, language)) > 1:
            clusters |= {f"{given} {stem}": namesake for given, namesake in namesakes.items()}
    people = {}
    for stem, members in clusters.items():
        full = [m for m in members if len(m.person.split()[0]) > 2 and " " in m.person]
        source = next((s for m in full or members if m.match and (s := registered(m.match, registry, day, countries)) and s.kind in ("person", "official")), None)
        if source is not None:
            people[stem] = Identity(source.name, source.source_id, "person" if source.kind == "person" else source.kind)
            continue
        best = max(members, key=lambda m: (len(m.person.split()), not m.is_oblique))
        name = best.person
        if " " not in name and (span := full_name_span(text, folded, name, language)):
            name = _SPACES.sub(" ", text[span[0] : span[1]])
        if slavic and (best.is_oblique or name != best.person):
            name = nominative_name(name, language)
        people[stem] = Identity(romanise(_SPACES.sub(" ", name), language) if slavic else name, None, "person")
    return people


def _unregistered(mention: Mention, text: str, language: str) -> Identity:
    """A source that is not in the registry, by its own words in their base form; the names of media in Latin letters."""
    given = text[mention.char_start : mention.char_end]
    kind = {"body": "official", "latin": "organisation"}.get(mention.kind, mention.kind)
    if mention.kind in ("outlet", "agency") and (quoted := _QUOTED.search(given)):
        given = quoted[1]
    if "t.me/" in given:
        return Identity(given.rpartition("/")[2], None, kind)
    if given.startswith("http"):
        return Identity(_HOST.match(given)[1], None, kind)
    words = _SPACES.sub(" ", _QUOTES.sub("", given)).strip(" ,.;:-–—")
    if language not in ("ru", "uk"):
        return Identity(words, None, kind)
    if mention.kind in ("outlet", "agency"):
        capital = next((i for i, w in enumerate(words.split()) if w[0].isupper() and w.lower() != mention.head and "-канал" not in w.lower()), 0)
        words = " ".join(words.split()[capital:])
        if mention.is_oblique and mention.head is None:
            words = base_phrase(words, language)
        return Identity(romanise(words, language), None, kind)
    if kind == "unnamed":
        return Identity(nominative_name(words.lower(), language), None, kind)
    parts = words.split()
    if len(parts) > 1 and parts[0].lower().startswith(_PRESS_SERVICE):
        parts = parts[1:]
    return Identity(base_phrase(" ".join(parts), language), None, kind)
