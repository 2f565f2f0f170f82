"""Finding names from a closed list in running text: one Aho-Corasick pass over stems, then whole forms by look-up."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import ahocorasick_rs
import re2

# Japanese and Chinese write no spaces: their signs neither continue a Latin or Cyrillic word nor need a boundary.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
# Letters of another script end a word as well: "RTVIсообщил", a name and a verb that lost the space between them.
_WORD_END = rf"[^\W{_UNSPACED}](?![^\W{_UNSPACED}])|[A-Za-z0-9](?=[\u0400-\u04ff])|[\u0400-\u04ff](?=[A-Za-z])"
# Whole words of one script first, at one look each; only what mixes scripts is read sign by sign.
_WORD = re.compile(rf"(?:[A-Za-z0-9]++|[\u0400-\u04ff]++)(?![^\W{_UNSPACED}])|[^\W{_UNSPACED}]*?(?:{_WORD_END})")
_KATAKANA_GOES_ON = re.compile(r"[\u30a1-\u30fa\u30fc]")
_ARABIC_PROCLITICS = frozenset("وفبلك")
_SAME_SIGN = (
    ("\u00a0", " "), ("\u202f", " "), ("’", "'"), ("ʼ", "'"), ("–", "-"), ("‑", "-"), ("—", "-"),
    ("«", '"'), ("»", '"'), ("“", '"'), ("”", '"'), ("„", '"'), ("！", "!"), ("＆", "&"),
)
_GOES_ON_WITH = frozenset("@_/-.")
_JOINS_BEFORE = frozenset("@/.-_")
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be"})
_LOOK_ALIKE = str.maketrans("aceiopxyABCEHIKMOPTX", "асеіорхуАВСЕНІКМОРТХ")
# Japanese text has Latin letters and figures as wide as its own signs («ＡＢＣ»).
_HALF_WIDTH = {code: code - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)}
_LONGEST_IN_KANA = 10
_MIXED = re2.compile(r"\p{Cyrillic}[aceiopxyABCEHIKMOPTX]|[aceiopxyABCEHIKMOPTX]\p{Cyrillic}")
# one run of either script and then the other, so that a plain word is read once and not sign by sign
_MIXED_WORD = re.compile(
    r"(?<![A-Za-z\u0400-\u04ff])(?:[A-Za-z]++(?=[\u0400-\u04ff])|[\u0400-\u04ff]++(?=[A-Za-z]))[A-Za-z\u0400-\u04ff]*"
)
_LATIN_PART = re.compile(r"[A-Za-z]{5}|[bdfghjklmnqrstuvwzDFGJLNQRSUVWYZ]")
_ADDRESS_BEFORE = re.compile(r"[.:][^\s]*/$")
_LONGEST_ADDRESS = 80
_SHORTEST_STEM = 3
_LATIN_OR_DOMAIN = re.compile(r"[A-Za-z0-9]|[\w-]+\.[a-z]")


@dataclass(frozen=True, slots=True)
class NameForms:
    """A name with all its case forms, whose it is, and the languages in which the words also mean something else."""

    source_id: str
    forms: tuple[str, ...]
    common_in: frozenset[str] = frozenset()
    is_weak: bool = False


class FoundName(NamedTuple):
    """A span of the text and all that bear the name; `is_distinctive` as Registry.find_names says."""

    char_start: int
    char_end: int
    source_ids: tuple[str, ...]
    is_distinctive: bool


# Who bears a form: the ids, the languages where it is a common word, whether it is only a lone surname.
Owner = tuple[tuple[str, ...], tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Forms and the stems that lead to them; plain data, so it can be kept in a cache file.

    `owners` maps each folded form to its owner, and what a form of several words begins with, word by word, to None.
    """

    owners: Mapping[str, Owner | None]
    stems: tuple[str, ...]

    def owners_of(self, name: str) -> tuple[str, ...]:
        """All that bear the name, in any of its forms and any case."""
        owner = self.owners.get(folded(name))
        return owner[0] if owner else ()


def same_signs(text: str) -> str:
    """The text with one kind of space, apostrophe and dash; as long as before, so offsets hold."""
    for sign, plain in _SAME_SIGN:
        if sign in text:
            text = text.replace(sign, plain)
    return text


@functools.lru_cache(maxsize=1)  # names and citations are read in the same text
def cyrillic_words(text: str) -> str:
    """The text with Latin letters inside Cyrillic words as the Cyrillic letters that they look like; as long as before."""
    return _MIXED_WORD.sub(_as_cyrillic, text) if _MIXED.search(text) else text


def _as_cyrillic(match: re.Match) -> str:
    word = match.group()
    # "theБабель", "YouTube-канал": a part of its own in Latin letters is meant so.
    return word if _LATIN_PART.search(word) else word.translate(_LOOK_ALIKE)


def folded(name: str) -> str:
    """The key under which a form is kept: one kind of signs, lower case."""
    return same_signs(name).lower()


def build_index(names: Iterable[NameForms]) -> NameIndex:
    """The index of the names; a form that several bear is kept with all of them."""
    owners: dict[str, Owner | None] = {}
    stems: dict[str, None] = {}
    for name in names:
        forms = [same_signs(form).rstrip("!?.\"'") for form in name.forms]
        for form in forms:
            _add_owner(owners, form.lower(), name)
        for stem in _stems(forms):
            stems.update(dict.fromkeys(sorted(_spellings(stem))))
    for form in list(owners):
        for word in _WORD.finditer(form):
            owners.setdefault(form[: word.end()], None)
    return NameIndex(owners, tuple(_shortest(stems)))


def _shortest(stems: Iterable[str]) -> Iterator[str]:
    """The stems without those that begin with another, which lead to the same places; all where no spaces bound a name."""
    last = None
    for stem in sorted(stems):
        if last is None or is_unspaced(stem[0]) or not stem.startswith(last):
            last = stem
            yield stem


def _add_owner(owners: dict[str, Owner | None], key: str, name: NameForms) -> None:
    ids, common, weak = owners.get(key) or ((), (), True)
    if ids and weak and not name.is_weak:
        ids, common = (), ()
    elif ids and name.is_weak and not weak:
        return
    if name.source_id not in ids:
        ids = (*ids, name.source_id)
    owners[key] = (ids, tuple(sorted({*common, *name.common_in})), weak and name.is_weak)


def _stems(forms: list[str]) -> set[str]:
    """What all forms begin with, as the first of them spells it; each form where that is too little to search for."""
    first, last = min(form.lower() for form in forms), max(form.lower() for form in forms)
    shared = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return {forms[0][:shared]} if shared >= min(_SHORTEST_STEM, len(first)) else set(forms)


def _spellings(stem: str) -> set[str]:
    """The stem as it may stand in a text: as given, at the start of a sentence, with capitals, in a headline of capitals."""
    if _LATIN_OR_DOMAIN.match(stem):
        capitals = set() if "." in stem else {stem.upper()}
        is_one_mixed_word = stem[0].isupper() and stem.isalnum() and not stem.isupper()
        return {stem} | capitals | ({stem.capitalize()} if is_one_mixed_word else set())
    capital = stem[:1].upper() + stem[1:]
    each = " ".join(word[:1].upper() + word[1:] for word in stem.split(" "))
    return {stem, capital, each, stem.upper()}


@dataclass(frozen=True, slots=True)
class NameFinder:
    """An index with its automaton, ready to search."""

    owners: Mapping[str, Owner | None]
    automaton: ahocorasick_rs.AhoCorasick

    def find(self, text: str, language: str) -> list[FoundName]:
        """Longest names in text order without overlaps; whole words only, never inside a URL or an address."""
        text = same_signs(cyrillic_words(text) if language in _CYRILLIC_LANGUAGES else text)
        if language == "ja":
            text = text.translate(_HALF_WIDTH)
        found = []
        free_from = 0
        for _, start, end in self.automaton.find_matches_as_indexes(text):
            if start < free_from:
                continue
            if text[start] >= "\u3040" and is_unspaced(text[start]):
                owner = None if _is_inside_katakana(text, start, end) else self.owners.get(text[start:end].lower())
            elif start and not _starts_word(text, start):
                continue
            else:
                owner, end = self._longest(text, start)
                if language == "ja" and is_unspaced(text[end : end + 1] or " "):
                    owner, end = self._into_kana(text, start, end, owner)
            if owner and not _is_common_phrase(text, start):
                ids, common_in, weak = owner
                found.append(FoundName(start, end, ids, len(ids) == 1 and not weak and language not in common_in))
                free_from = end
        return found

    def _longest(self, text: str, start: int) -> tuple[Owner | None, int]:
        """The owner of the longest name from `start` and its end; None where no name stands there."""
        best, best_end = None, start
        owners, search, end = self.owners.get, _WORD.search, start
        while word := search(text, end):
            end = word.end()
            owner = owners(text[start:end].lower(), False)
            if owner is False:
                break
            if owner and not (text[end : end + 1] in _GOES_ON_WITH and _goes_on(text, start, end)):
                best, best_end = owner, end
        return best, best_end

    def _into_kana(self, text: str, start: int, end: int, owner: Owner | None) -> tuple[Owner | None, int]:
        """As found, or longer where the name goes on in the signs that follow («ABCラジオ», «AP通信»)."""
        for further in range(min(end + _LONGEST_IN_KANA, len(text)), end, -1):
            if longer := self.owners.get(text[start:further].lower()):
                return longer, further
        return owner, end


def _is_common_phrase(text: str, start: int) -> bool:
    """Whether an English article opens a sentence and no name: a word of small letters follows it ("The independent panel", not "The i Paper")."""
    return text.startswith("The ", start) and text[start + 4 : start + 6].islower() and text[start + 5 : start + 6].isalpha()


def is_unspaced(sign: str) -> bool:
    """Whether the sign is kana or kanji: no spaces between words there, so it neither continues a name nor bounds one."""
    return "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff"


def _is_inside_katakana(text: str, start: int, end: int) -> bool:
    """Whether a name in katakana is only a part of a longer katakana word."""
    before = start and _KATAKANA_GOES_ON.match(text[start]) and _KATAKANA_GOES_ON.match(text[start - 1])
    return bool(before or (_KATAKANA_GOES_ON.match(text[end - 1]) and _KATAKANA_GOES_ON.match(text[end : end + 1])))


def _starts_word(text: str, start: int) -> bool:
    """Whether a word starts there that is no part of an address, a domain or a compound («mail@», «www.», «анти-»)."""
    sign = text[start - 1]
    if sign.isalnum():
        # «сообщилТАСС»: a link lost the space before its name
        return is_unspaced(sign) or (sign.islower() and text[start].isupper() and _is_cyrillic(sign)) or _is_cyrillic(sign) != _is_cyrillic(text[start]) or _is_proclitic(text, start)
    if sign not in _JOINS_BEFORE:
        return True
    if sign == "/":
        return not _ADDRESS_BEFORE.search(text, max(0, start - _LONGEST_ADDRESS), start)
    return sign in ".-" and not text[start - 2 : start - 1].isalnum()


def _is_cyrillic(sign: str) -> bool:
    return "\u0400" <= sign <= "\u04ff"


def _is_proclitic(text: str, start: int) -> bool:
    """Whether the letter before is an Arabic preposition or conjunction, written together with the name."""
    return text[start - 1] in _ARABIC_PROCLITICS and not text[start - 2 : start - 1].isalnum()


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the name goes on beyond its last word: a domain («Time.com»), an address, a compound («Интерфакс-Запад»)."""
    sign, after = text[end : end + 1], text[end + 1 : end + 2]
    if sign in ("@", "_"):
        return True
    if sign == "/":
        return after.isalnum() and "." in text[start:end]
    return (sign == "-" and after.isalnum()) or (sign == "." and after.isalnum() and not after.isupper())


def build_finder(index: NameIndex) -> NameFinder:
    """The finder of an index: builds the automaton, about 50 ms for 20,000 stems."""
    automaton = ahocorasick_rs.AhoCorasick(
        list(index.stems), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
    )
    return NameFinder(index.owners, automaton)
