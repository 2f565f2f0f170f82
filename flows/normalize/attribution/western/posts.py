"""Posts whose verb names nobody, in languages that leave the subject out: ««…», comemorou no Twitter»."""

from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence, read_sentence
from flows.normalize.attribution.sentences import sentence_start
from flows.normalize.attribution.western.introduced_speech import opening_person
from flows.normalize.attribution.western.phrase import make_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.words import POSTED_ON, with_derived_classes
from flows.normalize.attribution.western.written_routes import written_route

_WITHOUT_SUBJECT = ("es", "pt", "it", "ro")
_WITHIN = 400
_SENTENCES_BACK = 3


def poster_before(reader: WesternReader, s: Sentence, v: int, number: int, earlier: Sequence[Mention]) -> Mention | None:
    """Who opens a sentence before the quoted words that the verb says were posted on a platform; None where somebody was cited since."""
    if reader.cues.language not in _WITHOUT_SUBJECT or v < 1 or not (s.is_quote(v - 1) or (v > 1 and s.words[v - 1] == "," and s.is_quote(v - 2))):
        return None
    spoken = Mention(s.starts[v], s.ends[v], "person", "subject", "", 0, (s.starts[v], s.ends[v]))
    channel = written_route(reader, s, spoken, v)
    if channel not in POSTED_ON:
        return None
    end = s.char_start
    for _ in range(_SENTENCES_BACK):
        end = len(s.text[:end].rstrip())
        start = sentence_start(s.text, end - 1, max(0, s.char_start - _WITHIN), reader.cues.lists["abbreviations"]) if end else 0
        if start >= end or any(start <= m.char_start < s.char_start and m.person for m in earlier):
            return None
        before = read_sentence(s.text, start, end, reader.cues, ())
        with_derived_classes(before, reader.cues)
        phrase = opening_person(reader, before) if len(before) else None
        if phrase is not None and phrase.person[1] - phrase.person[0] > 1:
            return make_mention(reader, before, phrase, "subject", "posted_by", number, (0, 1), channel=channel)
        end = start
    return None
