"""The subject before a Russian or Ukrainian verb of saying: right before it, apposed, or shared with another verb."""

from flows.normalize.attribution.language_cues import ADVERB, CONJUNCTION, GERUND, PEOPLE, PRONOUN, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.adjuncts import before_adjunct
from flows.normalize.attribution.slavic.bodies import body_before, owner_of_page_before
from flows.normalize.attribution.slavic.clause_subject import narrow_left
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.extent_left import start_left
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.phrase import AND, TO_WHOM, SlavicReader
from flows.normalize.attribution.slavic.subject_phrases import ABOUT, is_subject

# «при этом», «в свою очередь», «кроме того» between subject and verb
_ASIDES = (("со", "своей", "стороны"), ("зі", "свого", "боку"), ("зі", "своєї", "сторони"), ("при", "этом"), ("при", "цьому"), ("кроме", "того"), ("крім", "того"), ("окрім", "того"), ("вместе", "с", "тем"), ("в", "свою", "очередь"), ("у", "свою", "чергу"), ("в", "свою", "чергу"), ("в", "частности"), ("несколько", "раз"), ("кілька", "разів"), ("декілька", "разів"), ("не", "раз"))
_ENDS_OF_ASIDES = frozenset(aside[-1] for aside in _ASIDES)
_PAST_OF_ONE = ("л", "ла", "лся", "лась", "в", "вся", "лася")
WHO = frozenset(("который", "которая", "которые", "який", "яка", "які", "котрий", "котра"))


def skip_adverbs_left(s: Sentence, j: int, reader: SlavicReader) -> int:
    """Back over adverbs, asides and «это» that stand before a verb."""
    while j >= 0:
        if (s.flags[j] & ADVERB and not s.is_capitalised(j)) or s.lows[j] in ("не", "бы", "б", "же") or (s.lows[j] in TO_WHOM and j > 0 and s.is_word(j - 1)):
            j -= 1
            continue
        if j > 0 and ((s.lows[j] in ("это", "це") and s.is_word(j - 1) and (s.lows[j - 1], s.lows[j]) not in ABOUT) or _is_adverb(s, j, reader)):
            j -= 1
            continue
        if s.lows[j] not in _ENDS_OF_ASIDES:
            return j
        aside = next((a for a in _ASIDES if j >= len(a) and tuple(s.lows[j - len(a) + 1 : j + 1]) == a), None)
        if aside is None:
            return j
        j -= len(aside)
    return j


def _is_adverb(s: Sentence, j: int, reader: SlavicReader) -> bool:
    """Whether a small word says how one speaks («недвусмысленно заявил»), by its ending and the dictionary."""
    low = s.lows[j]
    if s.flags[j] or len(low) < 5 or not low.endswith(("о", "ски", "цки")) or not s.is_word(j) or s.is_capitalised(j) or s.names[j] is not None:
        return False
    form = reader.form(low)
    return not (form.noun or form.verb or reader.class_of(s, j))


def _has_clause(s: Sentence, v: int) -> bool:
    """Whether a clause of content follows the verb («заявила, що»)."""
    return any(s.words[k] == "," and s.lows[k + 1] in ("що", "что") for k in range(v + 1, min(v + 12, len(s) - 1)))


def _clause_before(s: Sentence, v: int) -> int:
    """Where the clause begins that a comma before the verb closes («Как пишет „Маяк“, Лыков поздравил гостей, отметив, что»)."""
    close = v - 1
    while close > 0 and s.words[close] != ",":
        close -= 1
    return next((k + 1 for k in range(close - 1, -1, -1) if s.words[k] in ",:;—–" and k + 1 < close), 0)


def _follows_a_verb(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether what begins at token k stands right after a verb that is no infinitive."""
    return k > 0 and s.is_word(k - 1) and not s.lows[k - 1].endswith(("ть", "ти", "чь", "ться", "тися")) and (bool(s.flags[k - 1] & VERB) or reader.form(s.lows[k - 1]).verb)


def _subject_of_main_verb(s: Sentence, first: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The full name right before the verb of the clause that a verbal adverb closes («На сборе тренер Иван Лыков поздравил всех, отметив, что»)."""
    main = next((k for k in range(first + 2, v - 1) if _is_past_verb(s, k, reader)), None)
    if main is None or not s.is_capitalised(main - 1) or not s.is_capitalised(main - 2) or "," in s.words[main:v - 1]:
        return None
    start = start_left(reader, s, main)
    named = narrow_left(s, start, main, main, reader) if start < main else None
    return named if named is not None and named.person and named.person == (main - 2, main) and is_subject(s, named, main, reader, after=False) else None


def _is_past_verb(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a small word is a verb in the past («поздравил», «привітала»)."""
    return s.is_word(k) and not s.is_capitalised(k) and s.lows[k].endswith(_PAST_OF_ONE) and ((form := reader.form(s.lows[k])).verb or bool(s.flags[k] & VERB)) and not form.noun


def shared_subject(s: Sentence, v: int, prev: int, reader: SlavicReader, number: int, is_report: bool, plural: bool,
    is_subordinate: bool = False) -> Mention | None:
    """«Труханов назвал это недопустимым и заявил»: the person who begins the sentence; `is_subordinate` for «записал видео, в котором заявил»."""
    is_gerund = is_subordinate or bool(s.flags[v] & GERUND) or s.lows[v].endswith("вши")
    first = _clause_before(s, v) if is_gerund else 0
    while first < prev and (not s.is_word(first) or s.flags[first] & (ADVERB | CONJUNCTION) or (first + 1 < len(s) and s.words[first + 1] == ":")):
        first += 1
    if is_gerund and s.words[v - 1] == ",":  # «Правду сказала Анна Лис, зазначивши, що»
        named = describe(reader, s, start_left(reader, s, v - 1), v - 1, alone=True)
        if named is not None and named.person and named.person[1] == v - 1 and is_subject(s, named, v, reader, after=False) and _follows_a_verb(s, named.first, reader):
            return make_mention(s, named, "subject", f"{reader.cues.language}.shared_subject", number, (v, v + 1))
        if (named := _subject_of_main_verb(s, first, v, reader)) is not None:
            return make_mention(s, named, "subject", f"{reader.cues.language}.shared_subject", number, (v, v + 1))
    end = _before_verb(s, first, end_right(reader, s, first), reader)
    begins = first < end <= prev and not (is_gerund and reader.form(s.lows[first]).verb and not s.is_capitalised(first))
    phrase = describe(reader, s, first, end, alone=True) if begins else None
    if phrase is None or not is_subject(s, phrase, v, reader, after=False):
        return None
    if phrase.person and plural and not is_gerund:
        return None  # «Птахів помітили і повідомили фахівцям»
    may_be_body = phrase.kind in ("body", "organisation", "person", "official", "unnamed") and (is_gerund or _has_clause(s, v))  # «Міністерство підтримало закон, зазначивши, що»
    if not phrase.person and (not may_be_body or _is_of_the_story(s, phrase, plural or is_gerund, reader)):
        return None
    going_on = (*reader.cues.groups["going_on"], *reader.cues.groups["only_after_speech"])
    if is_gerund and "," not in s.words[phrase.end : prev]:
        going_on = (*going_on, *(s.lows[k] for k in range(phrase.end, prev) if s.flags[k] & VERB))  # «Жители назвали ответ отпиской, заявив, что»
    if any((s.flags[k] & (PRONOUN | VERB) and s.lows[k] not in ("это", "це", "его", "її") and not s.lows[k].startswith(going_on)) or s.words[k] in ":;" for k in range(phrase.end, prev)):
        return None
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.shared_subject", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _before_verb(s: Sentence, first: int, end: int, reader: SlavicReader) -> int:
    """Where the phrase ends that a past verb cuts short («Мать героини выступила перед советом и подтвердила»)."""
    return next((k for k in range(first + 1, end) if _is_past_verb(s, k, reader) and not reader.form(s.lows[k]).adjective), end)


def _is_of_the_story(s: Sentence, phrase: Phrase, may_be_private: bool, reader: SlavicReader) -> bool:
    """Whether who shares the subject is told of and not cited: somebody without a name, a place before a date or in another case («ТИТОВСК, 17 ноя», «Осенью 2018»)."""
    lists = reader.cues.lists
    if phrase.head and (phrase.head.startswith(reader.cues.groups["culprits"]) or (not may_be_private and reader.form(phrase.head).lemma in lists["private"] | lists["somebody"])):
        return True
    if phrase.end + 1 < len(s) and s.words[phrase.end] == "," and s.words[phrase.end + 1].isdigit():
        return True
    form = reader.form(s.lows[phrase.first])
    return phrase.head is None and phrase.match is None and form.known and form.noun and not form.nominative


def begun_subject(s: Sentence, v: int, prev: int, reader: SlavicReader, number: int, is_report: bool) -> Mention | None:
    """«Иван Лыков участие в сделке отрицает»: the full name that begins the sentence, before what it speaks of."""
    if prev < 2 or not s.is_word(prev) or s.is_capitalised(prev) or not (s.is_capitalised(0) and s.is_capitalised(1)):
        return None
    phrase = describe(reader, s, 0, end_right(reader, s, 0), alone=True)
    if phrase is None or not phrase.person or phrase.person[1] - phrase.person[0] < 2 or phrase.end > prev or not is_subject(s, phrase, v, reader, after=False):
        return None
    if not all(s.is_word(k) and not s.flags[k] & (VERB | PRONOUN | CONJUNCTION) and not s.is_capitalised(k) and not (form := reader.form(s.lows[k])).verb and not (form.animate and form.nominative) for k in range(phrase.end, prev + 1)):
        return None
    if not any((form := reader.form(s.lows[k])).noun and form.accusative for k in range(phrase.end, min(phrase.end + 3, prev + 1))):
        return None
    rule = "report_verb.subject_before" if is_report else "speech_verb.subject_before"
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.{rule}", number, (v, v + 1), is_report=is_report)


def subject_before(s: Sentence, v: int, prev: int, plural: bool, is_report: bool, reader: SlavicReader, number: int) -> Mention | None:
    """The subject whose last token is `prev` or stands before it, left of the verb at token v."""
    if prev < 0:
        return None
    lang = reader.cues.language
    if s.words[prev] == ")":
        opening = next((k for k in range(prev - 1, max(-1, prev - 12), -1) if s.words[k] == "("), None)
        if opening is None or opening == 0:
            return None
        prev = opening - 1
    if s.flags[prev] & PRONOUN:
        return None
    if plural and (owner := owner_of_page_before(s, prev, reader, number)):
        return owner
    prev = before_adjunct(s, prev, reader)
    start = start_left(reader, s, prev + 1)
    if start > prev:
        return None
    if plural and (body := body_before(s, v, start, prev, reader, number, is_report)):
        return body
    phrase = narrow_left(s, start, prev + 1, v, reader)
    if phrase is None:
        return None
    first = phrase.first
    if plural and phrase.person and not (first and (s.lows[first - 1] in AND or s.words[first - 1] == ",")):
        return None  # one person does not «сообщили»
    if not phrase.person and phrase.kind in ("person", "official"):
        phrase = _name_before_title(s, phrase, v, reader) or phrase
    rule = "report_verb.subject_before" if is_report else "speech_verb.subject_before"
    return make_mention(s, phrase, "subject", f"{lang}.{rule}", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _name_before_title(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> Phrase | None:
    """«Иван Лыков, владелец и президент группы заявил»: the full name before a title that no comma closes."""
    comma = phrase.first - 1
    while comma > 0 and s.words[comma] != "," and (s.lows[comma] in AND or reader.class_of(s, comma) & PEOPLE):
        comma -= 1
    if comma < 2 or s.words[comma] != "," or not (s.is_capitalised(comma - 1) and s.is_capitalised(comma - 2)):
        return None
    named = describe(reader, s, start_left(reader, s, comma), comma, alone=True)
    return named if named and named.person and named.person[1] == comma and is_subject(s, named, v, reader, after=False) else None


def closes_name_apposed(s: Sentence, comma: int, reader: SlavicReader) -> bool:
    """«Один из советников, Николай Кисеев, сказал»: whether a name alone stands between the commas, after who bears it."""
    previous = next((k for k in range(comma - 1, max(-1, comma - 6), -1) if s.words[k] == ","), None)
    if previous is None or previous < 1 or not s.is_capitalised(previous + 1):
        return False
    head = any(reader.class_of(s, k) & PEOPLE or s.lows[k] in ("один", "одна") for k in range(max(0, previous - 6), previous))
    within = describe(reader, s, previous + 1, comma, alone=True) if head else None
    return bool(within and within.person and within.end == comma and within.first == previous + 1)


def _begins_aside(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a verbal adverb or a participle in the nominative begins a clause between commas («отвечая на вопрос», «приглашённый в студию»)."""
    low, groups = s.lows[k], reader.cues.groups
    if tuple(s.lows[k : k + 3]) in _ASIDES:
        return True  # «, со своей стороны, сообщили»
    if low.endswith(groups["gerunds"]) and reader.form(low).verb:
        return True
    return low.endswith(groups["participles"]) and (form := reader.form(low)).adjective and form.nominative


def subject_before_apposition(s: Sentence, v: int, comma: int, reader: SlavicReader, number: int, is_report: bool, plural: bool) -> Mention | None:
    """«Владимир Путин, президент РФ, сообщил», «Путин, отвечая на вопрос, сообщил»: the name before the apposition."""
    previous = next((k for k in range(comma - 1, max(-1, comma - 20), -1) if s.words[k] == ","), None)
    if previous is None or previous == 0:
        return None
    if closes_name_apposed(s, comma, reader):
        within = describe(reader, s, previous + 1, comma, alone=True)
        if not is_subject(s, within, v, reader, after=False):
            return None
        return make_mention(s, within, "subject", f"{reader.cues.language}.speech_verb.name_apposed", number, (v, v + 1), is_report=is_report, is_plural=plural)
    is_relative = s.lows[previous + 1].startswith(("котор", "яка", "який", "які", "яке")) or s.lows[previous + 1] in ("где", "де")
    is_aside = not is_relative and _begins_aside(s, previous + 1, reader)
    if not is_relative and not is_aside and not reader.class_of(s, previous + 1) & PEOPLE:
        return None
    start = start_left(reader, s, previous)
    phrase = narrow_left(s, start, previous, v, reader) if start < previous else None
    if is_relative and plural and (body := body_before(s, v, start, previous - 1, reader, number, is_report)):
        return body
    is_alone = is_relative or (is_aside and phrase is not None and reader.form(s.lows[phrase.first]).nominative)
    if phrase is None or not (phrase.person or (is_alone and phrase.kind != "document")):
        return None
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.speech_verb.subject_apposed", number, (v, v + 1), is_report=is_report, is_plural=plural)


def subject_before_relative(s: Sentence, v: int, who: int, reader: SlavicReader, number: int, is_report: bool, plural: bool) -> Mention | None:
    """«Звернулася потерпіла, яка розповіла, що»: the person before the relative pronoun at token `who`."""
    start = start_left(reader, s, who - 1)
    phrase = narrow_left(s, start, who - 1, v, reader) if start < who - 1 else None
    if phrase is None or phrase.end != who - 1 or not (phrase.person or (phrase.head and reader.form(phrase.head).lemma in reader.cues.lists["private"])):
        return None
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.speech_verb.subject_relative", number, (v, v + 1), is_report=is_report, is_plural=plural)
