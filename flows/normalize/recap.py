"""Recaps: the parts of a text that tell again what was known before."""

import functools
import re

from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.sentences import sentence_spans

_FOLLOWING = re.compile(r"\s*[^\n]+")


@functools.cache
def _openers(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    cues = load_cues(language)
    if cues is None or not cues.recap_openers:
        return None, None

    def one_of(phrases: tuple[str, ...], before: str) -> re.Pattern[str] | None:
        if not phrases:
            return None
        ordered = sorted(phrases, key=len, reverse=True)
        words = "|".join(re.escape(p.rstrip("*")).replace(r"\ ", r"\s+") + (r"\w*" if p.endswith("*") else "") for p in ordered)
        return re.compile(rf"{before}(?:{words})(?!\w)", re.IGNORECASE)

    at_start = r"(?:(?<=[.!?…»”\"]\s)|(?<=\n)|^)[—–«\"“•*\s-]{0,3}"
    return one_of(cues.recap_openers, at_start), one_of(cues.recap_paragraphs, "")


def read_recaps(text: str, language: str) -> list[tuple[int, int]]:
    """Spans (code points, end exclusive) that are background, in text order, without overlaps.

    A recap opens at a word that begins a sentence. «Напомним» at the head of a paragraph covers the paragraph,
    alone on its line the paragraph after it; «Ранее» and what stands inside a paragraph cover their sentence.
    """
    opener, whole = _openers(language)
    if opener is None:
        return []
    spans: list[tuple[int, int]] = []
    for match in opener.finditer(text):
        if spans and match.start() < spans[-1][1]:
            continue
        start = match.end() - len(match.group().lstrip("—–«\"“•*- \n"))
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        if not text[match.end() : line_end].strip(" :.,—–-"):
            following = _FOLLOWING.match(text, line_end)
            end = following.end() if following else line_end
        elif whole is not None and whole.match(text, start) and (start == 0 or text[start - 1] == "\n"):
            end = line_end
        else:
            end = next((b for a, b in sentence_spans(text[start:line_end])), line_end - start) + start
        spans.append((start, end))
    return spans
