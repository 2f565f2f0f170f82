"""People that are cited: which mentions mean the same person, and the person's full name."""

import datetime
import re
import unicodedata
from collections.abc import Mapping, Sequence

from flows.normalize.attribution.base_forms import name_stem, nominative_name
from flows.normalize.attribution.full_names import full_name_span, name_from_given, name_with_given
from flows.normalize.attribution.language_cues import PARTICLE, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity, registered
from flows.normalize.attribution.romanisation import person_in_latin, romanise
from flows.normalize.attribution.word_forms import gender_of_verb, word_form
from flows.normalize.registry import CitedSource, Registry

_SPACES = re.compile(r"\s+")
_LATIN_IN_BRACKETS = re.compile(r" ?\(([A-Z][a-zÀ-ž'’.-]*(?: [A-Z][A-Za-zÀ-ž'’.-]*){1,3})\)")
_ARTICLE = re.compile(r"^(?:al|el|as|ar|at|ad|an|аль|эль|ель|ас|ар)-(?=\w)", re.IGNORECASE)
_GIVEN_NAME_BEGINS = 3
# letters that begin one given name in several spellings: Wladimir, Yevhen and Evgeny, Oleksii and Aleksei, Mykola and Nikolai, Hryhorii
_SAME_INITIALS = ("VW", "YJIE", "KCQ", "GH", "AO", "MN")


def _surname_stem(name: str) -> str:
    """What the case forms of a person's surname share, without the Arabic article («al-Example»)."""
    surname = name.split()[-1]
    return name_stem(_ARTICLE.sub("", surname) if "-" in surname else surname)


def person_key(name: str, people: Mapping[str, Identity]) -> str:
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
        if any(other.person.endswith(f" {mention.person}") for other in members):
            continue  # a surname of two words
        if " " in mention.person and len(given) > 2 and given[-1] != "." and not words.get(given.lower(), 0) & PARTICLE:
            found.setdefault(name_stem(given)[:_GIVEN_NAME_BEGINS], []).append(mention)
    return found


def people(
    text: str, folded: str, language: str, mentions: Sequence[Mention], registry: Registry,
    day: datetime.date | None, countries: Sequence[str],
) -> dict[str, Identity]:
    """Who the people cited are, by the key of their names (`person_key`)."""
    slavic = language in ("ru", "uk")
    clusters: dict[str, list[Mention]] = {}
    if slavic:
        _complete_slavic_given_names(mentions, text, folded, language)
    for mention in mentions:
        if mention.person:
            clusters.setdefault(_surname_stem(mention.person), []).append(mention)
    for stem, members in list(clusters.items()):
        if len(members) > 1 and len(namesakes := _namesakes(members, language)) > 1:
            clusters |= {f"{given} {stem}": namesake for given, namesake in namesakes.items()}
    known: dict[str, Identity] = {}
    for stem, members in clusters.items():
        full = [m for m in members if len(m.person.split()[0]) > 2 and " " in m.person]
        source = next((s for m in full or members if m.match and not _is_of_a_given_name(m, text) and (s := registered(m.match, registry, day, countries)) and s.kind in ("person", "official")), None)
        if source is not None and not _is_namesake(source, members, text, folded, language, registry):
            known[stem] = Identity(source.name, source.source_id, "person" if source.kind == "person" else source.kind)
            continue
        if slavic and (own := _own_spelling(members, text)):
            known[stem] = Identity(own, None, "person")
            continue
        best = max(members, key=lambda m: (len(m.person.split()), not m.is_oblique))
        name = best.person
        is_initial = slavic and name[1:2] == "."
        if (" " not in name or is_initial) and (span := full_name_span(text, folded, name.split()[-1], language, gender_shown(best, folded, language))) and (not is_initial or text[span[0]] == name[0]):
            name = _SPACES.sub(" ", text[span[0] : span[1]])
        if slavic and (best.is_oblique or name != best.person):
            name = nominative_name(name, language)
            name = _with_surname_as_subject(name, members)
        known[stem] = Identity(person_in_latin(_SPACES.sub(" ", name), language) if slavic else name, None, "person")
    return known


def _own_spelling(members: Sequence[Mention], text: str) -> str | None:
    """The name in Latin letters that stands in brackets after the full name («Джона Доу (John Doe)»): how its bearer spells it."""
    for mention in members:
        found = _LATIN_IN_BRACKETS.match(text, mention.char_end) if " " in mention.person else None
        if found is not None and found[1].count(" ") <= mention.person.count(" ") + 1:
            return found[1]
    return None


def gender_shown(mention: Mention, folded: str, language: str) -> str | None:
    """The gender of the person who is the subject of a Slavic verb, where that shows it."""
    if language not in ("ru", "uk") or mention.form != "subject" or mention.cue is None:
        return None
    return gender_of_verb(folded[mention.cue[0] : mention.cue[1]])


def _is_of_a_given_name(mention: Mention, text: str) -> bool:
    """Whether the registered name is a surname that somebody else bears as a given name («Taylor» in «Taylor Example»)."""
    found = text[mention.match.char_start : mention.match.char_end]
    return " " not in found and " " in mention.person and found != mention.person.split()[-1]


def _is_namesake(
    source: CitedSource, members: Sequence[Mention], text: str, folded: str, language: str, registry: Registry
) -> bool:
    """Whether those of a registered surname, who are cited without a given name, have another one elsewhere in the text."""
    if any(" " in m.person or m.kind == "official" for m in members) or (span := full_name_span(text, folded, members[0].person, language)) is None:
        return False
    full = text[slice(*span)]
    if any(source.source_id in m.source_ids and " " in full[m.char_start : m.char_end] for m in registry.find_names(full, language)):
        return False
    given = romanise(full.split()[0], language)[:1].upper()
    fitting = {given, *next((letters for letters in _SAME_INITIALS if given in letters), "")}
    return not any(word[0] in fitting for word in source.name.split()[:-1])


def _complete_given_names(mentions: Sequence[Mention], given_names: Mapping[str, str]) -> None:
    """Gives a person cited by the given name alone the full name that the text has («Cintia» for «Cíntia Exemplo»)."""
    full_of = {_without_accents(given): full for given, full in given_names.items()}
    surnames = {name_stem(full.split()[-1]) for full in given_names.values()}
    middle: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.person and len(parts := mention.person.split()) > 2:
            for part in parts[1:-1]:
                middle.setdefault(_without_accents(part.lower()), set()).add(mention.person)
    for mention in mentions:
        if mention.person and " " not in mention.person and name_stem(mention.person) not in surnames:
            word = _without_accents(mention.person.lower())
            full = full_of.get(word) or (next(iter(middle[word])) if len(middle.get(word, ())) == 1 else None)
            if full is not None and mention.match is None:
                mention.person = full


def _complete_slavic_given_names(mentions: Sequence[Mention], text: str, folded: str, language: str) -> None:
    """Gives a person cited by the given name alone («отец Константин») the full name of the one person cited who bears it, else of the one whom the text names so."""
    full_of: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.person and len(parts := mention.person.split()) == 2 and len(parts[0]) > 2:
            full_of.setdefault(name_stem(parts[0]), set()).add(name_stem(parts[1]))
    for mention in mentions:
        if mention.person and " " not in mention.person and mention.match is None and word_form(mention.person, language).given_name:
            surnames = full_of.get(name_stem(mention.person), ())
            if len(surnames) == 1 and name_stem(mention.person) not in surnames:
                bearers = [m for m in mentions if m.person and " " in m.person and name_stem(m.person.split()[-1]) in surnames]
                full = next((m for m in bearers if not m.is_oblique), bearers[0])
                mention.person = nominative_name(full.person, language) if full.is_oblique else full.person
            elif not surnames and (name := name_with_given(text, folded, mention.person, language)) is not None:
                is_nominative = not mention.is_oblique and name.split()[0] == mention.person
                mention.person = name if is_nominative else nominative_name(name, language)


def _without_accents(word: str) -> str:
    return word if word.isascii() else "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _with_surname_as_subject(name: str, members: Sequence[Mention]) -> str:
    """The name with its surname as the text writes it where the person is the subject («сказал Калмык»), not as a rule would have it."""
    given, _, surname = name.rpartition(" ")
    for mention in members:
        if given and not mention.is_oblique and mention.form in ("subject", "document") and mention.cue is not None:
            written = mention.person.split()[-1]
            return f"{given} {written}" if name_stem(written) == name_stem(surname) else name
    return name


_MEN, _WOMEN = ("Mr. ", "Mr "), ("Ms. ", "Mrs. ", "Ms ", "Mrs ", "Miss ")


def _name_couples(text: str, mentions: Sequence[Mention]) -> None:
    """Gives "Mr. Sample" and "Ms. Sample" of one English text the names of two people: of him the full name that stands before, of her another's."""
    by_surname: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.person and " " not in mention.person and text.startswith((*_MEN, *_WOMEN), mention.char_start):
            by_surname.setdefault(mention.person, []).append(mention)
    for surname, titled in by_surname.items():
        men = [m for m in titled if text.startswith(_MEN, m.char_start)]
        if not men or len(men) == len(titled):
            continue
        full = [found for found in re.finditer(rf"\b([A-Z][a-z]+) {re.escape(surname)}\b", text) if found[1] not in ("Mr", "Ms", "Mrs", "Miss")]
        his = next((found[0] for found in reversed(full) if found.start() < men[0].char_start), None)
        hers = next((found[0] for found in full if found[0] != his), None)
        for mention in titled:
            if (name := his if mention in men else hers) is not None:
                mention.person = name


def _leads_one(text: str, name: str) -> bool:
    """Whether an English text has somebody who is director or the like of what a name may be a person's ("director at Sample Motive", "Sample Motive shares")."""
    groups = load_cues("en").groups
    of_a_firm = groups["of_a_firm"]
    at = text.find(f"{name} ")
    while at >= 0:
        if text.endswith("-based ", 0, at) or text[at + len(name) + 1 : at + len(name) + 20].lower().startswith(of_a_firm):
            return True
        at = text.find(f"{name} ", at + 1)
    leads_or_is_of = (*groups["leads_a_firm"], *of_a_firm)
    for small in (" at ", " of ", " for "):
        at = text.find(f"{small}{name}")
        while at > 0:
            if text[:at].rpartition(" ")[2].lower() in leads_or_is_of and not text[at + len(small) + len(name) : at + len(small) + len(name) + 1].isalnum():
                return True
            at = text.find(f"{small}{name}", at + 1)
    return False


def name_people(text: str, folded: str, language: str, mentions: Sequence[Mention]) -> None:
    """Marks as a person who is cited by one capitalised word that the text elsewhere gives as a full name."""
    surnames = {name_stem(m.person.split()[-1]) for m in mentions if m.person}
    given_names = {m.person.split()[0].lower(): m.person for m in mentions if m.person and " " in m.person}
    if language not in ("ru", "uk") and given_names:
        _complete_given_names(mentions, given_names)
    if language in ("ru", "uk"):
        honorifics = load_cues(language).groups["honorifics"]
        for mention in mentions:
            if mention.person and " " not in mention.person and mention.match is None and mention.head in honorifics:
                mention.person = given_names.get(mention.person.lower(), mention.person)  # «пан Іван» after «Іван Лисенко»
    if language not in ("ru", "uk"):
        full_surnames = {m.person.split()[-1] for m in mentions if m.person and " " in m.person}
        for mention in mentions:
            word = text[mention.char_start : mention.char_end]
            if mention.kind == "outlet" and mention.form == "subject" and not mention.is_report and word in full_surnames:
                mention.person, mention.kind, mention.match = word, "person", None
    if language == "en":
        _name_couples(text, mentions)
        for mention in mentions:
            if mention.person and " " in mention.person and mention.head is None and mention.match is None and mention.kind == "person" and _leads_one(text, mention.person):
                mention.kind, mention.person = "latin", None
        for mention in mentions:
            if mention.person and " " not in mention.person and mention.match is None and full_name_span(text, folded, mention.person, language) is None:
                mention.person = name_from_given(text, mention.person, language) or mention.person  # "said Ann"
    for mention in mentions:
        word = text[mention.char_start : mention.char_end]
        if mention.match is not None or mention.person or mention.kind not in ("latin", "organisation") or " " in word or not word[0].isupper() or word.isupper():
            continue
        if language == "en" and text[max(0, mention.char_start - 4) : mention.char_start].lower() == "the ":
            continue
        if name_stem(word) in surnames or full_name_span(text, folded, word, language):
            mention.person, mention.kind = word, "person"
        elif full := given_names.get(word.lower()) or name_from_given(text, word, language):
            mention.person, mention.kind = full, "person"
