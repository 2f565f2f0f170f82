"""Citation formulas of Japanese texts."""

import functools
import re
import tomllib
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import LANGUAGES_DIR
from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch, Registry

_BOUNDARY = "、。「」『』（）()\n！？!?・ 　,"
_LONGEST_SOURCE = 28
_LEADING = re.compile(r"^(?:一方|また|同日|さらに|その後|これに対し|なお|この日|今回|昨年|今年|先月|\d+[日月年時]+(?:の|に|、)?)+")
_DATE = re.compile(r"^[\d０-９]{1,2}日")


@functools.cache
def _formulas() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict]:
    with open(LANGUAGES_DIR / "ja" / "citations.toml", "rb") as file:
        data = tomllib.load(file)
    after = re.compile("(?:など|ら|等)?(?:" + "|".join(map(re.escape, data["after"]["according"])) + ")")
    kinds = "|".join(f"(?P<{kind}>{'|'.join(map(re.escape, ends))})" for kind, ends in data["clause_ends"].items())
    lines = re.compile(rf"^[\s（(]*(?:{'|'.join(map(re.escape, data['lines']['source']))})\s*[:：]\s*(.{{2,40}}?)\s*[)）]?$", re.MULTILINE)
    return after, re.compile(kinds), lines, data["nouns"]


def japanese_mentions(text: str, names: Sequence[NameMatch], registry: Registry) -> list[Mention]:
    """Sources before によると, and topics of sentences that end in a verb of saying."""
    after, ends, lines, nouns = _formulas()
    found = []
    number = 0
    start = 0
    for stop in (*(m.end() for m in re.finditer(r"。|\n", text)), len(text)):
        sentence = text[start:stop]
        for cue in after.finditer(sentence):
            span = _before(text, start, start + cue.start())
            if span:
                found.append(_mention(text, span, "according", (start + cue.start(), start + cue.end()), number, names, registry, nouns, True))
        if closing := ends.search(sentence):
            span = _topic(text, start, start + closing.start())
            if span:
                cue = (start + closing.start(), start + closing.end())
                found.append(_mention(text, span, "subject", cue, number, names, registry, nouns, closing.lastgroup != "speech"))
        start = stop
        number += 1
    for line in lines.finditer(text):
        found.append(_mention(text, line.span(1), "line", (line.start(), line.start(1)), number, names, registry, nouns, True))
    return found


def _before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends where the cue begins, back to the last mark."""
    at = end
    if at > start and text[at - 1] in "）)":
        opening = max(text.rfind("（", start, at), text.rfind("(", start, at))
        at = end = opening if opening > start else at
    while at > start and text[at - 1] not in _BOUNDARY and end - at < _LONGEST_SOURCE:
        at -= 1
    lead = _LEADING.match(text[at:end])
    at += lead.end() if lead else 0
    return (at, end) if 2 <= end - at < _LONGEST_SOURCE else None


def _topic(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands before the first は or が of the sentence."""
    while start < end and text[start] in " 　\n「『◆■●・":
        start += 1
    for particle in re.finditer(r"[はが](?=[\d０-９「、]|[^\sはが])", text[start : min(end, start + 60)]):
        at = start + particle.start()
        span = _before(text, start, at)
        if span and not re.search(r"[たるいのにをで]$", text[span[0] : span[1]]):
            return span
        return None
    return None


def _mention(text: str, span, form: str, cue, number: int, names, registry: Registry, nouns: dict, is_report: bool) -> Mention:
    words = text[span[0] : span[1]]
    match = next((n for n in names if span[0] <= n.char_start and n.char_end <= span[1]), None)
    source = registry.cited_sources.get(match.source_ids[0]) if match else None
    person = None
    if words.endswith(tuple(nouns["unnamed_endings"])):
        kind, match = "unnamed", None
    elif words.endswith(tuple(nouns["person_endings"])):
        kind, person, match = "person", words, match if source and source.holder_from else None
    elif source is not None:
        kind = source.kind
    elif words.endswith(tuple(nouns["outlet_endings"])):
        kind = "outlet"
    else:
        kind = "body"
    return Mention(
        span[0], span[1], kind, form, f"ja.{form}", number, cue, None, match, person, None, is_report=is_report,
    )
