"""Whether a name that the registry lacks is a medium's, from what a Russian or Ukrainian text says of it elsewhere («телеграм-канал „Маяк“», «пресс-служба „Маяка“»)."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.base_forms import base_phrase
from flows.normalize.attribution.language_cues import OUTLET, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity
from flows.normalize.attribution.romanisation import romanise
from flows.normalize.attribution.unregistered import outlet_by_name
from flows.normalize.attribution.word_forms import lemma
from flows.normalize.registry import Registry

_OPENING = "«“„\""
_QUOTES = "«»“”„\""
_WORD_BEFORE = re.compile(r"([\w-]+) ?[«“„\"]$")
_LONGEST_NOUN = 30
_JOINED = (" и ", " і ", " й ", " та ")
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)")
_NOUN_AND_NAME = re.compile(r"(?<![\w-])([А-ЯІа-яіїєё]{5,}) (?:[«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]|([A-Z][\w.&’'-]*(?: (?:of |the |and )?[A-Z][\w.&’'-]*)*))")


def name_introduced_media(text: str, language: str, mentions: Sequence[Mention]) -> None:
    """Makes media of organisations cited by a name in quotation marks before which a noun for a medium stands elsewhere."""
    cues = load_cues(language)
    for mention in mentions:
        if mention.kind != "organisation" or mention.match is not None or mention.head or mention.person or text[mention.char_start - 1 : mention.char_start] not in tuple(_OPENING):
            continue
        name = text[mention.char_start : mention.char_end]
        at = text.find(name)
        while at > 0:
            noun = _WORD_BEFORE.search(text, max(0, at - _LONGEST_NOUN), at)
            word = noun[1].lower() if noun else ""
            channel = cues.channel_of(word)
            if channel == "telegram" or cues.words.get(lemma(word, language), 0) & OUTLET:
                mention.kind = "outlet"
                mention.channel = mention.channel or ("telegram" if channel == "telegram" else None)
                break
            at = text.find(name, at + len(name))


def name_bodies_with_press_services(text: str, language: str, mentions: Sequence[Mention]) -> None:
    """Makes a body of what seems a medium by its name alone and has a press service cited («„Маяк“ сообщил» and «пресс-служба „Маяка“»)."""
    quoted = [_QUOTED.search(text, m.char_start, m.char_end) for m in mentions if m.channel == "press_service" and m.match is None and not m.person]
    bodies = {base_phrase(name[1].strip(), language) for name in quoted if name is not None}
    if not bodies:
        return
    for mention in mentions:
        is_by_name_alone = mention.kind == "outlet" and mention.match is None and mention.head is None and mention.channel is None and mention.form == "subject"
        if is_by_name_alone and text[mention.char_start : mention.char_end].strip(_QUOTES) in bodies:
            mention.kind = "organisation"


def medium_introduced(text: str, language: str, until: int, registry: Registry) -> Identity | None:
    """The one medium that the text has named behind a noun for one before the offset («в расследовании издания „Маяк“»)."""
    if text.endswith(_JOINED, 0, until):
        return None  # «совет по телевидению и радио»
    cues = load_cues(language)
    names: dict[str, None] = {}
    for found in _NOUN_AND_NAME.finditer(text, 0, until):
        if cues.words.get(lemma(found[1].lower(), language), 0) & OUTLET:
            name = base_phrase(found[2], language) if found[2] else found[3].rstrip(".")
            names[name] = None
    if len(names) != 1:
        return None
    name = next(iter(names))
    return outlet_by_name(name, language, registry) or Identity(romanise(name, language), None, "outlet")
