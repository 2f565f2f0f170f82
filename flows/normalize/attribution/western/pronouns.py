"""Who "he" or "she" is that says something in English: the named subject of the sentence before."""

from bisect import bisect_left, insort
from collections.abc import Sequence

from flows.normalize.attribution.full_names import full_name_span
from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    OTHER_VERB,
    PREPOSITION,
    PRONOUN,
    VERB,
    WEAK,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence, read_sentence
from flows.normalize.attribution.sentences import sentence_start
from flows.normalize.attribution.western.acts import is_reported
from flows.normalize.attribution.western.appositions import with_apposition_right
from flows.normalize.attribution.western.direct_speech import is_quoted
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.nouns import is_native
from flows.normalize.attribution.western.person_names import person_name
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.relative_clauses import has_content
from flows.normalize.attribution.western.routes import route_of
from flows.normalize.registry import NameMatch

_FARTHEST = 700
_SENTENCES_BACK = 5
_OPENING_WITHIN = 40
_END_MARKS = ".!?:…”\"’)"
_PERFECT = ("has", "had", "have")


def pronoun_mention(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """A mention of form "pronoun" at "he", "she", "the Spaniard" or "the 34-year-old", where that begins a clause and is the subject of the verb at `v`."""
    if reader.cues.language != "en":
        return None
    k = v - 1
    while k >= 0 and (s.flags[k] & ADVERB or s.lows[k] in _PERFECT):
        k -= 1
    if v > 0 and s.is_quote(v - 1) and is_spoken_of(reader, s, v + 2):
        k = v + 2  # "“…,” said the Spaniard"
    elif k < 0 or not (s.lows[k] in ("he", "she") or is_spoken_of(reader, s, k)):
        return None
    before = k - 1 if s.lows[k] in ("he", "she") else k - 2
    if k > v:
        before = -1
    while before >= 0 and s.flags[before] & ADVERB:
        before -= 1
    if before >= 0 and s.is_word(before) and s.lows[before] not in reader.cues.lists["and_but"]:
        return None
    if (s.flags[v] & WEAK and not has_content(reader, s, v)) or is_reported(reader, s, v):
        return None
    mention = Mention(s.starts[k], s.ends[k], "person", "pronoun", "en.pronoun", number, (s.starts[v], s.ends[v]))
    mention.channel = route_of(reader, s, mention)
    return mention


def is_spoken_of(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether "the" and a word that only tells age or country stand for somebody whom the text has named."""
    if not 0 < k < len(s) or s.lows[k - 1] != "the" or (k + 1 < len(s) and s.is_capitalised(k + 1)):
        return False
    return s.lows[k].endswith("-year-old") or is_native(reader, s, k)


def with_antecedents(
    text: str, folded: str, mentions: Sequence[Mention], names: Sequence[NameMatch], reader: WesternReader
) -> list[Mention]:
    """The mentions with each pronoun replaced by the person it stands for, or left out where that person is cited or unclear."""
    plain = [m for m in mentions if m.form != "pronoun"]
    _name_described(text, folded, plain, names, reader)
    if len(plain) == len(mentions):
        return plain
    surnames = {m.person.split()[-1] for m in plain if m.person}
    starts = sorted(m.char_start for m in plain if m.kind in ("person", "official") or (m.kind == "unnamed" and not _is_group(m)))
    for pronoun in mentions:
        if pronoun.form != "pronoun" or is_quoted(text, pronoun.char_start):
            continue
        found = _antecedent(text, folded, pronoun, starts, names, reader)
        if found is None or found.person.split()[-1] in surnames or any(m.char_start < found.char_end and found.char_start < m.char_end for m in plain):
            continue
        surnames.add(found.person.split()[-1])
        insort(starts, found.char_start)
        plain.append(found)
    return plain


def _name_described(text: str, folded: str, mentions: Sequence[Mention], names: Sequence[NameMatch], reader: WesternReader) -> None:
    """Gives "the star" or "the Loma striker", before whom nobody was cited by name, the name of the person whom the sentence before is about."""
    first = min((m.char_start for m in mentions if m.person), default=len(text))
    for mention in mentions:
        if mention.char_start > first or mention.form != "subject" or mention.kind not in ("person", "official") or mention.person or mention.match is not None:
            continue
        words = folded[mention.char_start : mention.char_end].split()
        is_definite = mention.head is not None and folded.endswith("the ", 0, mention.char_start) and mention.head.removeprefix("ex-") in reader.cues.lists["famous"] and words[-1] == mention.head
        if not is_definite or any(reader.cues.words.get(word, 0) & PREPOSITION for word in words):
            continue
        place = Mention(mention.sentence, mention.sentence, "person", "pronoun", mention.rule, mention.sentence, mention.cue)
        found = _antecedent(text, folded, place, (), names, reader)
        if found is not None:
            mention.person = found.person


def _is_group(mention: Mention) -> bool:
    """Whether a source without a name is several people, whom no "he" stands for ("critics")."""
    return mention.head is not None and (mention.head.endswith("s") or mention.head in ("people", "media", "police"))


def _antecedent(
    text: str, folded: str, pronoun: Mention, cited: Sequence[int], names: Sequence[NameMatch], reader: WesternReader
) -> Mention | None:
    """The named subject of the pronoun's sentence or of the last one outside quotations before it; None where a cited person is nearer."""
    start, end = pronoun.sentence, pronoun.char_start
    for _ in range(_SENTENCES_BACK):
        at = bisect_left(cited, start)
        if at < len(cited) and cited[at] < end:
            return None
        is_whole = end == pronoun.char_start or text[end - 1] in _END_MARKS  # no headline, caption or link
        if is_whole and end - start > 1 and not is_quoted(text, start) and text[start] not in "“\"`‘":
            first = bisect_left(names, start, key=lambda n: n.char_start)
            sentence = read_sentence(text, start, end, reader.cues, names[first : bisect_left(names, end, key=lambda n: n.char_start)])
            phrase, is_open = _subject(reader, sentence, text, folded)
            if phrase is not None:
                mention = make_mention(reader, sentence, phrase, "subject", "pronoun", start, (0, 1), channel=pronoun.channel)
                mention.person = mention.person or text[mention.char_start : mention.char_end]
                mention.cue = pronoun.cue
                return mention
            if not is_open or (end == pronoun.char_start and _has_nearer(sentence)):
                return None
        end = start
        while end > 0 and text[end - 1].isspace():
            end -= 1
        if end <= 1 or pronoun.char_start - end > _FARTHEST:
            return None
        start = sentence_start(text, end - 2, 0, reader.cues.lists["abbreviations"])
    return None


def _subject(reader: WesternReader, s: Sentence, text: str, folded: str) -> tuple[Phrase | None, bool]:
    """The person whose name is the subject of a sentence; without one, whether the search may go on before it."""
    if not len(s):
        return None, True
    for start in (0, *(k + 1 for k in range(1, min(len(s) - 2, _OPENING_WITHIN)) if s.words[k] == ",")):
        first = start
        while first < len(s) - 1 and s.flags[first] & (ADVERB | CONJUNCTION) and not s.flags[first] & PREPOSITION:
            first += 1
        if s.lows[first] in ("he", "she"):
            return None, True
        if s.flags[first] & PREPOSITION or s.lows[first].endswith(("ing", "ed")) or not s.is_word(first):
            continue
        end = end_right(reader, s, first)
        phrase = describe(reader, s, first, end) if first < end else None
        if phrase is not None and phrase.person is None:
            phrase = with_apposition_right(reader, s, phrase)
            end = max(end, phrase.end)
        if start and phrase is not None and end + 1 < len(s) and s.words[end] == "," and s.flags[end + 1] & PREPOSITION:
            continue  # "with the head of the party, Ann Example, on Friday, …"
        if phrase is not None and _acts(s, end) and _is_named(phrase, s, text, folded):
            other = person_name(reader, s, end, len(s))
            is_one = other is None or not s.flags[other[0] - 1] & CONJUNCTION  # "Ann Example cooks and Bob Sample sings"
            return phrase if is_one else None, False
        return None, not s.flags[first] & PRONOUN and person_name(reader, s, first, len(s)) is None
    return None, False


def _has_nearer(s: Sentence) -> bool:
    """Whether a clause before the pronoun is about somebody called by one name that the text need not explain ("When Ann calls Bob, she says")."""
    return any(
        s.flags[k - 1] & CONJUNCTION and not s.flags[k] and s.words[k].istitle() and s.names[k] is None and s.words[k + 1].islower()
        and (s.flags[k + 1] & (VERB | OTHER_VERB) or s.lows[k + 1].endswith(("s", "ed")))
        for k in range(1, len(s) - 1)
    )


def _acts(s: Sentence, end: int) -> bool:
    """Whether a verb or an apposition follows the phrase."""
    if end >= len(s) or s.lows[end - 1].endswith(POSSESSIVE):
        return end >= len(s)
    if s.flags[end] & ADVERB and end + 1 < len(s):
        end += 1
    return s.words[end] in ",(" or bool(s.flags[end] & (VERB | OTHER_VERB)) or s.lows[end] == "who" or (not s.flags[end] & (PREPOSITION | CONJUNCTION | ARTICLE) and s.lows[end].endswith(("ed", "s")))


def _is_named(phrase: Phrase, s: Sentence, text: str, folded: str) -> bool:
    """Whether a phrase names a person: in full, by title and surname, or by a surname that the text gives in full."""
    if phrase.person is not None:
        return True
    word = s.words[phrase.first]
    if phrase.kind != "latin" or (phrase.first and s.flags[phrase.first - 1] & ARTICLE) or phrase.end - phrase.first != 1 or phrase.match is not None or not word[0].isupper() or word.isupper():
        return False
    return full_name_span(text, folded, word, "en") is not None
