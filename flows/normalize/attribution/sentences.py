"""Where the sentence around an offset begins and ends."""

import re
from collections.abc import Container

from flows.normalize.attribution.domain_words import domain_words

_MARKS = ".!?…"
_BREAK = re.compile(r"[.!?…][.!?…]*(?:[\"»”'’)\]]*\s+|[\"»”’]+(?=\w)|(?=[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]{2}))")
_LONGEST_ABBREVIATION = 8
# «Наш берег. Захід» in a sentence: no more than three words before the point and two after it
_LONGEST_PART_OF_NAME = 32
_FIRST_PART = re.compile(r"[«„“\"][A-ZА-ЯЁІЇЄҐ][\w'’-]*(?: [\w'’-]+){0,2}")
_SECOND_PART = re.compile(r" ?[A-ZА-ЯЁІЇЄҐ][\w'’-]+(?: [\w'’-]+)?[»”“\"](?!\w)")


def sentence_start(text: str, at: int, floor: int, abbreviations: Container[str]) -> int:
    """Where the sentence that holds the offset begins, `floor` at the earliest; a line break always ends a sentence."""
    floor = max(floor, text.rfind("\n", floor, at) + 1)
    end = at
    while True:
        mark = text.rfind(".", floor, end)
        for sign in "?!…":
            if (nearer := text.rfind(sign, mark + 1 if mark >= 0 else floor, end)) >= 0:
                mark = nearer
        if mark < 0:
            return floor
        while mark > floor and text[mark - 1] in _MARKS:
            mark -= 1
        found = _BREAK.match(text, mark)
        if found is not None and found.end() <= at and _is_end(text, mark, found.end(), abbreviations):
            return found.end()
        end = mark


def sentence_end(text: str, at: int, abbreviations: Container[str]) -> int:
    """One past the last sign of the sentence that holds the offset, white space left out."""
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    for found in _BREAK.finditer(text, at, line_end):
        if _is_end(text, found.start(), found.end(), abbreviations):
            return found.start() + len(found.group().rstrip())
    return line_end


def _is_end(text: str, at: int, after: int, abbreviations: Container[str]) -> bool:
    """Whether the mark at an offset ends a sentence: no small letter follows, nor is it the point of an abbreviation or a domain."""
    if after < len(text) and text[after].islower():
        return False
    if text[at] != "." or at + 1 >= len(text):
        return True
    if (after == at + 1 and _is_in_domain(text, at)) or _is_in_name(text, at):
        return False
    first, earliest = at, max(0, at - _LONGEST_ABBREVIATION)
    while first > earliest and (text[first - 1].isalnum() or text[first - 1] == "_"):
        first -= 1
    word = text[first:at]
    return not ((len(word) == 1 and word.isupper()) or word.lower() in abbreviations)


def _is_in_name(text: str, at: int) -> bool:
    """Whether the point stands inside a name in quotation marks («Наш берег. Захід»): a few words on either side of it."""
    if not _SECOND_PART.match(text, at + 1):
        return False
    opening = max(text.rfind(mark, max(0, at - _LONGEST_PART_OF_NAME), at) for mark in "«„“\"")
    return opening >= 0 and _FIRST_PART.fullmatch(text, opening, at) is not None and not (opening and text[opening - 1].isalnum())


def _is_in_domain(text: str, at: int) -> bool:
    """Whether Latin letters stand before the point and a domain that is a word after it («Example.City»)."""
    if not (at and text[at - 1].isascii() and text[at - 1].isalnum()):
        return False
    end = at + 1
    while end < len(text) and text[end].isascii() and text[end].isalpha():
        end += 1
    return text[at + 1 : end] in domain_words()
