"""Media that the registry lacks and that a Russian or Ukrainian text introduces by a noun («телеграм-канал „Маяк“»)."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import OUTLET, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.word_forms import lemma

_OPENING = "«“„\""
_WORD_BEFORE = re.compile(r"([\w-]+) ?[«“„\"]$")
_LONGEST_NOUN = 30


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
