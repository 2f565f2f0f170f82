"""Who «он», «она» is that says something: the one person named shortly before, where the text has cited nobody since."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.base_forms import name_stem
from flows.normalize.attribution.language_cues import ADVERB, BODY, CARRIER, PEOPLE
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.sentences import sentence_start
from flows.normalize.attribution.slavic.mention import IN
from flows.normalize.attribution.slavic.phrase import SlavicReader
from flows.normalize.attribution.word_forms import gender_of_given_name

_WHOSE = {"его": "masc", "його": "masc", "ее": "femn", "её": "femn", "її": "femn"}
_OPENS = "«“„\"—–-"
_GENDER = {"он": "masc", "він": "masc", "она": "femn", "вона": "femn"}
# looked at from each word on: «Режиссёр Иван Лыков» begins with no name
_NAME = re.compile(r"\b(?=([А-ЯЁІЇЄҐ][а-яёіїєґ’'-]+) ([А-ЯЁІЇЄҐ][а-яёіїєґ’'-]+)(?![\w-]))")
_FARTHEST, _LONGEST_TITLE = 600, 30
_PATRONYMIC = ("вич", "вна", "вича", "вны")
_QUOTES = "«“„\""
_NETWORKS = frozenset(("telegram", "facebook", "x", "instagram", "youtube"))
# up to four words, a noun and a name in Latin letters or in quotation marks
_BAND = re.compile(r"\s*(?:[\w’'-]+ ){0,4}?([а-яіїєґё’'-]+|[А-ЯІЇЄҐ][а-яіїєґё’'-]+) [«\"“]?(?P<name>(?:(?<=[«\"“])[^«»\"“”]{2,40}(?=[»\"”])|[A-Z][A-Za-z0-9&.'’-]*(?: [A-Z][A-Za-z0-9&.'’-]*){0,4}))(?=[»\"” ])")
# «говорится в его телеграмме»: sent, not posted
_DISPATCH = frozenset(("телеграмма", "телеграма"))


def said_by_pronoun(s: Sentence, v: int, reader: SlavicReader, number: int, earlier: Sequence[Mention]) -> Mention | None:
    """The name of the person who says it in «сказал он», «она заявила, что», «по его словам», where one only was named before.

    Looked at is the text shortly before; where somebody has been cited, the sentence before, if nobody is cited in it.
    """
    gender = _pronoun_gender(s, v)
    if s.lows[v] in ("по", "за", "на"):
        gender = _WHOSE.get(s.lows[v + 1]) if v == 0 else None
    if gender is None:
        return None
    language = reader.cues.language
    first = max(0, s.char_start - _FARTHEST)
    if any(m.person for m in earlier):
        if v > 1 or s.text[s.char_start] in _OPENS:
            return None
        end = len(s.text[: s.char_start].rstrip())
        first = sentence_start(s.text, max(0, end - 1), first, reader.cues.lists["abbreviations"])
        if any(m.person or m.kind in ("person", "official", "unnamed") for m in earlier if m.char_end > first):
            return None
    name = _one_named(s, gender, first, reader, s.starts[v])
    if name is None:
        return None
    return Mention(name.start(1), name.end(2), "person", "subject", f"{language}.pronoun", number, (s.starts[v], s.ends[v]), None, None, f"{name[1]} {name[2]}")


def owner_by_pronoun(s: Sentence, v: int, reader: SlavicReader, number: int, earlier: Sequence[Mention]) -> Mention | None:
    """Whose page «про це йдеться на її сторінці в Instagram» means: the one person named in the sentence before, where the text has cited nobody there."""
    k = v + 2
    if k + 1 >= len(s) or s.lows[v + 1] not in IN or (gender := _WHOSE.get(s.lows[k])) is None:
        return None
    k += 1
    while k + 1 < len(s) and s.is_word(k) and not s.is_capitalised(k) and reader.cues.channel_of(s.lows[k]) is None and not s.flags[k] and reader.form(s.lows[k]).adjective:
        k += 1
    is_page = s.lows[k].startswith(reader.cues.groups["pages"]) or bool(s.flags[k] & CARRIER)
    channel = next((c for m in range(k, min(k + 5, len(s))) if (c := reader.cues.channel_of(s.lows[m])) in _NETWORKS), None)
    if channel is None or not (is_page or reader.cues.channel_of(s.lows[k])) or reader.form(s.lows[k]).lemma in _DISPATCH:
        return None
    end = len(s.text[: s.char_start].rstrip())
    first = sentence_start(s.text, max(0, end - 1), max(0, s.char_start - _FARTHEST), reader.cues.lists["abbreviations"])
    if any(m.char_end > first for m in earlier):
        return None
    name = _one_named(s, gender, first, reader)
    if name is None:
        return _band_owner(s, v, gender, first, channel, reader, number)
    return Mention(name.start(1), name.end(2), "person", "document", f"{reader.cues.language}.passive.pronoun", number, (s.starts[v], s.ends[v]), channel, None, f"{name[1]} {name[2]}", is_report=True)


def _band_owner(s: Sentence, v: int, gender: str, first: int, channel: str, reader: SlavicReader, number: int) -> Mention | None:
    """The band or company whose page it is, where its noun and its name begin the sentence before and no person is named there («Рок-гурт Lisove випустив альбом»)."""
    band = _BAND.match(s.text, first, s.char_start)
    if band is None or any(reader.form(found[1]).given_name for found in _NAME.finditer(s.text, first, s.char_start)):
        return None
    low = band[1].lower()
    form = reader.form(low)
    is_band = low.startswith(reader.cues.groups["performers"]) or bool(reader.cues.words.get(form.lemma or low, 0) & BODY and form.nominative)
    if not is_band or (gender == "femn") != low.endswith(("а", "я")):
        return None
    return Mention(band.start("name"), band.end("name"), "latin", "document", f"{reader.cues.language}.passive.owner", number, (s.starts[v], s.ends[v]), channel, is_report=True)


def _one_named(s: Sentence, gender: str, first: int, reader: SlavicReader, end: int | None = None) -> re.Match[str] | None:
    """The one person of that gender named in the nominative between the offsets; the sentence ends them where no other end is given."""
    language = reader.cues.language
    named: dict[str, re.Match[str]] = {}
    for found in _NAME.finditer(s.text, first, s.char_start if end is None else end):
        if s.text[found.start() - 1] in _QUOTES or found[2].endswith(_PATRONYMIC):
            continue
        given = gender_of_given_name(found[1], language)
        if given == gender or (given is None and (reader.form(found[1]).given_name or _has_title(s, found, reader))):
            named.setdefault(name_stem(found[2]), found)
    if len(named) != 1:
        return None
    name = next(iter(named.values()))
    given = gender_of_given_name(name[1], language)
    if given is None and not (gender == "masc" and _has_title(s, name, reader)):
        return None
    if name[1].endswith(("ом", "ем")) and reader.is_nominative_given_name(name[1][:-2]):
        return None  # «с главой партии Штефаном Лупу»
    if given is not None and not (given == gender and (reader.is_nominative_given_name(name[1]) or (reader.form(name[1]).nominative and _has_title(s, name, reader)))):
        return None
    return name


def _has_title(s: Sentence, name: re.Match[str], reader: SlavicReader) -> bool:
    """Whether a man's title in the nominative stands right before a name («режиссёр»)."""
    before = s.text[max(0, name.start() - _LONGEST_TITLE) : name.start()].split()
    if not before or not before[-1].isalpha() or reader.form(name[1]).place:
        return False
    if (first := reader.form(name[1])).adjective and not first.given_name:
        return False  # «депутат Верховной Рады»
    title = reader.form(before[-1].lower())
    return bool(reader.cues.words.get(title.lemma, 0) & PEOPLE) and title.lemma == before[-1].lower()


def _pronoun_gender(s: Sentence, v: int) -> str | None:
    """The gender of the pronoun that stands beside the verb as its subject."""
    before = v - 1
    while before >= 0 and s.flags[before] & ADVERB:
        before -= 1
    for k in (v + 1, before):
        if 0 <= k < len(s) and s.lows[k] in _GENDER:
            return _GENDER[s.lows[k]]
    return None
