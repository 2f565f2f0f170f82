"""Whether a name in a Russian or Ukrainian noun phrase is what it looks like."""

from flows.normalize.attribution.language_cues import OUTLET, PEOPLE
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.phrase import SlavicReader
from flows.normalize.registry import NameMatch

_DATIVE = ("у", "ю", "ові", "еві", "єві", "ому", "ему", "ій", "ой", "ей", "ам", "ям", "им", "ым")


def is_title_in_quotes(s: Sentence, first: int, end: int) -> bool:
    """Whether two words that could be a name stand alone in quotation marks."""
    return end - first > 1 and first > 0 and s.is_quote(first - 1) and end < len(s) and s.is_quote(end)


def is_another(reader: SlavicReader, s: Sentence, match: NameMatch, first: int, end: int, channel: str | None) -> bool:
    """Whether an outlet's short name stands for something else («ВВС США», «пресс-служба ДП»), or a party has the name of a medium."""
    source = reader.registry.cited_sources.get(match.source_ids[0])
    if source is None or source.kind not in ("outlet", "agency"):
        return False
    begins = next(k for k in range(first, end) if s.names[k] is match)
    before = begins - 2 if begins and s.is_quote(begins - 1) else begins - 1
    if before >= first and s.lows[before].startswith(reader.cues.groups["parties"]):
        return True  # «партія НАШ»
    if match.char_end - match.char_start > 3:
        return False
    last = max(k for k in range(first, end) if s.names[k] is match)
    if s.words[last].isascii() or not s.words[last].isupper() or reader.is_quoted(s, match):
        return False
    return channel == "press_service" or (last + 1 < len(s) and (s.words[last + 1] in ("США", "РФ") or (s.is_capitalised(last + 1) and reader.form(s.words[last + 1]).place and reader.form(s.words[last + 1]).genitive)))


def is_adjective(reader: SlavicReader, s: Sentence, match: NameMatch) -> bool:
    """Whether an outlet's name is but the adjective of the noun after it («Новая пара говорит», «інформує Головне управління»)."""
    k = next((k for k in range(len(s)) if s.names[k] is match), len(s))
    if k + 1 >= len(s) or s.names[k + 1] is match or not s.is_word(k + 1) or s.is_capitalised(k + 1):
        return False
    form, noun = reader.form(s.lows[k]), reader.form(s.lows[k + 1])
    return form.adjective and noun.noun and not noun.verb and noun.nominative == form.nominative


def has_complement(reader: SlavicReader, s: Sentence, k: int) -> bool:
    """Whether small words in the genitive follow («в Агентстве публичной собственности»)."""
    return k + 1 < len(s) and s.is_word(k + 1) and not s.is_capitalised(k + 1) and not s.flags[k + 1] and reader.form(s.lows[k + 1]).genitive


def is_state_agency(reader: SlavicReader, s: Sentence, first: int, end: int, head: str) -> bool:
    """Whether an agency is one of the state, by what it is for («агентство публичной собственности», not «агентство новостей»)."""
    at = next(k for k in range(first, end) if s.lows[k] == head)
    if any(s.lows[k] in ("по", "з", "із") for k in range(at + 1, end - 1)):
        return True  # «Национальное агентство по вопросам службы»
    if at + 1 >= end or not has_complement(reader, s, at):
        return False
    return not any(s.is_quote(k) or s.words[k].isascii() or s.lows[k].startswith(reader.cues.groups["news_words"]) for k in range(at + 1, end))


def is_medium_alone(word: str) -> bool:
    """Whether a word between a verb and a person's name may be the medium told: an acronym or a site («рассказала АБВ Ирина Лыкова»)."""
    return _is_acronym(word) or (word.isascii() and "." in word[1:-1])


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def is_reporter(reader: SlavicReader, s: Sentence, k: int) -> bool:
    """Whether a word is a reporter before his medium, though a medium is called so too («Корреспондент „Зари“»)."""
    if k + 1 >= len(s) or s.is_quote(k - 1) or not s.lows[k].startswith(reader.cues.groups["reporters"]):
        return False
    return s.is_quote(k + 1) or s.names[k + 1] not in (None, s.names[k]) or _is_acronym(s.words[k + 1]) or bool(s.flags[k + 1] & OUTLET)


def is_only_a_noun(reader: SlavicReader, s: Sentence, match: NameMatch, first: int, end: int) -> bool:
    """Whether an uncertain name is but the noun before a name in quotation marks (РИА «Регион»)."""
    if match.is_distinctive:
        return False
    last = max(k for k in range(first, end) if s.names[k] is match)
    if last + 1 < end and s.words[last].isupper() and s.names[last + 1] is not None and s.names[last + 1] is not match and s.is_capitalised(last + 1):
        return True
    return last + 2 < end and s.is_quote(last + 1) and s.names[last + 2] is not match


def agrees(reader: SlavicReader, s: Sentence, first: int, name: list[int]) -> bool:
    """Whether a surname goes with the title before it, and is not its complement («захисники Порошенка»)."""
    if name[0] == first or len(name) > 1:
        return True
    title, surname = reader.form(s.lows[name[0] - 1]), reader.form(s.words[name[-1]])
    if not reader.class_of(s, name[0] - 1) & PEOPLE:
        return not (surname.genitive and not surname.nominative) or not reader.form(s.lows[first]).nominative
    return not (title.nominative and not title.genitive and surname.genitive and not surname.nominative)


def is_adjective_of(reader: SlavicReader, s: Sentence, k: int) -> bool:
    """Whether a word that may be a noun goes with the noun after it as an adjective («слідча група», not «слідчі управління»)."""
    form, noun = reader.form(s.lows[k]), reader.form(s.lows[k + 1])
    return (
        form.adjective and s.lows[k].endswith(("а", "ая", "ое", "е")) and form.lemma != s.lows[k]
        and not s.is_capitalised(k + 1) and noun.noun and noun.nominative and not noun.animate
    )


def speaks_for_a_body(s: Sentence, first: int, end: int) -> bool:
    """«Отдел коммуникации»: whether the words are of those who speak for a body."""
    return any(s.lows[k].startswith(("комунікац", "коммуникац")) for k in range(first, end))


def is_of_full_name(reader: SlavicReader, s: Sentence, head: str, first: int, begin: int, end: int) -> bool:
    """«Адвокат Ивана Лыкова»: whether a full name in the genitive tells whose the one with the title is."""
    if end - begin < 2 or begin == first or s.lows[begin - 1] != head:
        return False
    role, given, surname, groups = reader.form(head), reader.form(s.words[begin]), reader.form(s.words[end - 1]), reader.cues.groups
    if not given.given_name or not given.genitive:
        return False
    is_changed = s.lows[begin].endswith(("а", "я", "и", "ы", "і", "ї")) and s.lows[end - 1].endswith(("а", "я", "ого", "ой", "ої", "и", "і"))
    if role.genitive and head.startswith(groups["representatives"]):
        return is_changed  # «по словам представителя Ивана Лыкова», while «по словам жены Анны Лыковой» may be either
    if not role.nominative or role.genitive or (given.nominative and given.lemma == s.lows[begin]):
        return False
    return is_changed and surname.genitive and not (given.nominative and surname.nominative and surname.surname)


def is_quoted_in_dative(reader: SlavicReader, s: Sentence, opening: int) -> bool:
    """Whether a name in quotation marks begins at the token whose first word shows the dative («Маяку», «Зарічній правді»)."""
    if opening + 2 >= len(s) or not s.is_capitalised(opening + 1) or s.closing_quote(opening, 5) is None:
        return False
    form, low = reader.form(s.words[opening + 1]), s.lows[opening + 1]
    return low.endswith(_DATIVE) and not form.nominative and not form.verb and (form.known or s.names[opening + 1] is not None)
