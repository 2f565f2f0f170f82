"""Documents that are the source themselves, told apart by what stands beside them."""

from flows.normalize.attribution.language_cues import DOCUMENT, PREPOSITION, REPORT, SPEECH
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import IN
from flows.normalize.attribution.slavic.phrase import SlavicReader

_PLACED = ("размещ", "опублик", "обнарод", "розміщ", "опублік", "оприлюдн")
_TO = frozenset(("к", "ко", "до"))


def document_qualified(s: Sentence, first: int, reader: SlavicReader) -> Phrase | None:
    """«согласно поданному в комиссию отчёту»: a document after a participle and what goes with it."""
    if not reader.form(s.lows[first]).adjective or first + 1 >= len(s) or not s.flags[first + 1] & PREPOSITION:
        return None
    for k in range(first + 2, min(first + 7, len(s))):
        if not s.is_word(k) or s.flags[k] & (REPORT | SPEECH):
            return None
        if reader.class_of(s, k) & DOCUMENT:
            return Phrase(first, max(k + 1, end_right(reader, s, k)), "document", head=s.lows[k], is_named=False)
    return None


def document_made_by(s: Sentence, phrase: Phrase, reader: SlavicReader) -> Phrase:
    """«опубликованный ведомством отчёт»: the document right after the participle and whose work it is, else the phrase itself."""
    k = phrase.end
    is_open = phrase.kind in ("body", "person", "official") and phrase.match is None and not phrase.person and k - phrase.first == 2 and k < len(s)
    if not is_open or not reader.class_of(s, k) & DOCUMENT or not reader.form(s.lows[phrase.first]).adjective:
        return phrase
    return Phrase(phrase.first, max(k + 1, end_right(reader, s, k)), "document", head=s.lows[k], is_named=False)


def _page_placed_on(s: Sentence, comma: int, reader: SlavicReader) -> int | None:
    """Where the noun for a page stands in «, размещённом на официальной странице», past its adjectives."""
    page = comma + 3
    if page >= len(s) or s.words[comma] != "," or not s.lows[comma + 1].startswith(_PLACED) or s.lows[comma + 2] not in IN:
        return None
    while page + 1 < len(s) and reader.form(s.lows[page]).adjective and reader.cues.channel_of(s.lows[page]) is None:
        page += 1
    return page


def document_placed(s: Sentence, first: int, comma: int, reader: SlavicReader) -> Phrase | None:
    """«в постановлении, размещённом на сайте кабмина»: the document and the page where it stands."""
    page = _page_placed_on(s, comma, reader)
    if page is None:
        return None
    channel = reader.cues.channel_of(s.lows[page])
    if channel not in ("website", "telegram", "facebook"):
        return None
    return Phrase(first, max(page + 1, end_right(reader, s, page)), "document", head=s.lows[comma - 1], channel=channel)


def page_of_carrier(s: Sentence, comma: int, reader: SlavicReader) -> tuple[Phrase, str | None] | None:
    """«в сообщении, размещённом на странице мэрии»: whose page it is on which a message stands, and the channel."""
    page = _page_placed_on(s, comma, reader)
    if page is None:
        return None
    channel = reader.cues.channel_of(s.lows[page])
    if channel not in ("website", "telegram", "facebook", "x", "instagram", "youtube") and not s.lows[page].startswith(reader.cues.groups["pages"]):
        return None
    owner = describe(reader, s, page + 1, end_right(reader, s, page + 1), alone=True) if page + 1 < len(s) else None
    return (owner, channel) if owner is not None and owner.kind not in ("unnamed", "document", "platform") else None


def document_to_another(s: Sentence, first: int, end: int, reader: SlavicReader) -> Phrase | None:
    """«в справке к документу», «у додатку до рішення»: a document that goes with another; tokens [first, end) are all there is."""
    if end - first < 3 or s.lows[first + 1] not in _TO or not (reader.class_of(s, first) & DOCUMENT and reader.class_of(s, first + 2) & DOCUMENT):
        return None
    return Phrase(first, end, "document", head=s.lows[first])
