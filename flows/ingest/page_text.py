"""The article's text in a page, paragraph by paragraph, without what stands around it."""

import logging
import re
from collections import Counter

from lxml import etree
from lxml.html import HtmlElement

from flows.ingest.page_metadata import PageMetadata, text_in

_AROUND = re.compile(
    r"(?:^|[\s_-])(?:newsletter|subscri(?:be|ption)|sign-?up|related|recommend\w*|read-?(?:more|also|next)|see-?also|most-?read|"
    r"popular|trending|share|sharing|social|promo\w*|teaser\w*|breadcrumbs?|cookie\w*|consent|gdpr|advert\w*|sponsor\w*|tags?|"
    r"outbrain|taboola|comments?|disqus|author-?(?:bio|box)|copyright|rating|more-?news|also-?read|read-?too)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEXT_ITSELF = re.compile(r"(?:^|\s)(?:entry|post|article|story|news|single)[-_]{0,2}(?:content|body|text)(?:$|\s)|articlebody", re.IGNORECASE)
# Asked of libxml2, so that Python sees only the elements that matter.
_NAMED_BLOCKS = etree.XPath(
    "descendant-or-self::*[@class or @id][self::div or self::section or self::aside or self::ul or self::ol or self::figure or self::form"
    " or self::button or self::dialog or self::nav or self::footer or self::p]"
)
_WITH_LINKS = etree.XPath(
    "descendant-or-self::*[self::p or self::li or self::h2 or self::h3 or self::h4 or self::h5 or self::dd][descendant::a]"
)
_WORD = re.compile(r"\w+")
_MOST_OF_PAGE = 0.3
_PROSE_CHARACTERS = 800
_LINK_SHARE = 0.85
_LEAST_LINK_WORDS = 3
_MAX_TREE_ELEMENTS = 60_000
_SHORT_LINE = 60


def read_page_text(tree: HtmlElement, found: PageMetadata, headline: str | None) -> str | None:
    """The text of the page's article, a line per paragraph, without its headline; None where there is none.

    The tree is changed. Blocks named for what surrounds articles and paragraphs that are nothing but a link are
    removed before extraction; a lead that the metadata state and the page shows is put back if extraction lost it.
    """
    # Imported here: it takes a second, and workers that see no pages never need it.
    from trafilatura import bare_extraction

    for library in ("trafilatura", "htmldate", "readability"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    lead = _shown_lead(tree, found)
    paragraphs = _paragraphs(tree) if _stated_body(found) else ""
    _remove_surroundings(tree)
    is_huge = found.element_count > _MAX_TREE_ELEMENTS
    document = bare_extraction(tree, with_metadata=False, include_comments=False, fast=is_huge)
    lines = [line.strip() for line in (document.text or "").split("\n")] if document else []
    lines = _without_headline([line for line in lines if line], headline)
    lines = _by_stated_body(lines, found, paragraphs)
    if lead and lines and _key(lead) not in _key(" ".join(lines)):
        lines.insert(0, lead)
    return "\n\n".join(lines) or None


def _remove_surroundings(tree: HtmlElement) -> None:
    total = max(len(text_in(tree)), 1)
    around: dict[str, bool] = {}  # a page has few names, each many times
    for element in _NAMED_BLOCKS(tree):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if names not in around:
            around[names] = bool(_AROUND.search(names)) and not _TEXT_ITSELF.search(names)
        if around[names] and not _may_hold_article(element, total):
            _drop(element)
    for element in [element for element in _WITH_LINKS(tree) if _is_link_only(element)]:
        _drop(element)


def _may_hold_article(element: HtmlElement, total: int) -> bool:
    """Much text in it, paragraphs of prose, or the headline: then the name of the block misleads."""
    if len(text_in(element)) > _MOST_OF_PAGE * total or element.find(".//h1") is not None:
        return True
    prose = sum(len(text) for paragraph in element.iter("p") if len(text := text_in(paragraph)) > 80)
    return prose > _PROSE_CHARACTERS


def _is_link_only(element: HtmlElement) -> bool:
    linked = sum(len(text_in(link)) for link in element.iter("a"))
    if not linked:
        return False
    text = text_in(element)
    return linked >= _LINK_SHARE * len(text) and len(_WORD.findall(text)) >= _LEAST_LINK_WORDS


def _drop(element: HtmlElement) -> None:
    parent = element.getparent()
    if parent is not None and element.tag != "body":
        element.drop_tree()


def _shown_lead(tree: HtmlElement, found: PageMetadata) -> str | None:
    """The description in the metadata, if the page shows just that to its readers."""
    described = [article.get("description") for article in found.articles[:1]]
    described += [found.meta("og:description"), found.meta("description"), found.meta("twitter:description")]
    wanted = {key: text for text in described if isinstance(text, str) and len(key := _key(text)) >= 40}
    if not wanted:
        return None
    beginnings = {key[:12] for key in wanted}
    for element in tree.iter("p", "div", "h2", "h3", "span", "strong", "section", "header"):
        if len(element) > 12:
            continue
        first = element.text
        if not first or first.isspace():
            first = next((text for text in element.itertext() if not text.isspace()), "")
        first = _key(first[:60])[:12]
        if not any(beginning.startswith(first) for beginning in beginnings):
            continue
        text = text_in(element)
        if 40 <= len(text) <= 900 and _key(text) in wanted:
            return text
    return None


def _without_headline(lines: list[str], headline: str | None) -> list[str]:
    """The lines after the headline where it stands among the first, with what little stands before it."""
    if not headline:
        return lines
    key = _key(headline)
    for index, line in enumerate(lines[:4]):
        own = _key(line)
        if own == key or (own.endswith(key) and len(own) < len(key) + 60):
            if sum(map(len, lines[:index])) < 200:
                return lines[index + 1 :]
            return lines[:index] + lines[index + 1 :]
    return lines


def _by_stated_body(lines: list[str], found: PageMetadata, paragraphs: str) -> list[str]:
    """The lines checked against the articleBody of the metadata, where that is whole.

    It replaces an extraction that missed much of what the page shows of it; else long lines it does not have, past the
    lead, are dropped.
    """
    stated = _stated_body(found)
    body_words, line_words = Counter(_WORD.findall(stated.lower())), Counter(_WORD.findall(" ".join(lines).lower()))
    size, ours = sum(body_words.values()), sum(line_words.values())
    if size < 100 or "<" in stated[:2000]:
        return lines
    common = sum((body_words & line_words).values())
    if common < 0.5 * size and _is_shown(stated, paragraphs):
        return [line.strip() for line in stated.split("\n") if line.strip()]
    if common < 0.85 * size or size < 0.6 * ours:
        return lines
    key = _key(stated)
    return [line for index, line in enumerate(lines) if index < 2 or _is_in(line, key)]


def _stated_body(found: PageMetadata) -> str:
    return next((body for article in found.articles[:1] if isinstance(body := article.get("articleBody"), str)), "")


def _paragraphs(tree: HtmlElement) -> str:
    return _key(" ".join(text_in(paragraph) for paragraph in tree.iter("p")))


def _is_shown(stated: str, paragraphs: str) -> bool:
    """True where the paragraphs of the page hold the stated text, probed in ten places."""
    key = _key(stated)
    probes = [key[at : at + 30] for at in range(0, len(key) - 30, max(1, len(key) // 10))]
    return sum(probe in paragraphs for probe in probes) >= 0.7 * len(probes)


def _is_in(line: str, body: str) -> bool:
    own = _key(line.lstrip("- "))
    if len(line) < _SHORT_LINE and not line.startswith("- "):
        return True
    return own in body or own[:40] in body or own[-40:] in body


def _key(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))
