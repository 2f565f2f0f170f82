"""Clues by the form of a line: the name alone on it, at its end or its beginning, beside the author's, after ©."""

import re

from flows.normalize.outlet.name_place import OPENING, WINDOW, NamePlace, Said, closes_text, last_word, unless_quoted
from flows.normalize.outlet.standing import noun_before
from flows.normalize.outlet.traits import EAST_SLAVIC

_CREDITED = frozenset(("newspaper", "broadcaster", "radio", "magazine"))
# "X : متابعات": what the desk has from others
_DESK = re.compile(r"\s*:\s*(?:متابعات|متابعة|خاص|تقرير|وكالات)\s*")
_OPENING_ONLY = re.compile(r"[\[(]?")
_NAME_DASH = re.compile(r"[\])]?\s?[-–—]{1,2}\s(?:[^\W\d_a-zа-яіїєґё]|\d)")
_SUFFIX_BAR = re.compile(r"\s(?:\||•|»|::|/)\s$")
_SUFFIX_DASH = re.compile(r"\s[-–—]\s$")
_SIGNATURE_DRESS = re.compile(r"[\s.,©()\-–—*|:\"«»“”]*")
_PERSON = r"[^\W\d_a-zа-яіїєґё][\w'’.-]+(?: [^\W\d_a-zа-яіїєґё][\w'’.-]+){1,2}"
_AUTHOR_BEFORE = re.compile(rf"\s*{_PERSON}, (?:(?:специально )?для |спеціально для |for (?:the )?|für |pour |para )?(?:(?:ИА|ІА|РИА) )?[«\"“]?")
_AUTHOR_AFTER = re.compile(rf"[»\"”]?, {_PERSON}\.?\s*")
_SOURCE_LINE = re.compile(r"(?:.*[.!?»\"]\s?)?(?:источник|джерело|source|quelle|fuente|fonte)\s?:\s?[«\"“]?", re.IGNORECASE)
NO_CLUE: tuple[Said, ...] = ()


def clues_of_line(place: NamePlace, questions: dict[str, int]) -> tuple[Said, ...] | None:
    """What the form of the line says; NO_CLUE where it says that nobody signs there, None where it is a line like others.

    `questions` counts, by outlet, the questions that its name has introduced so far.
    """
    before, after = place.before, place.after
    if len(before) + len(after) < 8 and _SIGNATURE_DRESS.fullmatch(before) and _SIGNATURE_DRESS.fullmatch(after):
        return _alone(place)
    return _signature(place) or (_beginning(place, questions) if place.line_start > 0 else _headline_suffix(place))


def _alone(place: NamePlace) -> tuple[Said, ...]:
    """The name and nothing else: it labels the text below the headline, or signs the end."""
    text, line_start = place.text, place.line_start
    is_last = len(text) - place.line_end < WINDOW and closes_text(place)
    if place.after.strip() == ":" and text.count("\n", 0, line_start) == 1 and not is_last:
        return (("dateline.label", unless_quoted(place, 0.85)),)
    if line_start > 0 and is_last and not text[place.nearest : line_start].rstrip().endswith(":"):
        may_be_source = "." in place.words or place.outlet.kind in _CREDITED or place.language not in EAST_SLAVIC
        return (("signature.closing_line", _signature_confidence(place.before.strip(), may_be_source, place.is_quoted)),)
    return NO_CLUE


def _signature(place: NamePlace) -> tuple[Said, ...] | None:
    """At the very end, in a line with the author, after © or after «Источник»."""
    before, after = place.before, place.after
    if place.line_start > 0:
        if _is_author_line(before, after) and closes_text(place):
            return (("signature.author", unless_quoted(place, 0.85)),)
        if "©" in before and before.rstrip().endswith("©") and after.strip(" .") == "" and closes_text(place):
            return (("signature.copyright", unless_quoted(place, 0.85)),)
    if "." in place.words and last_word(before) and _SOURCE_LINE.fullmatch(before) and not place.text[place.name.char_end :].strip(" .»\""):
        # «Источник: X.ru» at the very end: sites name themselves by their address, others by their name.
        return (("signature.source", 0.1 if place.is_quoted else 0.82),)
    return None


def _headline_suffix(place: NamePlace) -> tuple[Said, ...] | None:
    """«Headline | X», "Headline - X": the name ends the first line."""
    if place.line_end >= len(place.text) or place.after.strip():
        return None
    if _SUFFIX_BAR.search(place.before):
        return (("title.suffix", 0.93),)
    if _SUFFIX_DASH.search(place.before):
        return (("title.suffix", 0.3 if place.is_quoted or place.language in EAST_SLAVIC else 0.85),)
    return None


def _beginning(place: NamePlace, questions: dict[str, int]) -> tuple[Said, ...] | None:
    """The name opens a line below the first, before a dash or a colon."""
    before, after = place.before, place.after
    if _OPENING_ONLY.fullmatch(before) and _NAME_DASH.match(after):
        # «Jakarta» left out: the line begins with the name and a dash, as sites in Asia open their stories.
        is_plain = "." in place.words or place.language == "ar"
        return (("dateline.name", unless_quoted(place, 0.85 if is_plain else 0.6)),)
    if before.strip():
        return None
    if place.language == "ar" and _DESK.fullmatch(after) and place.text.count("\n", 0, place.line_start) == 1:
        return (("dateline.label", unless_quoted(place, 0.85)),)
    return _question(place, questions) if after[:1] == ":" else None


def _question(place: NamePlace, questions: dict[str, int]) -> tuple[Said, ...]:
    """In an interview the questions are marked with the name of the outlet; the second says so once for all."""
    outlet_id = place.outlet.outlet_id
    # two letters may be a person's
    if (place.is_quoted and len(place.words) < 3) or "?" not in place.text[place.name.char_end : place.line_end]:
        return NO_CLUE
    questions[outlet_id] = questions.get(outlet_id, 0) + 1
    return (("self_reference.interview_label", 0.9),) if questions[outlet_id] == 2 else NO_CLUE


def _is_author_line(before: str, after: str) -> bool:
    """«Иван Выдумкин, X» or «ИА X, Иван Выдумкин»: the line of the author, and nothing else."""
    if not after.strip(" .»”\""):
        return _AUTHOR_BEFORE.fullmatch(before) is not None
    if len(after) >= 40 or _AUTHOR_AFTER.fullmatch(after) is None:
        return False
    noun = noun_before(before)
    return not (before[: noun.start()] if noun else before).strip(OPENING)


def _signature_confidence(dress: str, may_be_source: bool, quoted: bool) -> float:
    """A closing line that is a name alone signs the text, with © doubly so; after a dash it points to a source.

    `may_be_source` where it is a domain, a paper or station from which a website takes its texts, or no East Slavic site.
    """
    if "©" in dress:
        return 0.3 if quoted else 0.9
    if dress or quoted:
        return 0.1 if dress and quoted else 0.3 if quoted else 0.5
    return 0.6 if may_be_source else 0.9
