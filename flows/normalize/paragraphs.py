"""Paragraphs: what part each line of a text plays."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from flows.locations import LANGUAGES
from flows.normalize.dateline import Dateline
from flows.normalize.evidence import Evidence

_CUES = LANGUAGES.parent / "paragraph_cues.toml"
_FIRST_WORD = re.compile(r"[\W_]{0,6}?(\w+|©)")
_LEAD_IN = 8  # marks and blanks before the first word: arrows, bullets, brackets
# A sentence of the story may begin with the same words; «реклама» alone on its line does not.
_LONGEST, _LONGEST_OF_ONE_WORD = 280, 60
_CLOSING = {"«": "»", "“": "”", "„": "“", "\"": "\"", "「": "」", "『": "』", "”": "”", "‘": "’"}
_SPOKEN = ("— ", "– ")
_OF_THE_SITE = ("subscription.", "copyright.", "signature.copyright", "address.read_more", "read_more.")

Span = tuple[int, int]


class _Cues(NamedTuple):
    """(words, role) by the first word of the words, and the letters that such words begin with."""

    by_first_word: Mapping[str, tuple[tuple[str, str], ...]]
    first_letters: frozenset[str]


def read_paragraph_roles(
    text: str, language: str, title: Span | None, dateline: Dateline | None, byline: Span | None, recaps: Sequence[Span],
    outlet_evidence: Sequence[Evidence],
) -> tuple[str, ...]:  # fmt: skip
    """One of schemas.articles.PARAGRAPH_ROLES for each line that has text, in text order.

    The lead is the first line that plays no other part; a dateline is one only where it has a line of its own, else it
    opens the lead.
    """
    marked = _marked_starts(text, title, dateline, byline, outlet_evidence)
    cues = _cues_of(language)
    roles: list[str] = []
    has_lead, start, recap = False, 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            role = marked.get(start)
            if role is None:
                while recap < len(recaps) and recaps[recap][1] <= start:
                    recap += 1
                # white space and quotation marks may stand before the word that opens a recap
                is_recap = recap < len(recaps) and recaps[recap][0] <= start + _LEAD_IN
                role = "recap" if is_recap and recaps[recap][0] < end else _role_by_words(line, cues)
            if role is None:
                role = "body" if has_lead else "lead"
            has_lead = has_lead or role in ("lead", "body", "quote")
            roles.append(role)
        start = end + 1
    return tuple(roles)


def _marked_starts(
    text: str, title: Span | None, dateline: Dateline | None, byline: Span | None, outlet_evidence: Sequence[Evidence]
) -> dict[int, str]:
    """The beginnings of lines whose part another reader has found out."""
    marked = {
        text.rfind("\n", 0, e.char_start) + 1: "subscription"
        for e in outlet_evidence
        if e.char_start is not None and e.rule.startswith(_OF_THE_SITE)
    }
    if byline is not None:
        marked[text.rfind("\n", 0, byline[0]) + 1] = "byline"
    if dateline is not None and text[dateline.char_end : dateline.char_end + 1] in ("\n", ""):
        marked[text.rfind("\n", 0, dateline.char_start) + 1] = "dateline"
    if title is not None:
        marked[title[0]] = "headline"
    return marked


def _role_by_words(line: str, cues: _Cues) -> str | None:
    """Subscription, credit or quote by how the line begins; None for all others."""
    first_sign = line[0]
    if first_sign.isalpha():
        if first_sign.lower() not in cues.first_letters:
            return None  # most lines, before anything is searched
    elif (closing := _CLOSING.get(first_sign)) is not None:
        closed = line.rfind(closing, 1)
        return "quote" if closed < 0 or closed * 2 > len(line) else None
    elif line.startswith(_SPOKEN):
        return "quote"
    first = _FIRST_WORD.match(line)
    if first is None:
        return None
    for words, role in cues.by_first_word.get(first[1].lower(), cues.by_first_word.get(line[0], ())):
        if len(line) <= (_LONGEST if " " in words else _LONGEST_OF_ONE_WORD) and line[: first.start(1) + len(words)].lower().endswith(words):
            return role
    return None


def is_in_teaser(text: str, offset: int, language: str) -> bool:
    """Whether the offset lies in a line that sends the reader elsewhere ("Read more: …"), which is no part of the story."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)].lstrip("[( ")
    return bool(line) and _role_by_words(line, _cues_of(language)) == "subscription"


@cache
def _cues_of(language: str) -> _Cues:
    rows = tomllib.loads(_CUES.read_text(encoding="utf-8"))
    found: dict[str, list[tuple[str, str]]] = {}
    for role, cues in rows.get(language.partition("-")[0], rows["en"]).items():
        for words in cues:
            found.setdefault(_FIRST_WORD.match(words)[1], []).append((words.lstrip("【("), role))
    return _Cues({first: tuple(entries) for first, entries in found.items()}, frozenset(first[0] for first in found))
