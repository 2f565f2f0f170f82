"""Whether a phrase after "told" or "in an interview with" names a medium, by how the name is built."""

import re

from flows.normalize.attribution.language_cues import ARTICLE, OUTLET, PARTICLE
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.names import NETWORKS, is_domain, is_medium_name, last_of_name
from flows.normalize.attribution.western.reader import OF_A_COUNTRY, OF_STATES, WesternReader


def is_host_by_name(reader: WesternReader, s: Sentence, phrase: Phrase, kind: str, is_own_site: bool, is_interview_with: bool) -> bool:
    """Whether a phrase that no registry has names a medium by how it is built."""
    word = s.words[phrase.first]
    if is_station(reader, s, phrase, kind) or is_domain(word):
        return True
    if reader.cues.language == "en" and phrase.end - phrase.first == 1 and (word.lower() in NETWORKS or _CHANNEL.fullmatch(word)):
        return True
    if phrase.kind == "latin" and phrase.end - phrase.first == 1 and word.isupper() and (
        len(word) > 2 if reader.cues.language != "en" else len(word) > 3 and (is_interview_with or _STATION.fullmatch(word))
    ):
        return True
    if reader.cues.language == "en" and (is_built_as_medium(reader, s, phrase) or (phrase.kind in ("latin", "outlet") and is_called_medium(s, phrase.end))):
        return True
    return phrase.kind == "outlet" and (is_own_site or is_named_medium(s, phrase) or is_medium_name(reader, s, phrase.first, phrase.end))


def is_called_medium(s: Sentence, comma: int) -> bool:
    """Whether an apposition says that the name before it is a medium's ("told The Sample, a Loma-based news website")."""
    if comma + 2 >= len(s) or s.words[comma] != "," or not s.flags[comma + 1] & ARTICLE:
        return False
    head = next((k for k in range(comma + 2, min(comma + 7, len(s))) if s.flags[k] & OUTLET or not s.is_word(k)), comma)
    return head > comma and bool(s.flags[head] & OUTLET)


_CHANNEL = re.compile(r"TV-?\d{1,2}")
_STATION = re.compile(r"[KW][A-Z]{3}\d{0,2}|[A-Z]{1,5}(?:TV|FM)\d*")


def is_station(reader: WesternReader, s: Sentence, phrase: Phrase, kind: str) -> bool:
    """Whether the words of a name are those of a station ("Example FM")."""
    if kind != "broadcast" and not (reader.cues.language == "en" and s.words[phrase.end - 1] in ("FM", "TV", "Radio")):
        return False
    return any(s.lows[k].removesuffix("'s").removesuffix("’s") in ("fm", "tv", "radio", "news") for k in range(phrase.first, phrase.end))


def is_built_as_medium(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether who was told something bears a medium's words: "the Courier", "Sample Magazine", "radio station Sample", "the Sample Broadcasting Corporation"."""
    first, end = phrase.first, phrase.end
    last = last_of_name(reader, s, end - 1)
    has_article = s.lows[first] == "the" or (first > 0 and s.lows[first - 1] == "the")
    names = [k for k in range(first, end) if s.is_capitalised(k) and s.lows[k] != "the"]
    if names and all(s.lows[k].endswith(OF_A_COUNTRY) or s.words[k] in OF_STATES for k in names):
        return False  # "a Ruritanian newspaper"
    if names and s.words[end - 1].islower() and names[-1] < end - 1 and (s.flags[end - 1] & OUTLET or s.lows[end - 2 : end] == ["news", "service"] or s.lows[end - 2 : end] == ["news", "agency"]):
        return True
    if not names or not s.is_capitalised(end - 1):
        return False
    lists = reader.cues.lists
    words = lists["media_words"] | lists["paper_words"]
    if has_article and last in words and (len(names) > 1 or last in lists["media_words"]):
        return True
    if len(names) > 1 and (last in lists["host_words"] or any(s.lows[k] in lists["of_media"] for k in names)):
        return True
    noun = next((k for k in range(first, names[-1]) if s.words[k].islower() and (s.flags[k] & OUTLET or s.lows[k] in lists["media_nouns"])), None)
    return noun is not None and s.is_capitalised(noun + 1)


def is_named_medium(s: Sentence, phrase: Phrase) -> bool:
    """Whether a word for a medium stands in the phrase with a name („der Sportzeitschrift Muster Zurnal“)."""
    heads = [k for k in range(phrase.first, phrase.end) if s.flags[k] & OUTLET]
    after = heads[0] + 1 if heads else phrase.end
    return after < phrase.end and (s.is_quote(after) or (s.is_word(after) and s.is_capitalised(after) and not s.flags[after] & ~(ARTICLE | PARTICLE)))
