"""A sentence as the readers of attribution see it: its tokens, their word classes and the registry names in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.attribution.language_cues import LanguageCues
from flows.normalize.attribution.sentences import TOKEN
from flows.normalize.registry import NameMatch

OPENING_QUOTES = "«“„‘\"'`”″"
_POSSESSIVE = ("’s", "'s")
# French and Italian write articles and prepositions on the noun: «l'agence», «dell'Ansa»
_ELIDED = {
    "fr": re.compile(r"(?:[ldcsnmjt]|qu|jusqu|lorsqu|puisqu)['’](?=\w)"),
    "it": re.compile(r"(?:[ldc]|un|(?:d|n|s|qu)?all|dell|nell|sull|coll|quell|quest|com|anch|dev)['’](?=\w)"),
}
CLOSING_QUOTES = "»”“’\"'`″"


@dataclass(slots=True)
class Sentence:
    """Parallel lists over the tokens of a sentence; `names[i]` is the registry match that covers token i."""

    text: str
    char_start: int
    char_end: int
    starts: list[int]
    ends: list[int]
    words: list[str]
    lows: list[str]
    flags: list[int]
    names: list[NameMatch | None]

    def __len__(self) -> int:
        return len(self.words)

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after the offset."""
        for index, end in enumerate(self.ends):
            if end > offset:
                return index
        return len(self.ends)

    def is_word(self, index: int) -> bool:
        """Whether the token is a word or a number, not a mark."""
        return self.words[index][0].isalnum()

    def is_capitalised(self, index: int) -> bool:
        """Whether the token begins with an upper-case letter."""
        return self.words[index][0].isupper()

    def is_quote(self, index: int) -> bool:
        """Whether the token is a quotation mark of any sort."""
        return self.words[index] in OPENING_QUOTES or self.words[index] in CLOSING_QUOTES

    def closing_quote(self, index: int, limit: int = 12) -> int | None:
        """Index of the mark that closes the quotation opened at `index`, within `limit` tokens of the sentence."""
        wanted = {"«": "»", "“": "”", "„": "“”\"", "‘": "’"}.get(self.words[index], "\"'`”“″»")
        for j in range(index + 1, min(len(self.words), index + 1 + limit)):
            if self.words[j] in wanted:
                return j
        return None

    def opening_quote(self, index: int, limit: int = 12) -> int | None:
        """Index of the mark that opens the quotation closed at `index`."""
        wanted = {"»": "«", "”": "“„\"”", "’": "‘"}.get(self.words[index], "\"'`“„″«")
        for j in range(index - 1, max(-1, index - 1 - limit), -1):
            if self.words[j] in wanted:
                return j
        return None

    def string(self, first: int, end: int) -> str:
        """The text from the first token to the one before `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]]


def read_sentence(
    text: str, folded: str, start: int, end: int, cues: LanguageCues, matches: Sequence[NameMatch]
) -> Sentence:
    """The sentence at text[start:end]; `folded` is the text in lower case, of the same length; `matches` lie inside it."""
    spans = [found.span() for found in TOKEN.finditer(text, start, end)]
    if elided := _ELIDED.get(cues.language):
        spans = _without_elision(folded, spans, elided)
    starts = [a for a, _ in spans]
    ends = [b for _, b in spans]
    words = [text[a:b] for a, b in spans]
    lows = [folded[a:b].rstrip("'’") or folded[a:b] for a, b in spans]
    class_of = cues.words.get
    flags = [class_of(low, 0) for low in lows]
    for i, low in enumerate(lows):
        if low[-2:] in _POSSESSIVE and not flags[i]:
            flags[i] = class_of(low[:-2], 0)
    names: list[NameMatch | None] = [None] * len(words)
    if matches:
        index = 0
        for match in matches:
            while index < len(words) and ends[index] <= match.char_start:
                index += 1
            first = index
            while index < len(words) and starts[index] < match.char_end:
                names[index] = match
                index += 1
            index = max(first, index - 1)
    return Sentence(text, start, end, starts, ends, words, lows, flags, names)


def _without_elision(folded: str, spans: list[tuple[int, int]], elided: re.Pattern[str]) -> list[tuple[int, int]]:
    """The tokens with an elided word apart from the one that it is written on."""
    apart = []
    for start, end in spans:
        if end - start > 2 and (short := elided.match(folded, start, end)):
            apart.append((start, short.end()))
            start = short.end()
        apart.append((start, end))
    return apart
