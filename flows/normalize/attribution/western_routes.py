"""The way a statement took: the platform it was made on, the medium that was told."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    INSIDE,
    OTHER_VERB,
    OUTLET,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western_extent import end_right
from flows.normalize.attribution.western_phrase import describe, make_mention
from flows.normalize.attribution.western_reader import WesternReader
from flows.normalize.attribution.western_words import POSTED_ON, WRITTEN_CHANNELS


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
            break
        channel = "x" if s.words[k] == "X" else reader.cues.channel_of(s.lows[k])
        if channel in ("telegram", "facebook", "x", "instagram", "youtube", "website") and any(
            s.flags[m] & (PREPOSITION | INSIDE) for m in range(max(v, k - 4), k)
        ):
            return channel
    return route_in_front(reader, s, s.token_at(mention.char_start))


def route_in_front(reader: WesternReader, s: Sentence, source: int) -> str | None:
    """The platform with which an English sentence opens: "In a tweet on Monday, Ann Example said"."""
    comma = source - 1
    while comma > 0 and s.flags[comma] & ARTICLE:
        comma -= 1
    if not 1 < comma < _LONGEST_OPENING or s.words[comma] != "," or s.lows[0] not in ("in", "on", "via"):
        return None
    if any((s.flags[k] & VERB and s.lows[k] not in ("posted", "published")) or s.is_quote(k) for k in range(comma)):
        return None
    channels = ("x" if s.words[k] == "X" else reader.cues.channel_of(s.lows[k]) for k in range(1, comma))
    return next((channel for channel in channels if channel in (*POSTED_ON, "website")), None)


def told_medium(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """The medium right after a verb whose subject is left out: «enfatizó al diario Ejemplo»."""
    if v + 2 >= len(s) or s.lows[v + 1] not in reader.cues.lists["told"] or reader.cues.language == "de":
        return None
    phrase = describe(reader, s, v + 2, end_right(reader, s, v + 2))
    if phrase is None or phrase.kind not in ("outlet", "agency") or not (phrase.match is not None or s.flags[phrase.first] & OUTLET):
        return None
    phrase.person = None
    return make_mention(reader, s, phrase, "venue", "told.venue", number, (v, v + 1), is_oblique=True)


_WITHIN = 700
_LONGEST_OPENING = 12


def pass_on_route(reader: WesternReader, s: Sentence, v: int, earlier: Sequence[Mention]) -> None:
    """Gives the platform of "he tweeted", «escribió en su cuenta de Twitter» to the person cited last."""
    if reader.cues.language in ("en", "de", "fr") and not (
        (v and s.flags[v - 1] & PRONOUN) or (v + 1 < len(s) and s.flags[v + 1] & PRONOUN) or (v > 1 and s.flags[v - 2] & PRONOUN)
    ):
        return
    spoken = Mention(s.starts[v], s.ends[v], "person", "subject", "", 0, (s.starts[v], s.ends[v]))
    channel = route_of(reader, s, spoken)
    if channel not in ("telegram", "facebook", "x", "instagram", "youtube"):
        return
    last = next((m for m in reversed(earlier) if m.person and m.form == "subject"), None)
    if last is not None and last.channel is None and s.starts[v] - last.char_end < _WITHIN:
        last.channel = channel


def written_route(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> str | None:
    """The channel of a statement in the same clause: «en su cuenta de Twitter», „auf Instagram“, «in una nota»."""
    if s.lows[v].startswith(("tuite", "tweet", "twitter", "twitta", "zatwe")):
        return "x"
    own = s.token_at(mention.char_start)
    for step, limit in ((1, v + 18), (-1, min(v, own) - 14)):
        k = v + 1 if step > 0 else min(v, own) - 1
        while 0 <= k < len(s) and k != limit:
            is_noun = (k > 0 and s.flags[k - 1] & (ARTICLE | PREPOSITION)) or s.lows[k + 1 : k + 2] == ["de"]  # «em sua conta no Twitter»
            if s.words[k] in ".;:" or s.is_quote(k) or (s.flags[k] & VERB and not s.is_capitalised(k) and not s.flags[k] & PARTICIPLE and not is_noun):
                break
            channel = "x" if s.words[k] == "X" else reader.cues.channel_of(s.lows[k])
            if channel in POSTED_ON and "-" in s.words[k]:  # „einen Instagram-Beitrag“
                return channel
            if channel in WRITTEN_CHANNELS and any(s.flags[m] & (PREPOSITION | INSIDE) or s.lows[m] == "via" for m in range(max(0, k - 4), k)):
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
