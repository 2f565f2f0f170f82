"""Text that was read in the wrong encoding before it reached us, read again in the right one."""

import re

from flows.ingest.cyrillic import cyrillic_score
from flows.ingest.traces import Trace, trace

# What UTF-8 looks like after being read as windows-1252, latin-1 or windows-1251: a lead byte's letter, then a
# character of the upper half that prose does not put there.
_UTF8_MISREAD = re.compile(
    r"[ÃÂÐÑ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œž\"˜¦“”]"
    r"|(?:[РС][\x80-\xbfЀ-ЏЂ-Џѐ-џҐґ‚„…†‡€‰‹‘’“”•–—™›№«»]){2}|вЂ[™њќ“”¦љ�\"]"
)
_LATIN_MISREAD = re.compile(r"[À-ÿ]{3}")
_CASE_SWAPPED = re.compile(r"\b[а-яё]?[А-ЯЁ]*[а-яё][А-ЯЁ]{2,}")
_SAMPLE_CHARACTERS = 3000


def repair_mojibake(text: str) -> tuple[str, tuple[Trace, ...]]:
    """The text as it was written, and a trace per repair; the text itself where nothing is wrong with it."""
    if text.isascii():
        return text, ()
    sample = text[:_SAMPLE_CHARACTERS]
    if not _suspicious(sample):
        return text, ()
    misread = _UTF8_MISREAD.search(sample)
    if misread:
        repaired = _with_ftfy(text)
        if repaired != text:
            found = _quote(text, misread.start())
            return repaired, (trace("text", _quote(repaired, misread.start()), found, "mojibake_repaired"),)
    for pattern, read_as, written_in in _REREADINGS:
        misread = pattern.search(sample)
        if misread and (repaired := _reread(text, read_as, written_in)):
            found = _quote(text, misread.start())
            value = _quote(repaired, misread.start())
            return repaired, (trace("text", value, found, "mojibake_repaired", f"{written_in}_as_{read_as}"),)
    return text, ()


def _suspicious(sample: str) -> bool:
    """A cheap look for the letters that mojibake is made of; the patterns above cost thirty times as much."""
    for letter, sign in _SIGNS:
        if letter in sample and sign in sample:
            return True
    short = sample[:600]
    misread_share = (short.count("Р") + short.count("С")) * 8
    return misread_share > len(short) or _CASE_SWAPPED.search(short[:120]) is not None


# The letter is looked for first: a single one is found ten times as fast as a pair.
_SIGNS = (
    ("Ã", "Ã"), ("Â", "Â"), ("Ð", "Ð"), ("Ñ", "Ñ"), ("â", "â€"), ("Ђ", "вЂ"), ("Ï", "Ïð"), ("î", "îâ"), ("å", "åí"), ("ñ", "ñò"),
    ("í", "íè"),
)  # fmt: skip
_REREADINGS = (
    (_LATIN_MISREAD, "cp1252", "cp1251"),
    (_LATIN_MISREAD, "latin-1", "cp1251"),
    (_CASE_SWAPPED, "cp1251", "koi8-u"),
)


def _with_ftfy(text: str) -> str:
    # Imported here: it takes 30 ms and nearly no text needs it.
    import ftfy

    return ftfy.fix_encoding(text)


def _reread(text: str, read_as: str, written_in: str) -> str | None:
    """`text` with its non-ASCII part read again, if that makes clearly better Cyrillic of most of it; else None."""
    letters = sum(1 for character in text if character > "\x7f")
    if letters * 2 < sum(1 for character in text if character.isalpha()):
        return None
    try:
        repaired = text.encode(read_as).decode(written_in)
    except UnicodeError:
        return None
    before, after = cyrillic_score(text[:_SAMPLE_CHARACTERS]), cyrillic_score(repaired[:_SAMPLE_CHARACTERS])
    return repaired if after > -3.55 and after > before + 0.3 else None


def _quote(text: str, start: int) -> str:
    return text[max(0, start - 10) : start + 30]
