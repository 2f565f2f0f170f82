"""Arabic sources that a text names again by fewer words: «الصحيفة», «الوزارة», «الوزير الخيالي»."""

from collections.abc import Sequence

from flows.normalize.attribution.arabic_formulas import ArabicFormulas
from flows.normalize.attribution.arabic_phrases import VOWELS
from flows.normalize.attribution.mention import Mention

_MARKS = str.maketrans("", "", "«»\"“”()،,")


def with_names_again(text: str, found: Sequence[Mention], formulas: ArabicFormulas) -> list[Mention]:
    """The mentions in text order: who is named by fewer words of a name cited before is the same, «الصحيفة» ("the paper") the medium before it, and gone where none was."""
    kept: list[Mention] = []
    medium = None
    for mention in sorted(found, key=lambda m: m.char_start):
        words = text[mention.char_start : mention.char_end]
        if mention.match is None and words.startswith("ال") and formulas.nouns.get(words) == "outlet":
            if medium is None:
                continue
            mention.match = medium
        elif mention.match is None:
            _name_again(text, mention, kept, formulas)
        if mention.kind in ("outlet", "agency") and mention.match is not None:
            medium = mention.match
        kept.append(mention)
    return kept


def _name_again(text: str, mention: Mention, before: Sequence[Mention], formulas: ArabicFormulas) -> None:
    """Make the mention the one before it of the same kind that begins with the same noun and has all its words."""
    first, *rest = _words(text, mention)
    is_noun = first in formulas.nouns or "ال" + first in formulas.nouns
    if not is_noun or first in formulas.sources or mention.kind in ("document", "unnamed"):
        return
    for full in reversed(before):
        noun, *others = _words(text, full)
        if first == "وزارة" and noun in formulas.ministries:
            noun, others = first, [noun, *others]  # «الخارجية الخيالية», later «الوزارة»
        if noun == first and (full.person is None) == (mention.person is None) and set(rest) <= set(others) and (len(rest) < len(others)):
            if full.person is None:
                mention.names_again = full.names_again or full
            else:
                mention.person = full.person
            return


def _words(text: str, mention: Mention) -> list[str]:
    """The words of a mention without articles, marks and prepositions written on the first."""
    words = VOWELS.sub("", text[mention.char_start : mention.char_end].translate(_MARKS)).split() or [""]
    first = words[0].removeprefix("لل").removeprefix("ال")
    return [first, *(word.removeprefix("ال") for word in words[1:])]
