"""The headline of a plain text."""

import re
from collections.abc import Container, Sequence

from flows.normalize.registry import NameMatch

_LONGEST = 220
_LONGEST_IDEOGRAPHIC = 90
_CLOSING = "\"'”’»“›)]】」』 "
_SENTENCE_END = (".", "。", "．", "｡", "۔", "।", ";", ",", ":")
# «в 2019 г.», "vs. U.S.", "etc.": a point that belongs to the word, so a headline may end with it.
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.){2,}$|\b(?:г|гг|млн|млрд|тыс|тис|руб|грн|им|ім|т|р|рр|St|Mr|Jr|Sr|Inc|Ltd|Co|Corp|No|vs|Dr|Nov|Oct|Dec|Jan|Feb|Aug|Sept)\.$")
_NOT_A_HEADLINE = re.compile(r"[-–—•*▪►>]\s|\d{1,2}[.:/]\d{2}\b.{0,20}$|https?://|www\.|[#@]\w+\s*$|(?:by|автор)[:\s]|.{0,30}(?:ترجمة|كتب|كتبت|إعداد|متابعة)\s*:", re.IGNORECASE)
_PHOTO_CREDIT = re.compile(r"\b(?:фото|photo|foto|photograph|image|bild|изображение|зображення|скриншот|colla(?:ge|ж))\s?(?:by\b|[:©])", re.IGNORECASE)
_CHARACTER_REFERENCE = re.compile(r"&#?\w{2,8};$")
_HAS_WORD = re.compile(r"[^\W\d_]{2}")
_SENTENCE_IN_BODY = re.compile(r"[.!?。…؟।۔][\"'”’»“›)\]】」』]*(?:\s|$)")
_LONG_LINE = 200
_SITE_SIGN = re.compile(r"\s+[|–—-]\s+")
_SHORTEST_BEFORE_SITE = 12
_SENTENCE_BREAK = re.compile(r"[^\W\d_]{3,}[»”\")]?[.。]\s*(?=[A-ZА-ЯІЇЄҐЁ«“\"À-Þ])|。.")


def read_title(
    text: str, language: str, dateline_start: int | None, names: Sequence[NameMatch] = (), outlets: Container[str] = ()
) -> tuple[int, int] | None:
    """Span of the headline inside the text; None where the text has none (its first line is a sentence of the body).

    A headline is the first line, stands above more text, is of a headline's length and does not end as a sentence does;
    a dateline below it is proof, a dateline in it is proof of the contrary.
    """
    if dateline_start == 0:
        return None
    end = text.find("\n")
    if end < 0:
        return None
    line = text[:end].rstrip()
    longest = _LONGEST_IDEOGRAPHIC if language in ("ja", "zh", "ko") else _LONGEST
    if len(line) > longest or not _HAS_WORD.search(line) or _NOT_A_HEADLINE.match(line) or _is_photo_credit(line):
        return None
    stands_over_dateline = dateline_start is not None and not text[end:dateline_start].strip()
    if not stands_over_dateline and (_ends_as_sentence(line) or len(text) - end < len(line) or _is_list(text, end)):
        return None
    return 0, _without_site_name(line, names, outlets)


def _without_site_name(line: str, names: Sequence[NameMatch], outlets: Container[str]) -> int:
    """Where the headline ends: before « | Boing Boing», the name of a site that pages add to it."""
    sign = next(iter(reversed(list(_SITE_SIGN.finditer(line)))), None)
    if sign is None or sign.start() < _SHORTEST_BEFORE_SITE:
        return len(line)
    is_site = any(name.char_start == sign.end() and name.char_end == len(line) and name.source_ids[0] in outlets for name in names)
    return sign.start() if is_site else len(line)


def _ends_as_sentence(line: str) -> bool:
    bare = line.rstrip(_CLOSING)
    if bare.endswith(("...", "…")):
        return len(bare) > 120
    if bare.endswith(_SENTENCE_END):
        return not (_ABBREVIATION.search(bare) or _CHARACTER_REFERENCE.search(bare))
    # Two sentences before the last, without a final point: a paragraph cut short.
    return ("." in bare or "。" in bare) and len(_SENTENCE_BREAK.findall(bare)) >= 2


def _is_photo_credit(line: str) -> bool:
    return (":" in line or "©" in line or " by " in line) and _PHOTO_CREDIT.search(line) is not None


def _is_list(text: str, start: int) -> bool:
    """Whether no line from `start` on ends as a sentence or is long: a list, a poem, a table."""
    if _SENTENCE_IN_BODY.search(text, start):
        return False
    return all(len(line) < _LONG_LINE for line in text[start:].split("\n"))
