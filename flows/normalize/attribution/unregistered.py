"""Sources that the registry does not know: what they are called by the text's own words."""

import re
from collections.abc import Mapping

from flows.normalize.attribution.base_forms import base_phrase, nominative_name
from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    CONJUNCTION,
    INSIDE,
    OUTLET,
    PARTICLE,
    PREPOSITION,
    load_cues,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity
from flows.normalize.attribution.romanisation import romanise
from flows.normalize.attribution.sentence import POSSESSIVE
from flows.normalize.attribution.western.reader import OF_A_COUNTRY
from flows.normalize.attribution.western.words import derived_class
from flows.normalize.attribution.word_forms import lemma, word_form
from flows.normalize.registry import Registry

_SPACES = re.compile(r"\s+")
_HOST = re.compile(r"https?://(?:www\.)?([^/\s?#]+)")
_WRITTEN_ON_A_HOST = re.compile(r"^[а-яёіїєґ]+(?=[A-Za-z][\w-]*\.[a-z]{2,}$)")  # «сайтlesok.ru»
_WRITTEN_ON_A_NAME = re.compile(r"(?<=[а-яёіїєґ]{4})(?=[А-ЯЁІЇЄҐ][а-яёіїєґ])")  # «газетаВольная правда»
_JUST = re.compile(r"(?<=\w) же?(?= )")  # «представитель же банка»
_NAMED = re.compile(r"(?:[а-яёіїєґ'’-]+ ){0,2}([А-ЯЁІЇЄҐа-яёіїєґ'’-]+) ([«“„\"][^«»“”„\"]{2,}[»”“\"]|[A-Z][^«»“”„\"]*)$")  # «крупная компания „Пример“»
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)")
_QUOTES = re.compile(r"[«»\"“”„`″]+|(?<!\w)[‘’']|[‘’'](?!\w)")
_INSTRUMENTAL = ("ом", "ем", "ём", "ою", "ею", "єю", "ами", "ями")
_LATIN_LOOKALIKES = str.maketrans("аеорсухАВЕНКМОРСТХ", "aeopcyxABEHKMOPCTX")


def unregistered(mention: Mention, text: str, language: str) -> Identity:
    """A source that is not in the registry, by its own words in their base form; the names of media in Latin letters."""
    given = text[mention.char_start : mention.char_end]
    kind = mention.kind
    if kind == "body":
        kind = kind_of_body(mention.head, language)
    elif kind in ("latin", "organisation"):
        kind = "official" if _names_a_state_body(given, language) else "organisation"
    if mention.kind in ("outlet", "agency") and (quoted := _QUOTED.search(given)):
        given = quoted[1]
    if "t.me/" in given:
        return Identity(given.rpartition("/")[2], None, kind)
    if given.startswith("http"):
        return Identity(_HOST.match(given)[1], None, kind)
    words = _SPACES.sub(" ", _QUOTES.sub("", _WRITTEN_ON_A_NAME.sub(" ", given))).strip(" ,.;:-–—").removeprefix("www.")
    if language == "en" and kind in ("unnamed", "official") and words.istitle() and is_bare(mention, text):
        return Identity(words.lower(), None, kind)  # "Police", "Experts" at the head of a sentence
    if language == "en" and mention.kind == "body" and kind == "organisation" and mention.head and (name := _introduced(words, mention.head)):
        return Identity(name, None, kind)
    if language not in ("ru", "uk"):
        return Identity(_without_description(words, kind, language), None, kind)
    if mention.kind in ("outlet", "agency"):
        words = " ".join(_from_name(_WRITTEN_ON_A_HOST.sub("", words).split(), mention, language))
        if (mention.is_oblique and (mention.head is None or words[:1].isdigit())) or (mention.head or "").startswith(load_cues(language).groups["people_of_media"]):
            words = base_phrase(words, language)
        return Identity(romanise(words, language), None, kind)
    if kind == "unnamed":
        words = words if words[1:2].isupper() else words[:1].lower() + words[1:]
        return Identity(base_phrase(words, language) if mention.is_oblique else words, None, kind)
    if kind == "organisation" and (own := _own_name(given, language)) is not None:
        return Identity(own, None, kind)
    parts = _JUST.sub("", words).split()
    if kind == "document" and mention.head:
        parts = _document_alone(parts, mention.head, language)
    if len(parts) > 1 and parts[0].lower().startswith(load_cues(language).groups["press_offices"]):
        kind = _kind_of_owner(parts[1:], language) if mention.kind == "body" else kind
        if kind == "organisation" and (own := _own_name(given.split(maxsplit=1)[1], language)) is not None:
            return Identity(own, None, kind)
        parts = parts[1:]
        if len(parts) > 2 and parts[-2][:1].isupper() and word_form(parts[-2], language).given_name and parts[-3] not in ("имени", "им.", "імені", "ім."):
            parts[-2:] = nominative_name(" ".join(parts[-2:]), language).split()  # «пресс-служба мэра Ивана Лыкова»
    return Identity(base_phrase(" ".join(parts), language), None, kind)


def _introduced(words: str, head: str) -> str | None:
    """The name behind the noun that introduces it, where all before it is written small but for a sentence's first word."""
    parts = words.split(" ")
    at = next((k for k, word in enumerate(parts) if word == head), len(parts))
    is_name = at + 1 < len(parts) and all(part[:1].isupper() or part == "&" for part in parts[at + 1 :])
    return " ".join(parts[at + 1 :]) if is_name and all(part[:1].islower() for part in parts[1:at]) else None


def kind_of_body(head: str | None, language: str) -> str:
    """`official` for a body whose noun may be a state's, `organisation` for one whose noun never is («компания», "league", „Möbelhersteller“)."""
    organisations = load_cues(language).lists["organisation"]
    if head is None:
        return "official"
    is_none = head.endswith(tuple(organisations)) if language == "de" else base_of_head(head, language) in organisations
    return "organisation" if is_none else "official"


def _kind_of_owner(words: list[str], language: str) -> str:
    """Of what kind the body is whose press service speaks: by the first noun that tells, or a name in Latin letters («пресс-служба зоопарка»)."""
    lists = load_cues(language).lists
    for word in words:
        base = lemma(word.lower(), language)
        if base in lists["organisation"] or word.isascii() or word.lower().startswith(load_cues(language).groups["firms"]):
            return "organisation"
        if base in lists["body"]:
            return "official"
    return "official"


def _own_name(given: str, language: str) -> str | None:
    """The name behind the noun for an organisation, where quotation marks or Latin letters set it off («компания „Пример“», «партії „За степ“»)."""
    first, _, rest = given.partition(" ")
    if rest and first.istitle() and word_form(first, language).adjective:
        given = f"{first.lower()} {rest}"  # «Китайская компания „Пример“» begins a sentence
    match = _NAMED.match(given)
    if match is None or lemma(match[1].lower(), language) not in load_cues(language).lists["organisation"]:
        return None
    return _SPACES.sub(" ", _QUOTES.sub("", match[2])).strip(" ,.;:-–—") or None


def _names_a_state_body(name: str, language: str) -> bool:
    """Whether a name has a noun for a part of a state, and none for another body ("Ministry of Central Services")."""
    lists, words = load_cues(language).lists, [lemma(word, language) for word in name.lower().split()]
    return any(word in lists["body"] for word in words) and not any(word in lists["organisation"] for word in words)


def base_of_head(head: str, language: str) -> str:
    """The noun that a phrase is built on, in the form that all its others share."""
    if language == "ro":  # «raport», «raportul», «raportului»
        return head.removesuffix("ui").removesuffix("ul")
    return lemma(head, language)


def _document_alone(parts: list[str], head: str, language: str) -> list[str]:
    """A document's words without where it was placed or who made it («поданному в комиссию отчёту», «приказе, размещённом на сайте»)."""
    at = next((k for k, word in enumerate(parts) if word.lower().rstrip(",") == head), 0)
    if parts[at].endswith(","):
        parts = [*parts[:at], parts[at].rstrip(",")]
    is_qualified = at > 1 and word_form(parts[0], language).adjective and (
        bool(load_cues(language).words.get(parts[1], 0) & PREPOSITION) or parts[1].endswith(_INSTRUMENTAL)
    )
    return parts[at:] if is_qualified else parts


def _from_name(words: list[str], mention: Mention, language: str) -> list[str]:
    """The words of a medium from its name on, without the noun for it or for its channel."""
    channel_of = load_cues(language).channel_of
    for i, word in enumerate(words):
        low = word.lower()
        if (word[0].isupper() or "." in word[1:-1]) and low != mention.head and "-канал" not in low and channel_of(low) != "telegram":
            return words[i:]
    return words


def _without_description(words: str, kind: str, language: str) -> str:
    """The name without the small words before it ("engineering major Example Ltd"), of a medium without the noun for one."""
    if kind not in ("outlet", "agency", "organisation"):
        return words
    parts = words.split(" ")
    classes = load_cues(language).words
    medium = kind != "organisation"
    first = 0
    if not medium and len(parts) > 2 and parts[1].islower() and not classes.get(parts[1], 0) & (INSIDE | PARTICLE | CONJUNCTION | PREPOSITION | ARTICLE) and parts[2][:1].isupper():
        first = 2  # the sentence's first word has a capital of its own
    while first < len(parts) - 1 and (parts[first][:1].islower() or (medium and _is_medium(parts[first], classes, language))):
        first += 1
    if parts[first][:1].islower():
        return words
    if not medium and first and language not in ("en", "de") and classes.get(parts[first - 1], 0) & (INSIDE | PREPOSITION) and (noun := _noun_before(parts, first, classes)) is not None:
        return " ".join([parts[noun].rpartition("'")[2].rpartition("’")[2], *parts[noun + 1 :]])
    if medium:  # "Ruritanian newspaper Example"
        first = next((k + 1 for k in range(first, len(parts) - 1) if _is_noun_for_medium(parts[k], classes) and parts[k + 1][:1].isupper()), first)
    end = len(parts)
    while medium and end > first + 1 and parts[end - 1].islower() and classes.get(parts[end - 1], 0) & OUTLET:
        end -= 1
    if parts[end - 1].islower() or parts[end - 1].endswith(POSSESSIVE):
        end = len(parts)  # "Example's official website"
    return " ".join(parts[first:end])


def _noun_before(parts: list[str], end: int, classes: Mapping[str, int]) -> int | None:
    """The last noun for a body before the name that completes it («chercheurs de l'université de Exemple»)."""
    return next((k for k in range(end - 1, -1, -1) if classes.get(parts[k].rpartition("'")[2].rpartition("’")[2], 0) & BODY), None)


def _is_noun_for_medium(word: str, classes: Mapping[str, int]) -> bool:
    return word.islower() and (bool(classes.get(word, 0) & OUTLET) or word == "station")


def _is_medium(word: str, classes: Mapping[str, int], language: str) -> bool:
    flags = classes.get(word.lower(), 0)
    if language == "de" and not flags:
        flags = derived_class(word.lower(), True, language)
    return language == "de" and bool(flags & OUTLET)


def unnamed(mention: Mention, text: str, language: str, same: Identity | None) -> Identity | None:
    """People whom the text describes and does not name («жители соседнего дома»): themselves a source without a name."""
    if same is not None and same.kind == "unnamed":
        return same
    words = _SPACES.sub(" ", _QUOTES.sub("", text[mention.char_start : mention.char_end])).strip(" ,.;:-–—")
    words = _JUST.sub("", words) if language in ("ru", "uk") else words
    words = words.lower() if is_bare(mention, text) else words
    is_base = language not in ("ru", "uk") or not mention.is_oblique
    return Identity(words if is_base else base_phrase(words, language), None, "unnamed")


def outlet_by_name(given: str, language: str, registry: Registry) -> Identity | None:
    """An outlet that the text spells otherwise than the registry («Noi.md», «Вечерней Москве», a Cyrillic А in a Latin name)."""
    quoted = _QUOTED.search(given)
    name = (quoted[1] if quoted else given).strip()
    if language not in ("ru", "uk"):
        name = _without_description(name, "outlet", language)
        outlet = registry.outlet_of_name(name) if len(name) > 2 else None
        if outlet is None and language == "de" and name.endswith("s") and len(name) > 4:
            outlet = registry.outlet_of_name(name[:-1])
        return Identity(outlet.name, outlet.outlet_id, "agency" if outlet.kind == "agency" else "outlet") if outlet else None
    if sum(c.isascii() for c in name) > len(name) // 2:
        name = name.translate(_LATIN_LOOKALIKES)
    if len(name) < 4:
        return None
    outlet = registry.outlet_of_name(name) or (registry.outlet_of_name(base_phrase(name, language)) if " " in name else None)
    return Identity(outlet.name, outlet.outlet_id, "agency" if outlet.kind == "agency" else "outlet") if outlet else None


def is_bare(mention: Mention, text: str) -> bool:
    """Whether the mention is a description of one or two words without a name («депутат», «в ведомстве»)."""
    words = _QUOTES.sub(" ", _WRITTEN_ON_A_NAME.sub(" ", text[mention.char_start : mention.char_end])).split()
    if len(words) == 2 and mention.kind == "outlet" and words[1] == mention.head and words[0].lower().endswith(OF_A_COUNTRY) and text.endswith("the ", 0, mention.char_start):
        return True  # "the Ruritanian newspaper"
    if len(words) > 1 and words[-2].isdigit() and mention.kind == "outlet" and words[-1] == mention.head:
        return False  # «9 канал»
    if mention.is_plural and mention.head and mention.kind == "outlet" and len(words) > 1:
        words = words[1:]  # «Турецкие телеканалы» begins a sentence: no one medium's name is plural
    if mention.kind == "outlet" and any(word.endswith(POSSESSIVE) for word in words):
        return False  # "the club's website"
    return not any((word[:1].isupper() and (i > 0 or word.lower() != mention.head)) or "." in word[1:-1] for i, word in enumerate(words))
