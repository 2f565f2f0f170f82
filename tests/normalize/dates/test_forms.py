"""Every form of a date, by language: forms/<language>.txt, read as on Friday 15 November 2019.

A line is `value | form | form …`: all of its forms have that value (EDTF). They stand in the sentence of the line `past:`
(marked `<`), of the line `future:` (marked `>`), or in both (unmarked); lines marked `=` are sentences of their own, with
the values of all their dates, `-` where nothing in them is a date. To add a form, write it into its line.
"""

import pathlib
from collections.abc import Iterator

import pytest

from tests.normalize.dates.friday import read

FORMS = pathlib.Path(__file__).parent / "forms"
FRAMES = {" ": ("past", "future"), "<": ("past",), ">": ("future",), "=": ()}


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """(sentence, the values of its dates) for each form of the language, in each sentence that it stands in."""
    frames = {}
    for line in (FORMS / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(("past: ", "future: ")):
            name, sentence = line.split(": ", 1)
            frames[name] = sentence
            continue
        values, *forms = (part.strip() for part in line[1:].split(" | "))
        for form in forms:
            for sentence in [frames[frame].replace("{}", form) for frame in FRAMES[line[0]]] or [form]:
                yield sentence[0].upper() + sentence[1:], values


@pytest.mark.parametrize("language", sorted(path.stem for path in FORMS.glob("*.txt")))
def test_each_form_has_its_value(language):
    wrong = [
        f"{sentence}  is {values}, read {found}" for sentence, values in sentences(language)
        if (found := " ".join(value for _, value in read(sentence, language)) or "-") != values
    ]
    assert not wrong
