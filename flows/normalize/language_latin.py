"""Languages in Latin script told apart: function words first, n-grams where they do not decide."""

from flows.normalize.language_data import function_word_weights
from flows.normalize.language_ngrams import ngram_scores

_APOSTROPHES = str.maketrans("’‘ʻʼ`", "'''''")
_READ_CHARACTERS = 350
# Languages that share most of their function words: the n-grams tell them apart.
_CLOSE = ({"da", "no"}, {"hr", "bs", "sr"}, {"cs", "sk"})
_SERBIAN_LATIN = "sr-Latn"


def read_latin(sample: str) -> tuple[str, float]:
    """BCP 47 tag and confidence for a text in lower case that is mostly Latin."""
    sample = sample[:_READ_CHARACTERS]
    if not sample.isascii():
        sample = sample.translate(_APOSTROPHES)
    words = sample.split()
    weights = function_word_weights(words, "Latn")
    ranked = sorted(weights.items(), key=lambda item: -item[1])[:2]
    (best, first), (_, second) = (*ranked, ("", 0.0), ("", 0.0))[:2]
    is_clear = first >= 4 and first >= 1.6 * second and first * 8 >= len(words)
    if is_clear and not any(best in group for group in _CLOSE):
        return best, 0.99
    return _with_ngrams(sample, words, weights)


def _with_ngrams(sample: str, words: list[str], weights: dict[str, float]) -> tuple[str, float]:
    """The language with the best sum of n-gram likeness and function words; und where too little or too close."""
    scores = ngram_scores(sample)
    # eld does not know Indonesian, Galician and Uzbek: their neighbours stand in and the words decide.
    for unknown, neighbour in (("id", "ms"), ("gl", "pt"), ("uz", "az"), ("sw", "et")):
        if unknown in weights and neighbour in scores:
            scores[unknown] = scores[neighbour] - 0.01
    share = 1 / len(words) ** 0.5
    total = {tag: scores.get(tag, 0.0) + share * weights.get(tag, 0.0) for tag in scores.keys() | weights.keys()}
    if not total or sum(map(len, words)) < 8:
        return "und", 0.0
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    best, first = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if first < 0.2 or first - second < 0.01:
        return "und", 0.0
    tag = _SERBIAN_LATIN if best == "sr" else best
    return tag, min(0.95, 0.5 + (first - second))
