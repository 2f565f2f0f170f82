"""Citation formulas of Arabic texts."""

import functools
import re
import tomllib
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import LANGUAGES_DIR
from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch, Registry

_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06ffA-Za-z0-9]+")
_MOST_WORDS = 8


@functools.cache
def _formulas() -> tuple[re.Pattern[str], dict[str, str], dict[str, frozenset[str]]]:
    with open(LANGUAGES_DIR / "ar" / "citations.toml", "rb") as file:
        data = tomllib.load(file)
    kinds = {verb: kind for kind, verbs in data["verbs"].items() for verb in verbs}
    kinds |= {phrase: kind for kind, phrases in data["before"].items() for phrase in phrases}
    kinds |= dict.fromkeys(data["lines"]["source"], "line")
    ordered = sorted(kinds, key=len, reverse=True)
    pattern = re.compile(
        r"(?<![\u0621-\u064a])و?(" + "|".join(map(re.escape, ordered)) + r")(?:(?<=\sل)|(?![\u0621-\u064a]))(?:ـ)?"
    )
    return pattern, kinds, {name: frozenset(words) for name, words in data["nouns"].items()}


def arabic_mentions(text: str, names: Sequence[NameMatch], registry: Registry) -> list[Mention]:
    """Subjects after a verb of saying, and sources after «بحسب», «نقلا عن», «المصدر:»."""
    pattern, kinds, nouns = _formulas()
    found = []
    for number, cue in enumerate(pattern.finditer(text)):
        kind = kinds[cue[1]]
        start = cue.end()
        if kind == "line":
            colon = re.compile(r"\s*[:：]\s*").match(text, start)
            if not colon:
                continue
            start = colon.end()
        span = _phrase(text, start, nouns["stop"])
        if span is None:
            continue
        mention = _mention(text, span, kind, cue.span(), number, names, registry, nouns)
        if mention is not None:
            found.append(mention)
    return found


def _phrase(text: str, start: int, stop: frozenset[str]) -> tuple[int, int] | None:
    """The words after the cue up to a mark or a word that cannot belong to the name."""
    first = last = None
    at = start
    for _ in range(_MOST_WORDS):
        word = _WORD.search(text, at, min(len(text), at + 30))
        if word is None or re.search(r"[^\s\"«»“”ـ]", text[at : word.start()]) or word[0] in stop:
            break
        first = word.start() if first is None else first
        last = at = word.end()
    return (first, last) if first is not None else None


def _mention(text: str, span, kind: str, cue, number: int, names, registry: Registry, nouns) -> Mention | None:
    words = text[span[0] : span[1]].split()
    head = words[0]
    match = next((n for n in names if span[0] <= n.char_start and n.char_end <= span[1]), None)
    source = registry.cited_sources.get(match.source_ids[0]) if match else None
    person = None
    if head in nouns["official"] or head in nouns["person"]:
        source_kind, person = "official" if head in nouns["official"] else "person", " ".join(words)
        if len(words) < 2:
            return None
    elif source is not None:
        source_kind = source.kind
        person = " ".join(words) if source.holder_from else None
    elif head in nouns["outlet"]:
        source_kind = "outlet"
    elif head in nouns["body"]:
        source_kind = "body"
    elif head in nouns["unnamed"]:
        source_kind = "unnamed"
    else:
        return None
    form = kind if kind in ("according", "citing", "line") else "subject"
    return Mention(
        span[0], span[1], source_kind, form, f"ar.{kind}", number, cue, None, match, person, None,
        is_report=kind in ("report", "announce"),
    )
