"""Tense: whether the words around an expression speak of the past or of the future."""

import functools
import re

from flows.normalize.dates.lexicon import Lexicon, lexicon_of

REACH = 90  # characters looked at on either side
_NEXT_CLAUSE = 40  # characters by which a cue beyond «and» counts as farther away
_WORD = re.compile(r"[^\W\d_]+")
# over the signs in reverse: from the end on there is one place to look at
_LAST_WORD = re.compile(r"\W*([^\W\d_]+(?:'[^\W\d_]+)?)")
_CLAUSE = re.compile(r"[.!?…,;:][»\"”)]?\s|\n|。|、")
# "Speaking to parents Thursday": after a verb of speech, before a plural or a pronoun "to" leads no verb.
_INFINITIVE = re.compile(
    r"(?:^|(?<!speaking)(?<!spoke)(?<!spoken)(?<!talking)(?<!talked)(?<!according)(?<!statement)\s)to [\"“']?(?:go )?"
    r"(?!(?:him|her|them|us|it|me|police|court|jail|prison|hospital|parliament|congress|work|school) $)(?![a-z]*[^su]s $)[a-z]+ $"
)
_PARTICIPLE = re.compile(r"(?:é|i|u|t|is|us|rt)e?s?$")
_BREAK = re.compile(r"[.!?…][»\"”)]?\s|\n|。")
_FARTHEST = 1_000  # farther than any word looked at


def direction_near(low: str, start: int, end: int, lexicon: Lexicon, breaks: re.Pattern | None = None, weak: bool = True) -> int:
    """-1 past, 1 future, 0 unknown: the nearest cue in the same sentence decides."""
    after = low[end : end + REACH]
    breaks = breaks or _BREAK
    stop = breaks.search(after)
    if stop:
        after = after[: stop.start()]
    before = low[max(0, start - REACH) : start]
    before = before[_last_break(before, breaks) :]
    if lexicon.customs.counters:
        return _by_substring(after, lexicon) or _by_substring(before, lexicon)
    if direction := _by_words_right_before(low, start, end, before, lexicon):
        return direction
    best, best_distance = _nearest_after(after, lexicon, weak)
    reached = len(before)
    words = _WORD.findall(before)
    for place, word in zip(range(len(words) - 1, -1, -1), reversed(words), strict=True):
        reached = before.rindex(word, 0, reached)
        if len(before) - reached - len(word) >= best_distance:
            break
        is_deadline = word in lexicon.tense.deadlines and lexicon.tense.deadline_links.issuperset(words[place + 1 :])
        cue = 1 if is_deadline else cue_of(word, lexicon.language, weak)
        if cue and _is_month(word, before, reached + len(word), lexicon):
            continue
        if cue < 0 and place and words[place - 1] in lexicon.tense.passive_marks:
            continue  # "will be announced": the participle says nothing of the time
        if cue:
            return cue
    return best


def _by_words_right_before(low: str, start: int, end: int, before: str, lexicon: Lexicon) -> int:
    """The direction by what leads to the day itself («в письме, направленном в среду»), or by an infinitive there; 0 unknown."""
    if lexicon.tense.future_before and _is_weekday(low, start, end, lexicon):
        link = _last_word(before)
        if link in lexicon.tense.future_before and not _is_night_between(before, before.rindex(link), lexicon):
            return 1
    if lexicon.tense.participles and _is_weekday(low, start, end, lexicon):
        words_before = _WORD.findall(before)[-2:]
        if len(words_before) == 2 and words_before[1] in lexicon.tense.happened_in and words_before[0].endswith(lexicon.tense.participles):
            return -1  # «в письме, направленном в среду министру»
    return 1 if lexicon.tense.infinitive_mark and "to " in before and _INFINITIVE.search(before) else 0


def _last_word(before: str) -> str:
    """The word that nothing but marks and blanks follow; none where figures stand there."""
    found = _LAST_WORD.match(before[::-1])
    return found[1][::-1] if found else ""


def _nearest_after(after: str, lexicon: Lexicon, weak: bool) -> tuple[int, int]:
    """The direction by the first cue after the day, and how far it is."""
    crossed = 0
    for word in _WORD.finditer(after):
        is_before_only = word.group() in lexicon.tense.only_before or word.group().startswith(lexicon.tense.future_beginnings)
        cue = 0 if is_before_only else cue_of(word.group(), lexicon.language, weak)
        if cue and _is_month(word.group(), after, word.end(), lexicon):
            continue
        if cue:
            if lexicon.customs.speech_follows_comma and "," in after[: word.start()]:
                crossed = _NEXT_CLAUSE
            return cue, word.start() + crossed
        if not crossed and (meaning := lexicon.forms.get(word.group())) is not None and meaning.kind == "a":
            crossed = _NEXT_CLAUSE  # "quicker than he did on Thursday and will now": another clause speaks
    return 0, _FARTHEST


def _is_night_between(before: str, link: int, lexicon: Lexicon) -> bool:
    """«In der Nacht zum Donnerstag», «w nocy ze środy na czwartek»: the link stands after a night or a weekday."""
    meaning = lexicon.forms.get(_last_word(before[:link]))
    return meaning is not None and meaning.kind in "Wwhk"


def _is_month(word: str, part: str, end: int, lexicon: Lexicon) -> bool:
    """"In March, May and August": a verb of that form has a word after it, and no conjunction."""
    meaning = lexicon.forms.get(word)
    if meaning is None or meaning.kind != "M":
        return False
    following = _WORD.match(part, end + 1)
    link = lexicon.forms.get(following.group()) if following else None
    return following is None or (link is not None and link.kind == "a")


def direction_in_clause(low: str, start: int, end: int, lexicon: Lexicon) -> int:
    """As direction_near, but commas end the reach and endings that the present shares do not count."""
    return direction_near(low, start, end, lexicon, _CLAUSE, weak=False)


def tells_more_than(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the clause has a tense without its bare auxiliaries, or one of them before a participle («a annoncé»).

    What opens a sentence sets its time; conjunctions may stand before it.
    """
    opening = low[max(0, start - REACH) : start]
    if lexicon.vague.openers.issuperset(_WORD.findall(opening[_last_break(opening, _BREAK) :])):
        return True
    before = _CLAUSE.split(low[max(0, start - REACH) : start])[-1]
    after = _CLAUSE.split(low[end : end + REACH])[0]
    words = [part.split() for part in (before, after)]
    for part in words:
        for place, word in enumerate(part):
            bare = word.rpartition("'")[2]
            if bare not in lexicon.vague.auxiliaries:
                if cue_of(bare, lexicon.language, True):
                    return True
            elif any(_PARTICIPLE.search(following) for following in part[place + 1 : place + 2]):
                return True
    return False


def _last_break(before: str, breaks: re.Pattern) -> int:
    last = 0
    for stop in breaks.finditer(before):
        last = stop.end()
    return last


@functools.lru_cache(maxsize=1 << 13)
def cue_of(word: str, language: str, weak: bool) -> int:
    """-1 where a word tells the past, 1 the future, 0 neither; `weak` lets endings count that the present shares."""
    lexicon = lexicon_of(language)
    tense = lexicon.tense
    if word in tense.present or (tense.present_endings and word.endswith(tense.present_endings)):
        return 0
    if word in tense.future:
        return 1
    if word in tense.past:
        return -1
    if len(word) > 4 and word.startswith(tense.future_beginnings):
        return 1
    if weak and len(word) > 4 and word.endswith(tense.future_endings) and word not in tense.present and word not in lexicon.forms:
        return 1
    if len(word) > 4 and word.endswith(tense.past_endings) and word not in lexicon.forms:
        return -1
    return 0


def _is_weekday(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    word = _WORD.search(low, start, end)
    meaning = lexicon.forms.get(word.group()) if word else None
    return meaning is not None and meaning.kind in "Ww"


def _by_substring(part: str, lexicon: Lexicon) -> int:
    """For scripts without spaces: the first cue that stands in the part."""
    places = [(part.find(cue), 1) for cue in lexicon.tense.future] + [(part.find(cue), -1) for cue in lexicon.tense.past]
    found = [place for place in places if place[0] >= 0]
    return min(found)[1] if found else 0
