"""Reading a sentence on the Friday on which the articles of these tests were written."""

from flows.normalize.anchor import Anchor
from flows.normalize.date_expressions import read_date_expressions

FRIDAY = Anchor(2019, 11, 15)


def read(text, language, anchor=FRIDAY):
    """(words, EDTF value) of each date expression of the text."""
    return [(found.as_given, found.edtf) for found in read_date_expressions(text, language, anchor, None, [])]
