"""Citation formulas of Arabic: the verb of saying comes first, its subject after it."""

import re
from collections.abc import Iterator, Sequence

from flows.normalize.attribution.arabic_formulas import ArabicFormulas, load_formulas, matches_at, word_starts
from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch

_WORD = re.compile(r"[^\s،,.:؛!؟«»\"“”()\[\]|]+|[،,.:؛!؟«»\"“”()\[\]|]|\n")
_VOWELS = re.compile("[\u064b-\u0652\u0670]")  # marks that are seldom written («أنّ», «المُتحدث»)
_NO_QUOTES = str.maketrans("", "", "«»\"“”()")
_OPENING, _CLOSING = "«\"“", "»\"”"
_SHORT_QUOTED = re.compile(r"[«\"“][^\s«»\"“”]+(?:\s[^\s«»\"“”]+){0,2}[»\"”]")
_LONGEST_PHRASE, _LONGEST_NAME, _LONGEST_TITLE = 9, 5, 5
_HEAD = 200  # characters in which a dateline stands
_TOLD_TO = re.compile(r"\s*[،,]?\s*ل(\w+)")
# a noun with a possessive ending is the object of the verb, no longer its subject
_POSSESSED = re.compile(r"(?!ال)\w{3,}(?:ها|هم|هما|ته)$")
_WHEN = r"(?:\s+(?:اليوم|أمس|امس|مساء|صباح|يوم|فجر|ظهر|عصر|الليلة|السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة)(?!\w)){0,4}"
# what is said of who speaks, up to the words («الذي يلعب دور الحارس ”…“», «بعد المباراة إنه»)
_ASIDE = r"(?:\s+(?:بعد|قبل|خلال|عقب|أثناء)\s+\S{2,15}(?:\s+\S{2,15})?(?=\s+إن)|\s*[،,]?\s+(?:الذي|التي|وهو|وهي)\s[^.\n؛:«\"“”]{2,70}?(?=[:«\"“”]))?"
_CLAUSE = re.compile(r"(?:\s*\([^()\n]{2,20}\))?" + _WHEN + _ASIDE + r"(?:\s*[،,]\s*ال|\s*[،,]?\s*(?:[:«\"“”]|(?:ب?[أإا]ن|ب?[أإا]ن[هّ]\w?)(?!\w)|(?:خلال|في|على|علي|عن|من|إلى)\s))")
_SHORT_NAME = re.compile(r"[»\"”]?\s*\(([^()\n]{2,20})\)")
_TOLD_NAME = re.compile(r"(?:\s+من\s[^،,.\n]{2,30})?\s*[،,]?\s*(ل)(?:ـ\s?|ل)?[«\"“(]?")
_INTERVIEW = re.compile(r"مقابل|حوار|لقاء")
_COMMA = re.compile(r"\s*[،,]\s*")
_RELAYED = re.compile(r"\s*عن\s+")
_ASCRIBED = re.compile(r"\s*إلى\s+")
_AGENCY_LINE = re.compile(r"(?:ال)?وكال(?:ة\s+\S|ات(?!\w))")
# «كان الوزير قد قال», «يشار إلى أن الوزارة، قد أعلنت»
_HAD_SAID = re.compile(r"(?<!\w)(?:و?كانت?\s+(?=[^.\n؛:«\"“]{3,90}$)|أن\s+(?=[^.\n؛:«\"“]{3,70}\sقد\s+$))")
_BEFORE_VERB = re.compile(r"(?:\s+في\s+[^\s،,]+)?[\s،,]*(?:قد\s+)?")
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
        kind = formulas.kind_of_before[re.sub(r"\s+", " ", m[1])]
        is_open = m.end() < len(text) and not text[m.end()].isspace() and not m[1].endswith("ل")
        is_open = is_open or (m[1] == "صدر عن" and "بيان" not in text[m.end() : m.end() + 80])
        phrase = None if is_open else _phrase(text, m.end(), formulas)
        if phrase:
            form = "venue" if kind == "interview" else kind
            mention = _mention(text, *phrase, form, f"ar.{kind}", m.span(), formulas, names)
            if mention.match is None and mention.kind in ("person", "official") and mention.form == "according" and text[slice(*phrase)] in formulas.nouns:
                continue  # «بحسب المتحدث»: named before
            if form == "according" and (mention.kind == "unnamed" or "بيان" in m[1]):
                mention.form = "document"
            if kind == "published":
                if mention.match is None or mention.kind not in ("outlet", "agency") or text.endswith("ما ", 0, m.start()):
                    continue
                mention.form = "according"
            is_told = " ما" in m[1] or "لما " in m[1] or m[1].startswith("حسبما ")
            if m[1].endswith((" في", " على")) and mention.kind == "person":
                continue  # «وفقا لما ورد في القرار»
            is_quoted = form == "venue" and text[phrase[0]] in _OPENING
            if mention.match is None and mention.kind == "person" and not is_told and not is_quoted:
                continue
            if form == "venue":
                mention.kind, mention.person = "outlet", None
                mention.channel = "interview" if _INTERVIEW.search(m[1]) else None
            found.append(mention)
    return _with_media_named_before(text, found, formulas)


def _with_media_named_before(text: str, found: list[Mention], formulas: ArabicFormulas) -> list[Mention]:
    """The mentions, «الصحيفة» ("the paper") being the medium cited before it, and gone where none was."""
    kept: list[Mention] = []
    medium = None
    for mention in sorted(found, key=lambda m: m.char_start):
        words = text[mention.char_start : mention.char_end]
        if mention.match is None and words.startswith("ال") and formulas.nouns.get(words) == "outlet":
            if medium is None:
                continue
            mention.match = medium
        if mention.kind in ("outlet", "agency") and mention.match is not None:
            medium = mention.match
        kept.append(mention)
    return kept


def _said(text: str, m: re.Match[str], formulas: ArabicFormulas, names: Sequence[NameMatch]) -> list[Mention]:
    """Who says what the verb of saying introduces, whom he told it, and whom he has it from."""
    verb = m[1]
    if verb == "ذكر" and text.endswith("على ", 0, m.start()):
        return []  # «لا يأتي على ذكر الوزير»
    had_said = _subject_of_past(text, m.start(), formulas)
    phrase = had_said or _phrase(text, m.end(), formulas)
    if phrase is None:
        told = _told_to(text, m.end(), formulas, names)
        return [told] if told is not None else []  # «وقال لـ"رويترز" إن»
    phrase = _with_rank(text, phrase, formulas)
    is_report = verb in formulas.report_verbs or verb in formulas.relaying_verbs or verb in formulas.showing_verbs
    mention = _mention(text, *phrase, "subject", "ar.verb_subject", m.span(), formulas, names, is_report=is_report)
    if verb in formulas.posting_verbs and mention.kind not in ("outlet", "agency"):
        mention.channel = _platform(text, mention.char_end, formulas)
        return [mention] if mention.channel else []
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
    is_clause = had_said is not None or _CLAUSE.match(text, phrase[1]) is not None or _is_titled_after(text, phrase, formulas)
    is_source = (
        mention.match is not None
        or (formulas.nouns.get(words[0]) in ("official", "person") and len(words) > 1)
        or (is_clause and (mention.kind != "person" or " " in mention.person or (words[0] not in formulas.nouns and _is_surname(text, *phrase))))
        or (mention.kind in ("body", "organisation", "outlet", "document") and mention.is_report)
        or (words[0] in formulas.sources and len(words) > 1)
    )
    return [mention, *relayed] if is_source else relayed


def _with_rank(text: str, phrase: tuple[int, int], formulas: ArabicFormulas) -> tuple[int, int]:
    """The title of an office with the name that follows it between commas («المتحدث باسم القيادة، الرائد سامي مثال،»)."""
    comma = _COMMA.match(text, phrase[1])
    if comma is None or formulas.nouns.get(_VOWELS.sub("", text[slice(*phrase)].split()[0])) != "official":
        return phrase
    named = _phrase(text, comma.end(), formulas)
    words = text[slice(*named)].split() if named else []
    return (phrase[0], named[1]) if len(words) > 1 and words[0] in formulas.ranks else phrase


def _is_titled_after(text: str, phrase: tuple[int, int], formulas: ArabicFormulas) -> bool:
    """Whether a title follows a name of two words between commas («سامي مثال، وزير العمل،»)."""
    comma = _COMMA.match(text, phrase[1])
    title = comma and _WORD.match(text, comma.end())
    return " " in text[slice(*phrase)] and title is not None and formulas.nouns.get(_VOWELS.sub("", title.group())) in ("official", "person")


def _is_surname(text: str, start: int, end: int) -> bool:
    """Whether the text has named in full before whom it now calls by one word («محمد باقر مثال … وقال مثال»)."""
    word = text[start:end]
    if word.startswith("ال") or not word.isalpha() or _POSSESSED.match(word):
        return False
    at = text.rfind(f" {word}", 0, start)
    before = text[max(0, at - 30) : at].split()[-2:] if at > 0 else []
    return len(before) == 2 and before[1].isalpha() and not before[1].startswith("ال") and before[1] not in load_formulas().stop and not text[at + len(word) + 1].isalpha()


def _subject_of_past(text: str, verb: int, formulas: ArabicFormulas) -> tuple[int, int] | None:
    """Who stands between «كان» and its verb: «وكان الوزير قد قال»."""
    if "كان" not in text[max(0, verb - 100) : verb] and "قد" not in text[max(0, verb - 4) : verb]:
        return None
    opened = next(reversed(list(_HAD_SAID.finditer(text, max(0, verb - 100), verb))), None)
    if opened is None or (phrase := _phrase(text[:verb], opened.end(), formulas)) is None:
        return None
    between = _BEFORE_VERB.match(text, phrase[1])
    return phrase if phrase[1] < verb and between.end() >= verb else None


def _relayed(text: str, at: int, verb: re.Match[str], formulas: ArabicFormulas, names: Sequence[NameMatch]) -> list[Mention]:
    """Whom a medium quotes: «نقلت الوكالة عن مصدر أمني قوله»."""
    opened = (_ASCRIBED if verb[1].startswith("نسب") else _RELAYED).match(text, at)
    phrase = _phrase(text, opened.end(), formulas) if opened else None
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
    phrase = _phrase(text, opened.start(1), formulas)
    if phrase is None:
        return None
    mention = _mention(text, *phrase, "venue", "ar.told_to", (opened.start(1) - 1, opened.start(1)), formulas, names)
    mention.kind, mention.person, mention.channel = "outlet", None, None
    return mention


def _phrase(text: str, at: int, formulas: ArabicFormulas) -> tuple[int, int] | None:
    """Span of the noun phrase that begins at the offset; None where there is none or it is a pronoun."""
    start = end = None
    quoted, limit = False, _LONGEST_NAME
    for count, m in enumerate(_WORD.finditer(text, at)):
        word = m.group()
        if word in _OPENING and not quoted:
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
                if formulas.nouns.get(_VOWELS.sub("", text[start:end].split()[0])) != "official":
                    break
                quoted, limit = False, count + 4  # «رئيس حزب "المثال" سامي مثال»
            if word == "\n" or count > _LONGEST_PHRASE:
                return None
            continue
        if word == "(" and start is not None and formulas.nouns.get(text[start:end].split()[-1]) == "outlet":  # «موقع وكالة (مثال)»
            quoted = True
            continue
        word = _VOWELS.sub("", word)
        if word == "/" and start is not None and text[start:end].split()[-1] in formulas.ranks:
            continue  # «الرائد / سامي مثال»
        if not word[:1].isalnum() or word in formulas.stop or word in formulas.pronouns or (start is not None and _POSSESSED.match(word)):
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


def _mention(
    text: str, start: int, end: int, form: str, rule: str, cue: tuple[int, int], formulas: ArabicFormulas,
    names: Sequence[NameMatch], *, is_report: bool = False,
) -> Mention:
    words = text[start:end]
    first = _VOWELS.sub("", words.split()[0]).removeprefix("لل").removeprefix("ل")
    kind = formulas.nouns.get(_VOWELS.sub("", words.split()[0])) or formulas.nouns.get(first) or formulas.nouns.get("ال" + first)
    kind = None if kind == "person" else kind
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
