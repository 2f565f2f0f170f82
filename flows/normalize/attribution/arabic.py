"""Citation formulas of Arabic: the verb of saying comes first, its subject after it."""

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.normalize.attribution.language_cues import LANGUAGES_DIR
from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch

_WORD = re.compile(r"[^\s،,.:؛!؟«»\"“”()\[\]|]+|[،,.:؛!؟«»\"“”()\[\]|]|\n")
_NO_QUOTES = str.maketrans("", "", "«»\"“”()")
_OPENING, _CLOSING = "«\"“", "»\"”"
_LONGEST_PHRASE, _LONGEST_NAME, _LONGEST_TITLE = 9, 5, 5
_HEAD = 200  # characters in which a dateline stands
_TOLD_TO = re.compile(r"\s*ل(\w+)")
# a noun with a possessive ending is the object of the verb, no longer its subject
_POSSESSED = re.compile(r"(?!ال)\w{3,}(?:ها|هم|هما|ته)$")
_WHEN = r"(?:\s+(?:اليوم|أمس|امس|مساء|صباح|يوم|فجر|ظهر|عصر|الليلة|السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة)(?!\w)){0,4}"
_CLAUSE = re.compile(_WHEN + r"(?:\s*[،,]\s*ال|\s*[،,]?\s*(?:[:«\"“]|(?:ب?[أإا]ن|ب?[أإا]ن[هّ]\w?)(?!\w)|(?:خلال|في|على|عن)\s))")


@dataclass(frozen=True, slots=True)
class ArabicFormulas:
    """The formulas of ar/citations.toml, compiled."""

    verb: re.Pattern[str]
    glued_verb: re.Pattern[str]
    report_verbs: frozenset[str]
    before: re.Pattern[str]
    kind_of_before: dict[str, str]
    stop: frozenset[str]
    pronouns: frozenset[str]
    nouns: dict[str, str]
    sources: frozenset[str]
    source_line: re.Pattern[str]
    channels: tuple[tuple[str, tuple[str, ...]], ...]


@functools.cache
def load_formulas() -> ArabicFormulas:
    """The formulas, read once."""
    with open(LANGUAGES_DIR / "ar" / "citations.toml", "rb") as file:
        data = tomllib.load(file)
    formulas, words = data["formulas"], data["words"]
    verbs = sorted([*formulas["report_verbs"], *formulas["speech_verbs"]], key=len, reverse=True)
    kinds = {phrase: kind for kind in ("according", "citing", "interview") for phrase in formulas[kind]}
    phrases = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(kinds, key=len, reverse=True))
    return ArabicFormulas(
        verb=re.compile(rf"(?<![\w])[وف]?({'|'.join(map(re.escape, verbs))})(?![\w])"),
        glued_verb=re.compile(rf"({'|'.join(map(re.escape, verbs))})(?![\w])"),
        report_verbs=frozenset(formulas["report_verbs"]),
        before=re.compile(rf"(?<![\w])[وف]?({phrases})"),
        kind_of_before=kinds,
        stop=frozenset(words["stop"].split()),
        pronouns=frozenset(words["pronouns"].split()),
        sources=frozenset(words["sources"].split()),
        source_line=re.compile(rf"^\s*(?:{'|'.join(map(re.escape, formulas['source_line']))})\s*[:：]\s*([^\n+،,]{{2,60}}?)\s*(?:[+،,][^\n]*)?$", re.MULTILINE),
        nouns={noun: kind for kind, nouns in data["nouns"].items() for noun in nouns.split()},
        channels=tuple((channel, tuple(names)) for channel, names in data["channels"].items()),
    )


def arabic_mentions(text: str, names: Sequence[NameMatch]) -> list[Mention]:
    """The sources that the text cites, in no particular order; spans may overlap."""
    formulas, found = load_formulas(), []
    for m in formulas.source_line.finditer(text):
        found.append(_mention(text, *m.span(1), "line", "ar.source_line", m.span(), formulas, names, is_report=True))
    for m in sorted([*formulas.verb.finditer(text), *_glued_verbs(text, names, formulas)], key=lambda m: m.start()):
        phrase = _phrase(text, m.end(), formulas)
        if phrase is None:
            continue
        mention = _mention(text, *phrase, "subject", "ar.verb_subject", m.span(), formulas, names, is_report=m[1] in formulas.report_verbs)
        told = None if mention.kind in ("outlet", "agency") else _told_to(text, phrase[1], formulas, names)
        if told is not None:
            found += [mention, told]
            continue
        is_clause = _CLAUSE.match(text, phrase[1]) is not None
        if mention.match or (formulas.nouns.get(text[phrase[0] : phrase[1]].split()[0]) == "official" and " " in text[phrase[0] : phrase[1]]) or (is_clause and (mention.kind != "person" or " " in mention.person)) or (mention.kind in ("body", "outlet") and mention.is_report):
            found.append(mention)
    for m in formulas.before.finditer(text):
        kind = formulas.kind_of_before[re.sub(r"\s+", " ", m[1])]
        is_open = m.end() < len(text) and not text[m.end()].isspace() and not m[1].endswith("ل")
        phrase = None if is_open else _phrase(text, m.end(), formulas)
        if phrase:
            form = "venue" if kind == "interview" else kind
            mention = _mention(text, *phrase, form, f"ar.{kind}", m.span(), formulas, names)
            if mention.match is None and mention.kind == "person":
                continue
            if form == "venue":
                mention.kind, mention.person, mention.channel = "outlet", None, "interview"
            found.append(mention)
    return found


def _glued_verbs(text: str, names: Sequence[NameMatch], formulas: ArabicFormulas) -> Iterator[re.Match[str]]:
    """Verbs written together with the name before them: pages lose the line break after a dateline («دنيا الوطنقال»)."""
    for name in names:
        if name.char_start < _HEAD and text[name.char_end : name.char_end + 1].isalpha() and (verb := formulas.glued_verb.match(text, name.char_end)):
            yield verb


def _told_to(text: str, end: int, formulas: ArabicFormulas, names: Sequence[NameMatch]) -> Mention | None:
    """The medium to which the subject spoke: «قال السيف لوكالة الأنباء»."""
    opened = _TOLD_TO.match(text, end)
    if opened is None or (noun := opened[1]) not in formulas.nouns or formulas.nouns[noun] != "outlet":
        return None
    phrase = _phrase(text, opened.start(1), formulas)
    if phrase is None:
        return None
    mention = _mention(text, *phrase, "venue", "ar.told_to", (opened.start(1) - 1, opened.start(1)), formulas, names)
    mention.kind, mention.person, mention.channel = "outlet", None, "interview"
    return mention


def _phrase(text: str, at: int, formulas: ArabicFormulas) -> tuple[int, int] | None:
    """Span of the noun phrase that begins at the offset; None where there is none or it is a pronoun."""
    start = end = None
    quoted, limit = False, _LONGEST_NAME
    for count, m in enumerate(_WORD.finditer(text, at)):
        word = m.group()
        if word in _OPENING and not quoted:
            if start is not None and text[start:end] not in formulas.nouns:
                break
            quoted = True
            start = m.start() if start is None else start
            end = m.end()
            continue
        if quoted:
            end = m.end()
            if word in _CLOSING or word == ")":
                break
            if word == "\n" or count > _LONGEST_PHRASE:
                return None
            continue
        if word == "(" and start is not None and formulas.nouns.get(text[start:end]) == "outlet":  # «وكالة (مثال)»
            quoted = True
            continue
        if not word[0].isalnum() or word in formulas.stop or word in formulas.pronouns or (start is not None and _POSSESSED.match(word)):
            break
        if start is not None and word[0] == "ل" and formulas.nouns.get(word[1:]) == "outlet":
            break  # «قال السيف لوكالة»: whom he told
        if start is not None and _is_object(text[start:end], word, formulas):
            break
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
    if formulas.nouns.get(words[0]) != "body" or not any(part.startswith(("ال", "لل")) for part in words):
        return False
    return not word.startswith(("ال", "لل", "ل", "و"))


def _mention(
    text: str, start: int, end: int, form: str, rule: str, cue: tuple[int, int], formulas: ArabicFormulas,
    names: Sequence[NameMatch], *, is_report: bool = False,
) -> Mention:
    words = text[start:end]
    first = words.split()[0].removeprefix("لل").removeprefix("ل")
    kind = formulas.nouns.get(words.split()[0]) or formulas.nouns.get(first) or formulas.nouns.get("ال" + first)
    channel = next((c for c, names in formulas.channels if any(n in text[end : end + 40] for n in names)), None)
    sentence = text.count(".", 0, start) + text.count("\n", 0, start)
    match = next((n for n in names if start <= n.char_start and n.char_end <= end), None)
    if match is None and (longer := next((n for n in names if start <= n.char_start < end < n.char_end), None)) is not None:
        match, end = longer, longer.char_end  # «شبكة سي إن إن»
        words = text[start:end]
    if match is not None and any(formulas.nouns.get(word) != "outlet" for word in text[start : match.char_start].translate(_NO_QUOTES).split()):
        match = None  # only part of what is named («رئيس جمعية الخليج»)
    if words.split()[0] in formulas.sources:
        form = "document" if form == "subject" else form
    if kind in (None, "official") and match is None:
        return Mention(start, end, kind or "person", form, rule, sentence, cue, channel, person=words.strip("«»\"“”"), is_report=is_report)
    kind = "person" if kind in (None, "official") else kind
    return Mention(start, end, kind, form, rule, sentence, cue, channel, match, is_report=is_report)
