"""The publication date that a page shows to its readers, near the headline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from flows.ingest.date_words import WrittenDay, find_days

# Words and class names by which pages say that a date is another's, or of a change.
_DATE_NAME = re.compile(
    r"date|datum|time(?!r|line)|publi|posted|pubdate|byline|dateline|fecha|veroeff|article-?(?:info|meta)|entry-?meta|post-?meta|posten|stamp|дата|hora",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"modif|updat|aktualis|changed|edited|stand:|mis à jour|actuali[sz]|aggiornat|обновл|оновл|изменен|zuletzt|aktualiz|güncel|更新|修正|bijgewerkt",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"related|comment|sidebar|footer|widget|teaser|recommend|most-?read|popular|latest|ticker|copyright|archiv|calendar|breaking|trending|navigation|menu|promo|advert|disqus|weather",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:posted|publi|veröffentl|erschienen|erstellt|pubblicat|опублик|publik|created)", re.IGNORECASE)
_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "select", "option", "iframe", "head", "blockquote"))
_HINTED_REACH = 1500
_PLAIN_REACH = 400
_BEFORE_REACH = 600
_PLAIN_WEIGHT = 3
_SHORT = 90
_LINE_WORDS = 8
_BLOCK = 40
_MAX_NODES = 30_000


@dataclass(frozen=True, slots=True)
class _Shown:
    written: WrittenDay
    distance: int
    hinted: bool


def read_visible_date(tree: HtmlElement, headings: list[HtmlElement], language: str | None) -> WrittenDay | None:
    """The day shown nearest to the headline, in a place named for dates or on a short line of its own.

    None where the page shows none there.
    """
    worded = [(len("".join(one.itertext()).split()), one) for one in headings]
    heading = next((one for words, one in worded if words > 2), None)
    heading = heading if heading is not None else next((one for words, one in worded if words), None)
    if heading is None:
        return None
    shown = list(_shown_days(tree, heading, language))
    nearest = min(shown, key=lambda one: one.distance * (1 if one.hinted else _PLAIN_WEIGHT), default=None)
    return nearest.written if nearest else None


def _shown_days(tree: HtmlElement, heading: HtmlElement, language: str | None) -> Iterator[_Shown]:
    position, at, end = 0, None, 0
    pending: list[tuple[int, str, bool]] = []
    for count, (element, text, names, is_heading) in enumerate(_texts(tree, heading)):
        if count > _MAX_NODES:
            return
        if is_heading and at is None:
            at = position
            for where, before, hinted in pending:
                if at - where <= _BEFORE_REACH:
                    yield from _days_in(before, hinted, at - where, language)
        start = position
        position += len(text) + 1
        if is_heading:
            end = position
        if not any(character.isdigit() for character in text):
            continue
        text = _of_publication(text)
        if not text or CHANGED.search(names) or ELSEWHERE.search(names):
            continue
        hinted = element.tag == "time" or bool(_DATE_NAME.search(names))
        if len(text) > _SHORT and not hinted:
            continue
        if at is None:
            pending.append((start, text, hinted))
        elif start - at <= (_HINTED_REACH if hinted else _PLAIN_REACH):
            yield from _days_in(text[:200], hinted, max(start - end, 0), language)


def _is_sentence(text: str, written: WrittenDay) -> bool:
    """True for a sentence about that day, not a line that states it, apart from the names of who wrote it."""
    is_apart = not text[: written.start].strip() or text[: written.start].rstrip()[-1] in ",:;|/·•–—-("
    return not is_apart and not _PUBLISHED.search(text) and len(text.replace(written.as_given, "").split()) > _LINE_WORDS


def _of_publication(text: str) -> str:
    """The part that says when it was published, where another says when it was changed ("Posted: 4 May | Updated: 5 May")."""
    changed = CHANGED.search(text)
    if changed is None:
        return text
    published = _PUBLISHED.search(text)
    if published is None:
        return ""
    return text[published.start() : changed.start()] if published.start() < changed.start() else text[published.start() :]


def _days_in(text: str, hinted: bool, distance: int, language: str | None) -> Iterator[_Shown]:
    for written in find_days(text, language)[:1]:
        if not hinted and _is_sentence(text, written):
            return
        yield _Shown(written, distance, hinted)


def _texts(tree: HtmlElement, heading: HtmlElement) -> Iterator[tuple[HtmlElement, str, str, bool]]:
    """(element, text, class and id names around it, whether it is in the headline), in page order."""
    walker = iterwalk(tree, events=("start", "end"))
    inside = False
    for event, element in walker:
        if event == "start":
            if element.tag in _SKIPPED:
                walker.skip_subtree()
                continue
            if element is heading:
                inside = True
                yield element, "", "", True
            elif block := _date_block(element, heading):
                walker.skip_subtree()
                yield element, block, _names(element), inside
                continue
        elif element is heading:
            inside = False
        raw, owner = (element.text, element) if event == "start" else (element.tail, element.getparent())
        text = " ".join(raw.split()) if raw else ""
        if text and owner is not None:
            yield owner, text, _names(owner), inside


def _date_block(element: HtmlElement, heading: HtmlElement) -> str | None:
    """The text of a small element named for a date whose day, month and year stand in elements of their own, as on a calendar leaf."""
    if not 2 <= len(element) <= 6 or not _DATE_NAME.search(element.get("class") or ""):
        return None
    parts = [part for text in element.itertext() if (part := text.strip())]
    text = " ".join(parts)
    is_split = len(text) <= _BLOCK and len(parts) > 1 and not any(find_days(part, None) for part in parts)
    return text if is_split and any(map(str.isdigit, text)) and all(one is not heading for one in element.iter()) else None


def _names(element: HtmlElement) -> str:
    parts = []
    for _ in range(3):
        parts += [element.get("class") or "", element.get("id") or "", element.get("itemprop") or ""]
        element = element.getparent()
        if element is None or element.tag in ("body", "html", "article", "main"):
            break
    return " ".join(parts)
