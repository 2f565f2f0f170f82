"""Whom a relative clause that says something goes back to, and whether what is said follows a verb."""

from flows.normalize.attribution.language_cues import PLACE, WEAK
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.appositions import with_title_left
from flows.normalize.attribution.western.extent import start_left
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader

# a colon further from the verb introduces something else
_COLON_WITHIN = 4


def antecedent(reader: WesternReader, s: Sentence, who: int, number: int, cue: int) -> Mention | None:
    """The person of "Ann Example, who said": who stands before the relative pronoun."""
    end = who - 1 if who and s.words[who - 1] == "," else who
    first = start_left(reader, s, end)
    phrase = describe(reader, s, first, end) if first < end else None
    if phrase is None or not phrase.person or (s.flags[cue] & WEAK and not has_content(reader, s, cue)):
        return None
    if phrase.first == phrase.person[0] and phrase.first > 1 and s.words[phrase.first - 1] == ",":
        phrase = with_title_left(reader, s, phrase)
    return make_mention(reader, s, phrase, "subject", "verb.antecedent", number, (cue, cue + 1))


def body_antecedent(reader: WesternReader, s: Sentence, which: int, number: int, is_report: bool, cue: int) -> Mention | None:
    """The body of "the Example Society, which said": named right before the comma, as nothing that speaks otherwise."""
    if which < 2 or s.words[which - 1] != "," or (s.flags[cue] & WEAK and not has_content(reader, s, cue)):
        return None
    first = start_left(reader, s, which - 1)
    phrase = describe(reader, s, first, which - 1) if first < which - 1 else None
    if phrase is None or phrase.person or not (phrase.match is not None or (phrase.kind in ("body", "latin", "outlet") and s.is_capitalised(phrase.end - 1))):
        return None
    if phrase.kind == "document" or (phrase.kind == "latin" and s.flags[phrase.end - 1] & PLACE):
        return None
    return make_mention(reader, s, phrase, "subject", "verb.body_antecedent", number, (cue, cue + 1), is_report=is_report)


def has_content(reader: WesternReader, s: Sentence, v: int) -> bool:
    if s.lows[v] in ("quoted", "quotes") and "as" in s.lows[v + 1 : v + 25]:
        return True
    if s.lows[v] in reader.cues.lists["separable"] and any(s.lows[k] in ("an", "mit", "ein") and s.words[k + 1] == "," for k in range(v + 1, min(v + 14, len(s) - 1))):
        return True  # „kündigte am Montag an, den Turm zu bauen“
    if s.lows[v] in reader.cues.lists["in_parts"] and any(f"{s.lows[v]}-{s.lows[k]}" in reader.cues.lists["parted"] for k in range(v + 1, min(v + 14, len(s)))):
        return True  # „führte er aus“
    following = s.lows[v + 1 : v + 9]
    if s.lows[v] in reader.cues.lists["confirms"] and not reader.cues.lists["said_before"].isdisjoint(following[:3]):
        return True  # „bestätigte den Bericht“, «a confirmé cette information»
    if following and following[0] in ("avoir", "être", "vouloir", "ter", "haver", "haber", "aver", "avere", "essere", "estar"):
        return True
    return any(w in ("that", "dass", "que", "qu", "che", "że", "că", "“", "\"", "«", "„") for w in following) or ":" in following[:_COLON_WITHIN]
