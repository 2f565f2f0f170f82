"""Score date expressions on WikiWars texts annotated in TIMEX3: `python tests/accuracy/wikiwars.py PATH`.

PATH is a JSON-lines file, plain or gzipped, of {text, lang, dct, timexes: [{start, end, type, value}]}. A range that we
read as one expression counts as its two ends, as the annotation has them. Counted are the annotated points in time
with a calendar value (DATE and TIME, without PAST_REF and the like, which name no date); `all` counts every annotation.
"""

import argparse
import datetime
import gzip
import json
import pathlib
import re
from dataclasses import dataclass

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import DateExpression, read_date_expressions


@dataclass(frozen=True, slots=True)
class Timex:
    """A span with a TIMEX3 value."""

    start: int
    end: int
    value: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=pathlib.Path)
    parser.add_argument("--misses", type=int, default=0, help="how many misses to print")
    arguments = parser.parse_args()
    opened = gzip.open if arguments.path.suffix == ".gz" else open
    with opened(arguments.path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    for name, figures in score(texts, arguments.misses).items():
        print(f"wikiwars {name:9s} " + "  ".join(f"{key} {value}" for key, value in figures.items()))


def score(texts: list[dict], misses: int = 0) -> dict[str, dict[str, str]]:
    """Precision, recall and F1 of spans (any overlap) and of values, for calendar points and for all annotations."""
    counts = {"calendar": [0, 0, 0, 0], "all": [0, 0, 0, 0]}
    for text in texts:
        day = datetime.date.fromisoformat(text["dct"][:10])
        read = read_date_expressions(text["text"], text["lang"], Anchor(day.year, day.month, day.day), None, [])
        ours = [timex for expression in read for timex in timexes_of(expression)]
        gold = [Timex(t["start"], t["end"], t["value"] or "") for t in text["timexes"]]
        points = [timex for timex in gold if re.match(r"(BC)?\d", timex.value)]
        for name, wanted in (("calendar", points), ("all", gold)):
            others = [] if name == "all" else [timex for timex in gold if timex not in points]
            found, right, predicted = _compare(ours, wanted, others, text["text"], misses if name == "calendar" else 0)
            for place, number in enumerate((found, right, predicted, len(wanted))):
                counts[name][place] += number
    return {name: _figures(*numbers) for name, numbers in counts.items()}


def timexes_of(expression: DateExpression) -> list[Timex]:
    """The annotation's way to write an expression: the ends of a range apart, the rest as it is."""
    start, end, value = expression.char_start, expression.char_end, expression.timex_value or ""
    if "/" not in value:
        return [Timex(start, end, value)]
    first, last = value.split("/")
    return [Timex(start, end, first), Timex(start, end, last)]


def _compare(
    ours: list[Timex], wanted: list[Timex], others: list[Timex], text: str, misses: int
) -> tuple[int, int, int]:
    """(found, of these with the right value, predicted): each of ours is used once, the right value first."""
    used: set[int] = set()
    found = right = 0
    for gold in wanted:
        touching = [i for i, timex in enumerate(ours) if i not in used and timex.start < gold.end and gold.start < timex.end]
        pick = next((i for i in touching if ours[i].value == gold.value), touching[0] if touching else None)
        if pick is not None:
            used.add(pick)
            found += 1
            right += ours[pick].value == gold.value
        if misses and (pick is None or ours[pick].value != gold.value):
            guess = ours[pick].value if pick is not None else None
            print(f"{text[max(0, gold.start - 40) : gold.start]!r} [[{text[gold.start : gold.end]}]] {gold.value} got {guess}")
    predicted = [
        timex for i, timex in enumerate(ours)
        if i in used or not any(timex.start < other.end and other.start < timex.end for other in others)
    ]
    if misses:
        for i, timex in enumerate(ours):
            if i not in used and timex in predicted:
                print(f"EXTRA {text[max(0, timex.start - 30) : timex.end + 20]!r} {timex.value}")
    return found, right, len(predicted)


def _figures(found: int, right: int, predicted: int, gold: int) -> dict[str, str]:
    precision, recall = right / max(1, predicted), right / max(1, gold)
    return {
        "detected": f"{found / max(1, gold):.3f}",
        "precision": f"{precision:.3f}",
        "recall": f"{recall:.3f}",
        "value F1": f"{2 * precision * recall / max(1e-9, precision + recall):.3f}",
        "gold": str(gold),
        "predicted": str(predicted),
    }


if __name__ == "__main__":
    main()
