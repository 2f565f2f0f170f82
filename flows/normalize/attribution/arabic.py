"""Citation formulas of Arabic: the verb of saying comes first, its subject after it."""

import re
from collections.abc import Iterator, Sequence

from flows.normalize.attribution.arabic_formulas import ArabicFormulas, bare, load_formulas, matches_at, word_starts
from flows.normalize.attribution.arabic_phrases import (
    COMMA,
    OPENING,
    POSSESSED,
    VOWELS,
    phrase_at,
    with_name,
    without_object,
)
from flows.normalize.attribution.arabic_repeats import with_names_again
from flows.normalize.attribution.arabic_subjects import has_own_words, subject_first, subject_of_past
from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch

_NO_QUOTES = str.maketrans("", "", "«»\"“”()")
_HEAD = 200  # characters in which a dateline stands
_AGE = r"(?:\s*\(\d[^()\n]{1,12}\))?"
_TOLD_TO = re.compile(_AGE + r"\s*[،,]?\s*ل(\w+)")
_WHEN = r"(?:\s+(?:اليوم|أمس|امس|مساء|صباح|يوم|فجر|ظهر|عصر|الليلة|السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة)(?!\w)){0,4}"
# what is said of who speaks, up to the words («الذي يلعب دور الحارس ”…“», «بعد المباراة إنه»)
_ASIDE = r"(?:\s+(?:بعد|قبل|خلال|عقب|أثناء)\s+\S{2,15}(?:\s+\S{2,15})?(?=\s+إن)|\s*[،,]?\s+(?:الذي|التي|وهو|وهي)\s[^.\n؛:«\"“”]{2,70}?(?=[:«\"“”])|\s*[،,][^،,.\n؛:«\"“”]{3,60}[،,](?=\s*ب?[أإا]ن))?"
_CLAUSE = re.compile(r"(?:\s*\([^()\n]{2,20}\))?" + _WHEN + _ASIDE + r"(?:\s*[،,]\s*ال|\s*[،,]?\s*(?:[:«\"“”]|(?:ب?[أإا]ن|ب?[أإا]ن[هّ]\w?)(?!\w)|(?:خلال|في|على|علي|عن|من|إلى)\s))")
_FIRST_WORD = re.compile(r"[^\s،,.:؛«»\"“”()]+")
_SHORT_NAME = re.compile(r"[»\"”]?\s*\(([^()\n]{2,20})\)")
_TOLD_NAME = re.compile(_AGE + r"(?:\s+من\s[^،,.\n]{2,30})?\s*[،,]?\s*(ل)(?:ـ\s?|ل)?[«\"“(]?")
_WHEREIN = re.compile(r"\s+(?:فيها?|خلالها?)(?=\s)")  # «مقطع يؤكد فيه الوزير»
_COMMENTS = re.compile(r"[^.\n]{0,60}?(?:على|قائل|بالقول|[:«\"“”])")
_INTERVIEW = re.compile(r"مقابل|حوار|لقاء")
_RELAYED = re.compile(r"\s*عن\s+")
_ASCRIBED = re.compile(r"\s*إلى\s+")
_BESIDE = 12  # characters behind who adds a goal
_AGENCY_LINE = re.compile(r"(?:ال)?وكال(?:ة\s+\S|ات(?!\w))")
_ACCOUNT_WITHIN = 60  # characters from who posts to the platform («على حسابه الخاص على موقع …»)
_POSTED_ON = ("telegram", "facebook", "x", "instagram", "youtube")


def arabic_mentions(text: str, names: Sequence[NameMatch]) -> list[Mention]:
    """The sources that the text cites, in no particular order; spans may overlap."""
    formulas, found = load_formulas(), []
    for m in formulas.source_line.finditer(text):
        line = _mention(text, *m.span(1), "line", "ar.source_line", m.span(), formulas, names, is_report=True)
        if line.match is None and _AGENCY_LINE.match(text, *m.span(1)):
            line.kind = "agency"
        found.append(line)
    starts = word_starts(text, formulas.first_words)
    for m in sorted([*matches_at(formulas.verb, text, starts), *_glued_verbs(text, names, formulas)], key=lambda m: m.start()):
        found += _said(text, m, formulas, names)
    for m in matches_at(formulas.before, text, starts):
        kind = formulas.kind_of_before[re.sub(r"\s+", " ", m[1]).rstrip("ـ")]
        is_open = m.end() < len(text) and not text[m.end()].isspace() and not m[1].rstrip("ـ").endswith("ل")
        is_open = is_open or (m[1] == "صدر عن" and "بيان" not in text[m.end() : m.end() + 80])
        phrase = None if is_open else phrase_at(text, m.end(), formulas)
        if phrase:
            form = "venue" if kind == "interview" else kind
            mention = _mention(text, *phrase, form, f"ar.{kind}", m.span(), formulas, names)
            if text[slice(*phrase)] in formulas.sources and text.startswith("ال", phrase[0]):
                continue  # «بحسب المصدر نفسه»: named before
            if mention.match is None and mention.kind in ("person", "official") and mention.form == "according" and text[slice(*phrase)] in formulas.nouns:
                continue  # «بحسب المتحدث»: named before
            if "بيان" in m[1]:
                mention.channel = mention.channel or "press_service"
            if form == "according" and (mention.kind == "unnamed" or "بيان" in m[1]):
                mention.form = "document"
            if kind == "published":
                if mention.match is None or mention.kind not in ("outlet", "agency") or text.endswith("ما ", 0, m.start()):
                    continue
                mention.form = "according"
            is_told = " ما" in m[1] or "لما " in m[1] or m[1].startswith("حسبما ")
            if m[1].endswith((" في", " على")) and mention.kind == "person":
                continue  # «وفقا لما ورد في القرار»
            is_quoted = form == "venue" and text[phrase[0]] in OPENING
            if mention.match is None and mention.kind == "person" and not is_told and not is_quoted:
                continue
            if form == "venue":
                mention.kind, mention.person = "outlet", None
                mention.channel = "interview" if _INTERVIEW.search(m[1]) else None
            found.append(mention)
    return with_names_again(text, found, formulas)


def _said(text: str, m: re.Match[str], formulas: ArabicFormulas, names: Sequence[NameMatch]) -> list[Mention]:
    """Who says what the verb of saying introduces, whom he told it, and whom he has it from."""
    verb = bare(m[1])
    if verb == "ذكر" and text.endswith("على ", 0, m.start()):
        return []  # «لا يأتي على ذكر الوزير»
    if verb in ("تابع", "تابعت") and text.startswith((" ل", " في"), m.end()):
        return []  # «قيادي تابع لجماعة»
    wherein = _WHEREIN.match(text, m.end())
    at = m.end() if wherein is None else wherein.end()
    had_said = subject_of_past(text, m.start(), formulas) or subject_first(text, m, formulas)
    phrase = had_said or phrase_at(text, at, formulas)
    if phrase is None:
        told = _told_to(text, m.end(), formulas, names)
        return [told] if told is not None else []  # «وقال لـ"رويترز" إن»
    phrase = with_name(text, _before_told(text, phrase, names), formulas)
    phrase = without_object(text, phrase, formulas) if verb in formulas.reacting_verbs else phrase
    is_report = verb in formulas.report_verbs or verb in formulas.relaying_verbs or verb in formulas.showing_verbs
    mention = _mention(text, *phrase, "subject", "ar.verb_subject", m.span(), formulas, names, is_report=is_report)
    if verb in formulas.reacting_verbs:
        return [mention] if _reacts(text, m, phrase, mention, formulas) else []
    if verb in ("اضاف", "اضافت") and not formulas.goals.isdisjoint(text[phrase[0] : phrase[1] + _BESIDE].split()):
        return []  # «أضاف اللاعب الهدف الثاني»
    if verb in ("علق", "علقت") and _COMMENTS.match(text, phrase[1]) is None:
        return []  # «علق إضرابه»
    if verb in formulas.posting_verbs and mention.kind not in ("outlet", "agency"):
        mention.channel = _platform(text, mention.char_end, formulas)
        return [mention] if mention.channel else []
    return _spoke(text, m, phrase, mention, formulas, names, is_before=had_said is not None)


def _before_told(text: str, phrase: tuple[int, int], names: Sequence[NameMatch]) -> tuple[int, int]:
    """The phrase without the registered medium that it ends in, whom somebody told («مسؤول أمريكي لرويترز»)."""
    told = next((n.char_start - 1 for n in names if phrase[0] < n.char_start - 1 < phrase[1] and text[n.char_start - 2 : n.char_start] == " ل"), None)
    return phrase if told is None else (phrase[0], len(text[:told].rstrip()))


def _reacts(text: str, verb: re.Match[str], phrase: tuple[int, int], mention: Mention, formulas: ArabicFormulas) -> bool:
    """Whether somebody named welcomes or condemns in words that the text gives."""
    words = text[slice(*phrase)].split()
    is_somebody = mention.match is not None or (formulas.nouns.get(words[0]) in ("official", "body", "organisation") and len(words) > 1)
    return is_somebody and mention.kind not in ("outlet", "agency", "document") and has_own_words(text, verb, phrase[1], formulas)


def _spoke(
    text: str, m: re.Match[str], phrase: tuple[int, int], mention: Mention, formulas: ArabicFormulas, names: Sequence[NameMatch], *, is_before: bool
) -> list[Mention]:
    """Who says something, if it is somebody who may be cited, whom he told it, and whom he has it from."""
    verb = bare(m[1])
    relayed = _relayed(text, phrase[1], m, formulas, names) if verb in formulas.relaying_verbs else []
    told = None if mention.kind in ("outlet", "agency") else _told_to(text, phrase[1], formulas, names)
    if told is not None:
        is_named_before = text[slice(*phrase)] in formulas.sources and text.startswith("ال", phrase[0])
        return [told] if is_named_before else [mention, told]
    if verb in formulas.showing_verbs and verb not in formulas.report_verbs:
        return [mention] if mention.kind == "document" else []
    words = text[phrase[0] : phrase[1]].split()
    if words[0] in formulas.states and mention.kind == "person":
        return relayed
    if verb in formulas.relaying_verbs and not relayed and mention.kind not in ("outlet", "agency") and mention.match is None:
        return []  # «نقل المصاب إلى المستشفى»
    if len(words) == 1 and words[0].startswith("ال") and (mention.kind == "document" or words[0] in formulas.sources):
        return relayed  # named before
    is_clause = is_before or _CLAUSE.match(text, phrase[1]) is not None or _is_titled_after(text, phrase, formulas)
    is_source = (
        mention.match is not None
        or (formulas.nouns.get(words[0]) in ("official", "person") and len(words) > 1)
        or (is_clause and (mention.kind != "person" or " " in mention.person or (words[0] not in formulas.nouns and _is_surname(text, *phrase))))
        or (mention.kind in ("body", "organisation", "outlet", "document") and mention.is_report)
        or (mention.kind == "outlet" and not OPENING.isdisjoint(text[slice(*phrase)]))
        or (words[0] in formulas.sources and len(words) > 1)
    )
    return [mention, *relayed] if is_source else relayed


def _is_titled_after(text: str, phrase: tuple[int, int], formulas: ArabicFormulas) -> bool:
    """Whether a title follows a name of two words between commas («سامي مثال، وزير العمل،»)."""
    comma = COMMA.match(text, phrase[1])
    title = comma and _FIRST_WORD.match(text, comma.end())
    return " " in text[slice(*phrase)] and title is not None and formulas.nouns.get(VOWELS.sub("", title.group())) in ("official", "person")


def _is_surname(text: str, start: int, end: int) -> bool:
    """Whether the text has named in full before whom it now calls by one word («محمد باقر مثال … وقال مثال»)."""
    word = text[start:end]
    if word.startswith("ال") or not word.isalpha() or POSSESSED.match(word):
        return False
    at = text.rfind(f" {word}", 0, start)
    before = text[max(0, at - 30) : at].split()[-2:] if at > 0 else []
    return len(before) == 2 and before[1].isalpha() and not before[1].startswith("ال") and before[1] not in load_formulas().stop and not text[at + len(word) + 1].isalpha()


def _relayed(text: str, at: int, verb: re.Match[str], formulas: ArabicFormulas, names: Sequence[NameMatch]) -> list[Mention]:
    """Whom a medium quotes: «نقلت الوكالة عن مصدر أمني قوله»."""
    opened = (_ASCRIBED if verb[1].startswith("نسب") else _RELAYED).match(text, at)
    phrase = phrase_at(text, opened.end(), formulas) if opened else None
    if phrase is None:
        return []
    return [_mention(text, *phrase, "citing", "ar.relayed", verb.span(), formulas, names)]


def _platform(text: str, end: int, formulas: ArabicFormulas) -> str | None:
    """The platform on whose account somebody posts: «على حسابه على تويتر»."""
    after = text[end : end + _ACCOUNT_WITHIN].split(".")[0].split("\n")[0]
    return next((c for c, words in formulas.channels if c in _POSTED_ON and any(w in after for w in words)), None)


def _glued_verbs(text: str, names: Sequence[NameMatch], formulas: ArabicFormulas) -> Iterator[re.Match[str]]:
    """Verbs written together with the name before them: pages lose the line break after a dateline («دنيا الوطنقال»)."""
    for name in names:
        if name.char_start < _HEAD and text[name.char_end : name.char_end + 1].isalpha() and (verb := formulas.glued_verb.match(text, name.char_end)):
            yield verb


def _told_to(text: str, end: int, formulas: ArabicFormulas, names: Sequence[NameMatch]) -> Mention | None:
    """The medium to which the subject spoke: «قال السيف لوكالة الأنباء»."""
    if (named := _TOLD_NAME.match(text, end)) is not None:
        at = named.end()
        match = next((n for n in names if (at - 2 <= n.char_start <= at and n.is_distinctive) or n.char_start == at), None)
        if match is not None:
            return Mention(match.char_start, match.char_end, "outlet", "venue", "ar.told_to", text.count(".", 0, at) + text.count("\n", 0, at), named.span(1), None, match)
    opened = _TOLD_TO.match(text, end)
    if opened is None or (noun := opened[1]) not in formulas.nouns or formulas.nouns[noun] != "outlet":
        return None
    phrase = phrase_at(text, opened.start(1), formulas)
    if phrase is None:
        return None
    mention = _mention(text, *phrase, "venue", "ar.told_to", (opened.start(1) - 1, opened.start(1)), formulas, names)
    mention.kind, mention.person, mention.channel = "outlet", None, None
    return mention


def _mention(
    text: str, start: int, end: int, form: str, rule: str, cue: tuple[int, int], formulas: ArabicFormulas,
    names: Sequence[NameMatch], *, is_report: bool = False,
) -> Mention:
    words = text[start:end]
    first = VOWELS.sub("", words.split()[0]).removeprefix("لل").removeprefix("ل")
    kind = formulas.nouns.get(VOWELS.sub("", words.split()[0])) or formulas.nouns.get(first) or formulas.nouns.get("ال" + first)
    kind = None if kind == "person" else kind
    if kind == "outlet" and first.endswith("وكالة") and not formulas.state_agencies.isdisjoint(words.split()[1:]):
        kind = "organisation"
    channel = next((c for c, names in formulas.channels if any(n in text[end : end + 40].split(".")[0] for n in names)), None)
    sentence = text.count(".", 0, start) + text.count("\n", 0, start)
    match = next((n for n in names if start <= n.char_start and n.char_end <= end), None)
    if match is None and (longer := next((n for n in names if start <= n.char_start < end < n.char_end), None)) is not None:
        match, end = longer, longer.char_end  # «شبكة سي إن إن»
        words = text[start:end]
    if match is None and kind == "outlet" and (short := _SHORT_NAME.match(text, end)) is not None:
        match = next((n for n in names if short.start(1) <= n.char_start and n.char_end <= short.end(1)), None)
        if match is not None:  # «وكالة الأنباء (مثال)»
            return Mention(start, end, kind, form, rule, sentence, cue, channel, match, is_report=is_report)
    if match is not None and text[match.char_start : match.char_end] in formulas.nouns and match.char_start == start:
        match = None  # «قال البيان»: the statement
    if match is not None and any(formulas.nouns.get(word) != "outlet" for word in text[start : match.char_start].translate(_NO_QUOTES).split()):
        match = None  # only part of what is named («رئيس جمعية الخليج»)
    if match is not None and kind is None and match.char_start == start:
        end = match.char_end  # «أكد ترامب عزم البلاد»
        words = text[start:end]
    if words.split()[0] in formulas.sources:
        form = "document" if form == "subject" else form
    if kind in (None, "official") and match is None:
        return Mention(start, end, kind or "person", form, rule, sentence, cue, channel, person=words.strip("«»\"“”"), is_report=is_report)
    kind = "person" if kind in (None, "official") else kind
    return Mention(start, end, kind, form, rule, sentence, cue, channel, match, is_report=is_report)
