"""Noun phrases of Arabic: where the name of a source begins and ends."""

import re
from itertools import pairwise

from flows.normalize.attribution.arabic_formulas import ArabicFormulas

_WORD = re.compile(r"[^\s،,.:؛!؟«»\"“”()\[\]|]+|[،,.:؛!؟«»\"“”()\[\]|]|\n")
VOWELS = re.compile("[\u064b-\u0652\u0670]")  # marks that are seldom written («أنّ», «المُتحدث»)
OPENING, _CLOSING = frozenset("«\"“"), frozenset("»\"”")
_SHORT_QUOTED = re.compile(r"[«\"“][^\s«»\"“”]+(?:\s[^\s«»\"“”]+){0,2}[»\"”]")
_LONGEST_PHRASE, _LONGEST_NAME, _LONGEST_TITLE = 9, 5, 5
COMMA = re.compile(r"\s*[،,]\s*")
_ONE_OF = ("أحد", "إحدى")
_IN = re.compile(r"\s+في\s+")
# what may follow a name put between commas or behind a place («وزير النقل، سامي مثال، أن»)
_AFTER_NAME = re.compile(r"\s*[،,:]|\s+(?:ب?[أإا]ن\w{0,3}|إلى|الى|عن|على|في|خلال|ل\w+)(?!\w)|\s*[\"“”«]")
# a noun with a possessive ending is the object of the verb, no longer its subject
POSSESSED = re.compile(r"(?!ال)\w{3,}(?:ها|هم|هما|ته)$")


def phrase_at(text: str, at: int, formulas: ArabicFormulas) -> tuple[int, int] | None:
    """Span of the noun phrase that begins at the offset; None where there is none or it is a pronoun."""
    start = end = None
    quoted, limit = False, _LONGEST_NAME
    for count, m in enumerate(_WORD.finditer(text, at)):
        word = m.group()
        if word == "(" and start is None and not quoted:  # «ذكرت (القناة الخيالية)»
            start, end, quoted = m.start(), m.end(), True
            continue
        if word in OPENING and not quoted:
            is_named = start is not None and formulas.nouns.get(text[start:end].split()[0]) == "outlet" and _SHORT_QUOTED.match(text, m.start())
            if start is not None and text[start:end].split()[-1] not in formulas.nouns and not is_named:
                break
            quoted = True
            start = m.start() if start is None else start
            end = m.end()
            continue
        if quoted:
            end = m.end()
            if word in _CLOSING or word == ")":
                if formulas.nouns.get(VOWELS.sub("", text[start:end].split()[0])) != "official":
                    break
                quoted, limit = False, count + 4  # «رئيس حزب "المثال" سامي مثال»
            if word == "\n" or count > _LONGEST_PHRASE:
                return None
            continue
        if word == "(" and start is not None and formulas.nouns.get(text[start:end].split()[-1]) == "outlet":  # «موقع وكالة (مثال)»
            quoted = True
            continue
        word = VOWELS.sub("", word)
        if word == "/" and start is not None and text[start:end].split()[-1] in formulas.ranks:
            continue  # «الرائد / سامي مثال»
        if not word[:1].isalnum() or word in formulas.stop or word in formulas.pronouns or (start is not None and POSSESSED.match(word)):
            break
        if start is not None and word[0] == "ل" and formulas.nouns.get(word[1:]) == "outlet":
            break  # «قال السيف لوكالة»: whom he told
        if start is not None and _is_object(text[start:end], word, formulas):
            break
        if start is not None and word[0] == "ب" and not word.endswith(("ي", "ية")) and text[start:end].split()[0] in formulas.sources:
            break  # «مصادر طبية بمقتل شخصين»: what they report
        if word in formulas.nouns:
            limit = max(limit, count + (_LONGEST_PHRASE if start is None else _LONGEST_TITLE))
        if count >= limit:
            break
        start = m.start() if start is None else start
        end = m.end()
    if start is None or end is None or end - start < 3:
        return None
    return start, end


def _is_object(phrase: str, word: str, formulas: ArabicFormulas) -> bool:
    """«وزارة الصحة تسجيل عشر إصابات»: after a body's definite name an indefinite noun is what it speaks of."""
    words = phrase.split()
    if formulas.nouns.get(words[0]) not in ("body", "organisation") or not any(part.startswith(("ال", "لل")) for part in words):
        return False
    return not word.startswith(("ال", "لل", "ل", "و"))


def with_name(text: str, phrase: tuple[int, int], formulas: ArabicFormulas) -> tuple[int, int]:
    """The title of an office with the name that follows it between commas or behind a place («المتحدث باسم القيادة، الرائد سامي مثال،», «رئيس اللجنة في اليمن سامي مثال أن»)."""
    first = VOWELS.sub("", text[slice(*phrase)].split()[0])
    is_title_alone = formulas.nouns.get(first) == "person" and first not in formulas.ranks and text[slice(*phrase)].split()[-1].startswith(("ال", "ل"))
    if formulas.nouns.get(first) != "official" and first not in _ONE_OF and not is_title_alone:
        return phrase
    if (comma := COMMA.match(text, phrase[1])) is not None:
        named = phrase_at(text, comma.end(), formulas)
        words = text[slice(*named)].split() if named else []
        is_ranked = len(words) > 1 and words[0] in formulas.ranks
        return (phrase[0], named[1]) if is_ranked or (named and _is_name(text, named, words, formulas)) else phrase
    place = _IN.match(text, phrase[1])
    named = phrase_at(text, place.end(), formulas) if place else None
    words = text[slice(*named)].split() if named else []
    if not words or not (words[0].startswith("ال") or words[0] in formulas.states):
        return phrase
    first = next((k for k, word in enumerate(words[1:], 1) if not word.startswith("ال")), len(words))
    return (phrase[0], named[1]) if _is_name(text, named, words[first:], formulas) else phrase


def _is_name(text: str, span: tuple[int, int], words: list[str], formulas: ArabicFormulas) -> bool:
    """Whether words that close where the span does are a person's: two or more, none a common noun, none put in quotation marks."""
    if not 2 <= len(words) <= 5 or words[0].startswith("ال") or not all(word.replace(".", "").isalpha() for word in words):
        return False
    is_common = any(VOWELS.sub("", word) in formulas.nouns or formulas.verb.fullmatch(word) for word in words)
    return not is_common and _AFTER_NAME.match(text, span[1]) is not None


def without_object(text: str, phrase: tuple[int, int], formulas: ArabicFormulas) -> tuple[int, int]:
    """The subject of «أشاد», «وصف» without what it praises or describes: «أشاد المحافظ بالتعاون», «وصفت الوزارة الخيالية المزاعم»."""
    words = list(re.finditer(r"[^\s،,]+", text[slice(*phrase)]))
    for before, word in pairwise(words):
        is_next = before[0].startswith("ال") and before[0].endswith(("ية", "ي")) and word[0].startswith("ال") and not word[0].endswith(("ة", "ي")) and word[0] not in formulas.ranks
        if is_next or re.match(r"بال|بت\w{3}", word[0]):
            return phrase[0], phrase[0] + before.end()
    return phrase
