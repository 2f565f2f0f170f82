"""Languages in Latin script told apart: function words first, n-grams where they do not decide."""

from flows.normalize.language.data import function_word_weights
from flows.normalize.language.ngrams import ngram_scores

_APOSTROPHES = "’‘ʻʼ`"
_READ_CHARACTERS = 350
# How many of the words a language's function words must be at least, a word of n languages counting 1/n.
_LEAST_SHARE, _LEAST_SHARE_OF_MANY = 1 / 8, 1 / 12
# Languages that share most of their function words: the n-grams tell them apart.
_CLOSE = ({"da", "no"}, {"hr", "bs", "sr"}, {"cs", "sk"})
_SERBIAN_LATIN = "sr-Latn"


def read_latin(sample: str) -> tuple[str, float]:
    """BCP 47 tag and confidence for a text in lower case that is mostly Latin."""
    start = sample[:_READ_CHARACTERS]
    words, weights = _weighed(start)
    best = _clear_winner(words, weights, _LEAST_SHARE)
    if best is None and len(sample) > len(start):
        # Close neighbours share their commonest words: more words cost a tenth of what n-grams do.
        best = _clear_winner(*_weighed(sample), _LEAST_SHARE_OF_MANY)
    return (best, 0.99) if best else _with_ngrams(start, words, weights)


def _weighed(sample: str) -> tuple[list[str], dict[str, float]]:
    """The words of a sample and how many of them each language claims."""
    if not sample.isascii():
        for sign in _APOSTROPHES:
            sample = sample.replace(sign, "'")
    words = sample.split()
    return words, function_word_weights(words, "Latn")


def _clear_winner(words: list[str], weights: dict[str, float], least_share: float) -> str | None:
    """The language that has enough function words and far more than every other; None where its like are too close."""
    best = max(weights, key=weights.__getitem__, default="")
    first = weights.get(best, 0.0)
    second = max((weight for tag, weight in weights.items() if tag != best), default=0.0)
    if first < 4 or first < 1.6 * second or first < least_share * len(words) or any(best in group for group in _CLOSE):
        return None
    return best


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
