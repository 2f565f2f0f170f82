"""Short remarks in brackets inside a noun phrase («presidente da CCJ (Comissão de …), Ana Exemplo (ABC-SP), disse»)."""

from collections.abc import Sequence

from flows.normalize.attribution.sentence import Sentence

_LONGEST_ASIDE = 9


def without_asides(s: Sentence, hits: Sequence[tuple[int, int, str]]) -> tuple[Sentence, list[tuple[int, int, str]]]:
    """The sentence and its cues without the brackets that hold neither a cue nor a name that nothing else says."""
    kept: list[int] = []
    k = 0
    while k < len(s):
        close = _end_of_aside(s, k, hits) if s.words[k] == "(" else k
        if close > k:
            k = close
            continue
        kept.append(k)
        k += 1
    if len(kept) == len(s):
        return s, list(hits)
    place = {old: new for new, old in enumerate(kept)}
    shorter = Sentence(
        s.text, s.char_start, s.char_end, [s.starts[k] for k in kept], [s.ends[k] for k in kept], [s.words[k] for k in kept],
        [s.lows[k] for k in kept], [s.flags[k] for k in kept], [s.names[k] for k in kept],
    )
    return shorter, [(place[first], place[end - 1] + 1, kind) for first, end, kind in hits]


def _end_of_aside(s: Sentence, opening: int, hits: Sequence[tuple[int, int, str]]) -> int:
    """One past the bracket that closes an aside opened at a token; the token itself where it is none."""
    close = next((k for k in range(opening + 1, min(len(s), opening + _LONGEST_ASIDE)) if s.words[k] in "()"), opening)
    if opening == 0 or close + 1 >= len(s) or s.words[close] != ")" or close == opening + 1 or not s.is_word(opening - 1):
        return opening
    if any(first < close and end > opening for first, end, _ in hits):
        return opening
    if s.names[opening - 1] is None and any(s.names[k] is not None for k in range(opening + 1, close)):
        return opening
    return close + 1
