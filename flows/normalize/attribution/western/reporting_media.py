"""English media that no registry has, told by what they do: "The Sample Enterprise reports", "Sampleton TV station KSMP reports"."""

import re

from flows.normalize.attribution.language_cues import BODY, OFFICIAL
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.names import last_of_name
from flows.normalize.attribution.western.reader import WesternReader

_REPORTS = ("reports", "reported", "report")
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}")
_AMOUNT_OPENERS = ("at", "more", "about", "some", "only", "no", "nearly", "almost", "over", "around", "fewer", "less", "up")


def reports_news(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> bool:
    """Whether who "reports" something is a medium by its name: a call sign, or a newspaper's word after "the"."""
    if reader.cues.language != "en" or s.lows[v] not in _REPORTS or mention.match is not None or mention.kind not in ("latin", "outlet", "person"):
        return False
    return is_paper(reader, s, s.token_at(mention.char_start), s.token_at(mention.char_end - 1))


def is_paper(reader: WesternReader, s: Sentence, first: int, last: int) -> bool:
    """Whether tokens from `first` to `last` are a call sign, or a newspaper's name after "the"."""
    if first == last and _CALL_SIGN.fullmatch(s.words[last]):
        return True
    has_article = s.lows[first] == "the" or (first > 0 and s.lows[first - 1] == "the")
    first += s.lows[first] == "the"
    if not has_article or first > last or not all(s.is_capitalised(k) or s.lows[k] in ("of", "and", "&", "-") for k in range(first, last + 1)):
        return False
    word = last_of_name(reader, s, last)
    return word in reader.cues.lists["media_words"] or (first < last and word in reader.cues.lists["paper_words"])


def reports_cases(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> bool:
    """Whether a state body "reports 30 cases": a count follows, which is no sum of its own business."""
    reports = _REPORTS if reader.cues.language == "en" else reader.cues.lists["counts_cases"]
    if s.lows[v] not in reports or mention.kind not in ("body", "official") or v + 1 >= len(s):
        return False
    k = v + 1
    while k < len(s) - 1 and k - v < 4 and (s.lows[k] in (*_AMOUNT_OPENERS, "than", "least", "to") or (reader.cues.language != "en" and s.words[k].islower() and not s.flags[k])):
        k += 1
    is_count = s.words[k][0].isdigit() and s.words[k - 1] not in "$£€" and s.lows[k + 1 : k + 2] not in (["percent"], ["per"], ["%"])
    if reader.cues.language != "en":
        return is_count and k + 1 < len(s) and s.words[k + 1].islower() and s.words[k + 1].isalpha()
    return is_count and (mention.match is not None or any(s.flags[j] & (BODY | OFFICIAL) for j in range(s.token_at(mention.char_start), v)))
