"""Communities on networks that others post in: «опубликовали видео в группе „Наше село“»."""

from flows.normalize.attribution.language_cues import REPORT
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.mention import IN, make_mention
from flows.normalize.attribution.slavic.phrase import SlavicReader

_LONGEST_NAME = 9


def community(s: Sentence, first: int, end: int, reader: SlavicReader, number: int) -> Mention | None:
    """The community by its name in quotation marks, where something is posted or written in it."""
    j, channel = end, reader.cues.channel_of(s.lows[end - 1].partition("-")[0])
    while j < len(s):
        bare = s.lows[j + 1] if s.is_quote(j) and j + 2 < len(s) and s.is_quote(j + 2) else s.lows[j]
        found = reader.cues.channel_of(bare)
        if bare not in reader.cues.groups["other_networks"] and found is None and bare not in IN and not bare.startswith(reader.cues.groups["networks"]):
            break
        channel = channel or found
        j += 3 if s.is_quote(j) else 1
    close = s.closing_quote(j, _LONGEST_NAME) if j < len(s) and s.is_quote(j) else None
    if close is None or close < j + 2 or not (s.is_capitalised(j + 1) or s.words[j + 1][0].isdigit()) or not _is_posted(s, reader):
        return None
    match = s.names[j + 1]
    is_whole = match is not None and (match.char_start, match.char_end) == (s.starts[j + 1], s.ends[close - 1])
    return make_mention(s, Phrase(j, close + 1, "outlet", match if is_whole else None), "document", f"{reader.cues.language}.community", number, (first, end), channel=channel, is_report=True)


def _is_posted(s: Sentence, reader: SlavicReader) -> bool:
    """Whether the sentence tells that something was written, or footage shown."""
    groups = reader.cues.groups
    if any(s.flags[k] & REPORT for k in range(len(s))):
        return True
    shown = any(low.startswith((*groups["footage"], *groups["messages"])) for low in s.lows)
    return shown and any(low.startswith((*groups["posting"], *groups["publishing"], *groups["shown"])) for low in s.lows)
