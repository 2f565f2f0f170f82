"""Who passes on what another published: a medium that quotes one, a document's publisher."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import DOCUMENT
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.sources import after_cue


def who_quotes(reader: WesternReader, s: Sentence, first: int, end: int, found: Sequence[Mention], number: int) -> Mention | None:
    """Who quotes the medium before the cue («informează Exemplu, citată de Casa Presei»), which is then what is quoted."""
    mention = after_cue(reader, s, first, end, "according", number)
    if mention is None or mention.kind not in ("outlet", "agency"):
        return None
    quoted = next((m for m in found if m.kind in ("outlet", "agency") and first - s.token_at(m.char_end - 1) in (1, 2)), None)
    if quoted is not None:
        quoted.form, quoted.is_report = "citing", False
    return mention


def is_described_document(s: Sentence, first: int) -> bool:
    """Whether a document with an adjective stands before the comma («un communiqué conjoint, publié par»)."""
    return first > 3 and s.words[first - 1] == "," and s.is_word(first - 2) and s.words[first - 2].islower() and bool(s.flags[first - 3] & DOCUMENT)
