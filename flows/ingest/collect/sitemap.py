"""News sitemaps: addresses of articles with the day they were published."""

from dataclasses import dataclass

from lxml import etree

from flows.ingest.newsml import parse_xml
from flows.ingest.raw_article import Rejected

_MAX_ENTRIES = 50_000


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address; what the `news:` extension says about it, None where it says nothing."""

    url: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The entries of a sitemap, or the addresses of the sitemaps that an index lists, newest first where it says when."""

    entries: tuple[SitemapEntry, ...]
    sitemaps: tuple[str, ...] = ()


def read_sitemap(payload: bytes) -> Sitemap | Rejected:
    """What a sitemap lists (sitemaps.org protocol 0.9 with the news extension 0.9)."""
    root = parse_xml(payload)
    if isinstance(root, Rejected):
        return root
    listed = [(_text(one, "lastmod") or "", address) for one in root.iterfind("{*}sitemap") if (address := _text(one, "loc"))]
    entries = []
    for one in root.iterfind("{*}url"):
        address = _text(one, "loc")
        if address and len(entries) < _MAX_ENTRIES:
            published = _text(one, "publication_date")
            entries.append(SitemapEntry(address, published, _text(one, "title"), _text(one, "name")))
    if not listed and not entries and not str(root.tag).endswith(("urlset", "sitemapindex")):
        return Rejected("invalid_record", "neither a sitemap nor an index of sitemaps")
    return Sitemap(tuple(entries), tuple(address for _, address in sorted(listed, reverse=True)))


def _text(element: etree._Element, name: str) -> str | None:
    found = next(element.iter(f"{{*}}{name}"), None)
    return (found.text or "").strip() or None if found is not None else None
