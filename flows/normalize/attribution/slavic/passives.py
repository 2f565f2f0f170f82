"""Sources of passive reports: «говорится в сообщении МВД», «сообщается на сайте полиции», «опубликовано в журнале X»."""

from flows.normalize.attribution.language_cues import ADVERB, BODY, CARRIER, CONJUNCTION, DOCUMENT, PRONOUN, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.documents import document_placed, document_to_another, page_of_carrier
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import IN, make_mention
from flows.normalize.attribution.slavic.phrase import SlavicReader

_FARTHEST = 16
_PAGES = ("website", "telegram", "facebook", "x", "instagram", "youtube")


def passive(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """«говорится в сообщении МВД», «сообщается на сайте полиции», «сообщается в Twitter Sky News»."""
    j = v + 1
    if j >= len(s) or s.lows[j] not in IN:
        return _fronted(s, v, reader, number)
    j += 1
    if j + 1 < len(s) and s.lows[j].startswith(reader.cues.groups["registers"]) and s.is_quote(j + 1):
        j += 1  # «повідомляється в системі „Прозорро“»
    if (place := _past_place(s, j, reader)) is None:
        return None
    k, channel, is_place = place
    if j < k < len(s) and s.flags[k - 1] & CARRIER and (page := _page_beside(s, k, reader)) is not None:
        channel, k = reader.cues.channel_of(s.lows[page]) or channel, page + 1  # «йдеться в повідомленні на сайті мерії»
    if k == j and s.is_quote(j) and j + 1 < len(s) and s.is_capitalised(j + 1) and (close := s.closing_quote(j, 8)) is not None:
        return _named_in_quotes(s, v, j, close, reader, number)
    if k == j or not is_place:
        return _posted_on(s, v, k, reader, number)
    stop = end_right(reader, s, k) if k < len(s) else k
    if stop <= k:
        return _of_nobody(s, v, j, k, channel, reader, number)
    return _of_whom(s, v, j, k, stop, channel, reader, number)


def _past_place(s: Sentence, j: int, reader: SlavicReader) -> tuple[int, str | None, bool] | None:
    """One past the noun for the place where something is said, its channel, and whether all is of such a place; None for «в нём»."""
    k, groups = j, reader.cues.groups
    while k < min(len(s), j + 4) and s.is_word(k):
        low = s.lows[k]
        if s.flags[k] & PRONOUN:
            return None
        if low.startswith(groups["pages"]):
            return k + 1, None, True
        channel = reader.cues.channel_of(low)
        if channel == "press_service" and not low.startswith(groups["releases"]):
            return k, None, True
        if channel:
            return k + 1, channel, True
        if s.flags[k] & CARRIER or reader.class_of(s, k) & DOCUMENT or low.startswith(("проект", *groups["journals"])):
            return k + 1, None, True
        if s.names[k] is not None or not reader.form(low).adjective:
            return k, None, False
        k += 1
    return k, None, True


def _named_in_quotes(s: Sentence, v: int, j: int, close: int, reader: SlavicReader, number: int) -> Mention | None:
    """«сообщается в „Вестнике закупок“», «говорится в „Обзоре рисков“»."""
    phrase = describe(reader, s, j, close + 1)
    if phrase is None or phrase.person:
        return None
    if phrase.match is None and (s.flags[j + 1] | reader.class_of(s, j + 1)) & DOCUMENT:
        phrase.kind = "document"
    return make_mention(s, phrase, "document", f"{reader.cues.language}.passive.named", number, (v, j), is_report=True, is_oblique=True)


def _of_nobody(s: Sentence, v: int, j: int, k: int, channel: str | None, reader: SlavicReader, number: int) -> Mention | None:
    """What is cited where no owner follows the place: the page or document itself, unless it is but «у звіті»."""
    if s.flags[k - 1] & CARRIER and channel in (None, "press_service") and (page := page_of_carrier(s, k, reader)):
        return make_mention(s, page[0], "document", f"{reader.cues.language}.passive.source", number, (v, k), channel=page[1], is_report=True, is_oblique=True)
    if channel or not reader.class_of(s, k - 1) & DOCUMENT:
        return None
    document = document_placed(s, j, k, reader)
    if document is None and k - j >= 2:
        document = Phrase(j, k, "document", None, None, s.lows[k - 1])  # «зазначається у пояснювальній записці»
    return document and make_mention(s, document, "document", f"{reader.cues.language}.passive.document", number, (v, j), is_report=True, is_oblique=True)


def _of_whom(s: Sentence, v: int, j: int, k: int, stop: int, channel: str | None, reader: SlavicReader, number: int) -> Mention | None:
    """Whose the place before token k is, where something is said; the document where it is nobody's."""
    phrase = describe(reader, s, k, stop, alone=True)
    if phrase is None and channel == "website" and _is_thing(reader, s.lows[k]):
        phrase = Phrase(k, stop, "body", None, None, s.lows[k], is_named=False)  # «на сайте госзакупок»
    if phrase is None and _is_of_a_thing(s, k, stop, reader):
        document = Phrase(j, stop, "document", None, None, s.lows[k - 1], is_named=False)
        return make_mention(s, document, "document", f"{reader.cues.language}.passive.document", number, (v, j), is_report=True, is_oblique=True)
    if phrase is None or phrase.kind == "unnamed":
        return None
    if s.lows[k - 1].startswith(reader.cues.groups["journals"]) and phrase.kind in ("outlet", "latin") and s.lows[v].startswith(("опублик", "опублік")):
        return make_mention(s, phrase, "venue", f"{reader.cues.language}.published_in", number, (v, k), is_oblique=True)
    return make_mention(s, phrase, "document", f"{reader.cues.language}.passive.source", number, (v, k), channel=channel, is_report=True, is_oblique=True)


def _is_thing(reader: SlavicReader, low: str) -> bool:
    """Whether a word may be a noun in the genitive for no living being."""
    form = reader.form(low)
    return form.noun and form.genitive and not form.animate


def _page_beside(s: Sentence, k: int, reader: SlavicReader) -> int | None:
    """The site or page on which a message stands, where «на» before it is token k («на офіційному сайті»)."""
    if s.lows[k] != "на":
        return None
    page = k + 1
    while page + 1 < len(s) and s.is_word(page) and not s.is_capitalised(page) and reader.cues.channel_of(s.lows[page]) is None and reader.form(s.lows[page]).adjective:
        page += 1
    is_page = page < len(s) and (s.lows[page].startswith(reader.cues.groups["pages"]) or reader.cues.channel_of(s.lows[page]) in _PAGES)
    return page if is_page else None


def _posted_on(s: Sentence, v: int, noun: int, reader: SlavicReader, number: int) -> Mention | None:
    """«опубликовано на форуме X», «розміщено на платформі X»: a site where people post, by its name after the noun."""
    k, groups = noun + 1, reader.cues.groups
    if k >= len(s) or not s.lows[noun].startswith(groups["posted_on"]) or not s.lows[v].startswith(groups["placing"]) or s.lows[v + 1] != "на":
        return None
    if reader.cues.channel_of(s.lows[k]) or not ((s.words[k].isascii() and s.is_capitalised(k)) or s.is_quote(k) or s.names[k] is not None):
        return None
    phrase = describe(reader, s, k, end_right(reader, s, k), alone=True)
    if phrase is None or phrase.person or not (phrase.match is not None or phrase.is_named):
        return None
    if phrase.match is None:
        phrase.kind = "outlet"
    return make_mention(s, phrase, "document", f"{reader.cues.language}.passive.posted_on", number, (v, k), is_report=True, is_oblique=True)


def _is_of_a_thing(s: Sentence, k: int, stop: int, reader: SlavicReader) -> bool:
    """«в документации конкурса»: whether a document stands before token k, and of what it is in one word after it."""
    if not reader.class_of(s, k - 1) & DOCUMENT or stop != k + 1 or s.is_capitalised(k):
        return False
    return reader.form(s.lows[k]).known and _is_thing(reader, s.lows[k])


def _fronted(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """«В сообщении на сайте МВД говорится», «В докладе ООН отмечается»: the place of the words before the verb."""
    if s.lows[v].startswith(reader.cues.groups["placing"]):
        return None
    first = _start_of_place(s, v)
    if first + 2 >= v or s.lows[first] not in (*IN, "из", "із", "з"):
        return None
    if (place := _past_carriers(s, first + 1, v, reader)) is None:
        return None
    k, channel = place
    if k >= v:
        return _document_before(s, first + 1, v, channel, reader, number)
    if channel is None and k == first + 2 and (document := document_to_another(s, first + 1, v, reader)):
        return make_mention(s, document, "document", f"{reader.cues.language}.passive.document_before", number, (v, v + 1), is_report=True, is_oblique=True)
    if s.lows[k - 1] == "на" and s.lows[k] in ("имя", "ім'я", "ім’я"):
        return None  # «в письме на имя главы города»
    stop = end_right(reader, s, k)
    phrase = describe(reader, s, k, min(v, stop), alone=True)
    if phrase is None and channel == "website" and _is_thing(reader, s.lows[k]):
        phrase = Phrase(k, min(v, max(k + 1, stop)), "body", None, None, s.lows[k], is_named=False)  # «на сайті санаторію вказано»
    if phrase is None or phrase.kind in ("unnamed", "platform"):
        return None
    return make_mention(s, phrase, "document", f"{reader.cues.language}.passive.source_before", number, (v, v + 1), channel=channel, is_report=True, is_oblique=True)


def _start_of_place(s: Sentence, v: int) -> int:
    """Where the words before the verb begin that may say where it is written, past adverbs."""
    first = v - 1
    while first >= 0 and v - first < _FARTHEST and (s.is_word(first) or s.is_quote(first) or s.words[first] == ".") and not s.flags[first] & (VERB | CONJUNCTION):
        first -= 1
    first += 1
    while first < v and s.flags[first] & ADVERB:
        first += 1
    return first


def _past_carriers(s: Sentence, k: int, v: int, reader: SlavicReader) -> tuple[int, str | None] | None:
    """One past the nouns that carry what is said («в сообщении на сайте») and their channel; None where there are none."""
    channel, is_carried = None, False
    while k < v and s.is_word(k) and s.names[k] is None:
        if s.flags[k] & PRONOUN:
            return None
        found = reader.cues.channel_of(s.lows[k])
        is_release = s.lows[k].startswith(reader.cues.groups["releases"])
        if s.lows[k] in IN and is_carried and reader.class_of(s, k + 1) & BODY and reader.cues.channel_of(s.lows[k + 1]) is None:
            return None  # «в заявлении в суд»: whom it is for
        if s.flags[k] & (CARRIER | DOCUMENT) or is_release or s.lows[k].startswith(reader.cues.groups["pages"]):
            is_carried = True
            channel = found if is_release else channel
        elif found and found not in ("press_service", "interview", "broadcast"):
            channel, is_carried = found, True
        elif is_carried and s.lows[k] not in IN and k + 1 < v and not (s.flags[k + 1] & (CARRIER | DOCUMENT) or reader.cues.channel_of(s.lows[k + 1])):
            break  # «в сообщении заречной полиции»
        elif not (s.lows[k] in IN and is_carried) and (s.is_capitalised(k) or not reader.form(s.lows[k]).adjective):
            break
        k += 1
    return (k, channel) if is_carried else None


def _document_before(s: Sentence, first: int, v: int, channel: str | None, reader: SlavicReader, number: int) -> Mention | None:
    """«З судового реєстру відомо»: the document itself, where an adjective tells which it is."""
    if channel or v - first < 2 or not reader.class_of(s, v - 1) & DOCUMENT or not reader.form(s.lows[v - 2]).adjective:
        return None
    phrase = Phrase(first, v, "document", None, None, s.lows[v - 1])
    return make_mention(s, phrase, "document", f"{reader.cues.language}.passive.document_before", number, (v, v + 1), is_report=True, is_oblique=True)
