"""Text out of a fragment of HTML, as feeds and dumps carry it in a field."""

import re

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

_MARKUP = re.compile(r"</?(?:p|br|div|span|a|strong|em|b|i|ul|ol|li|h[1-6]|img|blockquote|table|figure|section|article)\b[^<>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;/?(?:p|br|div|a|strong|em|b|i|ul|li|h[1-6]|img)\b", re.IGNORECASE)
_SIGNS = ("</", "<br", "<BR", "<p", "<P", "&lt;")
_BLOCKS = frozenset(
    (
        "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "table",
        "tr", "figure", "figcaption", "pre", "hr", "header", "footer", "dd", "dt", "block", "hl1", "hl2", "lead",
    )
)  # fmt: skip
_LEFT_OUT = frozenset(("script", "style", "iframe", "noscript", "template", "svg"))


def is_markup(text: str) -> bool:
    """Whether a field that should hold text holds HTML."""
    if "<" not in text and "&" not in text:
        return False
    return any(sign in text for sign in _SIGNS) and bool(_MARKUP.search(text) or _ESCAPED.search(text))


def text_of_markup(markup: str) -> str:
    """The text of an HTML fragment, a blank line between blocks; elements that show no text are left out."""
    if _ESCAPED.search(markup) and not _MARKUP.search(markup):
        markup = markup.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = document_fromstring(f"<div>{markup}</div>".replace("\x00", "").encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    return text_of_tree(tree)


def text_of_tree(tree: etree._Element) -> str:
    """The text of a parsed fragment, by blocks."""
    walker = etree.iterwalk(tree, events=("start", "end"))
    parts: list[str] = []
    for event, element in walker:
        name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        if event == "start":
            if name in _LEFT_OUT:
                walker.skip_subtree()
                continue
            parts.append("\n" if name in _BLOCKS else "")
            parts.append(_spaced(element.text))
        else:
            parts.append("\n" if name in _BLOCKS else "")
            parts.append(_spaced(element.tail))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _spaced(text: str | None) -> str:
    return text.replace("\n", " ") if text else ""
