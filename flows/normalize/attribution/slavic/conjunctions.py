"""Whether a conjunction or a comma goes on with a Russian or Ukrainian noun phrase, or ends it."""

from flows.normalize.attribution.language_cues import BODY, OUTLET, PEOPLE
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.phrase import AND, STOP, SlavicReader

# «центр по контролю», «комиссия по борьбе с преступностью», «комітет з питань» and how what a body is for ends after them
_FOR = frozenset(("по", "с", "со", "з", "із"))
_OBLIQUE_ENDS = ("у", "ю", "е", "и", "і", "ї", "ой", "ей", "ою", "ею", "єю", "ом", "ем", "ам", "ям", "ами", "ями", "ому", "ему", "ым", "им", "ім", "ью")
# short names that stand together in one name («управление ГО и ЧС»)
_PAIRS = {("ГО", "ЧС"), ("ГОЧС", "ПБ"), ("ЧС", "ПБ"), ("ГЗ", "ЧС"), ("ЦЗ", "НС")}
_LATIN_JOINTS = frozenset(("and", "of", "the", "for", "in", "on", "de", "la", "du", "di", "del", "and", "von", "der"))


def lists_complements(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """«министр экономического, территориального развития», «министерство культуры, молодежи и спорта»."""
    if j - 1 <= i or j + 2 >= len(s) or not s.is_word(j + 1) or s.is_capitalised(j + 1) or s.is_capitalised(j - 1):
        return False
    before, after = reader.form(s.lows[j - 1]), reader.form(s.lows[j + 1])
    if s.flags[j + 1] & STOP or not before.genitive or not after.genitive or not any(reader.class_of(s, k) & (PEOPLE | BODY) for k in range(i, j)):
        return False
    if before.adjective and after.adjective:
        return True
    return not before.adjective and not before.animate and not after.animate and s.lows[j + 2] in AND


def joins_genitives(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """«министра энергетики и угольной промышленности»: the conjunction stands between complements of a title."""
    if j + 1 < len(s) and (s.words[j - 1], s.words[j + 1]) in _PAIRS:
        return True
    if _joins_acronym(reader, s, i, j):
        return True
    if j + 1 >= len(s) or s.is_capitalised(j + 1) or not s.is_word(j + 1) or j - 1 <= i:
        return False
    before, after = reader.form(s.lows[j - 1]), reader.form(s.lows[j + 1])
    return (
        before.genitive and after.genitive and not s.flags[j + 1] & STOP
        and not (s.is_capitalised(j - 1) and reader.class_of(s, j + 1) & PEOPLE)
        and (not after.nominative or (not after.animate and not s.flags[j + 1] & BODY and reader.class_of(s, i) & (BODY | PEOPLE)))
        and any(reader.class_of(s, k) & (PEOPLE | BODY) for k in range(i, j))
    )


def _joins_acronym(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """«замминистра строительства и ЖКХ Иван Лыков»: what a title is of ends in an acronym, before the name."""
    if j - 1 <= i or j + 2 >= len(s) or not (s.words[j + 1].isupper() and len(s.words[j + 1]) > 1) or s.words[j + 2].isupper() or not s.is_capitalised(j + 2):
        return False
    return not s.is_capitalised(j - 1) and reader.form(s.lows[j - 1]).genitive and any(reader.class_of(s, k) & PEOPLE for k in range(i, j))


def joins_latin(s: Sentence, i: int, j: int) -> bool:
    """Whether a small word joins two of a name in Latin letters («Bank of Example»)."""
    if s.lows[j] not in _LATIN_JOINTS or j == i or j + 1 >= len(s):
        return False
    return s.words[j + 1].isascii() and s.is_capitalised(j + 1) and s.words[j - 1].isascii()


def joins_what_for(reader: SlavicReader, s: Sentence, j: int) -> bool:
    """Whether the conjunction at token j stands between the things that a body is for («центр по контролю и профилактике заболеваний»)."""
    if j < 3 or j + 2 >= len(s) or s.lows[j] not in AND or not s.is_word(j + 1) or s.is_capitalised(j + 1) or s.is_capitalised(j - 1):
        return False
    by = next((k for k in (j - 2, j - 3) if s.lows[k] in _FOR), None)
    if by is not None and by > 2 and s.lows[by - 2] == "по":
        by -= 2  # «комиссия по борьбе с коррупцией и преступностью»
    if by is None or by < 1 or not reader.class_of(s, by - 1) & BODY or not all(s.is_word(k) for k in range(by + 1, j)):
        return False
    before, after = reader.form(s.lows[j - 1]), reader.form(s.lows[j + 1])
    is_thing = before.noun and (not before.animate or by < j - 2) and after.known and (after.noun or after.adjective) and not (after.animate or after.verb)
    return is_thing and not (reader.class_of(s, j + 1) & (BODY | OUTLET)) and s.lows[j + 1].endswith(_OBLIQUE_ENDS)
