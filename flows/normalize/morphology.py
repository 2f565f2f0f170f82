"""The dictionaries of Russian and Ukrainian word forms (pymorphy3), each loaded once where it is first asked for."""

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer


@functools.cache
def dictionary_of(language: str) -> "MorphAnalyzer":
    """The dictionary of `ru` or `uk`: 16 MiB and a tenth of a second, so only when needed."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)
