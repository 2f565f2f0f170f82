"""Speakers who are joined in English: "President Ann Example and Premier Bob Sample said", "said Ann Example and Bob Sample"."""

from flows.normalize.attribution.language_cues import ARTICLE, OTHER_VERB, PREPOSITION, TIME, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right, is_complement, start_left
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader

_MOST = 3  # speakers before the last of a list


def joined_speakers(reader: WesternReader, s: Sentence, mention: Mention, number: int) -> list[Mention]:
    """Who says the same as the person in `mention`, whose span is cut to the one person."""
    if mention.form == "subject" and mention.cue is not None and not mention.person:
        return _joined_bodies(reader, s, mention, number)
    if mention.form != "subject" or mention.cue is None or not mention.person or mention.rule.endswith(("antecedent", "relative_clause")):
        return []  # "They met Ann Example and Bob Sample, who said": the one
    if mention.cue[0] < mention.char_start:
        other = _joined_after(reader, s, mention)
        return [] if other is None else [_said_too(reader, s, other, mention, number)]
    found: list[Mention] = []
    joint = _and_before(s, mention)
    if not joint:
        return []
    last = describe(reader, s, joint + 1, s.token_at(mention.char_end - 1) + 1)
    if last is None or not last.person or not _is_full(reader, s, last):
        return []
    end = joint
    while len(found) < _MOST:
        first = start_left(reader, s, end)
        one = describe(reader, s, first, end) if first < end else None
        if one is None or not one.person or one.person[1] != end or not _is_full(reader, s, one) or is_complement(s, one.first):
            break
        found.append(_said_too(reader, s, one, mention, number))
        end = one.first - 1
        if end < 1 or s.words[end] != ",":
            break
    if found:
        mention.char_start = s.starts[last.first]
    return found


def _joined_bodies(reader: WesternReader, s: Sentence, mention: Mention, number: int) -> list[Mention]:
    """The other of two bodies that say something together ("Sampleco and Example Bank said", "the ministry and the police said")."""
    first, end = s.token_at(mention.char_start), s.token_at(mention.char_end - 1) + 1
    joint = next((k for k in range(first + 1, end - 1) if s.lows[k] == "and" and s.names[k] is None and mention.match is not None and s.names[k - 1] is mention.match), 0)
    if joint:
        other = describe(reader, s, joint + 1, end)
        if other is None or other.person or other.match is mention.match or not s.is_capitalised(joint + 1) or (other.kind == "latin" and end - joint > 2):
            return []
        mention.char_end = s.ends[joint - 1]
        return [_said_too(reader, s, other, mention, number)]
    if mention.cue[0] < mention.char_start or first < 3 or not s.flags[first - 1] & ARTICLE or s.lows[first - 2] != "and":
        return []
    start = start_left(reader, s, first - 2)
    before = start - 1
    while before >= 0 and s.flags[before] & ARTICLE:
        before -= 1
    other = describe(reader, s, start, first - 2) if start < first - 2 and (before < 0 or not s.is_word(before)) else None
    is_body = other is not None and not other.person and (other.match is not None or other.kind == "body") and mention.kind not in ("document", "unnamed")
    return [_said_too(reader, s, other, mention, number)] if is_body else []


def _and_before(s: Sentence, mention: Mention) -> int:
    """The last "and" in front of the person's name, inside the mention or right before it; 0 where none joins two people."""
    first, name = s.token_at(mention.char_start), s.text.find(mention.person, mention.char_start, mention.char_end)
    for k in range(s.token_at(max(name, mention.char_start)) - 1, max(0, first - 3), -1):
        if s.lows[k] == "and":
            return k
        if not s.is_word(k) and s.words[k] != ".":
            return 0
    return 0


def _joined_after(reader: WesternReader, s: Sentence, mention: Mention) -> Phrase | None:
    """The second person after "said Ann Example and", where nothing that this one does follows."""
    joint = s.token_at(mention.char_end - 1) + 1
    if joint + 1 >= len(s) or s.lows[joint] != "and":
        return None
    end = end_right(reader, s, joint + 1)
    is_open = end < len(s) and s.is_word(end) and not (s.flags[end] & (PREPOSITION | TIME) and not s.flags[end] & (VERB | OTHER_VERB))
    other = describe(reader, s, joint + 1, end) if joint + 1 < end and not is_open else None
    return other if other is not None and other.person and _is_full(reader, s, other) else None


def _is_full(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase has a given name and a surname, or a title before the surname."""
    return phrase.person[1] - phrase.person[0] > 1 or phrase.head is not None or phrase.match is not None


def _said_too(reader: WesternReader, s: Sentence, phrase: Phrase, mention: Mention, number: int) -> Mention:
    other = make_mention(reader, s, phrase, "subject", "verb.joined_subject", number, (0, 1), is_report=mention.is_report)
    other.cue, other.channel = mention.cue, mention.channel
    return other
