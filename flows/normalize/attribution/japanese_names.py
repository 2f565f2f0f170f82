"""Names of Japanese sources: the full one that the text gave before a surname or «同社»."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention

_SAME = re.compile(r"同(署|課|社|庁|省|府|県|市|大|団体|委員会|機構|協会)")
_TITLES = "(?:氏|さん|アナウンサー|アナ|選手|監督|会長|社長|投手|内野手|外野手|捕手|議員|教授)"
_TITLED = re.compile(_TITLES + "$")


def full_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The places before that give in full, with the age, the name of who is cited by surname; the mentions learn it too."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        surname = _TITLED.sub("", mention.person or "")
        if not 2 <= len(surname) <= 4:
            continue
        full = re.search(rf"{re.escape(surname)}[一-鿿ぁ-んァ-ヶー]{{1,4}}?(?=[（(][\d０-９]{{1,3}}[）)]|{_TITLES})", text[: mention.char_start])
        if full is None:
            continue
        mention.person = full[0]
        if not any(m.char_start < full.end() and full.start() < m.char_end for m in mentions):
            found.setdefault(full[0], Mention(
                full.start(), full.end(), "person", "subject", "ja.full_name", -1, None, person=full[0],
            ))
    named = {mention.person for mention in mentions}
    for mention in mentions:
        alone = _TITLED.sub("", mention.person or "")
        if alone in named:
            mention.person = alone  # 「夢想花子アナウンサー」, later 「夢想アナ」
    return list(found.values())


def named_before(text: str, mention: Mention) -> Mention:
    """The mention, moved to where the text names the body in full, if it says only «同署», «同社»."""
    words = text[mention.char_start : mention.char_end]
    if (same := _SAME.fullmatch(words)) is None:
        return mention
    full = None
    for full in re.finditer(rf"[^\s、。「」『』（）()ぁ-ん・]{{2,20}}{same[1]}(?=[はがのにで、])", text[max(0, mention.char_start - 1500) : mention.char_start]):
        if not full[0].startswith("同"):
            break
    if full is None or full[0].startswith("同"):
        return mention
    offset = max(0, mention.char_start - 1500)
    mention.char_start, mention.char_end = offset + full.start(), offset + full.end()
    return mention
