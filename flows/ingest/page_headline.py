"""The headline of a page, without the name of its site."""

import html
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from flows.ingest.json_ld import string_in
from flows.ingest.page_metadata import PageMetadata, text_in
from flows.ingest.page_site import described_url

# A » without a space before it closes a quotation (or opens one, in German).
_SEPARATED = re.compile(r"\s+[|\-–—−·•»«::/>]{1,3}\s+|\s*[|｜]\s*|\s*--+\s*|\s+::\s+")
_EXTENSION = re.compile(r"\s+[|\-–—·•»«/]|\s*[|｜»：:]|\s*--|\s+\(")
_WORD = re.compile(r"\w+")
_OPENING = "\"“„«"
# How blog software names the shelf of its posts in titles: "Lark notes » Blog Archive » Bridge reopens".
_SHELVES = frozenset(("blogarchive", "blogarchiv", "blogarchives"))
_CUT = re.compile(r"(?:\.\.\.|…)$")
_DAY_AT_END = re.compile(r"^\d{1,2}[./]\d{1,2}[./]\d{2,4}$")
_MAX_CHARACTERS = 400
_LEAST_OVERLAP = 0.5
_HEADLINE_WORDS = 6
_TOPIC_WORDS = 2


@dataclass(frozen=True, slots=True)
class PageHeadline:
    """The headline, the value it was taken from as given, the rule, and the element that shows it on the page."""

    value: str
    as_given: str
    rule: str
    element: HtmlElement | None


def read_headline(found: PageMetadata, url: str | None, site_names: list[str]) -> PageHeadline | None:
    """The headline that the page states (JSON-LD, og:title …) or shows (h1); None where it has neither.

    What two of its places agree on wins; else the stated one before the shown one, unless it is cut short or only
    names the site. Where all places only repeat <title>, JSON-LD's own headline goes before them.
    """
    names = site_keys(url, site_names)
    given = [(_without_ending(value, site_names), value, rule) for value, rule in _stated(found)]
    cleaned = [(clean, value, rule) for ending, value, rule in given if (clean := without_site(ending, names))]
    stated = [one for one in cleaned if not _names_site(one[0], names)]
    shown = _shown(found, [clean for clean, _, _ in stated], names, url)
    candidates = stated + ([(shown[0], shown[0], "h1")] if shown else [])
    # A headline may be about its site ("Ten years of Lark Herald"), or stand where the site's name should.
    candidates = candidates or [one for one in cleaned if _says_more_than_site(one[0], url, site_names)]
    if not candidates:
        return None
    shortest = sorted({clean for clean, _, _ in candidates}, key=len)
    candidates = [(_without_extension(clean, shortest), value, rule) for clean, value, rule in candidates]
    places = {(_key(clean), _PLACE.get(rule, rule)) for clean, _, rule in candidates if rule != "title"}
    votes = Counter(key for key, _ in places)
    is_editors = _is_editors(candidates)

    def rank(one: tuple[str, str, str]) -> tuple[bool, bool, bool, int, int]:
        declared = is_editors and one[2] == "json_ld.headline"
        return not _CUT.search(one[0]), declared, votes[_key(one[0])] > 1, _TRUST.get(one[2], 0), -candidates.index(one)

    best = max(candidates, key=rank)
    return PageHeadline(best[0], best[1], best[2], shown[1] if shown else None)


def put_own_article_first(found: PageMetadata) -> None:
    """Of several articles that JSON-LD describes, the one with this page's address or headline goes before the others."""
    if len(found.articles) < 2:
        return
    addresses = {found.canonical, found.meta("og:url")} - {None}
    given = [text_in(element) for element in found.headings[:20]] + [found.meta("og:title") or "", found.title or ""]
    shown = {_key(one) for one in given}

    def is_own(article: dict) -> bool:
        headline = _key(string_in(article.get("headline")) or "")
        return described_url(article) in addresses or (len(headline) > 8 and any(one.startswith(headline) for one in shown))

    found.articles.sort(key=lambda article: not is_own(article))


def _is_editors(candidates: list[tuple[str, str, str]]) -> bool:
    """True where JSON-LD has the editors' headline and all else repeats <title>, which is made for search engines.

    A headline cut at a number of characters is none.
    """
    keys = {rule: _key(clean) for clean, _, rule in reversed(candidates)}
    declared, others = keys.pop("json_ld.headline", ""), set(keys.values())
    return bool(declared) and "title" in keys and len(keys) > 1 and len(others) == 1 and not others.pop().startswith(declared)


def _says_more_than_site(title: str, url: str | None, site_names: list[str]) -> bool:
    if any(_letters(title) == _letters(name) for name in site_names if len(name.split()) < _HEADLINE_WORDS):
        return False
    return len(title.split()) > 2 and _letters(title) not in site_keys(url, [])


def _without_extension(title: str, others: list[str]) -> str:
    """The other candidate that `title` only adds a separated part to, else `title` itself."""
    for other in others:
        if 8 <= len(other) < len(title) and title.startswith(other) and _EXTENSION.match(title, len(other)):
            return other
    return title


# Tags for sharing repeat each other: together they are one place.
_PLACE = {"og:title": "shared", "twitter:title": "shared"}
_TRUST = {"json_ld.headline": 5, "h1": 4, "itemprop.headline": 3, "og:title": 3, "twitter:title": 2, "meta.title": 1}


def _stated(found: PageMetadata) -> list[tuple[str, str]]:
    given = [(string_in(article.get("headline")), "json_ld.headline") for article in found.articles[:1]]
    given += [(string_in(article.get("name")), "json_ld.headline") for article in found.articles[:1] if not given[0][0]]
    elements = found.items.get("headline", [])[:1]
    given += [(element.get("content") or text_in(element), "itemprop.headline") for element in elements]
    given += [(found.meta("og:title"), "og:title"), (found.meta("twitter:title"), "twitter:title")]
    given += [(found.meta(name), "meta.title") for name in ("parsely-title", "sailthru.title", "dc.title", "hdl", "title")]
    given.append((found.title, "title"))
    return [(_plain(value), rule) for value, rule in given if value and value.strip()]


def _shown(found: PageMetadata, stated: list[str], names: set[str], url: str | None) -> tuple[str, HtmlElement] | None:
    """The first-level heading that says most of what the stated headlines say; the only one where none is stated."""
    headings = [(_said_in(element, stated), element) for element in found.headings[:20] if not _leads_up(element, url)]
    headings = [(without_site(text, names), element) for text, element in headings if text]
    headings = [(text, element) for text, element in headings if text and not _names_site(text, names)]
    if not stated:
        return headings[0] if headings else None
    rated = [(max(_overlap(text, one) for one in stated), text, element) for text, element in headings]
    best = max(rated, key=lambda one: one[0], default=None)
    if best and (best[0] >= _LEAST_OVERLAP or (len(rated) == 1 and _only_topics(stated, best[1]))):
        return best[1], best[2]
    return None


def _said_in(heading: HtmlElement, stated: list[str]) -> str:
    """The text of a heading, without a first or last element (a kicker, "for subscribers") that what is stated leaves out."""
    text = _plain(heading_text(heading))
    keys = {_key(one) for one in stated}
    if not len(heading) or _key(text) in keys:
        return text
    for part, whole in ((heading[0], False), (heading[-1], True)):
        beside = _plain(heading_text(part))
        rest = text.removesuffix(beside) if whole else text.removeprefix(beside)
        if beside and rest != text and _key(rest) in keys:
            return rest.strip()
    return text


def heading_text(heading: HtmlElement) -> str:
    """All text of a heading on one line, its elements apart where they would run into each other ("NewsBridge reopens")."""
    if not len(heading):
        return text_in(heading)
    said = ""
    for event, element in iterwalk(heading, events=("start", "end")):
        text = element.text if event == "start" else element.tail if element is not heading else None
        if element.tag == "br":
            said += " "
        if text:
            runs_together = said[-1:].isalnum() and not said[-1].isupper() and (text[0].isupper() or text[0] in _OPENING)
            said += f" {text}" if runs_together else text
    return " ".join(said.split())


def _only_topics(stated: list[str], heading: str) -> bool:
    """True where what is stated is no more than a word or two of the page's one heading ("Bridges": "New bridges for all")."""
    shown = set(_key(heading).split())
    return all(len(words := _key(one).split()) <= _TOPIC_WORDS and shown.issuperset(words) for one in stated)


def _leads_up(heading: HtmlElement, url: str | None) -> bool:
    """True for a heading that links to the front page or to a folder above this page: the name of the site, blog or section."""
    hrefs = [link.get("href") or "" for link in heading.iter("a")] or [link.get("href") or "" for link in heading.iterancestors("a")]
    if len(hrefs) != 1 or not hrefs[0] or hrefs[0].startswith("#"):
        return False
    try:
        target, own = urlsplit(hrefs[0]), urlsplit(url or "")
    except ValueError:
        return False
    if target.scheme not in ("", "http", "https") or target.query or (target.netloc and own.netloc and target.netloc != own.netloc):
        return False
    folder = target.path.rstrip("/") + "/"
    return folder == "/" or (folder != own.path.rstrip("/") + "/" and own.path.startswith(folder))


def without_site(title: str, names: set[str]) -> str:
    """The title without parts before or after it that name the site, its section beside that, or the day.

    `names` are keys of the site's names (letters and digits only, lower case).
    """
    parts, marks = _SEPARATED.split(title), _SEPARATED.findall(title)
    if len(parts) == 1:
        return title
    first, last = 0, len(parts)
    named = [index for index, part in enumerate(parts) if _names_site(part, names) or _letters(part) in _SHELVES]
    if not named:
        return title
    for index in named:
        if index > 0 and sum(map(len, parts[:index])) >= sum(map(len, parts[index:])):
            last = min(last, index)
    if last == len(parts):
        first = next((index for index in range(len(parts)) if index not in named), 0)
    while last - first > 1 and _DAY_AT_END.match(parts[last - 1]):
        last -= 1
    kept = parts[first]
    for index in range(first + 1, last):
        kept += marks[index - 1] + parts[index]
    return kept.strip() or title


def _without_ending(title: str, site_names: list[str]) -> str:
    """The title without a site's full name after a colon or stroke, as written without spaces in East Asia."""
    for name in site_names:
        if title.endswith(name) and (rest := title[: -len(name)].rstrip()) and rest[-1] in ":：|｜-–—" and len(rest) > 5:
            return rest[:-1].rstrip()
    return title


def site_keys(url: str | None, site_names: list[str]) -> set[str]:
    """What `without_site` knows a site by: its names and the parts of its host, as letters and digits in lower case."""
    keys = {_letters(name) for name in site_names} | {_letters(_transliterated(name)) for name in site_names}
    host = (urlsplit(url).hostname or "") if url else ""
    labels = host.removeprefix("www.").split(".")
    if len(labels) > 1:
        keys |= {_letters(host.removeprefix("www.")), *(_letters(label) for label in labels[:-1] if len(label) > 2)}
    return {key for key in keys if len(key) > 1} - {"com", "blog", "news"}


def _names_site(part: str, names: set[str]) -> bool:
    key = _letters(part)
    words = part.split()
    if not key or key in names or key.removeprefix("the") in names or _letters(_transliterated(part)) in names:
        return True
    if len(words) <= 3 and {_letters(words[0]), _letters(words[-1])} & names:
        return True
    if len(words) > 5:
        return False
    return any((len(name) > 4 and len(key) < 2.2 * len(name) and (key.startswith(name) or key.endswith(name))) or (len(key) > 4 and len(name) < 2.2 * len(key) and name.startswith(key)) for name in names)


def _overlap(one: str, other: str) -> float:
    """How far two headlines have the same words; 1 where one stands in the other and is no small part of it."""
    short, long = sorted((_letters(one), _letters(other)), key=len)
    if short and short in long and len(short) > 0.4 * len(long):
        return 1.0
    a, b = Counter(_WORD.findall(one.casefold())), Counter(_WORD.findall(other.casefold()))
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values())) if common else 0.0


def _plain(value: str) -> str:
    text = " ".join(html.unescape(value).split())[:_MAX_CHARACTERS]
    return re.sub(r"<[^<>]{1,60}>", "", text) if "<" in text else text


def _key(value: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", value).casefold()))


def _transliterated(value: str) -> str:
    return value.lower().translate(_UMLAUTS)


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})


def _letters(value: str) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKD", value).casefold())).replace("_", "")
