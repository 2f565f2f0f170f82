"""Wire text: the agency in a dateline, in brackets at the end, or alone on the last line."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention
from flows.normalize.dateline import Dateline
from flows.normalize.registry import NameMatch, Registry

_BEFORE_SIGNATURE = re.compile(r"[(（\[/|—–―-]\s*(?:(?:[Aa]vec|[Cc]on|[Cc]om|[Mm]it|[Cc]u|[Ww]ith)\s(?:l['’])?)?$|\n\s*[Ww]ith (?:the )?$|\n\s*[(\[]?$|©\s*(?:\d{4}\s*)?$")
# whose picture it is («Symbolbild: © AB/dpa»)
_CREDITED_PICTURE = re.compile(r"(?:bild|foto|fotos|photo|picture|imagen|immagine|zdjęcie|zdjęcia)(?:er)?(?:\s?alliance)?\s?[:©/][^\n.]{0,40}$", re.IGNORECASE)
# how a line under a picture begins
_CAPTION = re.compile(r"(?:Screen ?grab|Screenshot|File (?:photo|picture|image)|Photo|Picture|Image|Handout)\b")
_ENDS_SENTENCE = re.compile(r"[.!?…»”\"]\s+$")
_NOTE = re.compile(r"_{5,}\s*(?:A|La|Die|The)?\s*$")
_AFTER_SIGNATURE = re.compile(r"(?:,\s?dpa:[\d/-]+)?[\s)）\]./|—–-]*$")
_LEAD = re.compile(r"\s?[-–—]{1,2}\s(?=\w[^\n]{40})|\s?\|\s?Updated\b")
# an agency in capitals that opens a paragraph ("REUTERS: The price …")
_HEADING = re.compile(r":\s(?=[\"“‘']?[A-Z0-9$£€][^\n]{40})")
# what stands before an agency's name on a line that thanks it («Por: EFE», «Avec AFP»)
_CREDITS = ("", "por", "avec", "con", "mit", "com", "text", "texto", "texte")
_BODIES = ("official", "organisation")
_LAST_CHARACTERS = 120
_LONGEST_CAPTION = 40


def wire_mentions(text: str, names: Sequence[NameMatch], dateline: Dateline | None, registry: Registry) -> list[Mention]:
    """Agencies and outlets that supplied the text as a whole."""
    found = []
    if dateline is not None and dateline.agency is not None:
        found.append(_mention(dateline.agency, registry, dateline.rule))
    if (agency := _agency_beside_publisher(text, names, registry) or _agency_beside_place(text, names, registry)) is not None:
        found.append(_mention(agency, registry, "wire.beside_publisher"))
    found += [_mention(n, registry, "wire.lead") for n in names[:12] if n.char_start < _LAST_CHARACTERS * 6 and (_opens_line(text, n, registry) or _ends_byline(text, n, registry, "By "))]
    end = len(text.rstrip())
    for match in reversed(names):
        if match.char_end < end - _LAST_CHARACTERS:
            if match.char_start < end // 3:
                break
            if _is_agency_line(text, match, registry) or (_is_in_signature(text, match, registry) and not _is_in_caption(text, match)) or _is_in_note(text, match, registry):
                found.append(_mention(match, registry, "wire.line"))
            continue
        source = registry.cited_sources.get(match.source_ids[0])
        if source is not None and source.kind in _BODIES and match.is_distinctive and _is_last_line(text, match, end):
            found.append(Mention(match.char_start, match.char_end, source.kind, "line", "wire.body_line", -1, None, None, match, is_report=True))
        if source is None or source.kind not in ("agency", "outlet"):
            continue
        if source.kind == "outlet" and not match.is_distinctive:
            continue
        is_last = _BEFORE_SIGNATURE.search(text, max(0, match.char_start - 12), match.char_start) and _AFTER_SIGNATURE.match(text, match.char_end)
        is_last = is_last or (match.char_end == end and _ENDS_SENTENCE.search(text, max(0, match.char_start - 4), match.char_start))
        if (is_last or _is_in_signature(text, match, registry) or _is_agency_line(text, match, registry) or _ends_byline(text, match, registry, "") or _is_in_note(text, match, registry)) and not _is_under_picture(text, match):
            found.append(_mention(match, registry, "wire.signature"))
    return found


def _is_last_line(text: str, match: NameMatch, end: int) -> bool:
    """Whether nothing but the name stands on the text's last line («MINUSMA»), under a sentence that has ended."""
    return match.char_end == end and text[: match.char_start].rstrip(" (")[-1:] == "\n" and text[: match.char_start].rstrip(" (\n")[-1:] in ".!?…»”\""


def _opens_line(text: str, match: NameMatch, registry: Registry) -> bool:
    """Whether an agency and a dash open the text or its second line («وهم - دشن المغني …»)."""
    source = registry.cited_sources.get(match.source_ids[0])
    if source is None or source.kind != "agency" or (text[:match.char_start].strip() and text[match.char_start - 1] != "\n"):
        return False
    if _HEADING.match(text, match.char_end):
        return text[match.char_start : match.char_end].isupper()
    return match.char_start < _LAST_CHARACTERS * 2 and _LEAD.match(text, match.char_end) is not None


def _is_under_picture(text: str, match: NameMatch) -> bool:
    """Whether the name says whose picture it is («Symbolbild: © dpa»), or its brackets end a short line that is no sentence («من المخيم (وهم)»)."""
    if _is_in_caption(text, match):
        return True
    if _CREDITED_PICTURE.search(text, max(0, match.char_start - 60), match.char_start):
        return True
    before = text[text.rfind("\n", 0, match.char_start) + 1 : match.char_start].rstrip()
    caption = before[:-1].rstrip() if before.endswith(("(", "（", "[")) else ""
    return 0 < len(caption) < _LONGEST_CAPTION and caption[-1].isalpha() and " " in caption and "/" not in caption


def _is_in_caption(text: str, match: NameMatch) -> bool:
    """Whether the line begins as one under a picture does ("Screengrab of … (PA)")."""
    return _CAPTION.match(text, text.rfind("\n", 0, match.char_start) + 1, match.char_start) is not None


def _is_in_note(text: str, match: NameMatch, registry: Registry) -> bool:
    """Whether a medium opens the note under a ruled line that says who it is («______ A Voz do Exemplo é a emissora …»)."""
    source = registry.cited_sources.get(match.source_ids[0])
    if source is None or source.kind not in ("agency", "outlet") or not match.is_distinctive:
        return False
    return _NOTE.search(text, max(0, match.char_start - 40), match.char_start) is not None


def _agency_beside_publisher(text: str, names: Sequence[NameMatch], registry: Registry) -> NameMatch | None:
    """The agency that stands after another medium's name on a first line that holds nothing else («الخيال - واس»)."""
    line_end = text.find("\n")
    first = [n for n in names[:3] if n.char_end <= line_end]
    if len(first) != 2 or first[0].char_start > 1 or text[first[0].char_end : first[1].char_start].strip(" -–—|/"):
        return None
    sources = [registry.cited_sources.get(n.source_ids[0]) for n in first]
    is_pair = all(sources) and sources[0].kind == "outlet" and sources[1].kind == "agency"
    return first[1] if is_pair and not text[first[1].char_end : line_end].strip(" -–—|/.") else None


_PLACE = re.compile(r"\s*[^\W\d_][^\n\d:]{1,20}?\s*[:\-–—]\s*[(«\"]?")


def _agency_beside_place(text: str, names: Sequence[NameMatch], registry: Registry) -> NameMatch | None:
    """The agency that ends a first line with nothing but a place before it («الرياض : واس»)."""
    line_end = text.find("\n")
    if not 0 < line_end < _LONGEST_CAPTION:
        return None
    for match in names[:3]:
        source = registry.cited_sources.get(match.source_ids[0])
        if source is not None and source.kind == "agency" and match.char_end <= line_end and _PLACE.fullmatch(text, 0, match.char_start):
            return match if not text[match.char_end : line_end].strip(' -–—|/.:)»"') else None
    return None


def _is_agency_line(text: str, match: NameMatch, registry: Registry) -> bool:
    """Whether an agency's name is all that stands on its line."""
    source = registry.cited_sources.get(match.source_ids[0])
    if source is None or source.kind != "agency":
        return False
    if "\nMLA\n" in text:
        return False  # the names of citation styles, under a study
    line_start = text.rfind("\n", 0, match.char_start) + 1
    line_end = text.find("\n", match.char_end)
    line = text[line_start : match.char_start] + text[match.char_end : len(text) if line_end < 0 else line_end]
    return line.strip(" ()[]—–-./|:*").lower() in _CREDITS


_WRITER = re.compile(r"(?:By )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:,| [|–—-]) ?(?:[Tt]he )?")


def _ends_byline(text: str, match: NameMatch, registry: Registry, begin: str) -> bool:
    """Whether an agency's name ends a line that says no more than who wrote it ("By Ann Example, Associated Press"), the line beginning with `begin`."""
    start = text.rfind("\n", 0, match.char_start) + 1
    if (match.char_end < len(text) and text[match.char_end] != "\n") or not text.startswith(begin, start):
        return False
    source = registry.cited_sources.get(match.source_ids[0])
    return source is not None and source.kind == "agency" and _WRITER.fullmatch(text, start, match.char_start) is not None


_ENDS_LINE = re.compile(r"\)[ \t.]*(?:\n|$)")
# what else stands in the brackets of a signature: initials and other agencies («(mia/dpa)», "(AFP, SDA)")
_SIGNATURE = re.compile(r"[(\[](?:[\w.]{2,8}\s?[/,+–-]\s?){0,3}(?P<agency>[^\W\d_][\w-]{1,11})(?:\s?[/,+–-]\s?[\w.]{2,8}){0,3}[)\]][ \t.]*(?:\n|$)")


def _is_in_signature(text: str, match: NameMatch, registry: Registry) -> bool:
    """Whether an agency's short name ends a line in brackets with nothing but other short names."""
    source = registry.cited_sources.get(match.source_ids[0])
    if source is None or source.kind != "agency":
        return False
    if text[match.char_start - 1 : match.char_start] == "(" and _ENDS_SENTENCE.search(text, max(0, match.char_start - 5), match.char_start - 1) and _ENDS_LINE.match(text, match.char_end):
        return True
    if match.char_end - match.char_start > 12:
        return False
    opening = max(text.rfind("(", max(0, match.char_start - 30), match.char_start), text.rfind("[", max(0, match.char_start - 30), match.char_start))
    return opening >= 0 and _SIGNATURE.match(text, opening) is not None


def _mention(match: NameMatch, registry: Registry, rule: str) -> Mention:
    source = registry.cited_sources.get(match.source_ids[0])
    return Mention(
        match.char_start, match.char_end, source.kind if source else "agency", "wire", rule, -1, None, None, match,
        is_report=True,
    )
