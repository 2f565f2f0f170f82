"""Arabic subjects that do not stand right behind a verb of saying: before it, or behind another act of speech."""

import re

from flows.normalize.attribution.arabic_formulas import ArabicFormulas, bare
from flows.normalize.attribution.arabic_phrases import phrase_at, with_name

# «كان الوزير قد قال», «يشار إلى أن الوزارة، قد أعلنت»
_HAD_SAID = re.compile(r"(?<!\w)(?:و?كانت?\s+(?=[^.\n؛:«\"“]{3,90}$)|أن\s+(?=[^.\n؛:«\"“]{3,70}\sقد\s+$))")
_BEFORE_VERB = re.compile(r"(?:\s+في\s+[^\s،,]+)?[\s،,]*(?:قد\s+)?")
_FARTHEST_SUBJECT = 110  # characters from the beginning of a sentence to its verb
_BETWEEN = re.compile(r"(?:\s*\([^()\n]{1,25}\))?[\s،,]*(?:في\s+(?:تقرير|بيان|تصريح|تصريحات|حديث|مقابلة)[^،,.\n]{0,40}[،,]?\s*)?(?:قد\s+|كذلك\s+|أيضا\s+)?")
_SAYS_WHAT = r"\s*(?:(?:إلى\s+|على\s+|ب)?[إأا]ن\w{0,2}(?!\w)|:|[\"“«]|في\s+(?:بيان|تصريح|تصريحات|كلمة|حديث|مؤتمر|مقابلة)(?!\w))"
_CONTENT = re.compile(_SAYS_WHAT)
# «مؤكدا أن …», a quotation of some length
_OWN_WORDS = re.compile(r"(?<!\w)و?(?:مؤكد|مشير|معتبر|لافت|مشدد|قائل|موضح|مبين|محذر|معرب|مضيف|واصف|مطالب)(?:ا|اً|ًا|ة|ةً)(?!\w)|[«“\"][^«»“”\"\n]{25,}[»”\"]|بأن\w{0,2}\s[«“\"]")
_NEXT_WORD = re.compile(r"\s+(?:ال)?(\w+)")
_NEXT_SENTENCE = re.compile(r"[.\n][^.\n]*")
_REACTION = 500  # characters in which words of who reacts follow


def subject_of_past(text: str, verb: int, formulas: ArabicFormulas) -> tuple[int, int] | None:
    """Who stands between «كان» and its verb: «وكان الوزير قد قال»."""
    if "كان" not in text[max(0, verb - 100) : verb] and "قد" not in text[max(0, verb - 4) : verb]:
        return None
    opened = next(reversed(list(_HAD_SAID.finditer(text, max(0, verb - 100), verb))), None)
    if opened is None or (phrase := phrase_at(text[:verb], opened.end(), formulas)) is None:
        return None
    between = _BEFORE_VERB.match(text, phrase[1])
    return phrase if phrase[1] < verb and between.end() >= verb else None


def subject_first(text: str, verb: re.Match[str], formulas: ArabicFormulas) -> tuple[int, int] | None:
    """Who opens the sentence of a verb that says what follows: «مسؤول في الشركة قال إن»; not in a headline."""
    floor = max(0, verb.start() - _FARTHEST_SUBJECT)
    start = max(text.rfind(".", floor, verb.start()), text.rfind("\n", floor, verb.start())) + 1
    if start <= floor or _CONTENT.match(text, verb.end()) is None:
        return None
    before = text[start : verb.start()]
    phrase = phrase_at(before, 0, formulas)
    if phrase is None:
        return None
    phrase = with_name(before, phrase, formulas)
    words = before[slice(*phrase)].split()
    is_known = formulas.nouns.get(words[0]) in ("official", "body", "organisation") or words[0] in formulas.sources
    is_subject = is_known and len(words) > 1 and _BETWEEN.fullmatch(before, phrase[1]) is not None
    return (start + phrase[0], start + phrase[1]) if is_subject else None


def has_own_words(text: str, verb: re.Match[str], end: int, formulas: ArabicFormulas) -> bool:
    """Whether words of who reacts follow, in the sentence or in the next one, which says only «وقالت إن» or names them again."""
    stop = next((m.end() for m in _NEXT_SENTENCE.finditer(text, end, end + _REACTION)), min(len(text), end + _REACTION))
    if _OWN_WORDS.search(text, end, stop) is not None:
        return True
    named = {word.strip("،,").removeprefix("ال") for word in text[verb.end() : end].split()}
    is_feminine = bare(verb[1]).endswith("ت")
    return any(
        bare(m[1]).endswith("ت") == is_feminine and (_CONTENT.match(text, m.end()) or ((word := _NEXT_WORD.match(text, m.end())) and word[1] in named))
        for m in formulas.saying.finditer(text, end, stop)
    )
