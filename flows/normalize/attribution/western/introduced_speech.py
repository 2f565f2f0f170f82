"""Whose words a colon and a quotation mark introduce, where no verb of saying does: „Eva Muster zeigt sich erfreut: „…““."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import ADVERB, ARTICLE, CONJUNCTION, PEOPLE, TIME
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence, read_sentence
from flows.normalize.attribution.sentences import sentence_start
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.names import is_plain, is_surname
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.words import with_derived_classes
from flows.normalize.registry import NameMatch

_INTRODUCED = re.compile(r" ?: ?(?=[«“„\"]\s?\w)")
_CLOSING = "»”“\"«"
_LONGEST_INTRODUCTION = 220
_FEWEST_WORDS = 5


def introduced_speech(reader: WesternReader, text: str, names: Sequence[NameMatch], found: Sequence[Mention]) -> list[Mention]:
    """A mention for each person who opens a sentence that ends in a colon before quoted words, and whom nothing there cites yet."""
    if reader.cues.language == "en" or ":" not in text:
        return []
    speakers: list[Mention] = []
    for colon in _INTRODUCED.finditer(text):
        start = sentence_start(text, colon.start(), max(0, colon.start() - _LONGEST_INTRODUCTION), reader.cues.lists["abbreviations"])
        if any(start <= m.char_start < colon.end() for m in found) or not is_speech(text, colon.end()):
            continue
        if any(mark in text[start : colon.start()] for mark in "«“„\""):
            continue
        s = read_sentence(text, start, colon.start(), reader.cues, [n for n in names if start <= n.char_start < colon.start()])
        if not len(s):
            continue
        with_derived_classes(s, reader.cues)
        phrase = opening_person(reader, s)
        if phrase is not None:
            speakers.append(make_mention(reader, s, phrase, "subject", "introduced_speech", start, (len(s) - 1, len(s))))
    return speakers


def is_speech(text: str, opening: int) -> bool:
    """Whether more words are quoted than a title has."""
    end = min((at for mark in _CLOSING if (at := text.find(mark, opening + 1)) >= 0), default=len(text))
    return text.count(" ", opening, end) >= _FEWEST_WORDS


def opening_person(reader: WesternReader, s: Sentence) -> Phrase | None:
    """The person whom the sentence opens with: by the full name, by a title and the surname, or by the surname that the text gives after a first name."""
    first = 0
    while first < len(s) and s.names[first] is None and s.flags[first] & (ADVERB | ARTICLE | TIME | CONJUNCTION):
        first += 1
    if reader.cues.language == "de" and 0 < first < len(s) - 1 and is_plain(s, first):
        first += 1  # „Natürlich ruft Trainer Erik Muster zum Angriff auf: „…““
    end = end_right(reader, s, first) if first < len(s) and s.is_word(first) else first
    phrase = describe(reader, s, first, end) if first < end else None
    if phrase is None:
        return None
    if phrase.kind == "latin" and phrase.end - phrase.first == 1 and phrase.match is None and is_surname(reader, s.text, s.words[phrase.first]):
        phrase.kind, phrase.person = "person", (phrase.first, phrase.end)
    if phrase.person is None or phrase.person[1] < phrase.end or s.lows[-1] in reader.cues.lists["entitled"]:
        return None
    is_titled = any(s.flags[k] & PEOPLE for k in range(phrase.first, phrase.person[0]))
    return phrase if is_titled or phrase.person[0] == phrase.first else None  # not „Ein Zitat von Eva Muster“
