"""The way a statement took: the platform it was made on, the medium that was told."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    DOCUMENT,
    INSIDE,
    OTHER_VERB,
    OUTLET,
    POSTING,
    PREPOSITION,
    PRONOUN,
    VERB,
    WEAK,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.platforms import (
    is_release,
    route_behind,
    route_between,
    route_in_front,
    route_of_user,
)
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.spoken_in import interview_follows
from flows.normalize.attribution.western.words import POSTED_ON, X
from flows.normalize.attribution.western.written_routes import written_route


def route_of(reader: WesternReader, s: Sentence, mention: Mention) -> str | None:
    """The platform of a statement: "on Twitter", "in a Facebook post", "in a blog post"."""
    if mention.cue is None:
        return None
    v = s.token_at(mention.cue[0])
    if s.lows[v] == "tweeted":
        return "x"
    if reader.cues.language != "en":
        return written_route(reader, s, mention, v)
    if (noted := route_of_user(reader, s, mention)) is not None:
        return noted
    if mention.kind not in ("outlet", "agency", "document") and mention.form == "subject" and interview_follows(s, v + 1):
        return "interview"
    for k in range(v + 1, min(v + 9, len(s))):
        if (s.flags[k] & (VERB | OTHER_VERB) and s.lows[k] not in ("posted", "published", "shared") and not (s.lows[k] == "tweets" and s.lows[k - 1] == "of")) or s.words[k] in ".;":
            break
        if s.lows[k] in ("posted", "published", "shared") and s.flags[k - 1] & (PRONOUN | OTHER_VERB) and not any(s.flags[m] & DOCUMENT for m in range(v + 1, k)):
            break  # "said she had posted it on Twitter": what is told, not how
        is_handed_out = is_release(s, k)
        channel = "press_service" if is_handed_out else "x" if s.words[k] in X else reader.cues.channel_of(s.lows[k])
        if channel is not None and (is_handed_out or channel == "website" or channel in POSTED_ON) and any(
            s.flags[m] & (PREPOSITION | INSIDE) for m in range(max(v, k - 4), k)
        ):
            return channel
    return route_between(reader, s, mention, v) or route_in_front(reader, s, s.token_at(mention.char_start)) or route_behind(reader, s, mention, v)


def press_office(reader: WesternReader, s: Sentence, mention: Mention) -> str | None:
    """The press service that a source is itself («a assessoria de imprensa», „die Pressestelle der Polizei“)."""
    if mention.kind in ("document", "unnamed"):
        return None
    words = s.text[mention.char_start : mention.char_end].lower()
    return "press_service" if any(office.replace("_", " ") in words for office in reader.cues.groups.get("press_office", ())) else None


def told_medium(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """The medium right after a verb whose subject is left out or a pronoun: «enfatizó al diario Ejemplo», „sagte sie der dpa“."""
    lists = reader.cues.lists
    to = v + 1 + (v + 1 < len(s) and s.lows[v + 1] in lists["subject_pronouns"])
    if to + 1 < len(s) and s.lows[to] not in lists["told"] and v and (s.words[v - 1] == "," or s.is_quote(v - 1)) and reader.cues.language != "de":
        to = next((k for k in range(to, min(v + _TOLD_WITHIN, len(s) - 1)) if s.lows[k] in lists["told"] and end_of_medium(reader, s, k + 1)), to)
        if any(s.words[k] in ",.;:" or s.is_quote(k) or (s.flags[k] & (VERB | OTHER_VERB) and s.words[k].islower()) for k in range(v + 1, to)):
            return None  # «narró uno de los alumnos a El Ejemplo»
    if to + 1 < len(s) and s.lows[to] == "a" and s.flags[v] & WEAK and reader.cues.language == "pt":
        return None  # «criticou a Rede Exemplo»: the article
    if to + 1 >= len(s) or s.lows[to] not in lists["told"] | lists["told_in"] or (reader.cues.language == "de" and to == v + 1):
        return None
    if reader.cues.language != "en" and any(low in _NOT for low in s.lows[max(0, v - 2) : v]):
        return None  # «n'a pas répondu à l'AFP»
    if s.lows[to + 1] in lists["this"]:
        return None  # «dijo a este diario»: the publisher
    phrase = describe(reader, s, to + 1, end_of_medium(reader, s, to + 1) or end_right(reader, s, to + 1))
    if phrase is None or phrase.kind not in ("outlet", "agency") or not (phrase.match is not None or s.flags[phrase.first] & OUTLET):
        return None
    if s.lows[to] not in lists["told"] and (s.flags[v] & WEAK or not is_sure_medium(phrase)):
        return None
    phrase.first = own_start(s, phrase)
    phrase.person = None
    channel = "broadcast" if s.lows[to] in lists["told_in"] and is_station(reader, phrase) else None
    if reader.cues.language != "en" and any(reader.cues.channel_of(s.lows[k]) == "interview" for k in range(v + 1, to)):
        channel = "interview"  # «afirmou em entrevista à rádio Exemplo»
    return make_mention(reader, s, phrase, "venue", "told.venue", number, (v, v + 1), channel=channel, is_oblique=True)


def end_of_medium(reader: WesternReader, s: Sentence, j: int) -> int:
    """One past the medium that articles, its noun and its registered name make up from token j on; 0 where none stands there."""
    k = next((k for k in range(j, min(j + 4, len(s))) if s.names[k] is not None), None)
    if k is None or any(s.is_word(i) and not s.flags[i] & (ARTICLE | INSIDE | OUTLET) for i in range(j, k)):
        return 0
    source = reader.registry.cited_sources.get(s.names[k].source_ids[0])
    if source is None or source.kind not in ("outlet", "agency") or not (s.names[k].is_distinctive or source.kind == "agency"):
        return 0
    end = k + 1
    while end < len(s) and (s.names[end] is s.names[k] or s.is_quote(end)):
        end += 1
    return end


def is_station(reader: WesternReader, phrase: Phrase) -> bool:
    """Whether the medium is heard or seen: radio, television."""
    outlet = reader.registry.outlets.get(phrase.match.source_ids[0]) if phrase.match is not None else None
    return outlet is not None and outlet.kind in ("broadcaster", "radio", "tv")


def own_start(s: Sentence, phrase: Phrase) -> int:
    """Where the medium itself begins, after what of it is meant («sur les ondes de RTL»)."""
    names = [k for k in range(phrase.first, phrase.end) if phrase.match is not None and s.names[k] is phrase.match]
    head = next((k for k in range(phrase.first, names[0] if names else phrase.first) if s.flags[k] & OUTLET), None)
    if head is not None:  # „der französischen Bahn der Nachrichtenagentur Muster“
        return next((k + 1 for k in range(head - 1, phrase.first, -1) if s.flags[k] & ARTICLE), phrase.first)
    return phrase.first if not names or s.is_quote(phrase.first) else names[0]


def is_sure_medium(phrase: Phrase) -> bool:
    """Whether the phrase names a medium or agency by a name that nothing else has."""
    return phrase.match is not None and phrase.kind in ("outlet", "agency") and (phrase.match.is_distinctive or phrase.kind == "agency")


_NOT = ("pas", "no", "não", "non", "nu", "nie", "nicht", "jamais")
_TOLD_WITHIN = 12
_WITHIN = 700
_LED_WITHIN = 5
_LONGEST_OPENING = 12


def pass_on_route(reader: WesternReader, s: Sentence, v: int, earlier: Sequence[Mention]) -> None:
    """Gives the platform of "he tweeted", «escribió en su cuenta de Twitter» to the person cited last."""
    if reader.cues.language in ("en", "de", "fr") and not (
        (v and s.flags[v - 1] & PRONOUN) or (v + 1 < len(s) and s.flags[v + 1] & PRONOUN) or (v > 1 and s.flags[v - 2] & PRONOUN)
    ):
        return
    said_by = v - 1 if v and s.flags[v - 1] & PRONOUN else v  # "In a video posted on Twitter, he said"
    spoken = Mention(s.starts[said_by], s.ends[v], "person", "subject", "", 0, (s.starts[v], s.ends[v]))
    channel = route_of(reader, s, spoken)
    if channel not in ("telegram", "facebook", "x", "instagram", "youtube"):
        return
    last = next((m for m in reversed(earlier) if m.person and m.form == "subject"), None)
    if last is not None and last.channel is None and s.starts[v] - last.char_end < _WITHIN:
        last.channel = channel


def addressees(reader: WesternReader, s: Sentence, found: Sequence[Mention], number: int) -> list[Mention]:
    """The medium to which or on which somebody spoke: «dijo a EFE», «a déclaré X à l'AFP», „sagte X im Deutschlandfunk“."""
    told, told_in = reader.cues.lists["told"], reader.cues.lists["told_in"]
    venues: list[Mention] = []
    for mention in found:
        is_led = mention.form == "according" and reader.cues.language != "en" and mention.kind not in ("outlet", "agency", "document", "unnamed")
        if not (mention.form == "subject" or is_led) or mention.cue is None:
            continue
        v = s.token_at(mention.char_end - 1) if is_led else s.token_at(mention.cue[0])  # «según informó Juan Ejemplo a EFE», „so Muster im ZDF“
        for k in range(v + 1, min(v + (_LED_WITHIN if is_led else 16), len(s) - 1)):
            if s.words[k] in ".;:" or (s.flags[k] & (VERB | OTHER_VERB) and not s.is_capitalised(k)) or (is_led and not s.is_word(k)):
                break
            if (s.lows[k] not in told and s.lows[k] not in told_in) or s.lows[k + 1] in reader.cues.lists["this"] or any(m.char_start <= s.starts[k + 1] < m.char_end for m in (*found, *venues)):
                continue
            phrase = describe(reader, s, k + 1, end_of_medium(reader, s, k + 1) or end_right(reader, s, k + 1))
            if phrase is not None and (
                any(reader.cues.channel_of(s.lows[m]) in POSTED_ON for m in range(phrase.first, phrase.end))
                or (phrase.match is None and any(s.starts[phrase.first] < m.char_start < s.ends[phrase.end - 1] for m in found))
            ):
                continue  # «en su canal de Telegram», «en su sitio web Juan Ejemplo»: no medium
            if phrase is not None and phrase.match is not None and phrase.kind in ("outlet", "agency"):
                phrase.person = None
                phrase.end = 1 + max(i for i in range(phrase.first, phrase.end) if s.names[i] is phrase.match)
                phrase.first = own_start(s, phrase)
                if is_led and phrase.end < len(s) and s.is_word(phrase.end) and s.is_capitalised(phrase.end) and reader.cues.language != "de":
                    continue  # the beginning of another's name
                if not is_sure_medium(phrase) and not (s.is_quote(k + 1) and (s.lows[k] in told or is_compound_interview(reader, s, phrase.end))):
                    continue
            if phrase is not None and not phrase.person and (s.lows[k] in told or is_sure_medium(phrase) or is_compound_interview(reader, s, phrase.end)) and (
                (phrase.kind in ("outlet", "agency") and (phrase.match is not None or phrase.head is None)) or s.flags[phrase.first] & OUTLET
                or phrase.head in reader.cues.lists["heads_with_media"]
            ):
                is_on = s.lows[k] in told_in or s.lows[k] == {"es": "en", "ro": "la"}.get(reader.cues.language)
                channel = "broadcast" if is_on and is_station(reader, phrase) else None
                channel = "interview" if is_compound_interview(reader, s, phrase.end) else channel
                venues.append(make_mention(reader, s, phrase, "venue", "told.venue", number, (k, k + 1), channel=channel, is_oblique=True))
                mention.channel = mention.channel or channel
                break
    return venues


def is_compound_interview(reader: WesternReader, s: Sentence, end: int) -> bool:
    """Whether a hyphen joins the word for an interview to the medium („im „Muster“-Gespräch“)."""
    k = end + (end < len(s) and s.is_quote(end))
    return k + 1 < len(s) and s.words[k] == "-" and (reader.cues.channel_of(s.lows[k + 1]) == "interview" or s.lows[k + 1] in reader.cues.lists["chats"])


def opening_medium(reader: WesternReader, s: Sentence, hits: Sequence[tuple[int, int, str]], found: Sequence[Mention], number: int) -> Mention | None:
    """The medium with which a sentence opens that somebody says something in: „Im Deutschlandfunk sagte Muster“, «Sur RTL, il a dit»."""
    lists = reader.cues.lists
    if reader.cues.language == "en" or s.lows[0] not in lists["told"] | lists["told_in"] | {"in"}:
        return None
    v = next((first for first, _, kind in hits if kind in ("verb", "interview") and s.flags[first] & VERB and not s.flags[first] & POSTING), 0)
    k = next((k for k in range(1, min(v, _LONGEST_OPENING)) if s.names[k] is not None), 0)
    if not k or any(m.char_start <= s.starts[k] < m.char_end for m in found):
        return None
    if any(s.is_word(j) and not s.flags[j] & (ARTICLE | INSIDE | OUTLET) and reader.cues.channel_of(s.lows[j]) is None and s.lows[j] not in lists["carriers"] for j in range(1, k)):
        return None
    phrase = describe(reader, s, k, end_right(reader, s, k))
    if phrase is None or not (is_sure_medium(phrase) or (s.is_quote(k - 1) and phrase.kind == "outlet")) or (s.lows[0] in ("der", "dem", "den") and phrase.kind != "agency"):
        return None
    phrase.person = None
    is_interview = any(reader.cues.channel_of(s.lows[j]) == "interview" for j in range(1, k))
    is_heard = s.lows[0] in lists["told_in"] and is_station(reader, phrase)
    channel = "interview" if is_interview else "broadcast" if is_heard else None
    return make_mention(reader, s, phrase, "venue", "opening.venue", number, (0, 1), channel=channel, is_oblique=True)
