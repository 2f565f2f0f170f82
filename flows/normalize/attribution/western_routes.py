"""The way a statement took: the platform it was made on, the medium that was told."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import (
    INSIDE,
    OTHER_VERB,
    OUTLET,
    PARTICIPLE,
    PREPOSITION,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western_extent import end_right
from flows.normalize.attribution.western_phrase import WesternReader, describe, make_mention
from flows.normalize.attribution.western_words import WRITTEN_CHANNELS


def route_of(reader: WesternReader, s: Sentence, mention: Mention) -> str | None:
    """The platform of a statement: "on Twitter", "in a Facebook post", "in a blog post"."""
    if mention.cue is None:
        return None
    v = s.token_at(mention.cue[0])
    if s.lows[v] == "tweeted":
        return "x"
    if reader.cues.language != "en":
        return written_route(reader, s, mention, v)
    for k in range(v + 1, min(v + 9, len(s))):
        if (s.flags[k] & (VERB | OTHER_VERB) and s.lows[k] not in ("posted", "published", "shared")) or s.words[k] in ".;":
            return None
        channel = reader.cues.channel_of(s.lows[k])
        if channel in ("telegram", "facebook", "x", "instagram", "youtube", "website") and any(
            s.flags[m] & (PREPOSITION | INSIDE) for m in range(max(v, k - 4), k)
        ):
            return channel
    return None


def written_route(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> str | None:
    """The channel of a statement in the same clause: «en su cuenta de Twitter», „auf Instagram“, «in una nota»."""
    if s.lows[v].startswith(("tuite", "tweet", "twitter", "twitta", "zatwe")):
        return "x"
    own = s.token_at(mention.char_start)
    for step, limit in ((1, v + 18), (-1, min(v, own) - 14)):
        k = v + 1 if step > 0 else min(v, own) - 1
        while 0 <= k < len(s) and k != limit:
            if s.words[k] in ".;:" or s.is_quote(k) or (s.flags[k] & VERB and not s.is_capitalised(k) and not s.flags[k] & PARTICIPLE and s.lows[k + 1 : k + 2] != ["de"]):
                break
            channel = "x" if s.words[k] == "X" else reader.cues.channel_of(s.lows[k])
            if channel in WRITTEN_CHANNELS and any(s.flags[m] & (PREPOSITION | INSIDE) for m in range(max(0, k - 4), k)):
                return channel
            k += step
    return None


def addressees(reader: WesternReader, s: Sentence, found: Sequence[Mention], number: int) -> list[Mention]:
    """The medium to which somebody spoke: «dijo a EFE», „sagte er der dpa“, «a déclaré X à l'AFP»."""
    addressed_by = reader.cues.lists["told"]
    venues: list[Mention] = []
    for mention in found:
        if mention.form != "subject" or mention.cue is None:
            continue
        v = s.token_at(mention.cue[0])
        for k in range(v + 1, min(v + 16, len(s) - 1)):
            if s.words[k] in ".;:" or (s.flags[k] & (VERB | OTHER_VERB) and not s.is_capitalised(k)):
                break
            if s.lows[k] not in addressed_by or any(m.char_start <= s.starts[k + 1] < m.char_end for m in (*found, *venues)):
                continue
            phrase = describe(reader, s, k + 1, end_right(reader, s, k + 1))
            if phrase is not None and phrase.match is not None and phrase.kind in ("outlet", "agency"):
                phrase.person = None
                phrase.end = 1 + max(i for i in range(phrase.first, phrase.end) if s.names[i] is phrase.match)
                if not (phrase.match.is_distinctive or phrase.kind == "agency"):
                    continue
            if phrase is not None and not phrase.person and (
                (phrase.kind in ("outlet", "agency") and phrase.match is not None) or s.flags[phrase.first] & OUTLET
                or phrase.head in reader.cues.lists["heads_with_media"]
            ):
                venues.append(make_mention(reader, s, phrase, "venue", "told.venue", number, (k, k + 1), is_oblique=True))
                break
    return venues
