"""Clues in running text: the words around a name by which an outlet speaks of itself."""

import re
from collections.abc import Iterator

from flows.normalize.outlet.cues import OutletCue, cues_around
from flows.normalize.outlet.name_place import NEARBY, OPENING, NamePlace, Said, last_word
from flows.normalize.outlet.standing import is_shouted, noun_before
from flows.normalize.outlet.traits import gives_interviews
from flows.normalize.registry import Outlet

_ANOTHER = re.compile(r"(?:издание|видання|газета|журнал|телеканал|агентство|агенція|сайт)\s+[«\"“„]?$")
_PRESS = frozenset(("newspaper", "broadcaster", "radio"))
_INTERVIEWS = frozenset(f"self_reference.{what}" for what in ("told_us", "comment", "interview", "dialogue", "contacted", "asked"))
_CLOSING = re.compile(r"^[»\"”“’'*]+(?!s\b)")
# what the last word before a name ends with where the name is a credit
_PHOTO = ("фото", "photo", "foto", "bild", "image", "зображення", "изображение", "видео", "відео", "video", "иллюстрация",
          "коллаж", "колаж", "источник", "джерело", "source", "via", "quelle", "fuente", "fonte", "источники")  # fmt: skip
_SCREENSHOT = "скрин"
# what the last word before a name begins with where the name is a source: «сообщает ДЕЛЬФИ»
_REPORTS = ("сообща", "сообщи", "переда", "пиш", "пис", "напис", "повідом", "інформу", "информир")


def clues_of_sentence(place: NamePlace) -> Iterator[Said]:
    """What the words before and after the name say; nothing where it is the credit of a picture."""
    before, words = place.before, place.words
    word = last_word(before)
    if word.endswith(_PHOTO) or _SCREENSHOT in word:
        return
    if place.name.is_distinctive and not place.is_quoted and before[-1:] == " " and is_shouted(place.text, place.name) and not _is_written_so(place.outlet, words):
        yield "self_reference.capitals", 0.3 if word.startswith(_REPORTS) else 0.82 if "\u0400" <= words[0] <= "\u04ff" else 0.65
    # «Ранее издание «X» сообщало»: nobody calls itself so; the noun in the nominative marks another.
    trust = 0.6 if _ANOTHER.search(before[-NEARBY:].lower()) and not _is_address(words) else 1.0
    stripped = before.rstrip(OPENING)
    while noun := noun_before(stripped[-NEARBY:] + " "):
        stripped = stripped[: max(0, len(stripped) - NEARBY) + noun.start()].rstrip(OPENING)
    left, right = stripped.lower(), _CLOSING.sub("", place.after).lower()
    for cue in cues_around(left, right, before.rstrip() == stripped, place.language):
        yield cue.rule, (trust if cue.rule.startswith("self_reference.") else 1.0) * _confidence(cue, place)


def _confidence(cue: OutletCue, place: NamePlace) -> float:
    """How far a cue is trusted for the outlet: what a large outlet was told is quoted by others."""
    if place.is_quoted or (cue.rule in _INTERVIEWS and gives_interviews(place.outlet)):
        return cue.quoted_confidence
    return cue.press_confidence if place.outlet.kind in _PRESS else cue.confidence


def _is_written_so(outlet: Outlet, words: str) -> bool:
    """Whether everybody writes the name in capitals, so that they say nothing."""
    return "." in words or len(words) < 5 or outlet.name.isupper() or any(form.isupper() for form in outlet.names.values())


def _is_address(words: str) -> bool:
    """«CAR.RU»: a name that is the address of the site."""
    return "." in words and words.isascii()
