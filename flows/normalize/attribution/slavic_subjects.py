"""Who says: the subject of a Russian or Ukrainian verb of saying."""

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    CARRIER,
    CONJUNCTION,
    OUTLET,
    PASSIVE,
    PEOPLE,
    PERCEPTION,
    PREPOSITION,
    PRONOUN,
    REPORT,
    SPEECH,
    TIME,
    VERB,
    WEAK,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic_bodies import body_before, body_in
from flows.normalize.attribution.slavic_description import describe
from flows.normalize.attribution.slavic_extent import end_right, start_left
from flows.normalize.attribution.slavic_mention import IN, closes_name, closes_title, make_mention
from flows.normalize.attribution.slavic_phrase import Phrase, SlavicReader
from flows.normalize.attribution.slavic_subject_phrases import (
    ABOUT,
    before_adjunct,
    before_time,
    is_subject,
    narrow_left,
    past_addressee,
    skip_adjunct,
    with_apposed_name,
)

_AS = {"как", "як"}
_WOULD = frozenset(("бы", "б", "би"))
_DURING = frozenset((("во", "время"), ("під", "час")))
_TO_WHOM = frozenset(("мне", "нам", "вам", "ему", "ей", "им", "мені", "йому", "їй", "їм"))
_PRESENT = ("ет", "ёт", "ют", "ит", "ят", "шут", "є", "ють", "ять", "уть", "ше")
_PLURAL = ("ли", "ют", "ят", "ут", "ат", "лись", "лися", "ть")
# «при этом», «в свою очередь», «кроме того» between subject and verb
_ASIDES = (("при", "этом"), ("при", "цьому"), ("кроме", "того"), ("крім", "того"), ("окрім", "того"), ("вместе", "с", "тем"), ("в", "свою", "очередь"), ("у", "свою", "чергу"), ("в", "свою", "чергу"), ("в", "частности"))


def _skip_adverbs_left(s: Sentence, j: int, reader: SlavicReader) -> int:
    """Back over adverbs, asides and «это» that stand before a verb."""
    while j >= 0:
        if (s.flags[j] & ADVERB and not s.is_capitalised(j)) or s.lows[j] in ("не", "бы", "б", "же"):
            j -= 1
            continue
        if j > 0 and ((s.lows[j] in ("это", "це") and s.is_word(j - 1)) or _is_adverb(s, j, reader)):
            j -= 1
            continue
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


def subject(s: Sentence, v: int, reader: SlavicReader, number: int, is_speech: bool = False) -> Mention | None:
    """Who says: the subject after or before the verb at token v; `is_speech` where the words beside it make it one."""
    if s.is_capitalised(v) and v > 0 and s.is_word(v - 1):
        return None
    flags = SPEECH if is_speech else s.flags[v]
    if (v and s.lows[v - 1] in ("не", "ни", "ні")) or any(w in ("подозрении", "підозру") for w in s.lows[v + 1 : v + 5]):
        return None
    if any(s.lows[k] in _WOULD for k in (v - 1, v + 1) if 0 <= k < len(s)):
        return None
    if s.lows[v].startswith(reader.cues.groups["bringing"]) and not any(s.flags[k] & CARRIER for k in range(max(0, v - 3), min(len(s), v + 4))):
        return None
    if flags & PERCEPTION and v + 1 < len(s) and s.lows[v + 1] in ("себя", "себе"):
        return None  # «показала себя не с лучшей стороны»
    if _writes_a_work(s, v, reader) or _calls_the_police(s, v, reader):
        return None
    if s.lows[v].startswith(reader.cues.groups["going_on"]) and v + 1 < len(s) and s.is_word(v + 1) and reader.form(s.lows[v + 1]).verb:
        return None
    if s.lows[v].startswith(reader.cues.groups["concluding"]) and any(w.startswith(reader.cues.groups["concluded"]) for w in s.lows[max(0, v - 3) : v + 7]):
        return None
    if s.lows[v].startswith(reader.cues.groups["with_clause"]) and not _has_content(s, v) and s.words[v - 1] not in ",—–-":
        return None
    plural = s.lows[v].endswith(_PLURAL)
    prev = _skip_adverbs_left(s, v - 1, reader)
    if prev > 1 and s.words[prev] == "," and s.flags[prev - 1] & TIME and (earlier := before_time(s, prev - 1)) < prev - 1:
        prev = earlier
    is_report = bool(flags & REPORT)
    about = prev >= 1 and (s.lows[prev - 1], s.lows[prev]) in ABOUT
    as_told = about or (prev >= 0 and s.lows[prev] in _AS) or _names_content(s, prev, reader)
    after_mark = prev >= 0 and not s.is_word(prev) and s.words[prev] != ")" and (not s.is_quote(prev) or not closes_name(s, prev))
    is_act = bool(flags & WEAK) and not (as_told or after_mark or _has_content(s, v) or _confirms(s, v, reader))
    posts = is_act and s.lows[v].startswith(reader.cues.groups["posting"]) and _on_a_platform(s, v, reader)
    if as_told or prev < 0 or after_mark or s.words[prev] == ")":
        options = ["after"]
        if prev >= 0 and s.words[prev] == ",":
            options.insert(0 if _closes_name_apposed(s, prev, reader) else 1, "apposed")
        elif (prev >= 0 and s.words[prev] == ")") or about:
            options.append("before")
    elif s.lows[prev] in ("и", "і", "й", "та", "а", "но", "але") and (posts or not is_act):
        options = ["shared", "after"]
    else:
        options = ["before", "after"]
    if s.lows[v].startswith(reader.cues.groups["holding"]) and not after_mark:
        options = ["after"] if prev >= 0 and s.is_quote(prev) and v and not closes_title(s, prev, reader) else ["before"]
    for option in options:
        if option == "after":
            mention = _subject_after(s, v, plural, is_report, reader, number)
        elif option == "apposed":
            mention = _subject_before_apposition(s, v, prev, reader, number, is_report, plural)
        elif option == "shared":
            mention = _shared_subject(s, v, prev, reader, number, is_report, plural)
        else:
            mention = _subject_before(s, v, prev - 2 if about else prev, plural, is_report, reader, number)
        if mention is None:
            continue
        if mention.person is None and mention.match is None and (
            mention.kind in ("person", "official", "unnamed") or (mention.kind == "body" and s.lows[v].startswith(reader.cues.groups["celebrating"]))
        ) and option == "before" and (
            s.lows[v].startswith(reader.cues.groups["taking_object"]) and not _has_content(s, v) and not as_told
        ):
            return None
        if option == "before" and mention.kind in ("outlet", "agency") and "after" in options:
            teller = _subject_after(s, v, plural, is_report, reader, number)
            if teller is not None and (teller.person or teller.form == "body" or teller.kind in ("person", "official", "unnamed", "body")):
                mention = teller
        if flags & PERCEPTION and mention.head in reader.cues.groups["finders"] and s.lows[v].startswith(("установ", "встанов", "выясн", "з'яс", "показ")):
            return mention if _has_content(s, v) else None
        if flags & PERCEPTION and not flags & (REPORT | SPEECH) and (mention.kind not in ("outlet", "agency") or (mention.match is None and mention.head is None)):
            return None
        if s.lows[v].startswith(reader.cues.groups["celebrating"]) and _is_common_word(s, mention):
            return None
        if posts and mention.person:
            return mention
        if is_act and not (mention.person and s.lows[v].startswith(reader.cues.groups["judging"]) and not _has_own_object(s, v)) and not (
            mention.kind in ("outlet", "agency") and mention.match is not None
            and (mention.match.is_distinctive or reader.is_quoted(s, mention.match))
        ):
            return None
        return mention
    return None






def _calls_the_police(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether the news went to the police, not to readers («сообщил о краже в полицию»)."""
    called = reader.cues.groups["called"]
    if not s.lows[v].startswith(("сообщ", "повідом")) or _has_content(s, v):
        return False
    for k in range(v + 1, min(v + 8, len(s))):
        if s.words[k] in ",:;":
            return False
        if s.lows[k] in called and s.lows[k - 1] != "на" and not s.is_quote(k - 1):
            return True
    return False


def _writes_a_work(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether what is written is a thing and no message («написал заявление»)."""
    return s.lows[v].startswith(("писа", "напис", "пиш")) and v + 1 < len(s) and any(w in reader.cues.groups["works"] for w in s.lows[v + 1 : v + 4])


def _shared_subject(s: Sentence, v: int, prev: int, reader: SlavicReader, number: int, is_report: bool, plural: bool) -> Mention | None:
    """«Труханов назвал это недопустимым и заявил»: the person who begins the sentence."""
    first = 0
    while first < prev and (not s.is_word(first) or s.flags[first] & (ADVERB | CONJUNCTION) or (first + 1 < len(s) and s.words[first + 1] == ":")):
        first += 1
    end = end_right(reader, s, first)
    phrase = describe(reader, s, first, end, alone=True) if first < end <= prev else None
    if phrase is None or not phrase.person or not is_subject(s, phrase, v, reader, after=False):
        return None
    if any((s.flags[k] & (PRONOUN | VERB) and s.lows[k] not in ("это", "це", "его", "її")) or s.words[k] in ":;" for k in range(phrase.end, prev)):
        return None
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.shared_subject", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _is_common_word(s: Sentence, mention: Mention) -> bool:
    """Whether a medium's name is a common word without quotation marks («отмечают День города»)."""
    match = mention.match
    return match is not None and not match.is_distinctive and not mention.head and s.text[match.char_start - 1 : match.char_start] not in "«“„\""


def _on_a_platform(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether a platform stands near the verb, after «в», «на» («опубликовал снимок на странице в Facebook»)."""
    platforms = ("telegram", "facebook", "x", "instagram", "youtube")
    return any(
        reader.cues.channel_of(s.lows[k]) in platforms and any(w in IN for w in s.lows[max(0, k - 3) : k])
        for k in range(max(1, v - 8), min(len(s), v + 12))
    )


def _has_own_object(s: Sentence, v: int) -> bool:
    """Whether the verb acts on what is the subject's own («подтвердил свой уровень»)."""
    return v + 1 < len(s) and s.lows[v + 1].startswith("сво")


def _names_content(s: Sentence, prev: int, reader: SlavicReader) -> bool:
    """Whether the words before the verb are what is told («Такие данные обнародовал …»)."""
    return any(s.lows[k] in reader.cues.groups["told"] and not (k and s.flags[k - 1] & PREPOSITION) for k in range(max(0, prev - 3), prev + 1))


def _confirms(s: Sentence, v: int, reader: SlavicReader) -> bool:
    """Whether the verb says that something is so or not («подтвердил факт аварии», «опровергла слухи», «подтвердил что»)."""
    return s.lows[v].startswith(reader.cues.groups["confirming"]) and any(
        w in ("что", "що") or w.startswith(reader.cues.groups["confirmed"]) for w in s.lows[v + 1 : v + 7]
    )


def _has_content(s: Sentence, v: int) -> bool:
    """Whether a clause with что follows the verb, or what it tells of («о», «про», «как»)."""
    if any(w in ("о", "об", "про", "как", "як", "скільки", "сколько") for w in s.lows[v + 1 : v + 4]) and s.lows[v].startswith(("расск", "розпов")):
        return True
    for k in range(v + 1, min(v + 12, len(s) - 1)):
        if s.words[k] == ",":
            return s.lows[k + 1] in ("как", "почему", "сколько", "як", "чому", "скільки", "що", "что", "що", "мол", "мовляв", "будто", "якобы", "нібито")
    return False


def _subject_after(s: Sentence, v: int, plural: bool, is_report: bool, reader: SlavicReader, number: int) -> Mention | None:
    j = v + 1
    addressed = False
    while j < len(s):
        flags = s.flags[j]
        addressed = addressed or bool(flags & ADDRESSEE)
        if s.lows[j] in ("об", "про", "о") and j + 1 < len(s) and s.lows[j + 1] in ("этом", "це"):
            j += 2
            continue
        if flags & TIME or (s.words[j].isdigit() and j + 1 < len(s) and s.flags[j + 1] & TIME):
            j += 1
            continue
        if s.names[j] is None and flags & (ADVERB | ADDRESSEE) and not (flags & OUTLET and not plural):
            j += 1
            continue
        if s.lows[j] in _TO_WHOM:
            j += 1
            continue
        if flags & PRONOUN and s.lows[j] not in ("его", "её", "ее", "их", "його", "її", "їх", "своей", "своем", "свой"):
            return None
        if flags & PRONOUN:
            j += 1
            continue
        if j + 2 < len(s) and (s.lows[j], s.lows[j + 1]) in _DURING:
            skip = skip_adjunct(s, j + 1, reader)
            if skip is None:
                return None
            j = skip
            continue
        if s.lows[j] in IN and j + 1 < len(s):
            if plural and (body := body_in(s, v, j, reader, number, is_report)):
                return body
            skip = skip_adjunct(s, j, reader)
            if skip is None:
                return None
            j = skip
            continue
        break
    if j >= len(s):
        return None
    if s.words[j] == "@" and j + 1 < len(s) and s.words[j + 1].isascii() and is_report:
        return make_mention(s, Phrase(j + 1, j + 2, "outlet", None, None, None, "telegram"), "subject", f"{reader.cues.language}.report_verb.handle", number, (v, v + 1), is_report=True)
    flags = s.flags[j]
    if flags & (VERB | CONJUNCTION | PREPOSITION | PASSIVE) or (not s.is_word(j) and not s.is_quote(j)):
        return None
    if s.is_quote(j) and not (s.closing_quote(j, 8) and j + 1 < len(s) and (s.is_capitalised(j + 1) or s.words[j + 1].isdigit())):
        return None
    if s.is_word(j) and not s.is_capitalised(j) and not reader.class_of(s, j) and reader.form(s.lows[j]).verb:
        return None
    j = past_addressee(s, j, reader)
    if s.lows[j] in IN and plural:
        return body_in(s, v, j, reader, number, is_report)
    end = end_right(reader, s, j)
    phrase = describe(reader, s, j, end, alone=True)
    told = phrase is not None and s.is_quote(phrase.first) and not phrase.person and _he_tells(s, v)
    if phrase is None or not (told or is_subject(s, phrase, v, reader, after=True)):
        if phrase is None or phrase.person or not (is_report and s.lows[v].endswith(_PRESENT) and s.is_capitalised(j) and not s.flags[j] and not _is_oblique(s.lows[j], reader)):
            return None
        phrase.kind = "outlet"
    if phrase.person and phrase.head is None and phrase.person[1] - phrase.person[0] == 1 and "-" in s.words[phrase.person[0]] and is_report:
        form = reader.form(s.words[phrase.person[0]])
        if not (form.surname or form.given_name) and s.lows[v].startswith(reader.cues.groups["only_media"]):
            phrase.person, phrase.kind = None, "organisation"  # «передает Спутник-Грузия»
    if phrase.kind == "organisation" and phrase.match is None and phrase.head is None and is_report and s.lows[v].startswith(reader.cues.groups["only_media"]):
        phrase.kind = "outlet"
    if phrase.kind not in ("outlet", "agency", "latin") and _has_pronoun_subject(s, v):
        return None
    rule = "report_verb.subject_after" if is_report else "speech_verb.subject_after"
    if s.lows[v].startswith(reader.cues.groups["commenting"]) and not (phrase.person or phrase.match or phrase.head):
        return None
    if phrase.person and phrase.head is None and phrase.first < phrase.person[0] and not s.is_capitalised(phrase.first):
        form = reader.form(s.lows[phrase.first])
        if form.known and form.noun and not form.nominative:
            phrase.first = phrase.person[0]  # «поделился планами Иван Лыков»
    phrase = with_apposed_name(s, phrase, v, reader)
    if _he_tells(s, v) and not phrase.person and phrase.match is None and (s.is_quote(phrase.first) or s.is_quote(phrase.first - 1)):
        phrase.kind = "outlet"
    if phrase.kind in ("outlet", "agency") and (addressed or _he_tells(s, v)) and not s.lows[v].endswith(_PRESENT):
        return make_mention(s, phrase, "venue", f"{reader.cues.language}.told", number, (v, v + 1), is_oblique=True)
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.{rule}", number, (v, v + 1), is_report=is_report, is_plural=plural)


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


def _subject_before(s: Sentence, v: int, prev: int, plural: bool, is_report: bool, reader: SlavicReader, number: int) -> Mention | None:
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
    prev = before_adjunct(s, prev, reader)
    start = start_left(reader, s, prev + 1)
    if start > prev:
        return None
    if plural and (body := body_before(s, v, start, prev, reader, number, is_report)):
        return body
    phrase = narrow_left(s, start, prev + 1, v, reader)
    if phrase is None:
        return None
    if plural and phrase.person and phrase.first == start and not (start and (s.lows[start - 1] in ("и", "і", "й", "та") or s.words[start - 1] == ",")):
        return None  # one person does not «сообщили»
    if not phrase.person and phrase.kind in ("person", "official"):
        phrase = _name_before_title(s, phrase, v, reader) or phrase
    rule = "report_verb.subject_before" if is_report else "speech_verb.subject_before"
    return make_mention(s, phrase, "subject", f"{lang}.{rule}", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _name_before_title(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> Phrase | None:
    """«Иван Лыков, владелец и президент группы заявил»: the full name before a title that no comma closes."""
    comma = phrase.first - 1
    while comma > 0 and s.words[comma] != "," and (s.lows[comma] in ("и", "і", "й", "та") or reader.class_of(s, comma) & PEOPLE):
        comma -= 1
    if comma < 2 or s.words[comma] != "," or not (s.is_capitalised(comma - 1) and s.is_capitalised(comma - 2)):
        return None
    named = describe(reader, s, start_left(reader, s, comma), comma, alone=True)
    return named if named and named.person and named.person[1] == comma and is_subject(s, named, v, reader, after=False) else None


def _closes_name_apposed(s: Sentence, comma: int, reader: SlavicReader) -> bool:
    """«Один из советников, Николай Кисеев, сказал»: whether a name alone stands between the commas, after who bears it."""
    previous = next((k for k in range(comma - 1, max(-1, comma - 6), -1) if s.words[k] == ","), None)
    if previous is None or previous < 1 or not s.is_capitalised(previous + 1):
        return False
    head = any(reader.class_of(s, k) & PEOPLE or s.lows[k] in ("один", "одна") for k in range(max(0, previous - 6), previous))
    within = describe(reader, s, previous + 1, comma, alone=True) if head else None
    return bool(within and within.person and within.end == comma and within.first == previous + 1)


def _subject_before_apposition(s: Sentence, v: int, comma: int, reader: SlavicReader, number: int, is_report: bool, plural: bool) -> Mention | None:
    """«Владимир Путин, президент РФ, сообщил»: the name before the apposition."""
    previous = next((k for k in range(comma - 1, max(-1, comma - 20), -1) if s.words[k] == ","), None)
    if previous is None or previous == 0:
        return None
    if _closes_name_apposed(s, comma, reader):
        within = describe(reader, s, previous + 1, comma, alone=True)
        if not is_subject(s, within, v, reader, after=False):
            return None
        return make_mention(s, within, "subject", f"{reader.cues.language}.speech_verb.name_apposed", number, (v, v + 1), is_report=is_report, is_plural=plural)
    is_relative = s.lows[previous + 1].startswith(("котор", "яка", "який", "які", "яке")) or s.lows[previous + 1] in ("где", "де")
    if not is_relative and not reader.class_of(s, previous + 1) & PEOPLE:
        return None
    start = start_left(reader, s, previous)
    phrase = narrow_left(s, start, previous, v, reader) if start < previous else None
    if is_relative and plural and (body := body_before(s, v, start, previous - 1, reader, number, is_report)):
        return body
    if phrase is None or not (phrase.person or (is_relative and phrase.kind != "document")):
        return None
    return make_mention(s, phrase, "subject", f"{reader.cues.language}.speech_verb.subject_apposed", number, (v, v + 1), is_report=is_report, is_plural=plural)
