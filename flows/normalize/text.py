"""The text: one form for the same words, whatever file they came in."""

import re
import unicodedata
from functools import cache, lru_cache

# UAX #15, section 13: a run of more than 30 marks does not occur in any language.
_LONGEST_MARK_RUN = 30

# Format characters that are seen on the page: signs that stand before Arabic and Syriac digits.
_SEEN_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
# Unicode calls them letters or marks, yet they show nothing.
_UNSEEN_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
_LINE_ENDS = "\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029"
# All that looks like a blank becomes one, so that no rule needs to know them; U+3000 is a full-width character of its own.
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_EDGE_BLANKS = " \t\u3000"
_LINES_END_IN_BLANKS = tuple(f"{blank}\n" for blank in _EDGE_BLANKS)


@cache
def _replacements() -> dict[int, str]:
    """What becomes of each character that is not kept as it is."""
    unseen = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))] + list(_UNSEEN_LETTERS)
    # Format characters lie in these blocks alone; walking all of Unicode would take a tenth of a second.
    blocks = (range(0xA0, 0x3000), range(0xFE00, 0x10000), range(0x11000, 0x1D200), range(0xE0000, 0xE0100))
    unseen += [chr(code) for block in blocks for code in block if unicodedata.category(chr(code)) == "Cf"]
    table: dict[int, str] = {ord(char): "" for char in unseen if char not in _SEEN_FORMAT}
    table.update({ord(char): " " for char in _BLANKS})
    table.update({ord(char): "\n" for char in _LINE_ENDS})
    del table[ord("\n")], table[ord("\t")]
    return table


def _replace_unseen(text: str) -> str:
    """The text with every character of the table replaced; a few searches, since most texts hold none or one kind."""
    if text.replace("\n", "").replace("\t", "").isprintable() and not any(map(text.__contains__, _UNSEEN_LETTERS)):
        return text
    for code, replacement in _replacements().items():
        if chr(code) in text:
            text = text.replace(chr(code), replacement)
    return _LONE_SURROGATE.sub("\ufffd", text)


def _order_long_mark_runs(text: str) -> str:
    """The same text with long runs of combining marks in canonical order.

    unicodedata.normalize sorts a run by insertion, so a hostile run of a million marks would take hours.
    """
    marks = "".join(c for c in set(text) if unicodedata.combining(unicodedata.normalize("NFD", c)[0]))
    if not marks:
        return text
    long_run = re.compile(f"[{re.escape(marks)}]{{{_LONGEST_MARK_RUN + 1},}}")

    def in_order(run: re.Match[str]) -> str:
        decomposed = "".join(unicodedata.normalize("NFD", c) for c in run[0])
        return "".join(sorted(decomposed, key=unicodedata.combining))

    return long_run.sub(in_order, text)


def normalize_text(raw: str) -> str:
    """The text in NFC with `\\n` as line end, without invisible characters and blanks at the ends of lines.

    Control and format characters go, except `\\n` and `\\t`; blanks of any width become a space, except
    the ideographic one; a lone surrogate becomes U+FFFD. What can be seen stays as given: HTML entities
    such as `&quot;` too, because only the form that a text came in tells mark-up from words, and reading
    mark-up is that form's part. Idempotent; linear in the length of the text.
    """
    text = _replace_unseen(raw.replace("\r\n", "\n").replace("\r", "\n"))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", _order_long_mark_runs(text))
    if any(map(text.__contains__, _LINES_END_IN_BLANKS)):
        text = "\n".join([line.rstrip(_EDGE_BLANKS) for line in text.split("\n")])
    return text.strip(_EDGE_BLANKS + "\n")


@lru_cache(maxsize=2)  # recaps, dates and citations ask for the same text in turn
def fold(text: str) -> str:
    """The text in lower case, character for character, so that offsets stay."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
    return low


# Latin letters that look like Cyrillic ones: some sites mix them into their words so that copies can be traced.
_LOOKALIKES = str.maketrans("ABCEHIKMOPTXaceiopxyï", "АВСЕНІКМОРТХасеіорхуї")
MIXED_LANGUAGES = frozenset(("ru", "uk", "be", "bg"))
_LATIN_LOOKALIKES = "aceiopxy"
_MIXED_LETTERS = re.compile(rf"[{_LATIN_LOOKALIKES}][а-яії]")
_READ_FOR_LOOKALIKES = 800
_MIXED_WORD = re.compile(r"[^\W\d_]*(?:[A-Za-zï][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zï])[^\W\d_]*")


@lru_cache(maxsize=1)  # the outlet and the dates ask for the same text
def fold_lookalikes(text: str) -> str:
    """The text with Latin letters inside Cyrillic words replaced by the Cyrillic ones they look like.

    Of the same length, so that spans hold in both. For matching words only: the article keeps its own letters.
    """
    start = text[:_READ_FOR_LOOKALIKES]
    if not any(map(start.__contains__, _LATIN_LOOKALIKES)) or not _MIXED_LETTERS.search(start):
        return text
    return _MIXED_WORD.sub(lambda word: word[0].translate(_LOOKALIKES), text)
