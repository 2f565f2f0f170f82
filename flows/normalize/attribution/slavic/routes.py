"""The way a statement took: «в своем Telegram-канале», «на странице в Facebook»."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import PRONOUN, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.mention import IN
from flows.normalize.attribution.slavic.phrase import NETWORKS, SlavicReader

# in Latin and in Cyrillic letters
_NAMED_X = ("X", "Х")


def add_routes(s: Sentence, routes: Sequence[int], found: list[Mention], earlier: Sequence[Mention], reader: SlavicReader) -> None:
    """Gives «в своем Telegram-канале», «на странице в Facebook» to the mention before it, else to the one after.

    «Об этом он написал в Facebook»: to the person cited last.
    """
    for k in routes:
        channel = reader.cues.channel_of(s.lows[k])
        if not (channel in NETWORKS or (channel == "website" and _is_own(s, k))) or not _is_route(s, k, reader):
            continue
        open_mentions = [m for m in found if m.form in ("subject", "citing", "according", "body", "line", "document") and (not m.channel or (m.person and m.channel == "press_service"))]
        if any(m.char_start <= s.starts[k] < m.char_end for m in found):
            continue
        before = [m for m in open_mentions if m.char_end <= s.starts[k] and m.kind not in ("outlet", "agency")]
        after = [m for m in open_mentions if m.char_start > s.starts[k]]
        target = before[-1] if before else after[0] if after else None
        if target is None and not found and earlier and _he_writes(s, k):
            speaker = next((m for m in reversed(earlier) if m.person and m.form == "subject"), None)
            if speaker is not None and not speaker.channel:
                speaker.channel = channel
            continue
        if target is not None and target.form != "according" and _is_near(s, target, k):
            target.channel = channel
            for other in open_mentions:  # «посты A и B в Facebook»
                if other.cue == target.cue and other.form == target.form and (target.rule.endswith(".coordinated") or other.rule.endswith(".coordinated")):
                    other.channel = channel


def _is_near(s: Sentence, mention: Mention, k: int) -> bool:
    """Whether a route belongs to the mention's verb: close by, no other verb of saying and no new clause between."""
    if mention.cue is None:
        return True
    v, subject = s.token_at(mention.cue[0]), s.token_at(mention.char_start)
    first, last = min(v, subject), max(v, s.token_at(mention.char_end - 1))
    between = range(k + 1, first) if k < first else range(last + 1, k)
    if len(between) > 12:
        return False
    return not any(s.flags[m] & VERB or (s.words[m] == "," and k < first) for m in between)


def _he_writes(s: Sentence, k: int) -> bool:
    """Whether «он», «она» with a verb of saying stands before the route."""
    words = s.lows[:k]
    return any(w in ("он", "она", "він", "вона") for w in words) and any(s.flags[m] & VERB for m in range(len(s)))


def _is_route(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether the channel word stands after в, на (with its own, official, page)."""
    for m in range(k - 1, max(-1, k - 6), -1):
        if s.lows[m] in IN:
            return True
        if (not s.is_word(m) and not s.is_quote(m)) or s.lows[m].startswith(reader.cues.groups["replies"]):
            return False
    return False


def _is_own(s: Sentence, k: int) -> bool:
    """Whether a site is said to be the speaker's («на своём сайте», «на своєму офіційному сайті»)."""
    return any(s.flags[m] & PRONOUN and s.lows[m].startswith("сво") for m in range(max(0, k - 2), k))


def _is_network(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether «сети», which may also be of shops, is said to be a social one."""
    return not s.lows[k].startswith(("сет", "мереж")) or (k > 0 and s.lows[k - 1].startswith(reader.cues.groups["networks"]))


def mark_posts(s: Sentence, found: Sequence[Mention], reader: SlavicReader) -> None:
    """«написал он на своей странице „ВКонтакте“»: a post on a network that is no channel of its own; «в соцсети X» is one."""
    networks = reader.cues.groups["other_networks"]
    for mention in found:
        if mention.form != "subject" or mention.kind in ("outlet", "agency") or mention.cue is None or mention.channel:
            continue
        v = s.token_at(mention.cue[0])
        for k in range(max(1, v - 8), min(len(s), v + 12)):
            if s.lows[k] in networks and _is_network(s, k, reader) and any(w in IN or w.startswith(reader.cues.groups["pages"]) for w in s.lows[max(0, k - 3) : k]) and _is_near(s, mention, k):
                if k + 1 < len(s) and s.words[k + 1] in _NAMED_X:
                    mention.channel = "x"
                elif mention.person:
                    mention.form = "document"
                break
