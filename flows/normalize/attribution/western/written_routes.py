"""The way a statement took in German, the Romance languages and Polish: the platform, website, press release or interview that its clause names."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    DOCUMENT,
    INDEFINITE,
    INSIDE,
    OTHER_VERB,
    PARTICIPLE,
    PREPOSITION,
    TIME,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.words import POSTED_ON, WRITTEN_CHANNELS, X

# small words before a platform that are listed as articles («foi ao Twitter») or as none
_TO_A_PLATFORM = ("via", "ao", "às", "al", "au", "aux")
_INSIDE = ("en", "em", "in", "im", "dans", "nell", "numa", "într", "într-un", "w")
# an interview with everybody at once («em entrevista coletiva»)
_TO_ALL = ("coletiva", "colectiva", "coletivas")
_LONGEST_ROUTE = 10


def written_route(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> str | None:
    """The channel of a statement in the same clause: «en su cuenta de Twitter», „auf Instagram“, «in una nota»."""
    if s.lows[v].startswith(("tuite", "tuito", "tweet", "twitter", "twitta", "zatwe")):
        return "x"
    own = s.token_at(mention.char_start)
    for step, limit in ((1, v + 18), (-1, min(v, own) - 14)):
        k = v + 1 if step > 0 else min(v, own) - 1
        while 0 <= k < len(s) and k != limit:
            is_noun = (k > 0 and (s.flags[k - 1] & (ARTICLE | PREPOSITION) or s.lows[k - 1] == "de")) or s.lows[k + 1 : k + 2] == ["de"]  # «em sua conta no Twitter»
            if s.words[k] in ".;:" or s.is_quote(k) or (s.flags[k] & VERB and not s.is_capitalised(k) and not s.flags[k] & PARTICIPLE and not is_noun):
                break
            channel = _channel(reader, s, k)
            if channel == "interview" and is_in_interview(s, k):
                return channel
            if channel in POSTED_ON and "-" in s.words[k]:  # „einen Instagram-Beitrag“
                return channel
            if channel in WRITTEN_CHANNELS and any(_opens_route(s, m) or s.flags[m] & INSIDE for m in range(max(0, k - 4), k)):
                return channel
            k += step
    return _route_before_verb(reader, s, mention, v)


def route_of_source(reader: WesternReader, s: Sentence, mention: Mention) -> str | None:
    """The channel right behind a source that no verb names: «segundo a polícia, em nota», „so Muster auf Twitter“."""
    j = s.token_at(mention.char_end - 1) + 1
    if j >= len(s):
        return None
    has_comma = s.words[j] == "," and "," in s.text[mention.char_start : mention.char_end]  # «según el alcalde, Juan Ejemplo, en Twitter»
    route = end_of_route(reader, s, _past_day(s, j + has_comma))
    return route[0] if route is not None else None


def _route_before_verb(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> str | None:
    """The channel between who says it and the verb: „wie die Polizei auf Twitter mitteilte“, «Ana Ejemplo, en un comunicado, dijo»."""
    j = s.token_at(mention.char_end - 1) + 1
    if not j < v:
        return None
    has_comma = s.words[j] == ","
    j += has_comma
    while j < v and s.flags[j] & OTHER_VERB:
        j += 1
    route = end_of_route(reader, s, _past_day(s, j)) if j < v else None
    if route is None or route[1] > v:
        return None
    last = v - (s.words[v - 1] == ",")
    is_plain = not any(s.words[k] in ",;:" or s.is_quote(k) or (s.flags[k] & VERB and not s.flags[k] & PARTICIPLE and s.words[k].islower()) for k in range(route[1], last))
    return route[0] if is_plain and (last == v or has_comma) else None


def end_of_route(reader: WesternReader, s: Sentence, j: int) -> tuple[str, int] | None:
    """The channel that a phrase of small words and words for pages names from token `j` on, and where it ends; None where it names none."""
    if j >= len(s) or not _opens_route(s, j):
        return None
    pages, found = reader.cues.lists["pages"], None
    for k in range(j + 1, min(j + _LONGEST_ROUTE, len(s))):
        channel = _channel(reader, s, k)
        if channel == "interview" and is_in_interview(s, k):
            return channel, k + 1
        if channel in WRITTEN_CHANNELS:
            found = (channel if found is None or channel in POSTED_ON else found[0], k + 1)
        elif s.lows[k] in pages:
            found = found and (found[0], k + 1)  # «en su cuenta de Twitter oficial»
        elif not _is_within(s, k) or (found is not None and s.flags[k] & ARTICLE and not s.flags[k] & (INSIDE | PREPOSITION)):
            break
    return found


def _is_within(s: Sentence, k: int) -> bool:
    """Whether a word may stand in the phrase before the platform: small, or the noun for what was written there."""
    return bool(s.flags[k] & DOCUMENT) or (s.words[k].islower() and (_opens_route(s, k) or bool(s.flags[k] & (INSIDE | ARTICLE | INDEFINITE))))


def is_in_interview(s: Sentence, k: int) -> bool:
    """Whether the word for an interview says where the clause was spoken («en una entrevista», „im Interview“), one alone with somebody."""
    before = k - 1
    while before > 0 and s.flags[before] & ARTICLE and s.lows[before] not in ("im", "nell"):
        before -= 1
    return before >= 0 and s.lows[before] in _INSIDE and s.lows[min(k + 1, len(s) - 1)] not in _TO_ALL


def _channel(reader: WesternReader, s: Sentence, k: int) -> str | None:
    if s.words[k] in X:
        return "x"
    joined = s.lows[k].rfind("-") + 1  # „im DW-Interview“
    return reader.cues.channel_of(s.lows[k]) or (reader.cues.channel_of(s.lows[k][joined:]) if joined and reader.cues.language == "de" else None)


def _opens_route(s: Sentence, k: int) -> bool:
    return bool(s.flags[k] & PREPOSITION) or s.lows[k] in _TO_A_PLATFORM or s.lows[k].startswith(("într-", "printr-"))


def _past_day(s: Sentence, j: int) -> int:
    """Past days and adverbs: „am Montag auf Twitter“."""
    while j + 1 < len(s) and (s.flags[j] & (TIME | ADVERB) or (s.flags[j] & (PREPOSITION | ARTICLE) and s.flags[j + 1] & TIME)):
        j += 1
    return j
