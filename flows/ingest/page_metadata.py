"""What a page says about its article outside the text: meta elements, JSON-LD, links, times, titles."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from flows.ingest.json_ld import ARTICLE_TYPES, PAGE_TYPES, names_by_id, parse_json_ld, typed_objects, with_names

_COUNT = etree.XPath("count(.//*)")
_ITEMS = etree.XPath("descendant-or-self::*[@itemprop]")
_TEXT = etree.XPath("string()", smart_strings=False)
_MAX_META_CHARACTERS = 4000
_MAX_ELEMENTS = 200_000
_MAX_LISTED = 400


@dataclass(slots=True)
class PageMetadata:
    """Metadata as given. `metas` maps lower-case names to contents in page order; `times` holds (element, datetime or
    text); `articles` and `pages` are JSON-LD objects that describe the page, outermost first; `named_hosts` are those of its feeds,
    search and front page."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    articles: list[dict] = field(default_factory=list)
    pages: list[dict] = field(default_factory=list)
    sites: list[dict] = field(default_factory=list)
    canonical: str | None = None
    base: str | None = None
    language: str | None = None
    title: str | None = None
    headings: list[HtmlElement] = field(default_factory=list)
    times: list[HtmlElement] = field(default_factory=list)
    items: dict[str, list[HtmlElement]] = field(default_factory=dict)
    element_count: int = 0
    linked_hosts: Counter[str] = field(default_factory=Counter)
    named_hosts: set[str] = field(default_factory=set)

    def meta(self, *names: str) -> str | None:
        """The first content of the first of `names` that the page has."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """All metadata of a parsed page; the tree is left as it is."""
    found = PageMetadata(language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    # Python sees the elements that say something; the others, most of a page, are counted by libxml2.
    found.element_count = int(_COUNT(tree))
    for element in islice(tree.iter(*_READERS), _MAX_ELEMENTS):
        _READERS[element.tag](element, found)
    for element in _ITEMS(tree)[:_MAX_ELEMENTS]:
        for part in element.get("itemprop").lower().split()[:4]:
            kept = found.items.setdefault(part, [])
            if len(kept) < _MAX_LISTED:
                kept.append(element)
    return found


def _meta(element: HtmlElement, found: PageMetadata) -> None:
    content = element.get("content") or element.get("value")
    if not content or not content.strip():
        return
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        name = element.get(attribute)
        if name:
            kept = found.metas.setdefault(name.strip().lower(), [])
            if len(kept) < _MAX_LISTED:
                kept.append(" ".join(content[:_MAX_META_CHARACTERS].split()))


def _script(element: HtmlElement, found: PageMetadata) -> None:
    if "ld+json" not in (element.get("type") or "").lower() or not element.text:
        return
    value = parse_json_ld(element.text)
    names = names_by_id(value)
    for name, described in typed_objects(value):
        if name in ARTICLE_TYPES:
            found.articles.append(with_names(described, names) if names else described)
        elif name in PAGE_TYPES:
            found.pages.append(described)
        elif name in ("website", "organization", "newsmediaorganization"):
            found.sites.append(described)


def _link(element: HtmlElement, found: PageMetadata) -> None:
    rel, href = (element.get("rel") or "").lower().split(), element.get("href")
    if not href:
        return
    if "canonical" in rel and found.canonical is None:
        found.canonical = href.strip()
    elif "alternate" in rel or "search" in rel or "home" in rel:
        _count_host(href, 5, found)
        found.named_hosts |= {href.split("/", 3)[2].lower()} if href.startswith(("http://", "https://", "//")) else set()


def _anchor(element: HtmlElement, found: PageMetadata) -> None:
    href = element.get("href")
    if href:
        _count_host(href, 1, found)


def _count_host(href: str, weight: int, found: PageMetadata) -> None:
    if href.startswith(("http://", "https://", "//")):
        host = href.split("/", 3)[2].lower()
        if len(host) < 100:
            found.linked_hosts[host] += weight
    elif href.startswith("/"):
        found.linked_hosts[""] += weight


def _base(element: HtmlElement, found: PageMetadata) -> None:
    found.base = found.base or element.get("href")


def _title(element: HtmlElement, found: PageMetadata) -> None:
    parent = element.getparent()
    if found.title is None and (parent is None or parent.tag in ("head", "html", "body")):
        found.title = text_in(element) or None


def _heading(element: HtmlElement, found: PageMetadata) -> None:
    if len(found.headings) < _MAX_LISTED:
        found.headings.append(element)


def _time(element: HtmlElement, found: PageMetadata) -> None:
    if len(found.times) < _MAX_LISTED:
        found.times.append(element)


_READERS = {
    "meta": _meta, "script": _script, "link": _link, "a": _anchor, "base": _base, "title": _title, "h1": _heading,
    "time": _time,
}  # fmt: skip


def text_in(element: HtmlElement) -> str:
    """All text of an element on one line."""
    return " ".join(_TEXT(element).split())
