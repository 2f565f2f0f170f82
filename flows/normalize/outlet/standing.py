"""Whether words that are an outlet's name, and perhaps also common words, stand in the text as its name."""

import re

from flows.normalize.registry import NameMatch

_INSIDE_SENTENCE = re.compile(r"[а-яёіїєґ],?[ ]$")
_IN_CAPITALS = re.compile(r"[^\W\d_a-zа-яіїєґё]{2}\W*$")
_OPENED = ("«", "“", "„", "\"")
_NAME_ENDS = re.compile(r"\s*(?:[-–—]{1,2}\s|[.:!,;|»”\"()\n]|$|[^\W\d_a-zа-яіїєґё]|['’]s\b|(?:в|у|на|in|on|auf|en|sur|su|no)\s)")
_CLOSED = ("»", "”", "“", "\"", "’", "'", ",")
_QUOTES, _BEFORE_NOUN = ("«", '"', "“", "„"), '«"('
# A noun that says what the name is, between a cue and the name: «сообщили порталу X», «журналисты телеканала X».
_NOUN_BEFORE = re.compile(
    r"(?:^|(?<=[\s«\"(]))(?:ИА|РИА|ІА|СМИ|(?:информ|новостн|інформ|новостн\w+ |новинн\w+ |сетев\w+ |мережев\w+ |делов\w+ |ділов\w+ |информационн\w+ |інформаційн\w+ |интернет-|інтернет-|онлайн-)?(?:агентств|портал|сайт|газет"
    r"|издани|видання|инфогрупп|медиагрупп|медиахолдинг|информбюро|телеканал|канал|журнал(?!ист|іст)|медиа|медіа|проект|ресурс|радиостанци|радіостанці|радио|радіо|еженедельник|тижневик)\w*|the)\s+[«\"“„]?$",
    re.IGNORECASE,
)

# what the last word begins with wherever that pattern matches
_NOUN_BEGINS = (
    "иа", "риа", "іа", "сми", "the", "информ", "новостн", "інформ", "интернет-", "інтернет-", "онлайн-", "агентств", "портал", "сайт", "газет", "издани",
    "видання", "инфогрупп", "медиагрупп", "медиахолдинг", "телеканал", "канал", "журнал", "медиа", "медіа", "проект", "ресурс", "радиостанци", "радіостанці",
    "радио", "радіо", "еженедельник", "тижневик",
)  # fmt: skip


def noun_before(words: str) -> re.Match[str] | None:
    """The noun that ends the words and says what the name after them is; told by the last word alone where there is none."""
    tail = words.rsplit(None, 2)
    last = tail[-2] if len(tail) > 1 and tail[-1] in _QUOTES else tail[-1] if tail else ""
    begins = last[max(map(last.rfind, _BEFORE_NOUN)) + 1 :].lower()
    return _NOUN_BEFORE.search(words) if begins.startswith(_NOUN_BEGINS) else None


def stands_as_name(text: str, name: NameMatch) -> bool:
    """Whether a word that is also a common word stands here as a name.

    So it does in quotation marks, after «газета» or «портал», and, of two words or more, with a capital inside a sentence
    of a language that writes common words small.
    """
    before = text[max(0, name.char_start - 40) : name.char_start]
    if before[-1:] in _OPENED or noun_before(before):
        return True
    if is_shouted(text, name):
        return True
    has_two_words = " " in text[name.char_start : name.char_end]
    return has_two_words and text[name.char_start].isupper() and "\u0400" <= text[name.char_start] <= "\u04ff" and _INSIDE_SENTENCE.search(before) is not None


def is_shouted(text: str, name: NameMatch) -> bool:
    """A word in capitals of its own, in a sentence that is not: so outlets write their names («писал ТАЙМЕР»)."""
    words, before = text[name.char_start : name.char_end], text[max(0, name.char_start - 40) : name.char_start]
    return len(words) >= 4 and words.isupper() and any(map(str.islower, before[-15:])) and not _IN_CAPITALS.search(before)


def is_whole_name(text: str, name: NameMatch) -> bool:
    """False where the match is the beginning of a longer name: «Дзеркало Коломиї», «НГ. Львів»."""
    rest = text[name.char_end : name.char_end + 2]
    if text[max(0, name.char_start - 1) : name.char_start] in _OPENED and name.char_start > 0:
        return rest[:1] in _CLOSED or (rest[:1] in " " and rest[1:] in _CLOSED)
    return name.is_distinctive or not (rest[:1] == " " and rest[1:].isupper())


def is_in_place_of_a_name(text: str, name: NameMatch) -> bool:
    """Whether the words, with a capital, end where a name ends («Подписывайтесь на X.», "© 2019 X", "X's newsletter")."""
    is_quoted = text[max(0, name.char_start - 1) : name.char_start] in _OPENED and name.char_start > 0
    first = text[name.char_start]
    return (first.isupper() or "\u0600" <= first <= "\u06ff") and not is_quoted and _NAME_ENDS.match(text, name.char_end) is not None
