"""The sentences in which a cue stands, with their cues and names: one scan of the text, and nothing of the rest read."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence

from flows.normalize.attribution.language_cues import LanguageCues
from flows.normalize.attribution.sentence import Sentence, read_sentence
from flows.normalize.attribution.sentences import sentence_end, sentence_start
from flows.normalize.attribution.word_forms import is_written_on, is_written_together
from flows.normalize.registry import NameMatch

# longer than any real sentence; longer ones are read in pieces, so that reading stays linear in the text
_LONGEST_SENTENCE = 1_000
_JOINED_TO_WORD = "-'’"

# (start, end, kind of cue), in characters of the text or in tokens of a sentence
Hit = tuple[int, int, str]


def cue_hits(text: str, folded: str, cues: LanguageCues) -> tuple[list[Hit], list[int]]:
    """Cues at whole words, in text order, and where a Slavic verb has lost the space before the next word."""
    hits = []
    cuts = []
    is_slavic = cues.family == "slavic"
    kinds = cues.pattern_kinds
    size = len(folded)
    for pattern, start, end in cues.scanner.find(folded):
        if start and folded[start] != ":" and ((before := folded[start - 1]).isalnum() or before in _JOINED_TO_WORD):
            if not is_slavic or folded[start].isascii() or not before.isalpha():
                hits.extend(_hidden_cue(folded, start, end, cues) if not is_slavic else ())
                continue
            if not before.isascii() and not (kinds[pattern] in ("verb", "passive", "citing") and text[start].islower() and is_written_on(text, start, cues.language)):
                continue
            cuts.append(start)
        kind = kinds[pattern]
        if kind == "verb" and not is_slavic and folded.startswith("-", end) and (folded.startswith("-se", end) or (cues.language == "en" and folded[end + 1 : end + 2].isalpha())):
            continue  # «declarou-se presidente», "an agreed-upon date"
        if end < size and kind not in ("channel", "introduces") and (after := folded[end]).isalnum():
            if is_slavic and after.isascii() and after.isalpha() and not folded[end - 1].isascii():
                cuts.append(end)  # «передаетlesnews»
            elif is_slavic and kind in ("verb", "passive") and is_written_together(text, start, end, cues.language):
                cuts.append(end)
            elif (shorter := _shorter_cue(folded, start, end, cues)) is not None:
                pattern, end = shorter
                kind = kinds[pattern]
            else:
                continue
        hits.append((start, end, kind))
    return hits, cuts


def _hidden_cue(folded: str, start: int, end: int, cues: LanguageCues) -> list[Hit]:
    """The cue that a longer one ends in which begins inside a word ("w|as reported by")."""
    space = folded.find(" ", start, end)
    if space < 0:
        return []
    return [(space + 1 + first, end, cues.pattern_kinds[pattern]) for pattern, first, after in cues.scanner.find(folded[space + 1 : end]) if not first and space + 1 + after == end and not folded[end : end + 1].isalnum()]


def _shorter_cue(folded: str, start: int, end: int, cues: LanguageCues) -> tuple[int, int] | None:
    """The cue of whole words that a longer one begins with whose last word goes on («secondo quanto riferito da|lla»)."""
    space = folded.rfind(" ", start, end)
    if space < 0:
        return None
    for pattern, first, after in cues.scanner.find(folded[start:space]):
        if first:
            return None
        return (pattern, start + after) if not folded[start + after].isalnum() else _shorter_cue(folded, start, start + after, cues)
    return None


def cued_sentences(
    text: str, folded: str, cues: LanguageCues, names: Sequence[NameMatch]
) -> Iterator[tuple[Sentence, list[Hit]]]:
    """Each sentence with more than channel words for cues, and its cues as (first token, end token, kind)."""
    name_starts = [n.char_start for n in names]
    found, cuts = cue_hits(text, folded, cues)
    for start, end, hits in _spans_of_hits(text, found, names, name_starts, cues.lists["abbreviations"]):
        if hits[0][2] == "channel" and all(kind == "channel" for _, _, kind in hits):
            continue
        first = bisect_left(name_starts, start)
        if first and names[first - 1].char_end > start:
            first -= 1
        sentence = read_sentence(text, start, end, cues, names[first : bisect_left(name_starts, end)], [cut for cut in cuts if start < cut < end])
        size = len(sentence.words)
        token_hits = []
        for at, after, kind in hits:
            token = sentence.token_at(at)
            if token < size:
                token_hits.append((token, sentence.token_at(after - 1) + 1, kind))
        yield sentence, token_hits


def _spans_of_hits(
    text: str, hits: Sequence[Hit], names: Sequence[NameMatch], name_starts: Sequence[int], abbreviations: Container[str]
) -> Iterator[tuple[int, int, list[Hit]]]:
    """The hits by sentence: (start, end, hits); sentences that break inside a name («Крим.Реалії») count as one."""
    start = end = 0
    piece: tuple[int, int] = (0, 0)
    inside: list[Hit] = []
    for hit in hits:
        at = hit[0]
        if at < piece[1]:
            inside.append(hit)
            continue
        if inside:
            yield *piece, inside
        if at >= end:
            start, end = _span(text, at, end, names, name_starts, abbreviations)
        piece = _piece(start, end, at)
        inside = [hit]
    if inside:
        yield *piece, inside


def _span(
    text: str, at: int, floor: int, names: Sequence[NameMatch], name_starts: Sequence[int], abbreviations: Container[str]
) -> tuple[int, int]:
    start = sentence_start(text, at, floor, abbreviations)
    while start > floor and (name := _name_over(start, names, name_starts)) is not None:
        start = sentence_start(text, name.char_start, floor, abbreviations)
    end = sentence_end(text, at, abbreviations)
    while (name := _name_over(end, names, name_starts)) is not None:
        end = sentence_end(text, name.char_end, abbreviations)
    return start, end


def _name_over(at: int, names: Sequence[NameMatch], name_starts: Sequence[int]) -> NameMatch | None:
    """The name that begins before the offset and ends after it."""
    index = bisect_right(name_starts, at - 1) - 1
    return names[index] if index >= 0 and names[index].char_end > at else None


def _piece(start: int, end: int, at: int) -> tuple[int, int]:
    """The sentence, of one longer than any real one the piece around the offset."""
    if end - start <= _LONGEST_SENTENCE:
        return start, end
    first = start + (at - start) // _LONGEST_SENTENCE * _LONGEST_SENTENCE
    return first, min(first + _LONGEST_SENTENCE, end)
