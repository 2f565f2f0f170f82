"""The medium in which an author writes: «пише Іван Лисенко у „Береговій правді“», «пишет в River Post профессор»."""

from flows.normalize.attribution.language_cues import OUTLET, PRONOUN
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe, end_of_latin_run
from flows.normalize.attribution.slavic.mention import IN, make_mention
from flows.normalize.attribution.slavic.phrase import SlavicReader
from flows.normalize.attribution.slavic.subject_phrases import ABOUT

_AS = ("как", "як")
_FOR = "для"
_LONGEST_NAME = 8


def written_in(s: Sentence, author: Mention, reader: SlavicReader, number: int) -> Mention | None:
    """The medium in which the author writes: where the article has it from («Про це пише X у „Y“»), else where somebody's words stood."""
    if author.cue is None or author.form != "subject" or not (author.person or author.kind == "unnamed"):
        return None
    v = s.token_at(author.cue[0])
    if not s.lows[v].startswith(reader.cues.groups["writing"]):
        return None
    is_taken = v > 0 and (s.lows[v - 1] in _AS or (s.lows[v - 2], s.lows[v - 1]) in ABOUT or (s.lows[0], s.lows[1]) in ABOUT or _closes(s, v))
    for j in dict.fromkeys((v + 1, s.token_at(author.char_end))):
        phrase, has_noun = _medium_at(s, j, is_taken, reader) or (None, False)
        if phrase is not None and not author.char_start <= s.starts[phrase.first] < author.char_end:
            form = "according" if is_taken else "venue"
            return make_mention(s, phrase, form, f"{reader.cues.language}.writes_in", number, (v, v + 1), is_report=is_taken, is_oblique=not has_noun)
    return None


def _closes(s: Sentence, v: int) -> bool:
    """Whether «, пише X» stands after what the article tells in its own words."""
    return v > 1 and s.words[v - 1] == "," and s.is_word(v - 2)


def _medium_at(s: Sentence, j: int, is_taken: bool, reader: SlavicReader) -> tuple[Phrase, bool] | None:
    """The medium after «у», «в своїй колонці для», «на сайті», and whether a noun says that it is one; a name in quotation marks alone only where the article is taken from it."""
    if j + 1 >= len(s) or s.lows[j] not in (*IN, _FOR):
        return None
    j += 1
    is_medium = False
    while j + 1 < len(s) and s.is_word(j) and s.names[j] is None and not s.is_capitalised(j):
        is_noun = bool(reader.class_of(s, j) & OUTLET) or reader.cues.channel_of(s.lows[j]) == "website" or s.lows[j].startswith(reader.cues.groups["journals"])
        if not (is_noun or s.lows[j] in (*IN, _FOR) or s.flags[j] & PRONOUN or s.lows[j].startswith(reader.cues.groups["pieces_written"]) or reader.form(s.lows[j]).adjective):
            return None
        if is_noun and reader.form(s.lows[j]).accusative and not reader.form(s.lows[j]).locative:
            return None  # «написал в газету»
        is_medium = is_medium or is_noun
        j += 1
    if j >= len(s):
        return None
    if s.is_quote(j):
        close = s.closing_quote(j, _LONGEST_NAME)
        if close is None or not s.is_capitalised(j + 1) or not (is_medium or is_taken or s.names[j + 1] is not None):
            return None
        end = close + 1
    elif s.words[j].isascii() and s.is_capitalised(j) and reader.cues.channel_of(s.lows[j]) is None:
        end = end_of_latin_run(s, j, j + 1)
        if end == j + 1 and s.names[j] is None and not is_medium and "." not in s.words[j]:
            return None  # «пишет в Threads»
    elif s.names[j] is not None and s.names[j].is_distinctive and not reader.is_person_match(s.names[j]):
        end = s.past_name(j)
    else:
        return None
    phrase = describe(reader, s, j, end, alone=True)
    if phrase is None or phrase.person or phrase.kind in ("platform", "person", "official", "document"):
        return None
    is_registered = phrase.match is not None and phrase.kind in ("outlet", "agency")
    if phrase.match is not None and not is_registered and not is_medium:
        return None
    return Phrase(j, end, phrase.kind if is_registered else "outlet", phrase.match if is_registered else None, None, None), is_medium
