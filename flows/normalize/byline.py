"""The byline: the author as given."""

import itertools
import re
from collections.abc import Iterator

_READ_LINES_AT_START = 8
_READ_LINES_AT_END = 6
_LONGEST_LINE = 120
_NAME = r"[^\W\d_a-zа-яіїєґё][\w'’.-]*(?:[ ](?:(?:de|da|do|dos|del|della|di|la|le|van|von|der|den|bin|al|el|y|e)[ ])*[^\W\d_a-zа-яіїєґё][\w'’.-]*){1,3}"
_LABELLED = re.compile(
    rf"(?:(?:Автор(?:ка|ы|и)?(?:\s+(?:статьи|текста|материала|статті|тексту|матеріалу))?|Текст|Подготовил[аи]?|Підготува(?:в|ла|ли)"
    rf"|Журналист|Журналіст(?:ка)?|Корреспондент|Author|Written by|Reported by|Reporting by|Autor(?:in)?|Auteur|Autore|Texte|Texto|Testo|كتب|كتبت|بقلم|إعداد)"
    rf"\s*[:—–-]\s*|(?:By|BY|Автор(?:ка|ы|и)?|Автори|Von|Por|Par|Di|De la)\s+)({_NAME})\s*(?:[,|/•·(—–-].{{0,60}})?$"
)


def read_byline(text: str) -> tuple[int, int] | None:
    """Span of the author's name in the text; None where the text names no author.

    Read are lines of their own at the head and the foot of the text: «Автор: Ім'я Прізвище», "By Jane Doe".
    """
    head, foot = _line_spans(text)
    for start, end in (*head[1:], *head[:1], *reversed(foot)):
        if end - start <= _LONGEST_LINE and (found := _LABELLED.match(text[start:end])):
            return start + found.start(1), start + found.end(1)
    return None


def _line_spans(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Spans of the first and of the last lines that have text; no line is in both."""
    head = list(itertools.islice(_lines(text), _READ_LINES_AT_START))
    reached = head[-1][1] if head else 0
    foot = list(itertools.islice(_lines_upwards(text, reached), _READ_LINES_AT_END))
    return head, foot[::-1]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].lstrip()
        if line:
            yield end - len(line), end
        start = end + 1


def _lines_upwards(text: str, lowest: int) -> Iterator[tuple[int, int]]:
    end = len(text)
    while end > lowest:
        start = text.rfind("\n", lowest, end) + 1
        line = text[start:end].lstrip() if start else ""
        if line:
            yield end - len(line), end
        end = start - 1
