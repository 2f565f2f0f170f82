"""Whose poll an English sentence goes by: "a CNN poll released on Friday", "a Sampleco survey of 2,000 adults"."""

from flows.normalize.attribution.language_cues import ADVERB, ARTICLE, INDEFINITE, TIME
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.extent import start_left
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import OF_A_COUNTRY, OF_STATES, WesternReader

_MEDIA = ("outlet", "agency")
_MAKERS = (*_MEDIA, "latin", "body", "organisation")
_SHOWN_WITHIN = 16  # tokens between a poll and what it shows, with what is said of it between commas
_ASKED_WITHIN = 6  # … and how many were asked


def poll_of(reader: WesternReader, s: Sentence, poll: int, number: int, found: list[Mention]) -> Mention | None:
    """Who made the poll whose noun stands at a token, where the text goes by it; `found` gains who made it with them ("a Reuters/Ipsos poll")."""
    end = poll
    while end > 0 and s.lows[end - 1] in reader.cues.lists["sorts_of_polls"]:
        end -= 1
    if end == 0 or not s.is_capitalised(end - 1) or s.is_capitalised(poll) or s.lows[end - 1].endswith(POSSESSIVE) or not _is_told_of(reader, s, poll):
        return None
    if sum(s.is_quote(k) and s.words[k] not in "'’" for k in range(end)) % 2:
        return None  # in what somebody says
    maker = _maker(reader, s, end)
    if maker is None or any(m.char_start < s.ends[maker.end - 1] and s.starts[maker.first] < m.char_end for m in found):
        return None
    if maker.first > 2 and s.words[maker.first - 1] == "/" and (partner := _maker(reader, s, maker.first - 1)) is not None:
        found.append(_mention(reader, s, partner, poll, number))
    return _mention(reader, s, maker, poll, number)


def _maker(reader: WesternReader, s: Sentence, end: int) -> Phrase | None:
    """The medium or body that the words before token `end` name; nobody where they say of what country or platform the poll is."""
    first = start_left(reader, s, end)
    phrase = describe(reader, s, first, end) if first < end else None
    if phrase is None or phrase.kind not in _MAKERS:
        return None
    is_of_place = phrase.match is None and (s.lows[end - 1].endswith(OF_A_COUNTRY) or s.words[end - 1] in OF_STATES or end == 1)
    if is_of_place:
        return None
    phrase.kind = "organisation" if phrase.kind == "latin" else phrase.kind
    return phrase


def _mention(reader: WesternReader, s: Sentence, maker: Phrase, poll: int, number: int) -> Mention:
    return make_mention(reader, s, maker, "document", "poll", number, (poll, poll + 1), is_report=True)


def _is_told_of(reader: WesternReader, s: Sentence, poll: int) -> bool:
    """Whether the poll came out, tells how many were asked or shows something."""
    lists = reader.cues.lists
    if _is_foreseen_in(reader, s, poll):
        return True
    k = poll + 1
    while k < len(s) and (s.flags[k] & (TIME | ADVERB) or s.lows[k] in ("has", "have", "last", "this", "which", "that")):
        k += 1
    if k >= len(s):
        return False
    if s.lows[k] in lists["polls_show"] or (s.lows[k] in lists["made_document"] and "by" not in s.lows[k : k + 4]):
        return True
    if s.lows[k] == "of":
        return any(s.words[j][0].isdigit() or s.lows[j] in ("voters", "adults", "people", "economists", "analysts") for j in range(k + 1, min(k + _ASKED_WITHIN, len(s))))
    return s.words[k] == "," and any(low in lists["polls_show"] for low in s.lows[k + 1 : k + _SHOWN_WITHIN])


_FORESEEN_WITHIN = 12  # tokens between what analysts expected and the poll in which they did


def _is_foreseen_in(reader: WesternReader, s: Sentence, poll: int) -> bool:
    """Whether the poll is where somebody expected a figure ("the rise forecast by analysts in a Sampleco poll")."""
    inside = next((k for k in range(poll - 1, max(0, poll - 6), -1) if s.lows[k] == "in"), 0)
    if not inside or not s.flags[inside + 1] & (ARTICLE | INDEFINITE):
        return False
    return any(low in reader.cues.lists["foreseen_in_polls"] for low in s.lows[max(0, inside - _FORESEEN_WITHIN) : inside])
