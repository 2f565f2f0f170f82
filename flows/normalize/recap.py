"""Recaps: the parts of a text that tell again what was known before."""

import datetime
import functools
import re
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.sentences import sentence_end, sentence_start
from flows.normalize.attribution.word_forms import word_form
from flows.normalize.scanner import Scanner, build_scanner
from flows.normalize.text import fold

_FOLLOWING = re.compile(r"\s*[^\n]+")
_FIRST_WORD = re.compile(r"\s+(\w+)")
_DAYS_BEFORE = ("напередодні",)
_BEFORE = " \t—–«\"“•*-\u00a0"
# where a recap closes the news and is followed by more of the past, as the labelled articles show
_TAILED = ("ru", "uk")
_EARLIEST_TAIL = 1 / 3
# how old what is no recap may be, and the words before the day («У вівторок, »)
_DAYS_OF_NEWS = 2
_LONGEST_LEAD = 14
_SENTENCE_ENDS = "\n.!?…»”\""


@functools.cache
def _openers(language: str) -> tuple[Scanner | None, tuple[str, ...], frozenset[str]]:
    """The scanner of the opening phrases of a language, the phrases, and those that can cover a paragraph."""
    cues = load_cues(language)
    if cues is None or not cues.recap_openers:
        return None, (), frozenset()
    phrases = tuple(dict.fromkeys((*cues.recap_openers, *cues.recap_paragraphs)))
    return build_scanner([p.rstrip("*") for p in phrases]), phrases, frozenset(cues.recap_paragraphs)


def read_recaps(text: str, language: str) -> list[tuple[int, int]]:
    """Spans (code points, end exclusive) that are background, in text order, without overlaps.

    A recap opens at a word that begins a sentence. «Напомним» at the head of a paragraph covers the paragraph,
    alone on its line the paragraph after it; «Ранее» and what stands inside a paragraph cover their sentence.
    """
    scanner, phrases, covering = _openers(language)
    if scanner is None:
        return []
    spans: list[tuple[int, int]] = []
    for index, start, end in scanner.find(fold(text)):
        if spans and start < spans[-1][1]:
            continue
        before = start - 1
        while before >= 0 and text[before] in _BEFORE and start - before < 5:
            before -= 1
        if before >= 0 and text[before] not in _SENTENCE_ENDS:
            continue
        if end < len(text) and text[end].isalnum() and not phrases[index].endswith("*"):
            continue
        if phrases[index] in _DAYS_BEFORE and _is_before_something(text, end, language):
            continue
        at_head = before < 0 or text[before] == "\n"
        spans.append((start, _end(text, start, end, at_head and phrases[index] in covering, language)))
    return spans


def _is_before_something(text: str, at: int, language: str) -> bool:
    """Whether the word says before what («Напередодні свята»), so that «напередодні» is not the day before."""
    word = _FIRST_WORD.match(text, at)
    form = word_form(word[1], language) if word else None
    return form is not None and form.genitive and not word[1].isupper()


def _end(text: str, start: int, opener_end: int, is_paragraph: bool, language: str) -> int:
    """Where the recap that opens at `start` ends."""
    line_end = text.find("\n", opener_end)
    line_end = len(text) if line_end < 0 else line_end
    if not text[opener_end:line_end].strip(" :.,—–-"):
        following = _FOLLOWING.match(text, line_end)
        return following.end() if following else line_end
    if is_paragraph:
        return line_end
    return sentence_end(text, start, load_cues(language).lists["abbreviations"])


def recap_tail(text: str, recaps: Sequence[tuple[int, int]], language: str) -> int:
    """Where all that follows tells again what was known: at a paragraph of recap in the later part of a text; else its end."""
    if language not in _TAILED:
        return len(text)
    return next(
        (start for start, end in recaps if start > len(text) * _EARLIEST_TAIL and text[start - 1] == "\n" and text[end : end + 1] in ("\n", "")),
        len(text),
    )


def dated_recaps(
    text: str, language: str, dates: Sequence[tuple[int, datetime.date | None]], today: datetime.date
) -> list[tuple[int, int]]:
    """Sentences in the later part of a text that a day well before the article's opens («23 жовтня міністр заявив»).

    `dates` are where the text names a day or less, and which.
    """
    cues = load_cues(language)
    if cues is None:
        return []
    spans: list[tuple[int, int]] = []
    for at, day in dates:
        if day is None or (today - day).days < _DAYS_OF_NEWS or at < len(text) * _EARLIEST_TAIL:
            continue
        start = sentence_start(text, at, spans[-1][1] if spans else 0, cues.lists["abbreviations"])
        end = sentence_end(text, at, cues.lists["abbreviations"])
        if at - start <= _LONGEST_LEAD and text.count('"', start, end) % 2 == 0 and text.count("«", start, end) == text.count("»", start, end):
            spans.append((start, end))  # what somebody says of that day is of today
    return spans
