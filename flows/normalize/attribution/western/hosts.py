"""The medium in which somebody spoke: whom an interview was given to, whose broadcast it was."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    INDEFINITE,
    OTHER_VERB,
    OUTLET,
    TIME,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.host_names import is_host_by_name, is_station
from flows.normalize.attribution.western.host_tests import (
    is_broadcaster,
    is_dative_paper,
    is_interview,
    is_named_before,
    is_of_day,
    is_on_air,
    is_programme,
    is_some_paper,
)
from flows.normalize.attribution.western.names import (
    MEDIA,
    NETWORKS,
    is_domain,
    is_medium_at,
    is_medium_name,
    is_person_match,
)
from flows.normalize.attribution.western.phrase import make_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.spoken_in import (
    after_broadcast_of,
    interview_follows,
    is_show_of,
    station_said_on,
)
from flows.normalize.attribution.western.unregistered_hosts import is_unregistered_host


def end_of_host(reader: WesternReader, s: Sentence, first: int, stop: int, kind: str) -> int:
    """One past the medium whose show or journalist follows it ("in an interview with Example FM's Ann Example")."""
    for k in range(first, stop):
        if s.lows[k].endswith(POSSESSIVE) and (kind == "broadcast" or is_medium_at(reader, s, k) or (k > first and is_medium_at(reader, s, k - 1))):
            return k + 1
    return stop


def medium_of_journalist(reader: WesternReader, s: Sentence, first: int, stop: int) -> tuple[int, int]:
    """The medium whose journalist stands in tokens [first, stop) ("the Guardian’s Ann Example", "Ann Example and Bob Example of the Guardian", "a reporter from the Guardian"); these where none does."""
    if (own := end_of_host(reader, s, first, stop, "interview")) < stop and s.is_capitalised(own):
        return first, own
    lists = reader.cues.lists
    if s.lows[first] in lists["reporters"] and first + 3 < len(s) and s.is_capitalised(first + 1) and s.is_capitalised(first + 2):
        first += 1  # "told host Ann Example on CNN"
    elif is_medium_at(reader, s, first) and (own := _end_of_name(s, first)) + 1 < len(s) and s.lows[own] in lists["reporters"] and s.is_capitalised(own + 1):
        return first, own  # "told CNN host Ann Example"
    of = next((k for k in range(first + 2, min(len(s) - 1, stop + 5)) if s.lows[k] in ("of", "at", "from", "on") or not (s.is_capitalised(k) or s.lows[k] == "and")), 0)
    reporter = next((k for k in range(first, min(first + 3, len(s) - 2)) if s.lows[k] in lists["reporters"] and s.lows[k + 1] in ("from", "with", "for", "at")), None)
    of = of if reporter is None else reporter + 1
    at = of + 2 if of and of + 2 < len(s) and s.flags[of + 1] & ARTICLE and s.names[of + 1] is None else of + 1
    is_name = reporter is not None or (of > first + 1 and s.lows[of] in ("of", "at", "from", "on") and all((s.is_capitalised(k) and s.names[k] is None and not s.flags[k] & OUTLET) or s.lows[k] == "and" for k in range(first, of)))
    if not is_name or at >= len(s):
        return first, stop
    end = _end_of_name(s, at)
    while s.names[at] is None and end < len(s) and s.is_word(end) and s.is_capitalised(end):
        end += 1
    return (at, end) if is_medium_at(reader, s, at) or s.lows[at] in NETWORKS or is_medium_name(reader, s, at, end) else (first, stop)


def medium_of_reporter(reader: WesternReader, s: Sentence, phrase: Phrase) -> Phrase | None:
    """The medium whose reporter a person is called right behind it ("Example News correspondent, Ann Example, reports")."""
    title = next((k for k in range(phrase.person[0] - 1, max(0, phrase.person[0] - 4), -1) if s.lows[k] in reader.cues.lists["reporters"]), 0)
    match = s.names[title - 1] if title else None
    if match is None or not is_medium_at(reader, s, title - 1):
        return None
    source = reader.registry.cited_sources[match.source_ids[0]]
    return Phrase(s.token_at(match.char_start), title, source.kind, match)


def host(reader: WesternReader, s: Sentence, phrase: Phrase, kind: str, number: int, cue: tuple[int, int]) -> Mention | None:
    """The medium that a phrase after "told" or "in an interview with" names; None where it names none."""
    channel = "interview" if kind == "interview" and is_interview(reader, s, cue[0] - (cue[0] > 0 and reader.cues.language != "en"), cue[1]) else "broadcast" if kind == "broadcast" or is_on_air(reader, s, *cue) else None
    if s.flags[phrase.first] & OUTLET and s.lows[phrase.first - 1] in reader.cues.lists["this"]:
        return None  # «dijo a este diario»: the publisher
    known = phrase.match is not None and not is_person_match(reader, phrase.match) and phrase.kind in MEDIA
    is_own_site = False
    if not known:
        is_site = phrase.end - phrase.first == 1 and is_domain(s.words[phrase.first])
        if phrase.match is not None and not is_site and not is_station(reader, s, phrase, kind):
            return None
        is_own_site = reader.cues.language == "en" and s.lows[phrase.end - 1] in ("website", "site") and any(s.lows[k].endswith(POSSESSIVE) for k in range(phrase.first, phrase.end))
        is_press = phrase.kind == "unnamed" and s.lows[phrase.end - 1] in reader.cues.lists["press"] and s.lows[phrase.end - 1] not in ("reports", "press")
        is_foreign = reader.cues.language != "en" and (
            is_programme(reader, s, phrase) or is_dative_paper(s, phrase, cue[1]) or (kind == "interview" and is_unregistered_host(reader, s, phrase, *cue))
        )
        is_press = is_press or is_some_paper(reader, s, phrase)
        if not is_press and not is_foreign and not is_named_before(reader, s, phrase, cue[1] - 1) and not is_host_by_name(reader, s, phrase, kind, is_own_site, channel == "interview"):
            return None
    if not known and phrase.match is None and phrase.kind != "unnamed":
        phrase.kind, phrase.person = "outlet", None
    if channel is None and reader.cues.language == "en":
        channel = "interview" if interview_follows(s, phrase.end) else "broadcast" if known and is_show_of(s, phrase.end) and is_broadcaster(reader, phrase.match) else None
    return make_mention(reader, s, phrase, "venue", f"{kind}.venue", number, cue, channel=channel or ("website" if is_own_site else None), is_oblique=True)


_SHOWN_OR_HEARD = frozenset(("interview", "documentary"))
_WRITING = ("wrote", "writes", "argued", "argues", "penned")


def media_of_statements(reader: WesternReader, s: Sentence, found: Sequence[Mention], number: int) -> list[Mention]:
    """The media that ran what somebody said: "wrote in the Example", "said in an Example interview", "On Example FM, she said"."""
    spoken = [m for m in found if m.form == "subject" and m.cue is not None and m.kind not in MEDIA]
    venues: list[Mention] = []
    is_opened = bool(spoken) or s.lows[0] in _COMMENTING or any(low in ("on", "in", "during") for low in s.lows[:3])
    if is_opened and (opening := opening_host(reader, s, spoken[0] if spoken else None, number) or opening_comment(reader, s, number)) is not None:
        venues.extend([opening] if not any(m.char_start < opening.char_end and opening.char_start < m.char_end for m in found) else ())
    if spoken and "podcast" in s.lows and (heard := podcast_of(reader, s, spoken[0], number)) is not None:
        spoken[0].channel = spoken[0].channel or "broadcast"
        venues.extend([heard] if not any(m.char_start < heard.char_end and heard.char_start < m.char_end for m in found) else ())
    for mention in spoken:
        place = (medium_after_verb(reader, s, s.token_at(mention.cue[0])) or medium_told(reader, s, s.token_at(mention.cue[0]))) if mention.cue is not None else None
        if place is not None and not any(m.char_start < s.ends[place[0]] and s.starts[place[0]] < m.char_end for m in (*found, *venues)):
            channel = "interview" if "interview" in s.lows[place[1] : place[1] + 3] else "broadcast" if "documentary" in s.lows[place[1] : place[1] + 2] else None
            venues.append(_named_host(reader, s, *place, "verb.medium_after", number, mention.cue, channel))
        elif mention.cue is not None and (air := on_air(reader, s, s.token_at(mention.cue[0]))) is not None and not any(
            m.char_start < s.ends[air[0]] and s.starts[air[0]] < m.char_end for m in (*found, *venues)
        ):
            mention.channel = mention.channel or "broadcast"
            venues.append(_named_host(reader, s, *air, "verb.on_air", number, mention.cue, "broadcast"))
        elif mention.cue is not None and (station := station_said_on(s, s.token_at(mention.cue[0]))) is not None and not any(m.char_start < s.ends[station[1] - 1] and s.starts[station[0]] < m.char_end for m in (*found, *venues)):
            mention.channel = mention.channel or "broadcast"
            venues.append(make_mention(reader, s, Phrase(*station, "outlet"), "venue", "verb.on_air", number, (station[0] - 1, station[0]), channel="broadcast", is_oblique=True))
    return venues


def opening_host(reader: WesternReader, s: Sentence, spoken: Mention | None, number: int) -> Mention | None:
    """The medium with which a sentence opens that somebody speaks in later, if only on a show: "Thursday on Example FM’s “Show,” Ann Example said"."""
    on = next((k for k in range(min(3, len(s) - 2)) if s.lows[k] in ("on", "in", "during")), None)
    if on is None or any(not s.flags[k] & (TIME | ADVERB) for k in range(on)) or (s.lows[on] == "in" and on):
        return None
    aired = after_broadcast_of(s, on)
    first = aired or on + 1
    while not aired and first < len(s) - 1 and first - on < 5 and s.names[first] is None and (s.words[first].islower() or s.flags[first] & ARTICLE or is_of_day(reader, s, first)):
        first += 1
    if not is_medium_at(reader, s, first) or (spoken is not None and s.starts[first] >= spoken.char_start) or (s.lows[on] != "on" and not aired and not s.flags[first - 1] & ARTICLE and not is_of_day(reader, s, first - 1)):
        return None
    end = _end_of_name(s, first)
    if s.lows[end : end + 1] == ["interview"] and s.flags[first - 1] & (ARTICLE | INDEFINITE) and spoken is not None:
        return _named_host(reader, s, first, end, "opening.venue", number, (s.starts[on], s.ends[on]), "interview")
    if s.lows[end : end + 1] == ["documentary"] and s.flags[first - 1] & (ARTICLE | INDEFINITE) and spoken is not None:
        return _named_host(reader, s, first, end, "opening.venue", number, (s.starts[on], s.ends[on]), "broadcast")
    is_show = s.lows[end - 1].endswith(POSSESSIVE)
    if (not is_show and end < len(s) and s.words[end] != ",") or (spoken is None and not (is_show and s.lows[on] == "on" and end < len(s) and s.is_quote(end))):
        return None
    return _named_host(reader, s, first, end, "opening.venue", number, (s.starts[on], s.ends[on]), "broadcast" if is_show or aired else None)


_COMMENTING = ("appearing", "commenting", "speaking", "talking", "writing")
_OPENING_WITHIN = 9


def opening_comment(reader: WesternReader, s: Sentence, number: int) -> Mention | None:
    """The medium of a participle that opens the sentence: "Commenting on the matter to the Example, Sampleco said"."""
    if s.lows[0] not in _COMMENTING:
        return None
    for k in range(1, min(_OPENING_WITHIN, len(s) - 2)):
        if not s.is_word(k):
            return None
        first = k + 2 if s.flags[k + 1] & ARTICLE and s.names[k + 1] is None else k + 1
        if s.is_quote(first):
            first += 1
        if s.lows[k] in ("to", "with", "in", "on") and is_medium_at(reader, s, first):
            end = _end_of_name(s, first)
            is_closed = end < len(s) and (s.words[end] == "," or s.is_quote(end) or bool(s.flags[end] & TIME) or s.lows[end - 1].endswith(POSSESSIVE))
            channel = "broadcast" if s.lows[k] == "on" else None
            return _named_host(reader, s, first, end, "opening.venue", number, (s.starts[0], s.ends[0]), channel) if is_closed else None
    return None


def podcast_of(reader: WesternReader, s: Sentence, spoken: Mention, number: int) -> Mention | None:
    """The podcast that somebody spoke on: "In an episode of the Sample podcast, Ann Example said", "said on the Sample podcast"."""
    podcast = s.lows.index("podcast")
    first = podcast
    while first > 1 and s.is_capitalised(first - 1) and s.is_word(first - 1) and not s.flags[first - 1] & TIME:
        first -= 1
    on = first - 2 if s.flags[first - 1] & ARTICLE else first - 1
    if first == podcast or on < 0:
        return None
    v = s.token_at(spoken.cue[0]) if spoken.cue is not None else 0
    is_opening = s.lows[0] in ("on", "in", "during", "speaking", "appearing") and s.starts[podcast] < spoken.char_start and podcast < 14 and s.words[podcast + 1] == ","
    is_after = 0 < on - v < 4 and s.lows[on] == "on" and not any(s.is_quote(k) for k in range(v, on))
    if not (is_opening and s.lows[on] in ("on", "in", "of")) and not is_after:
        return None
    phrase = Phrase(first, podcast + 1, "outlet", s.names[first])
    return make_mention(reader, s, phrase, "venue", "podcast.venue", number, (on, on + 1), channel="broadcast", is_oblique=True)


_ON_AIR_WITHIN = 3


def on_air(reader: WesternReader, s: Sentence, v: int) -> tuple[int, int] | None:
    """Where the broadcaster stands on whose programme somebody says it: "said on CNN's “Sample Day”", "told viewers on the BBC"."""
    on = next((k for k in range(v + 1, min(v + 1 + _ON_AIR_WITHIN, len(s) - 1)) if s.lows[k] == "on"), None)
    if on is None or any(s.is_quote(k) or (not s.flags[k] & (TIME | ADVERB) and s.words[k] != ",") for k in range(v + 1, on)):
        return None
    first = after_broadcast_of(s, on) or (on + 2 if s.flags[on + 1] & ARTICLE and s.names[on + 1] is None and on + 2 < len(s) else on + 1)
    first += first + 1 < len(s) and s.is_quote(first)
    if not is_medium_at(reader, s, first):
        return None
    return (first, _end_of_name(s, first)) if is_broadcaster(reader, s.names[first]) else None


def medium_after_verb(reader: WesternReader, s: Sentence, v: int) -> tuple[int, int] | None:
    """Where the medium stands that ran what the verb tells: right after "wrote in", before "interview", after "in a piece for"."""
    at = next((k for k in range(v + 1, min(v + 4, len(s) - 2)) if s.lows[k] in ("in", "for")), None)
    if at is None or any(not s.flags[k] & TIME and s.words[k] != "," for k in range(v + 1, at)):
        return None
    first = at + 2 if s.flags[at + 1] & ARTICLE else at + 1
    if first < len(s) and is_medium_at(reader, s, first):
        end = _end_of_name(s, first)
        return (first, end) if s.lows[v] in _WRITING or not _SHOWN_OR_HEARD.isdisjoint(s.lows[end : end + 2]) else None
    for k in range(first, min(first + 4, len(s) - 2)):
        if not s.words[k].islower():
            return None
        if s.lows[k] in reader.cues.lists["pieces"] and s.lows[k + 1] in ("for", "in"):
            name = k + 3 if s.flags[k + 2] & ARTICLE else k + 2
            return (name, _end_of_name(s, name)) if name < len(s) and is_medium_at(reader, s, name) else None
    return None


_TOLD_WITHIN = 14


def medium_told(reader: WesternReader, s: Sentence, v: int) -> tuple[int, int] | None:
    """Where the medium stands to which the verb tells a thing that comes before it: "confirmed his death to the Example", "admitted in emails to the Example"."""
    if s.lows[v] not in reader.cues.lists["told_to_media"] or "to" not in s.lows[v:]:
        return None
    for k in range(v + 1, min(v + _TOLD_WITHIN, len(s) - 1)):
        if s.words[k] in ",.;:" or s.is_quote(k) or (s.flags[k] & (VERB | OTHER_VERB | CONJUNCTION) and s.words[k].islower() and s.lows[k] != "emailed"):
            return None
        if s.lows[k] != "to":
            continue
        first = k + 2 if s.flags[k + 1] & ARTICLE and s.names[k + 1] is None and k + 2 < len(s) else k + 1
        if is_medium_at(reader, s, first):
            return first, _end_of_name(s, first)
    return None


def _end_of_name(s: Sentence, first: int) -> int:
    end = first + 1
    while s.names[first] is not None and end < len(s) and s.names[end] is s.names[first]:
        end += 1
    return end


def _named_host(
    reader: WesternReader, s: Sentence, first: int, end: int, rule: str, number: int, cue: tuple[int, int], channel: str | None
) -> Mention:
    source = reader.registry.cited_sources[s.names[first].source_ids[0]]
    token = s.token_at(cue[0])
    return make_mention(reader, s, Phrase(first, end, source.kind, s.names[first]), "venue", rule, number, (token, token + 1), channel=channel, is_oblique=True)
