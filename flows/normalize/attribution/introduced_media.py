"""Whether a name that the registry lacks is a medium's, from what a Russian or Ukrainian text says of it elsewhere («телеграм-канал „Маяк“», «пресс-служба „Маяка“»)."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.base_forms import base_phrase
from flows.normalize.attribution.language_cues import OUTLET, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.word_forms import lemma

_OPENING = "«“„\""
_QUOTES = "«»“”„\""
_WORD_BEFORE = re.compile(r"([\w-]+) ?[«“„\"]$")
_LONGEST_NOUN = 30
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)")


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
