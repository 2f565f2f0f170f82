"""The byline: the author as given."""

import re

_READ_LINES_AT_START = 8
_READ_LINES_AT_END = 6
_LONGEST_LINE = 120
_NAME = r"[^\W\d_a-zа-яіїєґё][\w'’.-]*(?:[ ](?:(?:de|da|do|dos|del|della|di|la|le|van|von|der|den|bin|al|el|y|e)[ ])*[^\W\d_a-zа-яіїєґё][\w'’.-]*){1,3}"
_LABELLED = re.compile(
    rf"(?:(?:Автор(?:ка|ы|и)?(?:\s+(?:статьи|текста|материала|статті|тексту|матеріалу))?|Текст|Подготовил[аи]?|Підготува(?:в|ла|ли)"
    rf"|Журналист|Журналіст(?:ка)?|Корреспондент|Author|Written by|Reported by|Reporting by|Autor(?:in)?|Auteur|Autore|Texte|Texto|Testo)"
    rf"\s*[:—–-]\s*|(?:By|BY|Von|Por|Par|Di|De la)\s+)({_NAME})\s*(?:[,|/•·(—–-].{{0,60}})?$"
)


def read_byline(text: str, language: str) -> tuple[int, int] | None:
    """Span of the author's name in the text; None where the text names no author.

    Read are lines of their own at the head and the foot of the text: «Автор: Ім'я Прізвище», "By Jane Doe".
    """
    spans = _line_spans(text)
    head = spans[1:_READ_LINES_AT_START]
    foot = spans[max(len(spans) - _READ_LINES_AT_END, _READ_LINES_AT_START):]
    for start, end in (*head, *spans[:1], *reversed(foot)):
        if end - start <= _LONGEST_LINE and (found := _LABELLED.match(text[start:end])):
            return start + found.start(1), start + found.end(1)
    return None


def _line_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that have text."""
    spans = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((start + len(line) - len(line.lstrip()), start + len(line)))
        start += len(line) + 1
    return spans
