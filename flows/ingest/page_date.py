"""The day a page was published, from what it says about itself, by declared trust."""

import copy
import datetime
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from flows.ingest.date_words import MONTH_FIRST_SOMETIMES, WrittenDay
from flows.ingest.given_date import GivenDate, read_given_date
from flows.ingest.page_headline import PageHeadline
from flows.ingest.page_metadata import PageMetadata, text_in
from flows.ingest.page_visible_date import CHANGED, ELSEWHERE, read_visible_date

_PUBLISHED_METAS = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "og:article:published", "article:post_date", "article.published", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.available",
    "dc.date.published", "dc.date.created", "dcterms.created", "dc.created", "prism.publicationdate", "pubdate",
    "publishdate", "publish-date", "publish_date", "published-date", "publication_date", "publication-date",
    "publicationdate", "date.available", "citation_publication_date", "citation_date", "citation_online_date",
    "article_date_original", "originalpublicationdate", "ptime", "rnews:datepublished", "analyticsattributes.articledate",
    "article-publication-date", "pub_date", "og:pubdate", "og:publish_date", "bt:pubdate", "iso-8601-publish-date",
    "shareaholic:article_published_time", "vr:published_time", "content_create_date", "date_published",
    "og:release_date", "release_date", "video:release_date", "articledate",
)  # fmt: skip
_MODIFIED_METAS = ("article:modified_time", "og:article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "datemodified")
_VAGUE_METAS = ("dc.date", "dcterms.date", "date", "og:date", "datecreated", "created", "timestamp")
_URL_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_URL_DAY = re.compile(rf"(?<!\d)(19[89]\d|20[0-4]\d)([/_.-]?)(0?[1-9]|1[0-2]|{'|'.join(_URL_MONTHS)})\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_PUBLISHED_ABBR = etree.XPath("descendant::abbr[@title][contains(@class, 'published') or contains(@class, 'dtpublished')]")
_EARLIEST = datetime.date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class PageDate:
    """A publication date: ISO 8601 text, the words it came from, and the rule that found it."""

    value: str
    as_given: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    date: GivenDate
    as_given: str
    rule: str


def read_page_date(
    tree: HtmlElement, found: PageMetadata, headline: PageHeadline | None, url: str | None, latest: datetime.date
) -> PageDate | None:
    """When the page says it was published; None rather than a modification date or another article's.

    Trust falls in the order: stated in metadata, in the address, marked up beside the headline, shown beside the
    headline, metadata that says only "date", what htmldate finds. `latest` is the day the page was received:
    nothing is published later (a day of zone is allowed).
    """
    readers = (
        lambda: _stated(found),
        lambda: _in_address(url),
        lambda: _marked(tree, found),
        lambda: _shown(tree, found, headline),
        lambda: _vague(found),
        # Of several articles on a page without a headline it would take any.
        lambda: _found_by_library(tree, url) if headline else (),
    )
    for read in readers:
        possible = _possible(read(), latest)
        if possible:
            best = _in_local_time(possible[0], possible + _vague(found))
            return PageDate(best.date.iso, best.as_given, best.rule)
    return None


def read_page_modified(found: PageMetadata, latest: datetime.date) -> PageDate | None:
    """When the page says its article was last changed; None where it states no instant with a zone, or one to come."""
    given = [(article.get("dateModified"), "json_ld.dateModified") for article in found.articles]
    given += [(value, f"meta.{name}") for name in _MODIFIED_METAS for value in found.metas.get(name, ())[:1]]
    given += [(page.get("dateModified"), "json_ld.page.dateModified") for page in found.pages]
    stated = [one for one in _possible(_read_all(given, found.language), latest) if one.date.has_zone]
    return PageDate(stated[0].date.iso, stated[0].as_given, stated[0].rule) if stated else None


def _possible(group: Iterable[_Candidate], latest: datetime.date) -> list[_Candidate]:
    return [one for one in group if _EARLIEST <= one.date.day <= latest + datetime.timedelta(days=1)]


def _in_local_time(best: _Candidate, others: list[_Candidate]) -> _Candidate:
    """The same instant as stated in the outlet's own zone, where `best` is in UTC: the day that its readers saw."""
    if not best.date.has_zone or not best.date.iso.endswith("+00:00"):
        return best
    instant = datetime.datetime.fromisoformat(best.date.iso)
    for other in others:
        if other.date.has_zone and not other.date.iso.endswith("+00:00"):
            apart = datetime.datetime.fromisoformat(other.date.iso) - instant
            if abs(apart) < datetime.timedelta(minutes=2):
                return other
    return best


def _stated(found: PageMetadata) -> list[_Candidate]:
    given = [(article.get("datePublished"), "json_ld.datePublished") for article in found.articles]
    given += [(value, f"meta.{name}") for name in _PUBLISHED_METAS for value in found.metas.get(name, ())[:1]]
    given += [(page.get("datePublished"), "json_ld.page.datePublished") for page in found.pages]
    given += [(article.get("dateCreated"), "json_ld.dateCreated") for article in found.articles]
    return _read_all(given, found.language)


def _in_address(url: str | None) -> list[_Candidate]:
    if not url:
        return []
    path = urlsplit(url).path
    days = []
    for match in _URL_DAY.finditer(path):
        try:
            month = int(match[3]) if match[3].isdigit() else _URL_MONTHS.index(match[3]) + 1
            day = datetime.date(int(match[1]), month, int(match[4]))
        except ValueError:
            continue
        days.append(_Candidate(GivenDate(day.isoformat(), day, False), match[0], "url"))
    return days[:1]


def _marked(tree: HtmlElement, found: PageMetadata) -> list[_Candidate]:
    given = []
    for element in found.items.get("datepublished", [])[:1]:
        given.append((element.get("content") or element.get("datetime") or text_in(element), "itemprop.datePublished"))
    own = [element for element in found.times if _is_own_time(element)]
    times = [(element.get("datetime") or text_in(element), "time") for element in own]
    # The microformat hAtom, as blogs have it.
    times = times or [(element.get("title"), "abbr.published") for element in _PUBLISHED_ABBR(tree)[:20]]
    stated, timed = _read_all(given, found.language), _read_all(times, found.language)
    return stated or (timed if len({one.date.day for one in timed}) == 1 else [])


def _is_own_time(element: HtmlElement) -> bool:
    if element.get("pubdate") is not None:
        return True
    names = " ".join((element.get("class") or "", element.get("itemprop") or "")).lower()
    return "publish" in names or "entry-date" in names.replace("updated", "")


def _shown(tree: HtmlElement, found: PageMetadata, headline: PageHeadline | None) -> list[_Candidate]:
    element = None if headline is None else headline.element if headline.element is not None else _lower_heading(tree, headline.value)
    shown = read_visible_date(tree, found.headings if element is None else [element], found.language)
    return [_of_written(shown, "beside_headline")] if shown else []


def _lower_heading(tree: HtmlElement, headline: str) -> HtmlElement | None:
    """The heading of a lower level that says the headline: many blogs keep the first for their own name."""
    return next((element for element in tree.iter("h2", "h3", "h4", "h5") if text_in(element) == headline), None)


def _of_written(written: WrittenDay, rule: str) -> _Candidate:
    return _Candidate(GivenDate(written.day.isoformat(), written.day, False), written.as_given, rule)


def _vague(found: PageMetadata) -> list[_Candidate]:
    given = [(value, f"meta.{name}") for name in _VAGUE_METAS for value in found.metas.get(name, ())[:1]]
    return [one for one in _read_all(given, found.language) if not _is_placeholder(one.date)]


def _is_placeholder(date: GivenDate) -> bool:
    """True for New Year's Day without a time: what systems write where they know the year, or nothing."""
    return (date.day.month, date.day.day) == (1, 1) and len(date.iso) == len("2025-01-01")


def _found_by_library(tree: HtmlElement, url: str | None) -> list[_Candidate]:
    # Imported here: few pages come this far.
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        kept = _without_other_dates(tree)
        found = find_date(kept, extensive_search=False, original_date=True, url=url)
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return []
    if not found:
        return []
    day = datetime.date.fromisoformat(found)
    date = GivenDate(found, day, False)
    return [] if _is_placeholder(date) or _has_uncertain_order(day, kept) else [_Candidate(date, found, "htmldate")]


def _has_uncertain_order(day: datetime.date, tree: HtmlElement) -> bool:
    """True where the day may come from a date like 03/11/2025, in a page whose language does not settle its order."""
    language = (tree.get("lang") or "").lower().replace("_", "-")
    if day.day > 12 or day.day == day.month or language not in MONTH_FIRST_SOMETIMES:
        return False
    one, other = rf"0?{day.day}", rf"0?{day.month}"
    return bool(re.search(rf"(?<!\d)(?:{one}[/-]{other}|{other}[/-]{one})[/-]{day.year}(?!\d)", text_in(tree)))


def _without_other_dates(tree: HtmlElement) -> HtmlElement:
    """A copy without JSON-LD, which was read before, what is dated by its change, and blocks about other articles."""
    copied = copy.deepcopy(tree)
    for script in [script for script in copied.iter("script") if "ld+json" in (script.get("type") or "").lower()]:
        script.drop_tree()
    for element in list(copied.iter("meta", "time", "p", "span", "div", "aside", "footer", "section", "ol", "ul", "li", "blockquote")):
        parent = element.getparent()
        names = " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "property", "name"))
        is_other = element.tag in ("aside", "blockquote") or (bool(ELSEWHERE.search(names)) and element.find(".//h1") is None)
        is_change = bool(CHANGED.search(names)) or (element.tag in ("p", "span", "time") and bool(CHANGED.search(text_in(element)[:60])))
        if parent is not None and (is_other or is_change):
            element.drop_tree()
    return copied


def _read_all(given: list[tuple[object, str]], language: str | None) -> list[_Candidate]:
    read = []
    for value, rule in given:
        if isinstance(value, str) and value.strip() and (date := read_given_date(value, language)):
            read.append(_Candidate(date, value.strip()[:80], rule))
    return read
