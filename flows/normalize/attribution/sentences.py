"""Sentences of a text and the tokens of a sentence, as spans."""

import re
from collections.abc import Iterator

_BREAK = re.compile(r"\n+|(?<=[.!?…])[\"»”'’)\]]*\s+(?=[«\"“„'‘(\[—–-]*\s?[^\W\d_a-zа-яіїєґß-öø-ÿ])|(?<=[.!?…])[\"»”’]+(?=[^\W\d_])")
_ABBREVIATION = re.compile(
    r"(?:\b[^\W\d_]|\b(?:г|гг|им|ул|т|д|п|см|др|просп|пр|бул|обл|р|рр|с|м|вул|смт|ст|ч|тыс|млн|млрд|руб|тис|грн|акад|проф|"
    r"Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Reps|Sens|Gov|Lt|Col|Sgt|Capt|Maj|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Rev|Hon|Adm|Cmdr|Cpl|Det|Supt|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|M|Mme|Sr|Sra|Dra|Dott|Hr|Nr|bzw|ca|asp|nadkom|kom|mł|insp|ks|abp|bp|płk|gen))\.$"
)
TOKEN = re.compile(
    r"[а-яёіїєґ]+(?=[A-Z])|https?://[^\s»”\")\]]+|[^\W_]+(?:[-‑'’‘´ʼ`&@_][^\W_]+)*(?:\.(?:[a-z]{2,10}|[а-я]{2,6}|[A-ZА-Я]{2,3})(?![\w]))*|\n+|[^\w\s]|_"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences (a line break always ends one), in order, without the white space between them."""
    spans = []
    start = 0
    for match in _BREAK.finditer(text):
        end = match.start()
        if text[match.start()] != "\n" and _ABBREVIATION.search(text, max(start, end - 8), end):
            continue
        if end > start:
            spans.append((start, end + len(match.group().rstrip())))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the tokens between two offsets."""
    for match in TOKEN.finditer(text, start, end):
        yield match.span()
