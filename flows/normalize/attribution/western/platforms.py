"""The platform of an English statement, told away from its verb: in front of it, behind who says it, in a noun; and what a press office hands out."""

from flows.normalize.attribution.language_cues import ARTICLE, OTHER_VERB, TIME, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.spoken_in import is_in_interview
from flows.normalize.attribution.western.words import POSTED_ON, X

_LONGEST_OPENING = 12


def route_in_front(reader: WesternReader, s: Sentence, source: int) -> str | None:
    """The platform with which an English sentence opens: "In a tweet on Monday, Ann Example said"."""
    comma = source - 1
    while comma > 0 and s.flags[comma] & ARTICLE:
        comma -= 1
    if not 1 < comma < _LONGEST_OPENING or s.words[comma] != "," or s.lows[0] not in _OPENS_ROUTE:
        return None
    if any((s.flags[k] & VERB and s.lows[k] not in ("posted", "published") and reader.cues.channel_of(s.lows[k]) is None) or s.is_quote(k) for k in range(comma)):
        return None
    if any(is_release(s, k) for k in range(1, comma)):
        return "press_service"
    if is_in_interview(s, 0) or is_in_interview(s, 1):
        return "interview"
    channels = ("x" if s.words[k] in X else reader.cues.channel_of(s.lows[k]) for k in range(1, comma))
    return next((channel for channel in channels if channel in (*POSTED_ON, "website")), None)


_MADE = ("statement", "letter", "speech", "interview", "report", "email", "memo", "note")


def opens_with_statement(reader: WesternReader, s: Sentence, mention: Mention) -> bool:
    """Whether the sentence opens with where an English speaker said it, whatever the verb ("In a tweet, Samplax urged drivers to turn", "In a statement, the zoo condemned the theft")."""
    if reader.cues.language != "en" or s.lows[0] not in _OPENS_ROUTE or mention.kind == "document":
        return False
    first = s.token_at(mention.char_start)
    if route_in_front(reader, s, first) is not None:
        return True
    comma = next((k for k in range(2, min(first, _LONGEST_OPENING)) if s.words[k] == ","), 0)
    return comma >= first - 2 > 0 and s.lows[0] == "in" and s.lows[1] in ("a", "an", "its", "his", "her", "their") and any(s.lows[k] in _MADE for k in range(2, comma))


_BETWEEN_WITHIN = 10


def route_between(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> str | None:
    """The platform between who says it and the verb: "Sampleco on its Twitter account said", "Ann Example, in a Facebook post on Monday, said"."""
    first = s.token_at(mention.char_end - 1) + 1
    if not first < v <= first + _BETWEEN_WITHIN:
        return None
    k = first + (s.words[first] == ",")
    if s.lows[k] not in ("in", "on", "via") or any(s.flags[j] & VERB and reader.cues.channel_of(s.lows[j]) is None for j in range(k, v)):
        return None
    if is_in_interview(s, k):
        return "interview"
    for j in range(k + 1, v):
        channel = "press_service" if is_release(s, j) else "x" if s.words[j] in X else reader.cues.channel_of(s.lows[j])
        if channel in (*POSTED_ON, "website") or is_release(s, j):
            return channel
    return None


_RELEASES = ("press", "news", "media")
_HANDED_OUT = ("release", "releases", "statement", "statements")
_OPENS_ROUTE = ("in", "on", "via", "through", "during", "speaking", "writing", "posting", "sharing", "taking", "tweeting")


def is_release(s: Sentence, k: int) -> bool:
    """Whether the token ends the words for what a press office hands out ("press release", "news release", "said in a release")."""
    if k < 2 or s.lows[k] not in _HANDED_OUT:
        return False
    return s.lows[k - 1] in _RELEASES or (s.lows[k] == "release" and s.lows[k - 2 : k] == ["in", "a"])


_USERS = ("user", "users")


def route_of_user(reader: WesternReader, s: Sentence, mention: Mention) -> str | None:
    """The platform whose user says something ("a Twitter user wrote")."""
    last = s.token_at(mention.char_end - 1)
    channel = reader.cues.channel_of(s.lows[last - 1]) if last and s.lows[last] in _USERS else None
    return channel if channel in POSTED_ON else None


_BEHIND_WITHIN = 40


def route_behind(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> str | None:
    """The platform behind who says it or what is said, after a comma or a quotation mark: "said Ann Example, a singer, in a blog post", "…,” in a tweet"."""
    if "in" not in s.lows:
        return None
    last = s.token_at(mention.char_end - 1)
    for k in range(max(v, last) + 1, min(max(v, last) + _BEHIND_WITHIN, len(s) - 2)):
        if s.words[k] in ".;:":
            return None
        if is_in_interview(s, k) and (s.words[k - 1] == "," or s.is_quote(k - 1)) and mention.kind not in ("outlet", "agency", "document"):
            return "interview"
        if s.lows[k] != "in" or s.lows[k + 1] not in ("a", "an", "another", "the", "his", "her", "its") or not (s.words[k - 1] == "," or s.is_quote(k - 1)):
            continue
        dated = k + 2
        while dated < len(s) and (s.flags[dated] & TIME or s.words[dated] == "," or s.words[dated].isdigit()):
            dated += 1  # "in a June 4, 2020, press release"
        for j in range(k + 2, min(dated + 4, len(s))):
            channel = "press_service" if is_release(s, j) else reader.cues.channel_of(s.lows[j])
            if channel in (*POSTED_ON, "website", "press_service") and (channel != "press_service" or is_release(s, j)):
                return channel
    return None


_NEWS_POSTED_WITHIN = 11


def posts_news(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether somebody tells a thing on a platform or in a statement, whatever it is ("announced the birth on Instagram", "shared the news in a Facebook post", "confirmed the birth in a statement")."""
    if reader.cues.language != "en" or s.lows[v] not in reader.cues.lists["news_posted"]:
        return False
    for k in range(v + 1, min(v + _NEWS_POSTED_WITHIN, len(s))):
        if s.words[k] in ".;:," or s.is_quote(k) or s.flags[k] & OTHER_VERB or (s.flags[k] & VERB and reader.cues.channel_of(s.lows[k]) is None):
            return False
        is_placed = any(s.lows[j] in ("on", "in", "via", "through", "during") for j in range(max(v, k - 3), k))
        if is_placed and (s.words[k] in X or reader.cues.channel_of(s.lows[k]) in (*POSTED_ON, "website") or is_release(s, k) or s.lows[k - 2 : k + 1] == ["in", "a", "statement"]):
            return True
    return False
