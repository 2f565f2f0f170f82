"""Quotation marks that a text writes otherwise: doubled as in a cell of a table, as wiki markup, as HTML entities."""

import re

_ENTITIES = {"&laquo;": "«", "&raquo;": "»", "&quot;": '"', "&ldquo;": "“", "&rdquo;": "”", "&bdquo;": "„", "&mdash;": "—", "&ndash;": "–", "&nbsp;": " "}
_ENTITY = re.compile("|".join(_ENTITIES))
_OPENING = re.compile(r"(?<!\w)(?:''|\"\"|``)(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.!?…»])(?:''|\"\"|``)(?!\w)")


def with_plain_marks(text: str) -> str:
    """The text with plain marks in place of such ones, of the same length; the marks around a whole cell are left out."""
    if "&" in text:
        text = _ENTITY.sub(lambda found: _ENTITIES[found[0]].rjust(len(found[0])), text)
    if '""' in text or "''" in text or "``" in text:
        if text.startswith('"') and text.rstrip().endswith('"') and '""' in text:
            end = len(text.rstrip())
            text = f" {text[1 : end - 1]} {text[end:]}"
        text = _CLOSING.sub(' "', _OPENING.sub(' "', text))
    return text
