"""The subject after a Russian or Ukrainian verb of saying."""

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    BODY,
    CARRIER,
    CONJUNCTION,
    OUTLET,
    PASSIVE,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.adjuncts import past_addressee, skip_adjunct
from flows.normalize.attribution.slavic.bodies import body_in
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import IN, make_mention
from flows.normalize.attribution.slavic.phrase import TO_WHOM, WHOSE, SlavicReader
from flows.normalize.attribution.slavic.subject_phrases import goes_with, is_subject, with_apposed_name

_DURING = frozenset((("во", "время"), ("під", "час")))
# «и сама певица»
_ALSO, _SELF = frozenset(("и", "і", "й")), frozenset(("сам", "сама", "сами", "самі"))
_OF = frozenset(("о", "об", "про"))
# how verbs end that tell of what somebody says now, as of media
PRESENT = ("ет", "ёт", "ют", "ит", "ят", "шут", "є", "ють", "ять", "уть", "ше")


def subject_after(s: Sentence, v: int, plural: bool, is_report: bool, reader: SlavicReader, number: int) -> Mention | None:
    """The subject that stands after the verb at token v, past adverbs, addressees and times; a medium told by a pronoun is a venue."""
    begins = _past_to_subject(s, v, plural, is_report, reader, number)
    if begins is None or isinstance(begins, Mention):
        return begins
    j, addressed = begins
    if s.words[j] == "@" and j + 1 < len(s) and s.words[j + 1].isascii() and is_report:
        return make_mention(s, Phrase(j + 1, j + 2, "outlet", None, None, None, "telegram"), "subject", f"{reader.cues.language}.report_verb.handle", number, (v, v + 1), is_report=True)
    if not _may_begin_subject(s, j, reader):
        return None
    j = past_addressee(s, j, reader)
    if s.lows[j] in IN and plural:
        return body_in(s, v, j, reader, number, is_report)
    phrase = _subject_at(s, v, j, is_report, reader)
    if phrase is None:
        return None
    if phrase.kind in ("outlet", "agency") and (addressed or _he_tells(s, v)) and not s.lows[v].endswith(PRESENT):
        if any(reader.cues.channel_of(s.lows[k]) == "interview" or s.flags[k] & CARRIER for k in range(v + 1, phrase.first)):
            return None  # «сказала она в комментарии „Маяку“» is read by its own cue
        return make_mention(s, phrase, "venue", f"{reader.cues.language}.told", number, (v, v + 1), is_oblique=True)
    rule = "report_verb.subject_after" if is_report else "speech_verb.subject_after"
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.{rule}", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _past_to_subject(s: Sentence, v: int, plural: bool, is_report: bool, reader: SlavicReader, number: int) -> tuple[int, bool] | Mention | None:
    """Where the subject begins and whether somebody is told; the body itself of «сообщили в полиции»."""
    j = _past_aside(s, v + 1, reader)
    addressed = False
    while j < len(s):
        addressed = addressed or bool(s.flags[j] & ADDRESSEE)
        if s.lows[j] == "для" and (told := _past_medium(s, j + 1)):
            j, addressed = told, True
            continue
        step = _past_words(s, v, j, plural, reader)
        if step == j and s.lows[j].startswith(reader.cues.groups["owned"]) and (medium := _medium_owned(s, j, reader)) is not None:
            return medium, addressed
        if step == j and s.lows[j] in IN and j + 1 < len(s):
            if plural and (body := body_in(s, v, j, reader, number, is_report)):
                return body
            step = skip_adjunct(s, j, reader)
        if step == j:
            return j, addressed
        if step is None:
            return None
        j = step
    return None


def _past_words(s: Sentence, v: int, j: int, plural: bool, reader: SlavicReader) -> int | None:
    """Past the words at token j that are not yet the subject, j where it may begin there; None where it cannot follow."""
    flags = s.flags[j]
    following = s.lows[j + 1] if j + 1 < len(s) else ""
    if s.lows[j] in ("об", "про", "о") and following in ("этом", "це"):
        return j + 2
    if s.lows[j] in IN and j + 1 < len(s) and s.flags[j + 1] & TIME:
        return j + 2  # «сообщили в среду в мэрии»
    if flags & TIME or (s.words[j].isdigit() and following and s.flags[j + 1] & TIME):
        return j + 1
    if s.words[j] == "," and s.flags[j - 1] & (TIME | ADVERB) and following.isdigit():
        return _past_date(s, j)
    if s.lows[j] in _ALSO and following in _SELF:
        return j + 2
    if s.lows[j] in _OF and not plural and v and not s.is_word(v - 1) and (skip := skip_adjunct(s, j, reader)) is not None and (
        s.lows[skip - 1] in _SELF or not reader.form(s.lows[skip]).genitive
    ):
        return skip  # «…», — рассказал о планах директор завода»
    if s.names[j] is None and flags & (ADVERB | ADDRESSEE) and not (flags & OUTLET and (not plural or _ends_clause(s, v, j, reader))):
        return j + 1
    if s.lows[j] in TO_WHOM or (j == v + 1 and s.lows[j] in _ALSO and _begins_person(s, j + 1, plural, reader)):
        return j + 1
    if flags & PRONOUN:
        return j + 1 if s.lows[j] in WHOSE else None
    if j + 2 < len(s) and (s.lows[j], following) in _DURING:
        return skip_adjunct(s, j + 1, reader)
    return j


def _begins_person(s: Sentence, k: int, plural: bool, reader: SlavicReader) -> bool:
    """Whether a noun for people stands at token k, for one person after an adjective too («и официальный представитель»)."""
    if not plural and k + 1 < len(s) and s.is_word(k) and not s.is_capitalised(k) and (form := reader.form(s.lows[k])).adjective and form.nominative and not s.flags[k]:
        k += 1
    return k < len(s) and bool(reader.class_of(s, k) & PEOPLE)


def _past_date(s: Sentence, comma: int) -> int:
    """Past the date that a comma parts from «сьогодні», «в четвер», and the comma after it."""
    k = comma + 1
    while k < len(s) and (s.words[k].isdigit() or s.flags[k] & TIME):
        k += 1
    if k == comma + 2:
        return comma  # a number alone is no date
    return k + 1 if k < len(s) and s.words[k] == "," else k


def _may_begin_subject(s: Sentence, j: int, reader: SlavicReader) -> bool:
    """Whether a noun phrase may begin at token j: a word that is no verb and no preposition, or a name in quotation marks."""
    if s.flags[j] & (VERB | CONJUNCTION | PREPOSITION | PASSIVE) or (not s.is_word(j) and not s.is_quote(j)):
        return False
    if s.is_quote(j):
        return bool(s.closing_quote(j, 8) and j + 1 < len(s) and (s.is_capitalised(j + 1) or s.words[j + 1][0].isdigit()))
    return bool(s.is_capitalised(j) or reader.class_of(s, j)) or not reader.form(s.lows[j]).verb


def _subject_at(s: Sentence, v: int, j: int, is_report: bool, reader: SlavicReader) -> Phrase | None:
    """The noun phrase at token j as the subject of the verb at v, with the name apposed to it."""
    phrase = describe(reader, s, j, end_right(reader, s, j), alone=True)
    if phrase is not None and (who := _past_object(s, phrase, v, reader)) > j:
        phrase = describe(reader, s, who, end_right(reader, s, who), alone=True)
    if phrase is None:
        return None
    he_tells = _he_tells(s, v)
    told = s.is_quote(phrase.first) and not phrase.person and he_tells
    if not (told or is_subject(s, phrase, v, reader, after=True)):
        if phrase.person or not (is_report and s.lows[v].endswith(PRESENT) and s.is_capitalised(j) and not s.flags[j] and not _is_oblique(s.lows[j], reader)):
            return None
        phrase.kind = "outlet"
    if is_report:
        _settle_medium(s, phrase, v, reader)
    if phrase.kind == "latin" and phrase.match is None and phrase.end == phrase.first + 1 and s.words[phrase.first].islower() and s.lows[v].endswith(PRESENT):
        phrase.kind = "outlet"  # «уточняет lesnews»
    if phrase.kind not in ("outlet", "agency", "latin") and _has_pronoun_subject(s, v):
        return None
    if s.lows[v].startswith(reader.cues.groups["commenting"]) and not (phrase.person or phrase.match or phrase.head):
        return None
    if phrase.person and phrase.head is None and phrase.first < phrase.person[0] and not s.is_capitalised(phrase.first):
        form = reader.form(s.lows[phrase.first])
        if form.known and form.noun and not form.nominative:
            phrase.first = phrase.person[0]  # «поделился планами Иван Лыков»
    phrase = with_apposed_name(s, phrase, v, reader)
    if he_tells and not phrase.person and phrase.match is None and (s.is_quote(phrase.first) or s.is_quote(phrase.first - 1)):
        phrase.kind = "outlet"
    return phrase


def _is_thing(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a noun for no living being stands there that a verb may act on."""
    form = reader.form(s.lows[k])
    return s.words[k].islower() and form.known and form.noun and form.accusative and not (form.animate or form.adjective or reader.class_of(s, k))


def _past_object(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> int:
    """Where the subject begins behind what the verb acts on («прокомментировал открытие маршрута первый заместитель», «комментирует происходящее житель»)."""
    if v and not s.is_word(v - 1) and _is_thing(s, phrase.first, reader) and phrase.first + 1 < phrase.end and s.is_capitalised(phrase.first + 1):
        named = describe(reader, s, phrase.first + 1, phrase.end, alone=True)
        return phrase.first + 1 if named is not None and named.person else phrase.first  # «…», – выразил уверенность Лыков
    head = next((k for k in range(phrase.first + 1, phrase.end) if reader.class_of(s, k) & PEOPLE and _is_who(s, k, reader)), None)
    if head is None or s.names[phrase.first] is not None or s.is_quote(phrase.first):
        return phrase.first
    who = head
    while who > phrase.first and s.is_word(who - 1) and goes_with(s, who - 1, head, reader):
        who -= 1
    form = reader.form(s.lows[phrase.first])
    is_whom = form.known and form.noun and form.animate and form.accusative and not form.nominative  # «заверил журналистов мэр»
    is_object = is_whom or (not form.animate and form.accusative and (form.noun or form.adjective) and not reader.class_of(s, phrase.first) & (PEOPLE | BODY | OUTLET))
    return who if who > phrase.first and is_object else phrase.first


def _is_who(s: Sentence, k: int, reader: SlavicReader) -> bool:
    form = reader.form(s.lows[k])
    return form.nominative and form.animate and not form.accusative


def _settle_medium(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> None:
    """Makes a medium of a name that the registry lacks, where only media do what the verb says («передает Спутник-Грузия»)."""
    brings_words = phrase.end < len(s) and s.lows[phrase.end] == "слова"  # «приводит Маяк-Юг слова министра»
    if not (brings_words or s.lows[v].startswith(reader.cues.groups["only_media"])) or phrase.head is not None:
        return
    if phrase.person and phrase.person[1] - phrase.person[0] == 1 and "-" in s.words[phrase.person[0]]:
        form = reader.form(s.words[phrase.person[0]])
        if not (form.surname or form.given_name):
            phrase.person, phrase.kind = None, "organisation"
    if phrase.kind == "organisation" and phrase.match is None:
        phrase.kind = "outlet"


def _ends_clause(s: Sentence, v: int, j: int, reader: SlavicReader) -> bool:
    """Whether a word that may be nominative is the last of its clause («, сообщают СМИ», «как пишут СМИ со ссылкой на»); not «соседи рассказали СМИ»."""
    if v and s.is_word(v - 1) and s.lows[v - 1] not in ("как", "як", "этом", "це") and not s.lows[v].startswith(reader.cues.groups["only_media"]):
        return False
    is_last = j + 1 >= len(s) or not s.is_word(j + 1) or s.lows[j + 1] in ("со", "із", "з") or (
        s.is_capitalised(j + 1) and reader.form(s.words[j + 1]).place and (j + 2 >= len(s) or not s.is_word(j + 2))  # «СМИ Румынии»
    )
    return is_last and reader.form(s.lows[j]).nominative


def _past_medium(s: Sentence, k: int) -> int | None:
    """Past a medium's name at token k, in quotation marks or in the registry, where words follow it («для „Маяка“ владелец»)."""
    end = k
    if k < len(s) and s.is_quote(k):
        end = (s.closing_quote(k, 8) or k - 1) + 1
    elif k < len(s) and s.names[k] is not None:
        end = s.past_name(k)
    return end if k < end < len(s) and s.is_word(end) else None


def _past_aside(s: Sentence, j: int, reader: SlavicReader) -> int:
    """Past «, коментуючи ситуацію,» that stands between the verb and its subject."""
    if j + 1 >= len(s) or s.words[j] != "," or not s.lows[j + 1].endswith(reader.cues.groups["gerunds"]) or not reader.form(s.lows[j + 1]).verb:
        return j
    return next((k + 1 for k in range(j + 2, min(j + 10, len(s) - 1)) if s.words[k] == ","), j)


def _medium_owned(s: Sentence, j: int, reader: SlavicReader) -> int | None:
    """Where the medium begins of which the words from token j say whose it is («принадлежащее Ивану Лисову издание „Маяк“»)."""
    return next((k for k in range(j + 1, min(j + 6, len(s))) if reader.class_of(s, k) & OUTLET and reader.form(s.lows[k]).nominative), None)


def _is_oblique(word: str, reader: SlavicReader) -> bool:
    form = reader.form(word)
    return form.known and not form.nominative and (form.genitive or form.locative or word.endswith(("у", "ю", "ою", "им", "ым", "ом")))


def _has_pronoun_subject(s: Sentence, v: int) -> bool:
    """Whether «он», «она» right before the verb is who speaks («Так он прокомментировал увольнение Максима Лыкова»)."""
    for k in range(v - 1, max(-1, v - 4), -1):
        if not s.is_word(k):
            return False
        if s.lows[k] in ("он", "она", "они", "мы", "він", "вона", "вони", "ми"):
            return True
    return False


def _he_tells(s: Sentence, v: int) -> bool:
    """Whether a pronoun is the subject of the verb («она рассказала РИА Новости»)."""
    return any(s.lows[k] in ("он", "она", "они", "він", "вона", "вони", "который", "которая", "который", "яка", "який") for k in range(max(0, v - 3), v))
