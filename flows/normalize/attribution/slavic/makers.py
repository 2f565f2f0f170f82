"""Whose study, poll, ranking or footage it is that an article retells: «сервис „Маяк“ провёл опрос», «исследование, проведённое компанией X»."""

from flows.normalize.attribution.language_cues import ADVERB, BODY, MAKING, OUTLET, PREPOSITION
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.phrase import WHOSE, SlavicReader
from flows.normalize.attribution.slavic.subject_after import subject_after
from flows.normalize.attribution.slavic.subject_before import skip_adverbs_left, subject_before

_MAKERS = ("body", "organisation", "outlet", "agency", "latin", "platform")
_PLURAL = ("ли",)
_WHICH = ("котор", "який", "яку", "яке", "які")
_FARTHEST = 9
_INSTRUMENTAL = ("ом", "ем", "ём", "ой", "ей", "ою", "ею", "єю", "ами", "ями", "ым", "им", "ім", "ими", "ью", "'ю", "рством")


def maker(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """The body or medium that made or published a study or footage with the verb at token v."""
    plural = s.lows[v].endswith(_PLURAL)
    if v and s.lows[v - 1] in ("не", "ни", "ні"):
        return None
    if (made := _object_after(s, v, reader)) is not None:
        prev = skip_adverbs_left(s, v - 1, reader)
        found = subject_before(s, v, prev, plural, True, reader, number) if prev >= 0 and (s.is_word(prev) or s.is_quote(prev) or s.words[prev] == ")") else None
    elif (made := _object_before(s, v, reader)) is not None:
        found = subject_after(s, v, plural, True, reader, number)
    else:
        return None
    return _as_maker(s, found, made, reader)


def maker_by_participle(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """The body or medium after «проведённый», «составленный» of a study («по данным опроса, проведённого компанией X»)."""
    made = _study_before(s, v - 1, reader)
    if made is None or v + 1 >= len(s) or not (s.is_word(v + 1) or s.is_quote(v + 1)):
        return None
    k = v + 1
    while k + 1 < len(s) and not s.is_capitalised(k) and reader.form(s.lows[k]).adjective and s.lows[k].endswith(_INSTRUMENTAL):
        k += 1
    is_by = s.is_quote(k) or s.words[k].isascii() or s.words[k].isupper() or (s.lows[k].endswith(_INSTRUMENTAL) and not reader.form(s.words[k]).nominative)
    if not is_by or s.flags[k] & PREPOSITION:
        return None
    phrase = describe(reader, s, v + 1, end_right(reader, s, v + 1), alone=True)
    if phrase is None or phrase.person:
        return None
    return _as_maker(s, make_mention(s, phrase, "document", "", number, (v, v + 1), is_oblique=True, is_report=True), made, reader)


def _as_maker(s: Sentence, found: Mention | None, made: int, reader: SlavicReader) -> Mention | None:
    """The mention where it is of somebody that makes such things: no person, and no police for an inquiry."""
    if found is None or found.person:
        return None
    if found.kind in ("person", "unnamed"):
        found = _medium_of_people(s, found, reader)
    if found is None or found.kind not in _MAKERS:
        return None
    if found.kind == "platform" and not (found.is_plural or found.head):
        return None  # «в Instagram Анна опубликовала фото»
    if s.lows[made].startswith(reader.cues.groups["inquiries"]) and found.kind == "body":
        return None
    first = s.token_at(found.char_start)
    if found.kind == "organisation" and found.match is None and found.char_end == s.ends[first] and not (s.words[first].isascii() or s.words[first].isupper() or s.is_quote(first - 1)):
        return None  # «фото опубликовала Лыкова»
    if found.match is None and found.char_end - found.char_start == len(found.head or ""):
        return None  # «компания провела опрос»
    found.form, found.rule = "document", f"{reader.cues.language}.made"
    return found


def _medium_of_people(s: Sentence, found: Mention, reader: SlavicReader) -> Mention | None:
    """The medium or firm by whose people it is made («эксперты издания „Маяк“», «аналітиками компанії Lisove»)."""
    end = s.token_at(found.char_end - 1) + 1
    for k in range(s.token_at(found.char_start) + 1, end):
        if reader.class_of(s, k) & (OUTLET | BODY) and reader.form(s.lows[k]).genitive and k + 1 < end and (s.is_capitalised(k + 1) or s.is_quote(k + 1) or reader.class_of(s, k) & OUTLET):
            phrase = describe(reader, s, k, end)
            return make_mention(s, phrase, "document", "", found.sentence, found.cue and (s.token_at(found.cue[0]), s.token_at(found.cue[0]) + 1), is_oblique=True, is_report=True) if phrase and phrase.kind in _MAKERS else None
    return None


def _object_after(s: Sentence, v: int, reader: SlavicReader) -> int | None:
    """The word for what is made after the verb, past adjectives."""
    k = v + 1
    while k < min(len(s), v + 5) and s.is_word(k) and (s.flags[k] & ADVERB or s.lows[k] in WHOSE or s.words[k][0].isdigit() or reader.form(s.lows[k]).adjective):
        k += 1
    return k if k < len(s) and s.is_word(k) and _is_made(s, v, k, reader) else None


def _object_before(s: Sentence, v: int, reader: SlavicReader) -> int | None:
    """The word for what is made right before the verb, or before the relative pronoun there («опрос, который провёл сервис»)."""
    k = v - 1
    while k > 0 and s.flags[k] & ADVERB:
        k -= 1
    if k < 0 or not s.is_word(k):
        return None
    if s.lows[k].startswith(_WHICH) and k > 1 and s.words[k - 1] == ",":
        return _study_before(s, k - 1, reader)
    return k if _is_made(s, v, k, reader) and not (k and s.flags[k - 1] & PREPOSITION) else None


def _study_before(s: Sentence, comma: int, reader: SlavicReader) -> int | None:
    """The word for a study before a comma, some words back («опроса предпринимателей,»)."""
    if comma < 1 or s.words[comma] != ",":
        return None
    last = comma - 1
    if s.words[last] == ")":  # «опроса директоров (более 2,6 тыс. ответов), который»
        last = next((k - 1 for k in range(last - 1, max(0, last - _FARTHEST), -1) if s.words[k] == "("), last)
    for k in range(last, max(-1, last - _FARTHEST), -1):
        if s.words[k] in ",;:":
            return None
        if s.lows[k].startswith((*reader.cues.groups["studies"], *reader.cues.groups["inquiries"])):
            return k
    return None


def _is_made(s: Sentence, v: int, k: int, reader: SlavicReader) -> bool:
    """Whether the word at token k is a study, or footage that the verb at v makes public."""
    groups = reader.cues.groups
    if s.lows[k].startswith((*groups["studies"], *groups["inquiries"])):
        return bool(s.flags[v] & MAKING)
    return s.lows[k].startswith(groups["footage"]) and s.lows[v].startswith(groups["publishing"])
