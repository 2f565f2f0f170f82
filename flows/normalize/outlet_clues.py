"""Clues in a text to its publisher: each place where a name stands as a publisher's name stands."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from flows.normalize.dateline import Dateline
from flows.normalize.language_data import LANGUAGES
from flows.normalize.outlet_cues import cues_around
from flows.normalize.registry import NameMatch, Outlet, Registry


@dataclass(frozen=True, slots=True)
class Clue:
    """One place in the text that speaks for one outlet as publisher.

    `name` is the match where the outlet names itself; None where it is an address.
    """

    outlet_id: str
    char_start: int
    char_end: int
    rule: str
    confidence: float
    name: NameMatch | None


_WINDOW = 130
_ANOTHER = re.compile(r"(?:издание|видання|газета|журнал|телеканал|агентство|агенція|сайт)\s+[«\"“„]?$", re.IGNORECASE)
_LONGEST_HEADLINE = 260
# No article names more outlets; what does is a list, and its head and foot are enough.
_MOST_NAMES = 400
_CREDITED = frozenset(("newspaper", "broadcaster", "radio", "magazine"))
# Outlets that also run mailboxes: an address there says nothing.
_MAIL_HOSTS = re.compile(
    r"(?:yahoo|gmail|hotmail|outlook|live|msn|aol|icloud|mail|inbox|list|bk|yandex|ya|rambler|ukr|i|meta|bigmir|gmx|web|t-online|freenet"
    r"|orange|free|laposte|sfr|wanadoo|libero|virgilio|tiscali|alice|wp|o2|onet|interia|seznam|centrum|naver|daum|hanmail|qq|163|126|sina"
    r"|sohu|uol|bol|terra|ig|globo|rediffmail|protonmail|proton)\.[a-z.]{2,6}"
)
_RULES_FOR_NAMES_ONLY = ("subscription.", "copyright.", "self_reference.interview_label")
_NAME_ENDS = re.compile(r"\s*(?:[.:!,;|»”\"()\n]|$|[^\W\d_a-zа-яіїєґё]|(?:в|у|на|in|on|auf|en|sur|su|no)\s)")
_INSIDE_SENTENCE = re.compile(r"[а-яёіїєґ],?[ ]$")
_NEIGHBOURS = frozenset(("ru", "uk", "be"))
_RUSSIAN_READ = frozenset(("UA", "BY", "KZ", "KG", "MD", "GE", "AM", "AZ", "UZ", "TJ", "TM", "LV", "LT", "EE"))
_WIDELY_QUOTED = LANGUAGES.parent / "widely_quoted.toml"
_OPENED = ("«", "“", "„", "\"")
_CLOSED = ("»", "”", "“", "\"", "’", "'", ",")
_OPENING = " \t«\"“„‘'([*"
_NEARBY = 45
_CLOSING = re.compile(r"^[»\"”“’'*]+(?!s\b)")
# A noun that says what the name is, between a cue and the name: «сообщили порталу X», «журналисты телеканала X».
_NOUN = re.compile(
    r"(?:^|(?<=[\s«\"(]))(?:ИА|РИА|ІА|СМИ|(?:информ|новостн|інформ|новостн\w+ |новинн\w+ |сетев\w+ |мережев\w+ |делов\w+ |ділов\w+ |информационн\w+ |інформаційн\w+ |интернет-|інтернет-|онлайн-)?(?:агентств|портал|сайт|газет"
    r"|издани|видання|инфогрупп|медиагрупп|медиахолдинг|информбюро|телеканал|канал|журнал(?!ист)|медиа|медіа|проект|ресурс|радиостанци|радіостанці|радио|радіо|еженедельник|тижневик)\w*|the)\s+[«\"“„]?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?P<mark>@|https?://(?:www\.)?|www\.)(?P<host>[A-Za-z0-9][A-Za-z0-9.-]{2,60})")
_TOP_DOMAIN = re.compile(r"\.[A-Za-z]{2,8}(?![\w@-])")
_LONGEST_DOMAIN = 40
_HOST_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_READ_MORE = re.compile(r"(?:подробн\w*|детал\w*|докладн\w*|читайте|read more|more|continue reading|full story|mehr|lire la suite|leer más|leia mais|czytaj)\W{0,4}$", re.IGNORECASE)
_OPENING_ONLY = re.compile(r"[\[(]?")
_NAME_DASH = re.compile(r"[\])]?\s[-–—]{1,2}\s(?:[^\W\d_a-zа-яіїєґё]|\d)")
_SUFFIX_BAR = re.compile(r"\s(?:\||•|»|::|/)\s$")
_SUFFIX_DASH = re.compile(r"\s[-–—]\s$")
_SIGNATURE_DRESS = re.compile(r"[\s.,©()\-–—*|:\"«»“”]*")
_LAST_WORD = re.compile(r"(\w++)\W{0,3}$")
# what the last word before a name ends with where the name is a credit
_PHOTO = ("фото", "photo", "foto", "bild", "image", "зображення", "изображение", "видео", "відео", "video", "иллюстрация",
          "коллаж", "колаж", "источник", "джерело", "source", "via", "quelle", "fuente", "fonte", "источники")  # fmt: skip
_SCREENSHOT = "скрин"


def find_clues(text: str, language: str, names: Sequence[NameMatch], dateline: Dateline | None, registry: Registry) -> list[Clue]:
    """All clues of the text, in text order."""
    clues = list(_dateline_clue(text, dateline, language, registry))
    labels: dict[str, int] = {}
    names = _with_domains(text, names, registry)
    for name in names if len(names) <= _MOST_NAMES else (*names[: _MOST_NAMES // 2], *names[-_MOST_NAMES // 2 :]):
        if dateline and dateline.char_start <= name.char_start < dateline.char_end:
            continue
        outlet = _outlet_of(name, language, registry)
        if outlet is None or not _writes_in(outlet, language) or not _is_whole_name(text, name):
            continue
        found = _clues_of_name(text, language, name, outlet, labels)
        if name.is_distinctive or _stands_as_name(text, name):
            clues += found
        elif text[name.char_start].isupper() and _NAME_ENDS.match(text, name.char_end):
            # «Подписывайтесь на X.», "© 2019 X": where only a name can stand, a common word is one too.
            clues += (clue for clue in found if clue.rule.startswith(_RULES_FOR_NAMES_ONLY))
    clues += _clues_of_addresses(text, registry)
    return sorted(clues, key=lambda clue: (clue.char_start, -clue.confidence))


def _with_domains(text: str, names: Sequence[NameMatch], registry: Registry) -> Sequence[NameMatch]:
    """The names and, as names too, the domains of known outlets that stand in the text as words («Ural56.ru»)."""
    taken = {name.char_start for name in names}
    found = []
    for dot in _TOP_DOMAIN.finditer(text):
        start = dot.start()
        if not (text[start - 1].isascii() and text[start - 1].isalnum()):
            continue
        lowest = max(0, start - _LONGEST_DOMAIN)
        while start > lowest and text[start - 1] in _HOST_CHARACTERS:
            start -= 1
        if start in taken or start == dot.start() or text[max(0, start - 1) : start] in ("@", "/"):
            continue
        domain = text[start : dot.end()].lower()
        outlet = registry.outlet_of_host(domain)
        if outlet is not None and domain in outlet.domains:
            found.append(NameMatch(start, dot.end(), (outlet.outlet_id,), True))
    return sorted((*names, *found), key=lambda name: name.char_start) if found else names


def _outlet_of(name: NameMatch, language: str, registry: Registry) -> Outlet | None:
    """The outlet a name means; where several share it, the only one that writes in the text's language."""
    outlets = [registry.outlets[i] for i in name.source_ids if i in registry.outlets]
    if len(outlets) > 1:
        outlets = [o for o in outlets if language.partition("-")[0] in o.languages]
    return outlets[0] if len(outlets) == 1 else None


def _stands_as_name(text: str, name: NameMatch) -> bool:
    """Whether a word that is also a common word stands here as a name.

    So it does in quotation marks, after «газета» or «портал», and, of two words or more, with a capital inside a sentence
    of a language that writes common words small.
    """
    before = text[max(0, name.char_start - 40) : name.char_start]
    if before[-1:] in _OPENED or _NOUN.search(before):
        return True
    if _is_shouted(text[name.char_start : name.char_end], before):
        return True
    has_two_words = " " in text[name.char_start : name.char_end]
    return has_two_words and text[name.char_start].isupper() and "\u0400" <= text[name.char_start] <= "\u04ff" and _INSIDE_SENTENCE.search(before) is not None


def _is_shouted(words: str, before: str) -> bool:
    """A word in capitals of its own, in a sentence that is not: so outlets write their names («писал ТАЙМЕР»)."""
    return len(words) >= 4 and words.isupper() and not before[-15:].isupper() and any(map(str.islower, before[-15:]))


def _is_whole_name(text: str, name: NameMatch) -> bool:
    """False where the match is the beginning of a longer name: «Дзеркало Коломиї», «НГ. Львів»."""
    rest = text[name.char_end : name.char_end + 2]
    if text[max(0, name.char_start - 1) : name.char_start] in _OPENED and name.char_start > 0:
        return rest[:1] in _CLOSED or (rest[:1] in " " and rest[1:] in _CLOSED)
    return name.is_distinctive or not (rest[:1] == " " and rest[1:].isupper())


@cache
def _widely_quoted() -> frozenset[str]:
    return frozenset(tomllib.loads(_WIDELY_QUOTED.read_text(encoding="utf-8"))["domains"])


def _is_quoted(outlet: Outlet) -> bool:
    """Whether others quote and reprint it every day: a news agency in several languages, a paper of record."""
    if outlet.kind == "agency" and not _NEIGHBOURS.issuperset(outlet.languages):
        return True
    return not _widely_quoted().isdisjoint(outlet.domains)


def _writes_in(outlet: Outlet, language: str) -> bool:
    """Whether the outlet can have published a text in the language: one of its own, or one that its country reads."""
    primary = language.partition("-")[0]
    if not outlet.languages or primary == "und" or primary in outlet.languages:
        return True
    if outlet.country in _RUSSIAN_READ:
        return primary == "ru" or (primary == "uk" and outlet.country == "UA") or (primary == "be" and outlet.country == "BY")
    return False


def _dateline_clue(text: str, dateline: Dateline | None, language: str, registry: Registry) -> Iterator[Clue]:
    """The agency in a dateline: publisher, unless it stands in brackets, as text supplied by an agency is marked."""
    if dateline is None or dateline.agency is None:
        return
    name = dateline.agency
    outlet = _outlet_of(name, language, registry)
    if outlet is None or not _writes_in(outlet, language):
        return
    opened = text[dateline.char_start : name.char_start]
    in_brackets = dateline.rule == "dateline.brackets" or opened.rfind("(") > opened.rfind(")")
    confidence = 0.5 if in_brackets and (outlet.kind == "agency" or _is_quoted(outlet) or dateline.place is None) else 0.95
    yield Clue(outlet.outlet_id, dateline.char_start, dateline.char_end, dateline.rule, confidence, name)


def _clues_of_name(text: str, language: str, name: NameMatch, outlet: Outlet, labels: dict[str, int]) -> Iterator[Clue]:
    """Clues from the place where one name stands."""
    nearest = max(0, name.char_start - _LONGEST_HEADLINE)
    line_start = max(nearest, text.rfind("\n", nearest, name.char_start) + 1)
    farthest = min(len(text), name.char_end + _LONGEST_HEADLINE)
    line_end = text.find("\n", name.char_end, farthest)
    line_end = farthest if line_end < 0 else line_end
    before = text[max(line_start, name.char_start - _WINDOW) : name.char_start]
    after = text[name.char_end : min(line_end, name.char_end + _WINDOW)]
    quoted = _is_quoted(outlet)

    def clue(rule: str, confidence: float) -> Clue:
        return Clue(outlet.outlet_id, name.char_start, name.char_end, rule, confidence, name)

    if len(before) + len(after) < 8 and _SIGNATURE_DRESS.fullmatch(before) and _SIGNATURE_DRESS.fullmatch(after):
        is_last = not text[line_end:].strip() if len(text) - line_end < _WINDOW else False
        if line_start > 0 and is_last and not text[nearest:line_start].rstrip().endswith(":"):
            is_address = "." in text[name.char_start : name.char_end]
            yield clue("signature.closing_line", _signature_confidence(before.strip(), is_address or outlet.kind in _CREDITED, quoted))
        return
    if line_start == 0 and line_end < len(text) and not after.strip():
        if _SUFFIX_BAR.search(before):
            yield clue("title.suffix", 0.93)
            return
        if _SUFFIX_DASH.search(before):
            yield clue("title.suffix", 0.3 if quoted or language in _NEIGHBOURS else 0.85)
            return
    if line_start > 0 and _OPENING_ONLY.fullmatch(before) and _NAME_DASH.match(after):
        # «Jakarta» left out: the line begins with the name and a dash, as sites in Asia open their stories.
        yield clue("dateline.name", 0.3 if quoted else 0.85 if "." in text[name.char_start : name.char_end] else 0.6)
        return
    if not before.strip() and after[:1] == ":" and line_start > 0:
        # In an interview the questions are marked with the name of the outlet; two letters may be a person's.
        if (quoted and len(text[name.char_start : name.char_end]) < 3) or "?" not in text[name.char_end : line_end]:
            return
        labels[outlet.outlet_id] = labels.get(outlet.outlet_id, 0) + 1
        if labels[outlet.outlet_id] == 2:
            yield clue("self_reference.interview_label", 0.9)
        return
    nearby = before[-_NEARBY:]
    if nearby.rstrip().endswith("©") and after.strip(" .") == "" and line_start > 0 and not text[line_end:].strip():
        yield clue("signature.copyright", 0.3 if quoted else 0.85)
        return
    last = _LAST_WORD.search(nearby)
    if last is not None and ((word := last[1].lower()).endswith(_PHOTO) or _SCREENSHOT in word):
        return
    # «Ранее издание «X» сообщало»: nobody calls itself so; the noun in the nominative marks another.
    trust = 0.6 if _ANOTHER.search(nearby) else 1.0
    stripped = before.rstrip(_OPENING)
    while noun := _NOUN.search(stripped[-_NEARBY:] + " "):
        stripped = stripped[: max(0, len(stripped) - _NEARBY) + noun.start()].rstrip(_OPENING)
    left, right = stripped.lower(), _CLOSING.sub("", after).lower()
    for cue in cues_around(left, right, before.rstrip() == stripped, language):
        yield clue(cue.rule, trust * (cue.quoted_confidence if quoted else cue.confidence))


def _signature_confidence(dress: str, may_be_source: bool, quoted: bool) -> float:
    """A closing line that is a name alone signs the text, with © doubly so; after a dash it points to a source.

    `may_be_source` where it is a domain, or a paper or station from which a website takes its texts.
    """
    if "©" in dress:
        return 0.3 if quoted else 0.9
    if dress or quoted:
        return 0.1 if dress and quoted else 0.3 if quoted else 0.5
    return 0.6 if may_be_source else 0.9


def _clues_of_addresses(text: str, registry: Registry) -> Iterator[Clue]:
    """Clues from e-mail addresses and links: a desk's own address, the link to the full story."""
    if "@" not in text and "://" not in text and "www." not in text:
        return
    for found in _ADDRESS.finditer(text):
        host = found["host"].lower().rstrip(".-").removeprefix("www.")
        outlet = registry.outlet_of_host(host) if "." in host else None
        if outlet is None:
            continue
        start = found.start("host")
        span = (outlet.outlet_id, start, start + len(found["host"].rstrip(".-")))
        if found["mark"] == "@":
            if not _MAIL_HOSTS.fullmatch(host):
                yield Clue(*span, "address.e_mail", 0.4 if _is_quoted(outlet) else 0.82, None)
        elif _READ_MORE.search(text, max(0, found.start() - 60), found.start()):
            is_last = len(text) - found.end() < _LONGEST_HEADLINE and "\n" not in text[found.end() :].rstrip()
            yield Clue(*span, "address.read_more", 0.82 if is_last else 0.6, None)
        else:
            yield Clue(*span, "address.link", 0.2, None)
