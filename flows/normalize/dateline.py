"""The dateline: place, date and agency at the head of a news text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.anchor import Anchor
from flows.normalize.dateline_date import match_date
from flows.normalize.registry import NameMatch, Registry


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands in a dateline; spans are code points into the text, None where a part is absent.

    `date` holds the parts stated («13 серпня»: month and day, no year).
    """

    char_start: int
    char_end: int
    place: tuple[int, int] | None
    date: Anchor | None
    date_span: tuple[int, int] | None
    agency: NameMatch | None
    rule: str


# Only the first lines can hold a dateline: headline, standfirst, byline, caption, then the story.
_READ_LINES = 6
_READ_CHARACTERS = 1500
_LONGEST = 110
_SHORTEST_NAME, _LONGEST_NAME = 7, 30
_SKIP = re.compile(r"[\s\"'«»“”„(\[【（/|•·/]*")
_AGENCY_NOUN = re.compile(r"(?:ИА|РИА|ІА|информагентство|агентство)\s+[«\"]?", re.IGNORECASE)
_CAPITAL = r"[^\W\d_a-zа-яіїєґёà-öø-ÿ]"
_WORD = rf"(?:(?:{_CAPITAL}\.){{2,3}}|{_CAPITAL}\.{_CAPITAL}[a-z]+\.|{_CAPITAL}[\w'’ʼ`-]*\.?)"
# «Нью-Йорк», "Frankfurt am Main", "Río de Janeiro", "LOUISVILLE, Ky.": words with capitals, little words between.
_PLACE = re.compile(
    rf"(?:{_WORD})(?:[ /-](?:(?:de|del|la|le|les|los|las|do|da|dos|am|an|der|im|upon|of|el|al|sur|на|над|под)[ -]){{0,2}}(?:{_WORD})){{0,4}}"
)
_REGION = re.compile(rf",\s*((?:{_WORD})(?:[ -](?:{_WORD})){{0,3}})")
_DELIMITER = re.compile(r"[ \t]*(?:(?:[.,;:)\]】）/|•·=＝]|[-–—―_]{1,2})[ \t]*)+|[ \t]*(?=[(\[（])|\n")
# Most lines are sentences: nothing that could divide parts of a dateline stands within their first words.
_FIRST_PART = re.compile(r"[\"“«„(\[/（【]?(?:[^,.()\[\]/•·|–—\-:;!?\n】）]++|(?<=\w)-(?=\w))+")
_FIRST_DIVIDER = re.compile(
    r"\.?\s*[(\[（/)\]】）]|[,.]\s*(?:\d|\(|[^\W\d_a-zа-яіїєґё])|\.?\s*[•·|–—]|\.?(?<=[\s.])-{1,2}\s|\s\d{1,2}[:.]\d\d|,\s(?:le|den|am)\s\d|[.,]-|$"
)
_MOST_SPACES, _LONGEST_FIRST_PART = 6, 45
# Words that stand where a place would: labels of sources, pictures and updates.
_NO_PLACE = frozenset(
    ["file", "update", "breaking", "watch", "video", "live", "photo", "source", "via", "фото", "видео", "відео", "источник", "источники", "джерело", "джерела", "автор", "текст", "foto", "fuente", "fonte", "quelle", "źródło", "sursa", "المصدر"]
)
_GROUP = re.compile(r"[\w./ -]{2,24}(?=[)/\]）])")
_CLOSING_QUOTE = re.compile(r"[»\"”]?")
_DASH = re.compile(r"[-–—―_:]|•|·|】|）|\n")
_JAPANESE = re.compile(r"[【（\[](?P<place>[^】）\]＝=\n\d]{1,12}?)[\s＝=]?(?P<date>\d{1,2}日)?\s?(?P<agency>共同|時事|ロイター|AFP|ＡＦＰ|AP|ＡＰ|ロイター時事|AFP時事|ＡＦＰ時事)(?:[＝=][^】）\]\n]{0,20})?[】）\]]")
_KOREAN = re.compile(r"[(\[](?P<place>[^=)\]\n]{1,10})=(?P<agency>[^)\]\s]{1,12})[^)\]\n]{0,20}[)\]]")
_OPENED = re.compile(r"[(\[/（]")
_BARE_DASH = re.compile(r"\s?(?:[-–—―]{1,2})\s")


def read_dateline(text: str, language: str, names: Sequence[NameMatch], registry: Registry) -> Dateline | None:
    """The dateline of the text, or None.

    Read are the beginnings of the first lines. A dateline is a chain of parts (place, date, agency, in any
    order, divided by points, commas, dashes or brackets) that has two of the three, or a place in capitals
    before a dash.
    """
    head_names = [name for name in names if name.char_start < _READ_CHARACTERS]
    start = 0
    for line in text[:_READ_CHARACTERS].split("\n", _READ_LINES)[:_READ_LINES]:
        if line and (found := _bracketed(line, start, head_names) or _chain(text, line, start, language, head_names, registry)):
            return found
        start += len(line) + 1
    return None


def _bracketed(line: str, start: int, names: list[NameMatch]) -> Dateline | None:
    """【東京共同】, （東京 時事）, (서울=연합뉴스)."""
    if line[0] not in "【（[(":
        return None
    found = _JAPANESE.match(line) or _KOREAN.match(line)
    if found is None:
        return None
    span = (start + found.start("agency"), start + found.end("agency"))
    agency = next((n for n in names if n.char_start < span[1] and span[0] < n.char_end), None)
    place = (start + found.start("place"), start + found.end("place"))
    return Dateline(start, start + found.end(), place, None, None, agency, "dateline.brackets")


def _chain(text: str, line: str, start: int, language: str, names: list[NameMatch], registry: Registry) -> Dateline | None:
    """A chain of place, date and agency at the beginning of the line."""
    first = _FIRST_PART.match(line, 0, _LONGEST_FIRST_PART)
    if first is None or first[0].count(" ") > _MOST_SPACES or not _FIRST_DIVIDER.match(line, first.end()):
        return None
    parts = _Parts(start)
    line_end = start + len(line)
    limit = start + min(len(line), _LONGEST)
    position = start
    while position < limit and not parts.are_complete():
        opened = _SKIP.match(text, position, limit)
        in_bracket = any(c in opened[0] + parts.delimiter for c in "([/（")
        part_end = _read_part(text, opened.end(), limit, line_end, language, names, in_bracket, parts, registry)
        if part_end is None:
            break
        closed = _CLOSING_QUOTE.match(text, part_end).end()
        delimiter = _DELIMITER.match(text, closed, line_end + 1)
        if delimiter is None and closed < line_end:
            if not parts.ends_with_agency(part_end):
                return None  # the part runs on into a sentence: it was no part of a dateline
            parts.close(closed, " ")
            break
        parts.close(closed, delimiter[0] if delimiter else "\n")
        position = closed + len(parts.delimiter)
    return _accepted(text, parts)


class _Parts:
    """What has been read of a dateline so far."""

    __slots__ = ("agency", "count", "date", "date_span", "delimiter", "end", "first_delimiter", "group", "place", "start")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.place: tuple[int, int] | None = None
        self.date: Anchor | None = None
        self.date_span: tuple[int, int] | None = None
        self.agency: NameMatch | None = None
        self.group: tuple[int, int] | None = None
        self.delimiter = self.first_delimiter = ""
        self.count = 0

    def close(self, position: int, delimiter: str) -> None:
        """A part ends at the position and the delimiter follows."""
        self.count += 1
        self.end = position + len(delimiter.rstrip())
        self.delimiter = delimiter
        if self.count == 1:
            self.first_delimiter = delimiter

    def ends_with_agency(self, position: int) -> bool:
        """«МОСКВА, 1 ноября — REGNUM Суд …»: after place and dash the name needs no delimiter."""
        if self.agency is None or self.agency.char_end != position or not self.agency.is_distinctive:
            return False
        return self.place is not None and _DASH.search(self.delimiter) is not None

    def are_complete(self) -> bool:
        has_agency = self.agency is not None or self.group is not None
        if self.place and self.date and has_agency:
            return True
        return has_agency and (self.count > 1 or ")" in self.delimiter) and _DASH.search(self.delimiter) is not None


def _read_part(
    text: str, position: int, limit: int, line_end: int, language: str, names: list[NameMatch], in_bracket: bool, parts: _Parts,
    registry: Registry,
) -> int | None:  # fmt: skip
    """Read one part into `parts`; where it ends, or None where no part starts here."""
    noun = _AGENCY_NOUN.match(text, position, limit)
    at = noun.end() if noun else position
    if parts.date is None and text[position : position + 1] and (dated := match_date(text, position, language)) and dated[1] <= line_end:
        parts.date, end = dated
        parts.date_span = (position, end)
        return end
    name = next((n for n in names if n.char_start in (position, at) and not _is_person(n, registry)), None) if parts.agency is None else None
    if name is None and language == "ar" and parts.place and not parts.agency and _DASH.search(parts.delimiter):
        name = _glued_name(text, position, registry)
    if name and (_is_delimited(text, name.char_end) or (parts.place and _DASH.search(parts.delimiter) and _stands_before_sentence(text, name))):
        parts.agency = name
        return name.char_end
    if in_bracket and parts.group is None and (short := _GROUP.match(text, position, limit)) and _is_agency_sign(short[0], text, parts):
        parts.group = short.span()
        return short.end()
    if parts.place is None and not noun and not (parts.date and parts.agency) and (named := _PLACE.match(text, position, limit)):
        end = _without_full_stop(text, named.end())
        if not _is_delimited(text, end):
            return None
        while region := _REGION.match(text, end, limit):
            region_end = _without_full_stop(text, region.end())
            if not _is_delimited(text, region_end) or any(n.char_start == region.start(1) for n in names) or match_date(text, region.start(1), language):
                break  # "HONOLULU, Dec. 23": no region
            end = region_end
        parts.place = (position, end)
        return end
    return None


def _is_person(name: NameMatch, registry: Registry) -> bool:
    """Whether a name is that of a human being, who signs no dateline («Президент (Лыков – ред.)», "AUSTIN, Texas (AP)")."""
    source = registry.cited_sources.get(name.source_ids[0])
    return source is not None and (source.kind == "person" or source.holder_from is not None or source.holder_until is not None)


def _glued_name(text: str, position: int, registry: Registry) -> NameMatch | None:
    """An Arabic name of two words and more that runs into the next word: pages lose the line break after a dateline."""
    head = text[position : position + _LONGEST_NAME].partition("\n")[0]
    for end in range(len(head), _SHORTEST_NAME, -1):
        if " " in head[:end].strip() and (outlet := registry.outlet_of_name(head[:end])):
            return NameMatch(position, position + len(head[:end].rstrip()), (outlet.outlet_id,), True)
    return None


def _stands_before_sentence(text: str, name: NameMatch) -> bool:
    """«— REGNUM Суд решил»: a name that ends a dateline without a delimiter; scripts without capitals show no more."""
    following = text[name.char_end : name.char_end + 2]
    if name.is_distinctive and "\u0600" <= following[:1] <= "\u06ff":
        return True
    return name.is_distinctive and following[:1] == " " and (following[1:].isupper() or "\u0600" <= following[1:] <= "\u06ff")


def _without_full_stop(text: str, end: int) -> int:
    """«Ky.» before a bracket keeps its point, «Київ.» before a date does not."""
    return end - 1 if text[end - 1] == "." and not _is_delimited(text, end) else end


def _accepted(text: str, parts: _Parts) -> Dateline | None:
    """The parts as a dateline, where they are enough to be one."""
    place, date, agency, group, delimiter = parts.place, parts.date, parts.agency, parts.group, parts.delimiter
    words = text[slice(*place)] if place else ""
    if len(words) == 1 or words.casefold() in _NO_PLACE or ":" in parts.first_delimiter:
        return None
    has_dash = _DASH.search(delimiter) is not None
    divided = _DASH.search(parts.first_delimiter) is not None or "." in parts.first_delimiter or _OPENED.search(text, parts.start, parts.end)
    is_heading = delimiter.strip() == ":" and ")" not in delimiter
    is_apposition = ")" in delimiter and not (has_dash or "." in delimiter or "," in delimiter)
    runs_on = date is None and delimiter.strip() in (",", ";")
    if agency and (place or date) and not (is_heading or is_apposition or runs_on) and (divided or (date and agency.is_distinctive)):
        rule = "dateline.bullet" if "•" in parts.first_delimiter or "·" in parts.first_delimiter else "dateline.place_date_agency"
    elif agency and ")" in delimiter and has_dash:
        rule = "dateline.agency"
    elif group and (place or date) and (has_dash or "." in delimiter or "/" in delimiter):
        rule = "dateline.place_group"
    elif group and has_dash and _is_capitals(text[slice(*group)]):
        rule = "dateline.group"
    elif place and date and place < parts.date_span and _ends_place_date(words, delimiter):
        rule = "dateline.place_date"
    elif place and _BARE_DASH.fullmatch(delimiter) and _is_capitals(words) and _starts_sentence(text, parts.end):
        rule = "dateline.place"
    else:
        return None
    return Dateline(parts.start, parts.end, place, date, parts.date_span, agency, rule)


def _ends_place_date(place: str, delimiter: str) -> bool:
    """«Понедельник, 4 ноября:» is a heading: before a colon only a place in capitals or a date in brackets counts."""
    if "\n" in delimiter:
        return False
    if ":" in delimiter:
        return ")" in delimiter or _is_capitals(place)
    return _DASH.search(delimiter) is not None or "." in delimiter


def _is_agency_sign(words: str, text: str, parts: _Parts) -> bool:
    """Whether words in brackets look like an agency's sign: «AP», «dpa», «KNA/iz», not «Mexiko» or «слева».

    After a date or a place in capitals any name will do: "KYIV, April 5 (Reuters)".
    """
    letters = [c for c in words if c.isalpha()]
    if len(letters) < 2:
        return False
    if words[0].isupper() and (parts.date or (parts.place and _is_capitals(text[slice(*parts.place)]))):
        return True
    return all(c.isupper() for c in letters) or (words.isascii() and words.islower() and " " not in words.strip()) or "/" in words


def _starts_sentence(text: str, position: int) -> bool:
    following = text[position : position + 4].lstrip(" \"“«'‘(")
    return following[:1].isupper() or following[:1].isdigit()


def _is_delimited(text: str, position: int) -> bool:
    """Whether a part may end here: a delimiter, a bracket or the end of the line follows."""
    rest = text[position : position + 4].lstrip("»\"”")
    return not rest or rest[0] in ".,;:)]】）/|•·\n" or rest[:2] in (" (", " -", " –", " —", " /", " •", " ·", " |", " [", "—")


def _is_capitals(words: str) -> bool:
    letters = [c for c in words.partition(",")[0] if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() for c in letters)
