"""A sentence as the readers of attribution see it: its tokens, their word classes and the registry names in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, repeat

from flows.normalize.attribution.domain_words import domain_words
from flows.normalize.attribution.language_cues import PEOPLE, UNNAMED, LanguageCues
from flows.normalize.registry import NameMatch

_QUOTES = frozenset("«“„‘\"'`”″»’")
# «al-Assad»: the name begins after the article
_ARABIC_ARTICLES = frozenset(("al", "el", "as", "ar", "at", "ad", "an", "ul"))
_LONGEST_PART = 2  # «вр.и.о.»
POSSESSIVE = ("’s", "'s")
# French and Italian write articles and prepositions on the noun: «l'agence», «dell'Ansa»
_ELIDED = {
    "fr": re.compile(r"(?:[ldcsnmjt]|qu|jusqu|lorsqu|puisqu)['’](?=\w)"),
    "it": re.compile(r"(?:[ldc]|un|(?:d|n|s|qu)?all|dell|nell|sull|coll|quell|quest|com|anch|dev)['’](?=\w)"),
}
# a run of marks inside a word makes no words of it: "o’clock", "AT&T", «Крим.Реалії», a host
# no possessive repeat of a group: after a failed one Python 3.11.2 goes on behind what it had read («Иванов.»)
_SITE = rf"(?<=[A-Za-z0-9]\.)(?:{'|'.join(sorted(domain_words()))})"
# most words are letters that are told apart fast, with nothing behind them that a word goes on with
_PLAIN_WORD = r"[0-9A-Za-zА-Яа-яЁёІіЇїЄєҐґ]++(?![\w‑'’‘´ʼ`&@.-])"
_WORD = rf"{_PLAIN_WORD}|[^\W_]++(?:[-‑'’‘´ʼ`&@_][^\W_]++)*(?:\.(?:[a-z]{{2,10}}|[а-я]{{2,6}}|[A-ZА-Я]{{2,3}}|{_SITE})(?![\w]))*|\n+|[^\w\s]|_"
# no token begins with a blank: said first, that spares trying each alternative on each of them
_TOKEN = re.compile(rf"(?! )({_WORD})")
# links lose the spaces around them: where small Cyrillic and Latin letters meet, two words do, and where a name is written on a noun
_TOKEN_OR_LINK = re.compile(
    rf"(?! )([а-яёіїєґ]{{4,}}+(?=[А-ЯЁІЇЄҐ][а-яёіїєґ])|[а-яёіїєґ]++(?=[A-Z]|[a-z][a-z0-9-]+\.[a-z]{{2,}})|[A-Z][A-Za-z]{{2,}}+(?=[а-яёіїєґ]{{4}})|https?://[^\s»”\")\]]+|{_WORD})"
)
_LINK = re.compile(r"[A-Za-zА-ЯЁІЇЄҐ](?:(?<=[а-яёіїєґ][A-Za-z])|(?<=[A-Za-z])(?=[а-яёіїєґ]{4})|(?<=[а-яёіїєґ]{4}[А-ЯЁІЇЄҐ])(?=[а-яёіїєґ]))")


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
        return bisect_right(self.ends, offset)

    def past_name(self, index: int) -> int:
        """One past the tokens of the registry name that covers the token."""
        match = self.names[index]
        while index < len(self.words) and self.names[index] is match:
            index += 1
        return index

    def is_word(self, index: int) -> bool:
        """Whether the token is a word or a number, not a mark."""
        return self.words[index][0].isalnum()

    def is_capitalised(self, index: int) -> bool:
        """Whether the token begins with an upper-case letter, or is a name with the Arabic article before it."""
        word = self.words[index]
        # «eBay» is a name too
        return word[0].isupper() or word[1:2].isupper() or (word[2:3] == "-" and word[:2] in _ARABIC_ARTICLES and word[3:4].isupper())

    def is_quote(self, index: int) -> bool:
        """Whether the token is a quotation mark of any sort."""
        return self.words[index] in _QUOTES

    def closing_quote(self, index: int, limit: int = 12) -> int | None:
        """Index of the mark that closes the quotation opened at `index`, within `limit` tokens of the sentence."""
        wanted = {"«": "»", "“": "”“", "„": "“”\"", "‘": "’"}.get(self.words[index], "\"'`”“″»")
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
    text: str, start: int, end: int, cues: LanguageCues, matches: Sequence[NameMatch], cuts: Sequence[int] = ()
) -> Sentence:
    """The sentence at text[start:end]; `matches` are the names that touch it, in text order; at `cuts` a token ends."""
    has_link = text.find("://", start, end) >= 0 or (cues.family == "slavic" and _LINK.search(text, start, end))
    token = _TOKEN_OR_LINK if has_link else _TOKEN
    parts = token.split(text[start : cuts[0] if cuts else end])  # what stands between tokens and the tokens, in turn
    for a, b in pairwise((*cuts, end)):
        more = token.split(text[a:b])
        parts[-1] += more[0]
        parts += more[1:]
    if elided := _ELIDED.get(cues.language):
        parts = _without_elision(parts, elided)
    words = parts[1::2]
    bounds = list(accumulate(map(len, parts), initial=start))
    starts, ends = bounds[1:-1:2], bounds[2::2]
    lows = list(map(str.lower, words))
    if cues.family == "slavic" and words.count(".") > 1:
        _join_abbreviations(words, lows, starts, ends, cues.lists["joined"])
    if cues.family == "slavic" and text.find(" -", start, end) >= 0:
        joined = _join_channels(words, lows, starts, ends, cues)
        matches = [match for match in matches if match.char_start not in joined]  # «Telegram -канал» is not Telegram
    if elided:
        lows = [low.rstrip("'’") or low for low in lows]
    class_of = cues.words.get
    flags = list(map(class_of, lows, repeat(0)))
    if text.find("’s", start, end) >= 0 or text.find("'s", start, end) >= 0:
        for i, low in enumerate(lows):
            if low[-2:] in POSSESSIVE and not flags[i]:
                flags[i] = class_of(low[:-2], 0)
    if cues.language == "en" and "-" in text[start:end]:
        for i, low in enumerate(lows):
            if not flags[i] and "-" in low and not low.endswith("-general"):  # an office of its own
                flags[i] = class_of(low.rpartition("-")[2], 0) & (PEOPLE | UNNAMED)  # "programme-makers", "co-owner"
    if cues.lists["surnames"] and not cues.lists["surnames"].isdisjoint(lows):
        _free_surnames(words, lows, flags, cues.lists["surnames"])
    if cues.family == "slavic" and "." in words and words.index(".") < len(words) - 1:
        for i in range(len(words) - 2):
            if words[i + 1] == "." and len(words[i]) == 1 and flags[i] and words[i].isupper() and words[i + 2][0].isupper():
                flags[i], lows[i] = 0, words[i]  # the initial of «В. Лыков» is no preposition
    names: list[NameMatch | None] = [None] * len(words)
    for match in matches:
        for index in range(bisect_right(ends, match.char_start), bisect_left(starts, match.char_end)):
            names[index] = match
    return Sentence(text, start, end, starts, ends, words, lows, flags, names)


def _free_surnames(words: Sequence[str], lows: Sequence[str], flags: list[int], surnames: Container[str]) -> None:
    """Takes their class, in place, from nouns for people that are surnames here ("Ann Baker", "Baker, 52, said"; not "the Farmer", "Singer Ann Example")."""
    for i, low in enumerate(lows):
        if low in surnames and words[i].istitle() and not (i + 1 < len(words) and words[i + 1][0].isupper()) and not (i and (flags[i - 1] or words[i - 1].isupper())):
            flags[i] = 0


def _join_abbreviations(words: list[str], lows: list[str], starts: list[int], ends: list[int], joined: Container[str]) -> None:
    """Makes one token, in place, of the letters and points of a title that is written so («в. о. голови», «т.в.о.»)."""
    i = 0
    while i + 3 < len(words):
        j = i
        while j + 1 < len(words) and len(words[j]) <= _LONGEST_PART and words[j].isalpha() and words[j + 1] == ".":
            j += 2
        whole = "".join(lows[i:j])
        if j > i + 2 and whole in joined:
            words[i:j], lows[i:j], starts[i:j], ends[i:j] = [whole], [whole], starts[i : i + 1], ends[j - 1 : j]
        i += 1


def _join_channels(words: list[str], lows: list[str], starts: list[int], ends: list[int], cues: LanguageCues) -> list[int]:
    """Makes one token, in place, of a network and what is written on a hyphen after a space («Telegram -канал», as machines translate); where those begin."""
    i, joined = 0, []
    while i + 2 < len(words):
        whole = f"{lows[i]}-{lows[i + 2]}"
        if words[i + 1] == "-" and words[i].isascii() and starts[i + 2] == ends[i + 1] < ends[i] + 3 and cues.channel_of(lows[i]) and cues.channel_of(whole):
            words[i : i + 3], lows[i : i + 3], starts[i : i + 3], ends[i : i + 3] = [f"{words[i]}-{words[i + 2]}"], [whole], starts[i : i + 1], ends[i + 2 : i + 3]
            joined.append(starts[i])
        i += 1
    return joined


def _without_elision(parts: Sequence[str], elided: re.Pattern[str]) -> list[str]:
    """The parts with an elided word apart from the one that it is written on, and nothing between them."""
    apart = []
    for part in parts:
        if len(part) > 2 and ("'" in part or "’" in part) and (short := elided.match(part.lower())):
            apart += part[: short.end()], ""
            part = part[short.end() :]
        apart.append(part)
    return apart
