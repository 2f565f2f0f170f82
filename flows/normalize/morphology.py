"""The dictionaries of Russian and Ukrainian word forms (pymorphy3), each loaded once where it is first asked for."""

import functools
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_ONE = 1_000_000  # a probability of 1, as pymorphy keeps them


class Reading(NamedTuple):
    """One reading of a form: its tag as pymorphy writes it, its base form, how likely it is."""

    tag: str
    base: str
    score: float


@functools.cache
def dictionary_of(language: str) -> "MorphAnalyzer":
    """The dictionary of `ru` or `uk`: 16 MiB and a tenth of a second, so only when needed."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


def readings_of(word: str, language: str) -> list[Reading]:
    """All readings of a form in `ru` or `uk`, the likeliest first: what pymorphy's `parse` finds, for half its cost where the dictionary has the form."""
    analyzer, low = dictionary_of(language), word.lower()
    dictionary = analyzer.dictionary
    entries = dictionary.words.similar_items(low, analyzer.char_substitutes) if len(low) > 1 else ()  # one letter may be an initial
    if not entries:
        return [Reading(str(p.tag), p.normal_form, p.score) for p in analyzer.parse(word)]
    tag_of, base_of = dictionary.build_tag_info, dictionary.build_normal_form
    found = [(str(tag_of(*place)), base_of(*place, spelled)) for spelled, places in entries for place in places]
    if analyzer.prob_estimator is None:
        return [Reading(tag, base, 1.0) for tag, base in found]
    probabilities = analyzer.prob_estimator.p_t_given_w
    if probabilities.has_keys_with_prefix(f"{low}:"):
        scored = [Reading(tag, base, probabilities.get(f"{low}:{tag}", 0) / _ONE) for tag, base in found]
        if any(map(itemgetter(2), scored)):
            return sorted(scored, key=itemgetter(2), reverse=True)
    return [Reading(tag, base, 1 / len(found)) for tag, base in found]
