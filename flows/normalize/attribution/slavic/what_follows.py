"""What follows a Russian or Ukrainian noun phrase and is no part of it: whom one tells, what is done, a network."""

from flows.normalize.attribution.language_cues import ADDRESSEE, BODY, OUTLET, PEOPLE, PREPOSITION
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.phrase import SlavicReader


def is_network_named(reader: SlavicReader, s: Sentence, j: int) -> bool:
    """Whether the quotation at j is but the name of a social network («на странице порта „ВКонтакте“»)."""
    if j + 2 >= len(s) or not s.is_quote(j + 2):
        return False
    return s.lows[j + 1] in reader.cues.groups["other_networks"] or reader.cues.channel_of(s.lows[j + 1]) in ("telegram", "facebook", "x", "instagram", "youtube")


def is_whom_one_tells(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """Whether an addressee in the dative follows a body («в пресс-службе завода журналистам рассказали»)."""
    before = reader.form(s.lows[j - 1])
    return j > i and not reader.form(s.lows[j]).genitive and (before.genitive or before.locative or s.is_capitalised(j - 1)) and (s.is_capitalised(j - 1) or not before.adjective) and not s.flags[j - 1] & PREPOSITION


def is_medium_told(reader: SlavicReader, s: Sentence, i: int, j: int) -> bool:
    """Whether a medium of the registry follows a press service and whose it is («в пресс-службе мэрии РИА Новости рассказали»)."""
    if reader.cues.channel_of(s.lows[i]) != "press_service" or s.names[j] is s.names[j - 1] or s.is_quote(j - 1):
        return False
    return is_medium_known(reader, s, j) and not (reader.class_of(s, j - 1) & OUTLET or s.lows[j - 1].startswith(reader.cues.groups["firms"]) or reader.form(s.lows[j - 1]).adjective)


def is_medium_known(reader: SlavicReader, s: Sentence, j: int) -> bool:
    """Whether token j is of the name of an outlet or agency that nothing else is called by."""
    match = s.names[j]
    source = reader.registry.cited_sources.get(match.source_ids[0]) if match is not None and match.is_distinctive else None
    return source is not None and source.kind in ("outlet", "agency")


def is_told(reader: SlavicReader, s: Sentence, j: int) -> bool:
    """Whether an adjective in the dative and a medium follow who speaks («сообщила компания болгарскому агентству»)."""
    if not s.lows[j].endswith(("ому", "ему", "ой", "ій")) or not reader.form(s.lows[j]).adjective or reader.form(s.lows[j - 1]).adjective:
        return False
    return any(s.flags[k] & ADDRESSEE for k in range(j + 1, min(j + 3, len(s))))


def begins_another(reader: SlavicReader, s: Sentence, j: int) -> bool:
    """Whether a noun in the nominative follows one that is not («по прогнозу синоптиков температура»)."""
    form, before = reader.form(s.lows[j]), reader.form(s.lows[j - 1])
    return (
        form.known and form.noun and form.nominative and not form.genitive and not form.animate and before.known and before.noun
        and not before.nominative and not reader.class_of(s, j) & (PEOPLE | BODY | OUTLET)
    )


def is_done_by(reader: SlavicReader, s: Sentence, j: int) -> bool:
    """Whether a thing in the nominative or accusative follows somebody who does something with it («прокоментувала сусідка участь дівчини»)."""
    form, somebody = reader.form(s.lows[j]), reader.form(s.lows[j - 1])
    return (
        form.known and form.noun and not form.genitive and not form.animate and not form.adjective and not reader.class_of(s, j)
        and bool(reader.class_of(s, j - 1) & PEOPLE) and somebody.nominative and not somebody.genitive and somebody.animate
    )


def has_in_charge(reader: SlavicReader, s: Sentence, j: int) -> bool:
    """Whether a medium in the genitive stands right after who works for it («редактор портала „Маяк“»)."""
    return bool(reader.class_of(s, j - 1) & PEOPLE) and reader.form(s.lows[j]).genitive
