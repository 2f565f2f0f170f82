"""Who told a medium something without being named: «источник „Маяка“»."""

from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.publisher import MEDIA
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.phrase import SlavicReader


def split_informants(s: Sentence, found: Sequence[Mention], reader: SlavicReader, number: int) -> list[Mention]:
    """The mentions with «источник „Маяка“» as two: the medium, and the source that it cites."""
    informants = reader.cues.groups["informants"]
    if not any(m.head and m.head.startswith(informants) for m in found):
        return list(found)
    return [part for m in found for part in _medium_and_informant(s, m, informants, reader, number)]


def _medium_and_informant(s: Sentence, mention: Mention, informants: tuple[str, ...], reader: SlavicReader, number: int) -> tuple[Mention, ...]:
    """The medium of whose source a mention speaks and that source; the mention alone where it is of no source."""
    if not mention.head or mention.person or not mention.head.startswith(informants):
        return (mention,)
    first, end = s.token_at(mention.char_start), s.token_at(mention.char_end)
    head = next((k for k in range(first, end) if s.lows[k] == mention.head), end)
    if end < len(s) and s.is_quote(end):
        end += 1
    medium = describe(reader, s, head + 1, end) if head + 1 < end else None
    if medium is None or not ((medium.kind in MEDIA and (medium.match is not None or medium.is_named)) or (medium.kind == "latin" and (mention.kind in MEDIA or "." in s.words[medium.first]))):
        return (mention,)
    medium.kind = mention.kind if mention.kind in MEDIA else "outlet" if medium.kind == "latin" else medium.kind
    told = make_mention(s, medium, mention.form, mention.rule, number, (head, head + 1), is_report=True, is_oblique=True)
    told.cue = mention.cue
    source = Mention(s.starts[first], s.ends[head], "unnamed", "citing", f"{reader.cues.language}.informant", number, mention.cue, head=mention.head, is_plural=mention.is_plural, is_oblique=mention.is_oblique)
    return (source, told)
