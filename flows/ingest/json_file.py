"""Form json: a JSON file (.json) that holds one article, several one after another, a list, or an object with such a list."""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from flows.ingest.compressed import BrokenInputError, read_file_blocks, read_head
from flows.ingest.encoding import bom_encoding, decode, text_of_head
from flows.ingest.limits import KEPT_OF_OVERSIZED_BYTES, MAX_RECORD_BYTES
from flows.ingest.lines import read_line
from flows.ingest.raw_article import Cut, Form, Provenance, Record, Rejected

_LISTS = "articles|items|data|results|docs|documents|news|posts|messages|hits|entries|value|response"
_LIST = re.compile(rf'(?:^\s*|"(?:{_LISTS})"\s*:\s*)\[\s*(?=[{{\]])')
_TEXT_BEFORE = re.compile(r'"(?:text|body|content|maintext|articleBody|full_text)"\s*:\s*"')
_NEXT = re.compile(r"\s*,?\s*")
_ANOTHER = re.compile(r"\}\s*,?\s*\n\s*\{")
_SPREAD = re.compile(r"\s*(?:\[\s*(?:\{|$)|\{[ \t\r]*\n)")
_HEADER_CHARACTERS = 64 * 1024
_SAMPLE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a JSON file's list: its own text, what stands before its list, and where it begins in bytes.

    `broken` says why the rest of the file cannot be cut; then `text` is the beginning of that rest. `follows` is set
    where objects follow one another without a list.
    """

    text: str
    header: str
    byte_offset: int
    broken: Rejected | None = None
    follows: bool = False


def is_spread_over_lines(head: bytes) -> bool:
    """Whether a file begins as one JSON value over many lines, or as a list, not as an object per line."""
    return bool(_SPREAD.match(text_of_head(head)))


def cut_elements(path: Path, lists: re.Pattern[str] = _LIST, encoding: str = "utf-8") -> Iterator[Element]:
    """The objects of every list in the file that `lists` finds the beginning of; else the file's objects, mostly one, as
    where a text stands before the list: then the list is part of one article.

    The file is read as a stream: memory holds one element, up to MAX_RECORD_BYTES, and its neighbours.
    """
    window = _Window(_decoded(path, encoding))
    try:
        header_from, found_list, is_whole = 0, False, False
        while True:
            match = window.find(lists, header_from)
            if match is None or (lists is _LIST and not found_list and _TEXT_BEFORE.search(window.text, 0, match.start())):
                break
            found_list, is_whole = True, match[0].lstrip().startswith("[")
            header = window.text[header_from : match.start()][-_HEADER_CHARACTERS:] + match[0]
            window.at = match.end()
            yield from _list_elements(window, header)
            window.forget()
            header_from = 0
        if not found_list:
            yield from _whole(window)
        elif is_whole and window.text.strip():
            yield _broken(window, Rejected("invalid_json", f"byte offset {window.byte_offset}: something follows the list"))
    except BrokenInputError as broken:
        yield Element(window.text[:KEPT_OF_OVERSIZED_BYTES], "", window.byte_offset, broken.rejected)


@dataclass(slots=True)
class _Window:
    """The part of a stream of text that is being read: `text` from `at` on, `byte_offset` the place of its start."""

    blocks: Iterator[str]
    text: str = ""
    at: int = 0
    byte_offset: int = 0

    def more(self) -> bool:
        """Read a block, or as much again as there is; False at the end."""
        parts, wanted = [], max(1, len(self.text) // 2)
        for block in self.blocks:
            parts.append(block)
            wanted -= len(block)
            if wanted <= 0:
                break
        self.text += "".join(parts)
        return bool(parts)

    def forget(self) -> None:
        """Let go of what stands before `at`."""
        self.byte_offset += len(self.text[: self.at].encode("utf-8", errors="replace"))
        self.text, self.at = self.text[self.at :], 0

    def find(self, pattern: re.Pattern[str], begin: int) -> re.Match[str] | None:
        while True:
            match = pattern.search(self.text, begin)
            if match and (match.end() < len(self.text) or not self.more()):
                return match
            if not match and (len(self.text) > MAX_RECORD_BYTES or not self.more()):
                return pattern.search(self.text, begin)


def _list_elements(window: _Window, header: str, *, follows: bool = False) -> Iterator[Element]:
    decoder = json.JSONDecoder()
    while True:
        window.at = _NEXT.match(window.text, window.at).end()
        if window.at > len(window.text) // 2:
            window.forget()
        if window.at >= len(window.text) - 1 and window.more():
            continue
        if window.text[window.at : window.at + 1] in ("]", ""):
            if not window.text[window.at :] and not follows:
                yield _broken(window, Rejected("truncated", f"the list ends early, at byte offset {window.byte_offset}"))
            window.at += 1
            return
        try:
            _, end = decoder.raw_decode(window.text, window.at)
        except (json.JSONDecodeError, RecursionError) as error:
            size = len(window.text) - window.at
            if size <= MAX_RECORD_BYTES and isinstance(error, json.JSONDecodeError) and window.more():
                continue
            yield _broken(window, _why_broken(error, size, window))
            return
        element = window.text[window.at : end]
        if end - window.at > MAX_RECORD_BYTES:
            yield Element(element[:KEPT_OF_OVERSIZED_BYTES], header, _offset(window), Rejected("size_limit", f"{len(element)} characters"))
        else:
            yield Element(element, header, _offset(window), follows=follows)
        window.at = end


def _whole(window: _Window) -> Iterator[Element]:
    while len(window.text) <= MAX_RECORD_BYTES and window.more():
        pass
    if len(window.text) > MAX_RECORD_BYTES:
        rejected = Rejected("size_limit", f"over {MAX_RECORD_BYTES} bytes without a list of articles")
        yield Element(window.text[:KEPT_OF_OVERSIZED_BYTES], "", 0, rejected)
    elif _ANOTHER.search(window.text) and _holds_several(window.text):
        yield from _list_elements(window, "", follows=True)
    elif window.text.strip():
        yield Element(window.text, "", 0)


def _holds_several(text: str) -> bool:
    """True where the text begins with an object after which another begins."""
    begin = _NEXT.match(text).end()
    try:
        first, end = json.JSONDecoder().raw_decode(text, begin)
    except (json.JSONDecodeError, RecursionError):
        return False
    return isinstance(first, dict) and text.startswith("{", _NEXT.match(text, end).end())


def _broken(window: _Window, rejected: Rejected) -> Element:
    element = Element(window.text[window.at :][:KEPT_OF_OVERSIZED_BYTES], "", _offset(window), rejected)
    window.at = len(window.text)
    while window.more():
        window.at = len(window.text)
        window.forget()
    return element


def _why_broken(error: Exception, size: int, window: _Window) -> Rejected:
    if size > MAX_RECORD_BYTES:
        return Rejected("size_limit", f"an element of over {MAX_RECORD_BYTES} characters at byte offset {_offset(window)}")
    what = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
    if what.startswith("Unterminated string") or getattr(error, "pos", 0) >= len(window.text.rstrip()) > 0:
        return Rejected("truncated", f"the file ends within the element that begins at byte offset {_offset(window)}")
    return Rejected("invalid_json", f"byte offset {_offset(window)}: {what}")


def _offset(window: _Window) -> int:
    return window.byte_offset + len(window.text[: window.at].encode("utf-8", errors="replace"))


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = None
    for block in read_file_blocks(path):
        if decoder is None:
            decoder = codecs.getincrementaldecoder(bom_encoding(block[:4]) or encoding)(errors="replace")
        yield decoder.decode(block)


def cut_json(path: Path, raw_path: str, provenance: Provenance) -> Cut:
    """Every article of the file as a record, its payload in UTF-8; `#` is followed by its number where the file holds several."""
    head = read_head(path, _SAMPLE_BYTES)
    sample = decode(head[: head.rfind(b"\n") + 1] or head, provenance.encoding)
    if head and isinstance(sample, Rejected):
        yield Record(raw_path, "json", head[:KEPT_OF_OVERSIZED_BYTES], provenance, 0), sample
        return
    encoding = sample.encoding if head else "utf-8"
    provenance = replace(provenance, encoding=encoding)
    for number, element in enumerate(cut_elements(path, encoding=encoding), 1):
        place = f"{raw_path}#{number}" if element.header or element.follows else raw_path
        record = Record(place, "json", element.text.encode("utf-8", errors="replace"), provenance, element.byte_offset)
        yield (record, element.broken) if element.broken else record


JSON = Form("json", (".json",), cut_json, read_line)
