"""Who speaks in a line that begins with a name and a colon: «Иван Лыков: „…“»."""

import re

from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.word_forms import word_form

_LINE_SPEAKER = re.compile(r"[—–-]?\s?([^\W\d_a-zа-яіїєґё][^\W\d_'’-]*[\w'’-]*) ([^\W\d_a-zа-яіїєґё][\w'’-]+) ?")
# «Иван Лыков, начальник отдела: „…“»
_TITLED_LINE_SPEAKER = re.compile(rf"{_LINE_SPEAKER.pattern.rstrip(' ?')}, [а-яіїєґё](?:[^.:;«»\"\n]|«[^«»\n]*»)+")
# «Иван Лыков, член партии „Маяк“:» with the words below
_TITLE_LINE = re.compile(rf"{_LINE_SPEAKER.pattern.rstrip(' ?')}, [а-яіїєґё][^.:;\n]+")
_OPENS_SPEECH = tuple("«„“\"—–")
_SUMS = tuple("$£€₹0123456789")  # "Sale Price: $10"
_LONGEST_LINE_SPEAKER = 120
_SAME_TITLE = 12  # characters after the colon that a title repeats, two answers do not


def line_speakers(text: str, language: str) -> list[Mention]:
    """A given name and a surname before a colon at the head of a line, alone or with a title: whose words follow.

    In Russian and Ukrainian the dictionary knows a given name; elsewhere the name has to stand so before two lines.
    """
    labels: dict[str, list[tuple[int, int]]] = {}
    at = text.find(":")
    while at >= 0:
        start = text.rfind("\n", max(0, at - _LONGEST_LINE_SPEAKER), at) + 1
        line = None
        if at - start < _LONGEST_LINE_SPEAKER and text[at + 1 : at + 2].isspace() and text[at + 2 : at + 3] not in _SUMS:
            line = _LINE_SPEAKER.fullmatch(text, start, at)
            if line is None and language in ("ru", "uk"):
                line = _with_title(text, start, at)
        at = text.find(":", at + 1)
        if line is not None and (_is_name(line[1], line[2], language) if language in ("ru", "uk") else _may_be_name(line[1], line[2], language)):
            labels.setdefault(line[0].strip(" —–-"), []).append((line.start(1), line.end(2)))
    return [
        Mention(*span, "person", "subject", f"{language}.line_speaker", -1, None, None, None, text[slice(*span)])
        for spans in labels.values() if language in ("ru", "uk") or len({text[end : end + _SAME_TITLE] for _, end in spans}) > 1
        for span in spans
    ]


def _with_title(text: str, start: int, at: int) -> re.Match[str] | None:
    """The name with a title before the colon at the offset, where speech follows or the line ends."""
    if text[at + 1] == "\n":
        return _TITLE_LINE.fullmatch(text, start, at)
    return _TITLED_LINE_SPEAKER.fullmatch(text, start, at) if text[at + 2 : at + 3] in _OPENS_SPEECH else None


_CLUB_MARKS = ("FC", "AC", "SC", "CF", "AFC")


def _may_be_name(given: str, surname: str, language: str) -> bool:
    """Whether two words before a colon may be a name: not listed words in capitals ("READ MORE"), not a club's ("FC Example")."""
    if given in _CLUB_MARKS or surname in _CLUB_MARKS or given.lower() in load_cues("en").lists["labels"]:
        return False
    cues = load_cues(language)
    words = cues.words if cues is not None and given.isupper() and surname.isupper() else {}
    return not words.get(given.lower()) and not words.get(surname.lower())


def _is_name(given: str, surname: str, language: str) -> bool:
    form = word_form(given, language)
    return form.given_name and form.nominative and not form.place and not word_form(surname, language).place
