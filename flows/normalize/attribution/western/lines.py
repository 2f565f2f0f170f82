"""Lines under and in a text that say where it is from: "Source: X", «Com informações da X», a post embedded in the page."""

from flows.normalize.attribution.language_cues import TIME
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.names import is_domain, is_medium_at
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader


def source_line(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """The medium or body after "Source:", "(via" or "(h/t"."""
    is_aside = s.lows[first] in ("via", "h") and first > 0 and s.words[first - 1] in ("(", "[") and end < len(s) and (s.is_capitalised(end) or is_domain(s.words[end]))
    is_aside = is_aside or (s.lows[first] == "via" and 0 < first < end < len(s) and s.words[first - 1] == "," and is_medium_at(reader, s, end))  # "she said, via the Sample"
    is_second = s.lows[first] == "via" and s.lows[0] in ("source", "sources")  # "Source: Sample Via: Example"
    if not is_aside and (end >= len(s) or s.words[end] not in (":", "•") or (first > 1 and not is_second and s.words[first - 1] not in "-–—(|")):
        return None
    j = end if is_aside else end + 1
    if j >= len(s):
        return None
    stop = j
    while stop < len(s) and not (stop > j and s.lows[stop] == "via") and (s.is_word(stop) or s.is_quote(stop) or s.words[stop] in ".’'&") and stop - j < 7:
        stop += 1
    if stop - j >= 7 or stop == j:
        stop = max(end_right(reader, s, j), j + 1)
    phrase = describe(reader, s, j, stop) or Phrase(j, stop, "latin")
    if phrase.kind in ("unnamed", "document"):
        return None
    if phrase.kind == "latin" or (phrase.person and phrase.kind == "person"):
        is_actor = reader.cues.language != "en" and s.text.lower().count(s.string(phrase.first, phrase.end).lower()) > 1
        phrase.kind, phrase.person = "body" if is_actor else "outlet", None
    return make_mention(reader, s, phrase, "line", "source_line", number, (first, end), is_report=True)


def credited(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """The medium that a line thanks for the news: «Com informações da Agência Exemplo», «As informações são do jornal …»."""
    if first and s.is_word(first - 1):
        return None
    phrase = describe(reader, s, end, end_right(reader, s, end)) if end < len(s) else None
    if phrase is None or phrase.kind not in ("outlet", "agency"):
        return None
    phrase.person = None
    return make_mention(reader, s, phrase, "line", "credit_line", number, (first, end), is_report=True)


def inputs_of(reader: WesternReader, s: Sentence, inputs: int, number: int) -> Mention | None:
    """The agency of an Indian credit line: "(With PTI inputs)"."""
    first = inputs
    while first > 0 and s.names[first - 1] is not None and s.names[first - 1] is s.names[inputs - 1]:
        first -= 1
    phrase = describe(reader, s, first, inputs) if 0 < first < inputs and s.lows[first - 1] == "with" else None
    if phrase is None or phrase.kind not in ("outlet", "agency"):
        return None
    return make_mention(reader, s, phrase, "according", "inputs_of", number, (inputs, inputs + 1), is_oblique=True)


def shared_by(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """A post embedded in the page: «Publiée par X sur …» (Facebook), «Una publicación compartida de X (@x)» (Instagram)."""
    stop = end
    after = ("on",) if reader.cues.language == "en" else ("sur", "em", "auf", "el", "am", "le")
    while stop < len(s) and stop - end < 12 and s.words[stop] not in ("(", "\n") and s.lows[stop] not in after:
        stop += 1
    if stop == end or stop >= len(s) or (s.words[stop] == "(" and s.string(stop, min(stop + 2, len(s)))[-1:] != "@"):
        return None
    if reader.cues.language == "en" and not (s.lows[stop] == "on" and s.flags[min(stop + 1, len(s) - 1)] & TIME and s.words[min(stop + 2, len(s) - 1)] == ","):
        return None  # a platform gives the day of the week, unlike a byline
    channel = "instagram" if s.words[stop] == "(" else "facebook"
    phrase = describe(reader, s, end, stop) or Phrase(end, stop, "person")
    if phrase.kind == "person" and not phrase.person:
        phrase.person = (end, stop)
    phrase.first, phrase.end = end, stop
    return make_mention(reader, s, phrase, "document", "shared_by", number, (first, end), channel=channel, is_report=True)
