"""Clues in a text to its publisher: each place where a name stands as a publisher's name stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.normalize.dateline import Dateline
from flows.normalize.outlet.compounds import with_compounds
from flows.normalize.outlet.cues import OutletCue, cues_around
from flows.normalize.outlet.domains import with_domains
from flows.normalize.outlet.standing import (
    is_in_place_of_a_name,
    is_shouted,
    is_whole_name,
    noun_before,
    stands_as_name,
)
from flows.normalize.outlet.traits import EAST_SLAVIC, gives_interviews, is_quoted, writes_in
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
_PRESS = frozenset(("newspaper", "broadcaster", "radio"))
_INTERVIEWS = frozenset(f"self_reference.{what}" for what in ("told_us", "comment", "interview", "dialogue", "contacted", "asked"))
_RULES_FOR_NAMES_ONLY = ("subscription.", "copyright.", "self_reference.interview_label")
_OPENING = " \t«\"“„‘'([*"
_NEARBY = 45
# "X : متابعات": what the desk has from others
_DESK = re.compile(r"\s*:\s*(?:متابعات|متابعة|خاص|تقرير|وكالات)\s*")
_CLOSING = re.compile(r"^[»\"”“’'*]+(?!s\b)")
_ADDRESS = re.compile(r"(?P<mark>@|\(at\)|https?://(?:www\.)?|www\.)(?P<host>[A-Za-z0-9][A-Za-z0-9.-]{2,60})")
_READ_MORE = re.compile(r"(?:подробн\w*|детал\w*|докладн\w*|читайте|read more|more|continue reading|full story|mehr|lire la suite|leer más|leia mais|czytaj)\W{0,4}$", re.IGNORECASE)
_OPENING_ONLY = re.compile(r"[\[(]?")
_NAME_DASH = re.compile(r"[\])]?\s?[-–—]{1,2}\s(?:[^\W\d_a-zа-яіїєґё]|\d)")
_SUFFIX_BAR = re.compile(r"\s(?:\||•|»|::|/)\s$")
_SUFFIX_DASH = re.compile(r"\s[-–—]\s$")
_SIGNATURE_DRESS = re.compile(r"[\s.,©()\-–—*|:\"«»“”]*")
_PERSON = r"[^\W\d_a-zа-яіїєґё][\w'’.-]+(?: [^\W\d_a-zа-яіїєґё][\w'’.-]+){1,2}"
_AUTHOR_BEFORE = re.compile(rf"\s*{_PERSON}, (?:(?:специально )?для |спеціально для |for (?:the )?|für |pour |para )?(?:(?:ИА|ІА|РИА) )?[«\"“]?")
_AUTHOR_AFTER = re.compile(rf"[»\"”]?, {_PERSON}\.?\s*")
# over the signs in reverse: from the end on there is one place to look at
_LAST_WORD = re.compile(r"\n?\W{0,3}(\w+)")
# what the last word before a name ends with where the name is a credit
_PHOTO = ("фото", "photo", "foto", "bild", "image", "зображення", "изображение", "видео", "відео", "video", "иллюстрация",
          "коллаж", "колаж", "источник", "джерело", "source", "via", "quelle", "fuente", "fonte", "источники")  # fmt: skip
_SCREENSHOT = "скрин"
# what the last word before a name begins with where the name is a source: «сообщает ДЕЛЬФИ»
_REPORTS = ("сообща", "сообщи", "переда", "пиш", "пис", "напис", "повідом", "інформу", "информир")
_SOURCE_LINE = re.compile(r"(?:.*[.!?»\"]\s?)?(?:источник|джерело|source|quelle|fuente|fonte)\s?:\s?[«\"“]?", re.IGNORECASE)


def find_clues(text: str, language: str, names: Sequence[NameMatch], dateline: Dateline | None, registry: Registry) -> list[Clue]:
    """All clues of the text, in text order."""
    clues = list(_dateline_clue(text, dateline, language, registry))
    labels: dict[str, int] = {}
    names = with_compounds(text, language, with_domains(text, names, registry), registry)
    for name in names if len(names) <= _MOST_NAMES else (*names[: _MOST_NAMES // 2], *names[-_MOST_NAMES // 2 :]):
        if dateline and dateline.char_start <= name.char_start < dateline.char_end:
            continue
        outlet = _outlet_of(name, language, registry)
        if outlet is None or not writes_in(outlet, language):
            continue
        found = _clues_of_name(text, language, name, outlet, labels)
        if is_whole_name(text, name) and (name.is_distinctive or stands_as_name(text, name)):
            clues += found
        elif is_in_place_of_a_name(text, name):
            # Where only a name can stand, a common word is one too.
            rules = "dateline." if language == "ar" else _RULES_FOR_NAMES_ONLY
            clues += (clue for clue in found if clue.rule.startswith(rules))
    clues += _clues_of_addresses(text, registry)
    return sorted(clues, key=lambda clue: (clue.char_start, -clue.confidence))


def _outlet_of(name: NameMatch, language: str, registry: Registry) -> Outlet | None:
    """The outlet a name means; where several share it, the only one that writes in the text's language."""
    outlets = [registry.outlets[i] for i in name.source_ids if i in registry.outlets]
    if len(outlets) > 1:
        outlets = [o for o in outlets if language.partition("-")[0] in o.languages]
    return outlets[0] if len(outlets) == 1 else None


def _dateline_clue(text: str, dateline: Dateline | None, language: str, registry: Registry) -> Iterator[Clue]:
    """The agency in a dateline: publisher, unless it stands in brackets, as text supplied by an agency is marked."""
    if dateline is None or dateline.agency is None:
        return
    name = dateline.agency
    outlet = _outlet_of(name, language, registry)
    if outlet is None or not writes_in(outlet, language):
        return
    opened = text[dateline.char_start : name.char_start]
    in_brackets = dateline.rule == "dateline.brackets" or opened.rfind("(") > opened.rfind(")")
    confidence = 0.5 if in_brackets and (outlet.kind == "agency" or is_quoted(outlet) or dateline.place is None) else 0.95
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
    quoted = is_quoted(outlet)

    def clue(rule: str, confidence: float) -> Clue:
        return Clue(outlet.outlet_id, name.char_start, name.char_end, rule, confidence, name)

    if len(before) + len(after) < 8 and _SIGNATURE_DRESS.fullmatch(before) and _SIGNATURE_DRESS.fullmatch(after):
        is_last = not text[line_end:].strip() if len(text) - line_end < _WINDOW else False
        if after.strip() == ":" and text.count("\n", 0, line_start) == 1 and not is_last:
            yield clue("dateline.label", 0.3 if quoted else 0.85)
        elif line_start > 0 and is_last and not text[nearest:line_start].rstrip().endswith(":"):
            is_address = "." in text[name.char_start : name.char_end]
            yield clue("signature.closing_line", _signature_confidence(before.strip(), is_address or outlet.kind in _CREDITED, quoted))
        return
    if line_start > 0 and _is_author_line(before, after) and not text[line_end:].strip():
        yield clue("signature.author", 0.3 if quoted else 0.85)
        return
    if line_start == 0 and line_end < len(text) and not after.strip():
        if _SUFFIX_BAR.search(before):
            yield clue("title.suffix", 0.93)
            return
        if _SUFFIX_DASH.search(before):
            yield clue("title.suffix", 0.3 if quoted or language in EAST_SLAVIC else 0.85)
            return
    if line_start > 0 and _OPENING_ONLY.fullmatch(before) and _NAME_DASH.match(after):
        # «Jakarta» left out: the line begins with the name and a dash, as sites in Asia open their stories.
        is_plain = "." in text[name.char_start : name.char_end] or language == "ar"
        yield clue("dateline.name", 0.3 if quoted else 0.85 if is_plain else 0.6)
        return
    if language == "ar" and not before.strip() and _DESK.fullmatch(after) and text.count("\n", 0, line_start) == 1:
        yield clue("dateline.label", 0.3 if quoted else 0.85)
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
    last = _LAST_WORD.match(nearby[::-1])
    word = last[1][::-1].lower() if last is not None else ""
    if word and "." in text[name.char_start : name.char_end] and _SOURCE_LINE.fullmatch(before) and not text[name.char_end :].strip(" .»\""):
        # «Источник: X.ru» at the very end: sites name themselves by their address, others by their name.
        yield clue("signature.source", 0.1 if quoted else 0.82)
        return
    if word.endswith(_PHOTO) or _SCREENSHOT in word:
        return
    if name.is_distinctive and not quoted and before[-1:] == " " and is_shouted(text, name) and not _is_written_so(outlet, text[name.char_start : name.char_end]):
        is_reported = word.startswith(_REPORTS)
        yield clue("self_reference.capitals", 0.3 if is_reported else 0.82 if "\u0400" <= text[name.char_start] <= "\u04ff" else 0.65)
    # «Ранее издание «X» сообщало»: nobody calls itself so; the noun in the nominative marks another.
    trust = 0.6 if _ANOTHER.search(nearby) and not _is_address(text[name.char_start : name.char_end]) else 1.0
    stripped = before.rstrip(_OPENING)
    while noun := noun_before(stripped[-_NEARBY:] + " "):
        stripped = stripped[: max(0, len(stripped) - _NEARBY) + noun.start()].rstrip(_OPENING)
    left, right = stripped.lower(), _CLOSING.sub("", after).lower()
    for cue in cues_around(left, right, before.rstrip() == stripped, language):
        yield clue(cue.rule, (trust if cue.rule.startswith("self_reference.") else 1.0) * _confidence(cue, outlet, quoted))


def _confidence(cue: OutletCue, outlet: Outlet, quoted: bool) -> float:
    """How far a cue is trusted for the outlet: what a large outlet was told is quoted by others."""
    if quoted or (cue.rule in _INTERVIEWS and gives_interviews(outlet)):
        return cue.quoted_confidence
    return cue.press_confidence if outlet.kind in _PRESS else cue.confidence


def _is_written_so(outlet: Outlet, words: str) -> bool:
    """Whether everybody writes the name in capitals, so that they say nothing."""
    return "." in words or len(words) < 5 or outlet.name.isupper() or any(form.isupper() for form in outlet.names.values())


def _is_address(words: str) -> bool:
    """«CAR.RU»: a name that is the address of the site."""
    return "." in words and words.isascii()


def _is_author_line(before: str, after: str) -> bool:
    """«Иван Выдумкин, X» or «ИА X, Иван Выдумкин»: the line of the author, and nothing else."""
    if not after.strip(" .»”\""):
        return _AUTHOR_BEFORE.fullmatch(before) is not None
    if len(after) >= 40 or _AUTHOR_AFTER.fullmatch(after) is None:
        return False
    noun = noun_before(before)
    return not (before[: noun.start()] if noun else before).strip(_OPENING)


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
    if "@" not in text and "(at)" not in text and "://" not in text and "www." not in text:
        return
    for found in _ADDRESS.finditer(text):
        host = found["host"].lower().rstrip(".-").removeprefix("www.")
        outlet = registry.outlet_of_host(host) if "." in host else None
        if outlet is None:
            continue
        start = found.start("host")
        span = (outlet.outlet_id, start, start + len(found["host"].rstrip(".-")))
        if found["mark"] in ("@", "(at)"):
            if not _MAIL_HOSTS.fullmatch(host):
                yield Clue(*span, "address.e_mail", 0.4 if is_quoted(outlet) else 0.82, None)
        elif _READ_MORE.search(text, max(0, found.start() - 60), found.start()):
            is_last = len(text) - found.end() < _LONGEST_HEADLINE and "\n" not in text[found.end() :].rstrip()
            yield Clue(*span, "address.read_more", 0.82 if is_last else 0.6, None)
        else:
            yield Clue(*span, "address.link", 0.2, None)
