"""Searching a text for many words at once: Aho-Corasick, over one byte per letter where a code page holds all words."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

# a full table is as fast beside other work, since most of its rows are out of the cache, and takes four times as long to build and 20 MB more
_COMPACT = Implementation.ContiguousNFA
_PAGES = {"latin-1": "e", "cp1251": "о"}  # and a letter of the script: copying costs little to the first, and less to the second than Cyrillic in UTF-8
# Where all patterns share few first or few rare letters, by a table that takes every Cyrillic letter of a code page for rare, the library stops
# at each such letter; of a few patterns with many first letters it compares the beginnings of all at once, twenty times as fast.
_IN_NO_TEXT = tuple(6 * chr(code) for code in range(1, 5))
_FEW = 60
_LOST = b"?"  # what a letter beyond the page becomes; no pattern of such a scanner holds it


@dataclass(frozen=True, slots=True)
class Scanner:
    """An automaton ready to search; over a code page it takes half as many steps in Cyrillic as over UTF-8, and offsets are those of the text."""

    automaton: AhoCorasick | BytesAhoCorasick
    page: str | None

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """(number of the pattern, start, end) of the leftmost longest matches, in text order and without overlaps."""
        return self.automaton.find_matches_as_indexes(text if self.page is None else _in_page(text, self.page))


def build_scanner(patterns: Sequence[str]) -> Scanner:
    """The scanner of the patterns."""
    if len(patterns) <= _FEW:
        patterns = (*patterns, *_IN_NO_TEXT)
    joined = "".join(patterns)
    page = next((page for page, letter in _PAGES.items() if letter in joined and _LOST not in joined.encode(page, "replace")), None)
    if page is None:
        return Scanner(AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=_COMPACT, store_patterns=False), None)
    paged = [pattern.encode(page) for pattern in patterns]
    return Scanner(BytesAhoCorasick(paged, matchkind=MatchKind.LeftmostLongest, implementation=_COMPACT), page)


@functools.lru_cache(maxsize=2)  # the text of one article is searched for cues and recaps, with plain apostrophes for dates
def _in_page(text: str, page: str) -> bytes:
    return text.encode(page, "replace")
