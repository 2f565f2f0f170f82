"""Citation formulas of Russian and Ukrainian sentences."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    BODY,
    CARRIER,
    CONJUNCTION,
    DOCUMENT,
    OUTLET,
    PASSIVE,
    PEOPLE,
    PERCEPTION,
    PREPOSITION,
    PRONOUN,
    REPORT,
    SPEECH,
    TIME,
    UNNAMED,
    VERB,
    WEAK,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic_phrase import Phrase, SlavicReader

_ABOUT = {("об", "этом"), ("про", "це"), ("о", "чем"), ("о", "чём"), ("про", "що"), ("об", "етом"), ("про", "це")}
_AS = {"как", "як"}
_IN = {"в", "во", "у", "на"}
# how the short names of state bodies and companies begin
_BODY_STARTS = (
    "держ", "гос", "рос", "укр", "мін", "мин", "нац", "обл", "міськ", "гор", "ген", "центр", "пенс", "погран", "прикордон",
    "спец", "антикор", "фіск", "фиск", "казна", "київ", "киев", "мос", "бел", "каз",
)
_COUNTRY_STARTS = ("росі", "росси", "украин", "україн", "казах", "казан", "белор", "білор", "беларус", "горлов", "киеве", "києві", "моск")
_CONTENT = {"данные", "дані", "информацию", "інформацію", "статистику", "результаты", "результати", "заявление", "слова", "подробности", "подробиці", "показатели", "цифры"}
_JUDGED = ("призна", "визна", "осуд", "засуд", "раскритик", "розкритик", "опроверг", "спростув", "предрек", "подтверд", "підтверд")
_FINDERS = frozenset(("следствие", "слідство", "экспертиза", "експертиза", "следователи", "слідчі", "правоохранители", "правоохоронці", "полицейские", "поліцейські", "ученые", "учёные", "вчені", "науковці", "исследователи", "дослідники", "исследование", "дослідження", "расследование", "розслідування"))
_NAMED = ("назва", "называ", "назив", "оцен", "оцін", "отрица")
_COMMENTED = ("комментир", "прокомментир", "коментує", "коментув", "прокоментув")
_PRESENT = ("ет", "ёт", "ют", "ит", "ят", "шут", "є", "ють", "ять", "уть", "ше")
_PLURAL = ("ли", "ют", "ят", "ут", "ат", "лись", "лися", "ть")


def read_sentence_mentions(s: Sentence, hits: Sequence[tuple[int, int, str]], reader: SlavicReader, number: int,
    earlier: Sequence[Mention] = ()) -> list[Mention]:
    """Mentions of one sentence; `hits` are (token, end token, kind of cue) in order."""
    found: list[Mention] = []
    taken: set[int] = set()
    for first, end, kind in hits:
        if first in taken:
            continue
        mention = None
        if kind == "verb":
            mention = _subject(s, first, reader, number)
        elif kind in ("according", "opinion", "according_document") or kind == "citing":
            mention = _after_cue(s, first, end, kind, reader, number)
        elif kind in ("interview", "broadcast"):
            mention = _venue(s, first, end, kind, reader, number)
        elif kind == "passive":
            mention = _passive(s, first, reader, number)
        elif kind == "source_line":
            mention = _source_line(s, first, end, reader, number)
        if mention is None:
            continue
        found.append(mention)
        for k in range(len(s)):
            if mention.char_start <= s.starts[k] < mention.char_end:
                taken.add(k)
        if kind in ("citing", "according", "opinion", "interview", "source_line"):
            found.extend(_coordinated(s, mention, reader, number, taken))
    for mention in list(found):
        if mention.form in ("subject", "body"):
            found.extend(_addressees(s, mention, reader, number))
        if mention.form == "subject":
            found.extend(_coordinated(s, mention, reader, number, taken))
    found.sort(key=lambda m: m.char_start)
    routes = [first for first, _, kind in hits if kind == "channel"]
    if routes:
        _add_routes(s, routes, found, earlier, reader)
    return found


def _mention(s: Sentence, phrase: Phrase, form: str, rule: str, number: int, cue: tuple[int, int], **more) -> Mention:
    first, end = phrase.first, phrase.end
    if s.is_quote(first) and s.is_quote(end - 1) and end - first > 2 and s.closing_quote(first, end - first) == end - 1:
        first, end = first + 1, end - 1
    person = None
    if phrase.person:
        a, b = phrase.person
        person = s.text[s.starts[a] : s.ends[b - 1]]
    kind = phrase.kind
    given = s.text[s.starts[first] : s.ends[end - 1]]
    if phrase.channel is None and "." in given and given.islower() and given.isascii() and " " not in given:
        phrase.channel = "website"
    if kind == "latin":
        kind = "outlet" if more.get("is_report") or form in ("citing", "line", "venue", "document") else "organisation"
    return Mention(
        char_start=s.starts[first], char_end=s.ends[end - 1], kind=kind, form=form, rule=rule, sentence=number,
        cue=(s.starts[cue[0]], s.ends[cue[1] - 1]), channel=more.pop("channel", None) or phrase.channel,
        match=phrase.match, person=person, head=phrase.head, **more,
    )


# «при этом», «в свою очередь», «кроме того» between subject and verb
_ASIDES = (("при", "этом"), ("при", "цьому"), ("кроме", "того"), ("крім", "того"), ("окрім", "того"), ("вместе", "с", "тем"), ("в", "свою", "очередь"), ("у", "свою", "чергу"), ("в", "свою", "чергу"), ("в", "частности"))


def _skip_adverbs_left(s: Sentence, j: int) -> int:
    """Back over adverbs and asides that stand before a verb."""
    while j >= 0:
        if (s.flags[j] & ADVERB and not s.is_capitalised(j)) or s.lows[j] in ("не", "бы", "б", "же"):
            j -= 1
            continue
        aside = next((a for a in _ASIDES if j >= len(a) and tuple(s.lows[j - len(a) + 1 : j + 1]) == a), None)
        if aside is None:
            return j
        j -= len(aside)
    return j


def _subject(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """Who says: the subject after or before the verb at token v."""
    if s.is_capitalised(v) and v > 0 and s.is_word(v - 1):
        return None
    flags = s.flags[v]
    if (v and s.lows[v - 1] in ("не", "ни", "ні")) or any(w in ("подозрении", "підозру") for w in s.lows[v + 1 : v + 5]):
        return None
    plural = s.lows[v].endswith(_PLURAL)
    prev = _skip_adverbs_left(s, v - 1)
    is_report = bool(flags & REPORT)
    about = prev >= 1 and (s.lows[prev - 1], s.lows[prev]) in _ABOUT
    as_told = about or (prev >= 0 and s.lows[prev] in _AS) or _names_content(s, prev)
    after_mark = prev >= 0 and not s.is_word(prev) and s.words[prev] != ")" and (not s.is_quote(prev) or not _closes_name(s, prev))
    is_act = bool(flags & WEAK) and not (as_told or after_mark or _has_content(s, v))
    if as_told or prev < 0 or after_mark or s.words[prev] == ")":
        options = ["after"]
        if prev >= 0 and s.words[prev] == ",":
            options.append("apposed")
        elif (prev >= 0 and s.words[prev] == ")") or about:
            options.append("before")
    elif s.lows[prev] in ("и", "і", "й", "та", "а", "но", "але") and not is_act:
        options = ["shared", "after"]
    else:
        options = ["before", "after"]
    if s.lows[v].startswith(("цитир", "цитує", "цитув")) and (quoting := _who_quotes(s, v, reader, number)):
        return quoting
    if s.lows[v].startswith(_NAMED) and not after_mark:
        options = ["before"]
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
        if flags & PERCEPTION and mention.head in _FINDERS and s.lows[v].startswith(("установ", "встанов", "выясн", "з'яс", "показ")):
            return mention if _has_content(s, v) else None
        if flags & PERCEPTION and not flags & (REPORT | SPEECH) and (mention.kind not in ("outlet", "agency") or (mention.match is None and mention.head is None)):
            return None
        if is_act and not (mention.person and s.lows[v].startswith(_JUDGED)) and not (
            mention.kind in ("outlet", "agency") and mention.match is not None
            and (mention.match.is_distinctive or reader.is_quoted(s, mention.match))
        ):
            return None
        return mention
    return None


def _shared_subject(s: Sentence, v: int, prev: int, reader: SlavicReader, number: int, is_report: bool, plural: bool) -> Mention | None:
    """«Труханов назвал это недопустимым и заявил»: the person who begins the sentence."""
    first = 0
    while first < prev and (not s.is_word(first) or s.flags[first] & (ADVERB | CONJUNCTION) or (first + 1 < len(s) and s.words[first + 1] == ":")):
        first += 1
    end = reader.end_right(s, first)
    phrase = reader.describe(s, first, end, alone=True) if first < end <= prev else None
    if phrase is None or not phrase.person or not _is_subject(s, phrase, v, reader, after=False):
        return None
    if any((s.flags[k] & (PRONOUN | VERB) and s.lows[k] not in ("это", "це", "его", "її")) or s.words[k] in ":;" for k in range(phrase.end, prev)):
        return None
    return _mention(s, phrase, "subject", f"{reader.cues.language}.shared_subject", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _who_quotes(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """«цитирует Артемьева РБК»: the medium that quotes is the registry name after the one who is quoted."""
    for k in range(v + 1, min(v + 6, len(s))):
        match = s.names[k]
        if match is None or reader.is_person_match(match):
            continue
        source = reader.registry.cited_sources.get(match.source_ids[0])
        if source is not None and source.kind in ("outlet", "agency"):
            end = max(i for i in range(len(s)) if s.names[i] is match) + 1
            return _mention(s, Phrase(k, end, source.kind, match), "subject", f"{reader.cues.language}.quotes.subject", number, (v, v + 1), is_report=True)
    return None


def _names_content(s: Sentence, prev: int) -> bool:
    """Whether the words before the verb are what is told («Такие данные обнародовал …»)."""
    return any(s.lows[k] in _CONTENT for k in range(max(0, prev - 3), prev + 1))


def _has_content(s: Sentence, v: int) -> bool:
    """Whether a clause with что follows the verb."""
    for k in range(v + 1, min(v + 12, len(s) - 1)):
        if s.words[k] == ",":
            return s.lows[k + 1] in ("что", "що", "мол", "мовляв", "будто", "якобы", "нібито")
    return False


def _closes_name(s: Sentence, j: int) -> bool:
    opening = s.opening_quote(j)
    return opening is not None and j - opening <= 6 and j - opening > 1 and s.is_capitalised(opening + 1) and not (j + 1 < len(s) and s.words[j + 1] in ",—–-")


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
        if flags & PRONOUN and s.lows[j] not in ("его", "её", "ее", "их", "його", "її", "їх", "своей", "своем", "свой"):
            return None
        if flags & PRONOUN:
            j += 1
            continue
        if s.lows[j] in _IN and j + 1 < len(s):
            if plural and (body := _body_in(s, v, j, reader, number, is_report)):
                return body
            skip = _skip_adjunct(s, j, reader)
            if skip is None:
                return None
            j = skip
            continue
        break
    if j >= len(s):
        return None
    flags = s.flags[j]
    if flags & (VERB | CONJUNCTION | PREPOSITION | PASSIVE) or (not s.is_word(j) and not s.is_quote(j)):
        return None
    if s.is_quote(j) and not (s.closing_quote(j, 8) and j + 1 < len(s) and s.is_capitalised(j + 1)):
        return None
    if s.is_word(j) and not s.is_capitalised(j) and not reader.class_of(s, j) and reader.form(s.lows[j]).verb:
        return None
    j = _past_addressee(s, j, reader)
    if s.lows[j] in _IN and plural:
        return _body_in(s, v, j, reader, number, is_report)
    end = reader.end_right(s, j)
    phrase = reader.describe(s, j, end, alone=True)
    if phrase is None or not _is_subject(s, phrase, v, reader, after=True):
        if phrase is None or phrase.person or not (is_report and s.lows[v].endswith(_PRESENT) and s.is_capitalised(j) and not s.flags[j]):
            return None
        phrase.kind = "outlet"
    rule = "report_verb.subject_after" if is_report else "speech_verb.subject_after"
    if s.lows[v].startswith(_COMMENTED) and not (phrase.person or phrase.match or phrase.head):
        return None
    phrase = _with_apposed_name(s, phrase, v, reader)
    if phrase.kind in ("outlet", "agency") and (addressed or _he_tells(s, v)) and not s.lows[v].endswith(_PRESENT):
        return _mention(s, phrase, "venue", f"{reader.cues.language}.told", number, (v, v + 1), is_oblique=True)
    return _mention(s, phrase, "subject", f"{reader.cues.language}.{rule}", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _with_apposed_name(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader) -> Phrase:
    """«ректор института, академик РАН Александр Кулешов»: a title and then, after a comma, the name."""
    if phrase.person or phrase.kind not in ("person", "official") or phrase.end + 1 >= len(s) or s.words[phrase.end] != ",":
        return phrase
    first = phrase.end + 1
    following = reader.describe(s, first, reader.end_right(s, first), alone=False)
    if following is None or not following.person or not _is_subject(s, following, v, reader, after=True):
        return phrase
    return Phrase(phrase.first, following.end, phrase.kind, following.match, following.person, phrase.head)


def _past_addressee(s: Sentence, j: int, reader: SlavicReader) -> int:
    """Past a medium told, where the one who tells it follows («рассказал УНН директор завода»)."""
    k = j + 1 if s.is_quote(j) else j
    match = s.names[k] if k < len(s) else None
    if match is None:
        return j
    while k < len(s) and s.names[k] is match:
        k += 1
    if k < len(s) and s.is_quote(k):
        k = (s.closing_quote(k, 8) or k) + 1
    if k < len(s) and ((reader.class_of(s, k) & PEOPLE and reader.form(s.lows[k]).nominative) or (s.lows[k] in ("в", "у") and _is_body_head(s, k + 1, reader))):
        return k
    return j


def _skip_adjunct(s: Sentence, j: int, reader: SlavicReader) -> int | None:
    """Past «в своем Facebook», «в эфире канала X», «на брифинге»; None where it cannot be told where that ends."""
    k = j + 1
    while k < len(s):
        if s.words[k] == "," and k + 2 < len(s) and (s.flags[k - 1] & TIME or s.words[k + 1].isdigit()):
            k += 1
            continue
        if not s.is_word(k) and not s.is_quote(k):
            return None
        flags = reader.class_of(s, k)
        if flags & (OUTLET | BODY) and reader.form(s.lows[k]).nominative and k > j + 1 and s.flags[k - 1] & TIME | (s.words[k - 1] == ","):
            return k
        if s.names[k] is not None and k > j + 1 and (s.flags[k - 1] & TIME or s.words[k - 1] == ","):
            return k
        if k > j + 1 and reader.cues.channel_of(s.lows[j + 1]) is None and s.names[k] is not None and reader.registry.cited_sources[s.names[k].source_ids[0]].kind in ("outlet", "agency"):
            return k
        if flags & PEOPLE and reader.form(s.lows[k]).nominative and k > j + 1:
            return k
        if k > j + 1 and s.is_capitalised(k) and s.names[k] is None and k + 1 < len(s) and s.is_capitalised(k + 1) and s.names[k + 1] is None:
            form = reader.form(s.words[k])
            if form.given_name and form.nominative:
                return k
        if flags & (VERB | CONJUNCTION):
            return None
        k += 1
        if k - j > 9:
            return None
    return None


def _is_subject(s: Sentence, phrase: Phrase, v: int, reader: SlavicReader, after: bool) -> bool:
    """Whether a phrase can be the subject of the verb at v: not in an oblique case, and it agrees with the verb."""
    low = s.lows[v]
    if phrase.person:
        a, b = phrase.person
        last, first = s.words[b - 1], s.words[a]
        form = reader.form(last)
        if last.lower().endswith(("ого", "ому", "ым", "ым", "ими", "ському", "ським")) or (
            last.lower().endswith(("ым", "им")) and b - a > 1
        ):
            return False
        masculine = low.endswith(("л", "лся", "в", "вся"))
        if masculine and last.lower().endswith(("ой", "ою", "ом", "ем", "у", "ю")) and not form.nominative:
            return False
        if b - a >= 2:
            given = reader.form(first)
            if given.given_name and not given.nominative:
                return False
        if masculine and b - a == 1 and form.surname and not form.nominative:
            return False
        return not (masculine and last.lower().endswith(("ова", "ева", "ина", "ская", "цкая", "ська")) and b - a == 1)
    head = phrase.first
    for k in range(phrase.first, phrase.end):
        if s.is_quote(k) or s.names[k] is not None:
            break
        flags = reader.class_of(s, k)
        if flags & (PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT):
            return reader.form(s.lows[k]).nominative
        if s.is_capitalised(k) and k > phrase.first:
            break
        head = k
    if phrase.match is not None:
        return True
    word = s.words[head]
    if not word[0].isalnum():
        return True
    if word.isascii() or word.isupper():
        return True
    return reader.form(word).nominative or phrase.head is not None


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
    prev = _before_adjunct(s, prev, reader)
    start = reader.start_left(s, prev + 1)
    if start > prev:
        return None
    if plural and (body := _body_before(s, v, start, prev, reader, number, is_report)):
        return body
    phrase = _narrow_left(s, start, prev + 1, v, reader)
    if phrase is None:
        return None
    rule = "report_verb.subject_before" if is_report else "speech_verb.subject_before"
    return _mention(s, phrase, "subject", f"{lang}.{rule}", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _before_adjunct(s: Sentence, prev: int, reader: SlavicReader) -> int:
    """Back over «в интервью X», «со ссылкой на X», «на своей странице» that stands between subject and verb."""
    for j in range(prev, max(0, prev - 12), -1):
        if not s.is_word(j) and not s.is_quote(j):
            return prev
        if s.lows[j] in _IN | {"со", "с", "з", "із"} and j + 1 < len(s) and j > 0:
            following = s.lows[j + 1]
            if reader.cues.channel_of(following) or following in ("ссылкой", "посиланням", "покликанням", "комментарии", "коментарі", "брифинге", "брифінгу") or (
                s.flags[j + 1] & PRONOUN and following.startswith(("сво", "ем"))
            ):
                return j - 1
    return prev


def _narrow_left(s: Sentence, start: int, end: int, v: int, reader: SlavicReader) -> Phrase | None:
    """The subject inside the clause [start, end): from its nominative head to the verb."""
    heads = []
    k = start
    while k < end:
        after_preposition = False
        m = k - 1
        while m >= start and s.is_word(m) and not s.flags[m] & PREPOSITION and not s.is_capitalised(m) and reader.form(s.lows[m]).adjective:
            m -= 1
        after_preposition = m >= start and bool(s.flags[m] & PREPOSITION)
        flags = reader.class_of(s, k)
        if not after_preposition and s.names[k] is None and flags & (PEOPLE | BODY | OUTLET | UNNAMED) and reader.form(s.lows[k]).nominative:
            heads.append(m + 1 if m + 1 < k else k)
        k += 1
    for head in heads:
        first = head
        while first > start and s.is_word(first - 1) and reader.form(s.lows[first - 1]).adjective and reader.form(s.lows[first - 1]).nominative and not s.flags[first - 1]:
            first -= 1
        phrase = reader.describe(s, first, min(end, max(reader.end_right(s, first), first + 1)))
        if phrase and not phrase.person and phrase.end < end:
            whole = reader.describe(s, first, end)
            if whole and whole.person and whole.person[1] == end:
                phrase = whole
        if phrase and _is_subject(s, phrase, v, reader, after=False):
            return phrase
    # no role noun: the capitalised words or the registry name right before the verb
    j = end - 1
    match = s.names[j] if not s.is_quote(j) else s.names[j - 1]
    if match is not None:
        first = next(k for k in range(len(s)) if s.names[k] is match)
        before = first - 1
        if before >= 0 and s.is_quote(before):
            before -= 1
        if before >= 0 and s.flags[before] & PREPOSITION:
            return None
        return reader.describe(s, first, min(end, max(k for k in range(len(s)) if s.names[k] is match) + 1), alone=True)
    if s.is_quote(j):
        opening = s.opening_quote(j)
        if opening is None or opening < start:
            return None
        first = opening
        while first > start and s.is_word(first - 1) and not s.flags[first - 1] & PREPOSITION and (s.is_capitalised(first - 1) and s.words[first - 1].isupper()):
            first -= 1
        if first > 0 and s.flags[first - 1] & PREPOSITION:
            return None
        return reader.describe(s, first, end, alone=True)
    first = end
    while first > start and ((s.is_capitalised(first - 1) and not s.flags[first - 1] & PREPOSITION) or (s.words[first - 1] == "." and len(s.words[first - 2]) == 1)):
        first -= 1
    if first == end or (first > 0 and s.flags[first - 1] & PREPOSITION):
        return None
    phrase = reader.describe(s, first, end, alone=True)
    if phrase and _is_subject(s, phrase, v, reader, after=False):
        if not phrase.person and phrase.match is None and not (s.words[first].isascii() or s.words[first].isupper()):
            return None
        return phrase
    return None


def _subject_before_apposition(s: Sentence, v: int, comma: int, reader: SlavicReader, number: int, is_report: bool, plural: bool) -> Mention | None:
    """«Владимир Путин, президент РФ, сообщил»: the name before the apposition."""
    previous = next((k for k in range(comma - 1, max(-1, comma - 20), -1) if s.words[k] == ","), None)
    if previous is None or previous == 0 or not reader.class_of(s, previous + 1) & PEOPLE:
        return None
    start = reader.start_left(s, previous)
    phrase = _narrow_left(s, start, previous, v, reader) if start < previous else None
    if phrase is None or not phrase.person:
        return None
    return _mention(s, phrase, "subject", f"{reader.cues.language}.speech_verb.subject_apposed", number, (v, v + 1), is_report=is_report, is_plural=plural)


def _is_body_head(s: Sentence, j: int, reader: SlavicReader) -> bool:
    """Whether the phrase at j («полиции», «пресс-службе», «МВД», «Нацполиции») is a body that can say something."""
    for k in range(j, min(len(s), j + 4)):
        if s.names[k] is not None:
            source = reader.registry.cited_sources.get(s.names[k].source_ids[0])
            return source is None or source.kind in ("official", "organisation", "agency", "outlet", "platform")
        form = reader.form(s.lows[k]) if s.is_word(k) else None
        if form and form.known and form.noun and not form.locative and not s.words[k].isupper():
            return False
        if s.is_quote(k):
            return k + 1 < len(s) and s.is_capitalised(k + 1) and s.closing_quote(k, 8) is not None
        if not s.is_word(k):
            return False
        flags = reader.class_of(s, k)
        if flags & (BODY | OUTLET) or reader.cues.channel_of(s.lows[k]) == "press_service":
            return True
        if s.words[k].isupper() and len(s.words[k]) > 1 and not s.words[k][0].isdigit():
            return s.words[k] not in ("США", "РФ", "ЕС", "ЄС", "СССР")
        if flags & PREPOSITION or s.flags[k] & TIME:
            return False
        if s.words[k].isascii() and s.is_capitalised(k):
            return not reader.cues.channel_of(s.lows[k])
        if s.is_capitalised(k) and s.lows[k].startswith(_BODY_STARTS) and not s.lows[k].startswith(_COUNTRY_STARTS) and len(s.lows[k]) > 6:
            return True
        if not reader.form(s.lows[k]).adjective:
            return False
    return False


def _body_in(s: Sentence, v: int, j: int, reader: SlavicReader, number: int, is_report: bool) -> Mention | None:
    """«сообщили в полиции»."""
    if s.lows[j] == "на" or not _is_body_head(s, j + 1, reader):
        return None
    phrase = reader.describe(s, j + 1, reader.end_right(s, j + 1))
    if phrase is None:
        return None
    return _mention(s, phrase, "body", f"{reader.cues.language}.plural_verb.body_after", number, (v, j + 1), is_report=is_report, is_plural=True)


def _body_before(s: Sentence, v: int, start: int, prev: int, reader: SlavicReader, number: int, is_report: bool) -> Mention | None:
    """«в полиции сообщили»."""
    for j in range(start - 1 if start > 0 and s.lows[start - 1] in ("в", "во", "у") else start, prev):
        if s.lows[j] in ("в", "во", "у"):
            if not _is_body_head(s, j + 1, reader):
                return None
            phrase = reader.describe(s, j + 1, min(prev + 1, max(reader.end_right(s, j + 1), j + 2)))
            if phrase is None or phrase.person:
                return None
            return _mention(s, phrase, "body", f"{reader.cues.language}.plural_verb.body_before", number, (v, v + 1), is_report=is_report, is_plural=True)
    return None


def _after_cue(s: Sentence, first: int, end: int, kind: str, reader: SlavicReader, number: int) -> Mention | None:
    """The source that follows «по словам», «со ссылкой на», «согласно»."""
    j = end
    if j >= len(s):
        return None
    if s.flags[j] & PRONOUN and s.lows[j] not in ("свои", "свої", "собственные"):
        return None
    j, channel = _past_carrier(s, j, reader)
    if j >= len(s) or s.flags[j] & PRONOUN:
        return None
    stop = reader.end_right(s, j)
    if stop <= j:
        return None
    phrase = reader.describe(s, j, stop, alone=True)
    if phrase is None:
        return None
    document = kind == "according_document" and reader.class_of(s, j) & DOCUMENT
    if kind == "according_document" and phrase.kind not in ("document", "agency", "outlet") and phrase.match is None and not document:
        return None
    form = {"according": "according", "opinion": "opinion", "citing": "citing", "according_document": "document"}[kind]
    return _mention(s, phrase, form, f"{reader.cues.language}.{kind}", number, (first, end), channel=channel, is_oblique=True)


def _past_carrier(s: Sentence, j: int, reader: SlavicReader) -> tuple[int, str | None]:
    """Past «сообщение», «слова», «сайт», «пресс-релиз» to their author, and the channel that they show."""
    channel = None
    k = j
    while k < len(s) and s.is_word(k) and s.names[k] is None and not s.is_capitalised(k):
        found = reader.cues.channel_of(s.lows[k])
        if found in ("website", "telegram", "facebook", "x", "instagram", "youtube"):
            channel, k = found, k + 1
            j = k
        elif s.flags[k] & CARRIER or s.lows[k].startswith(("страниц", "сторінк", "аккаунт", "акаунт")):
            k += 1
            j = k
        elif reader.form(s.lows[k]).adjective and k + 1 < len(s) and (s.flags[k + 1] & CARRIER or reader.cues.channel_of(s.lows[k + 1])):
            k += 1
        else:
            break
    return j, channel


def _venue(s: Sentence, first: int, end: int, kind: str, reader: SlavicReader, number: int) -> Mention | None:
    """The medium of «в интервью X», «в эфире X»."""
    j = end
    while j < len(s) and (s.flags[j] & (PRONOUN | ADVERB) or s.lows[j] in ("для", "с", "со", "з", "із")):
        j += 1
    if j >= len(s):
        return None
    stop = reader.end_right(s, j)
    if stop <= j:
        return None
    phrase = reader.describe(s, j, stop)
    if phrase is None or phrase.person or phrase.kind in ("unnamed", "person", "official", "document"):
        return None
    named = phrase.match is not None or s.is_quote(j) or phrase.head is not None or s.words[j].isascii()
    if not named or (phrase.match is None and not phrase.is_named):
        return None
    return _mention(s, phrase, "venue", f"{reader.cues.language}.{kind}.venue", number, (first, end), channel=kind, is_oblique=True)


def _passive(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """«говорится в сообщении МВД», «сообщается на сайте полиции», «сообщается в Twitter Sky News»."""
    j = v + 1
    if j >= len(s) or s.lows[j] not in _IN:
        return None
    j += 1
    k = j
    channel = None
    while k < min(len(s), j + 4) and s.is_word(k):
        if s.flags[k] & PRONOUN:
            return None
        found = reader.cues.channel_of(s.lows[k])
        if found and found != "press_service":
            channel, k = found, k + 1
            break
        if found:
            break
        if s.flags[k] & (CARRIER | DOCUMENT):
            k += 1
            break
        if s.names[k] is not None or not reader.form(s.lows[k]).adjective:
            return None
        k += 1
    if k == j or k >= len(s):
        return None
    stop = reader.end_right(s, k)
    if stop <= k:
        return None
    phrase = reader.describe(s, k, stop, alone=True)
    if phrase is None or phrase.kind == "unnamed":
        return None
    return _mention(s, phrase, "document", f"{reader.cues.language}.passive.source", number, (v, k), channel=channel, is_report=True, is_oblique=True)


def _source_line(s: Sentence, first: int, end: int, reader: SlavicReader, number: int) -> Mention | None:
    """«Источник: ТАСС»."""
    if end >= len(s) or s.words[end] != ":" or first > 1:
        return None
    j = end + 1
    if j >= len(s):
        return None
    if reader.cues.channel_of(s.lows[j]) == "interview" or s.lows[j] in ("коментар", "комментарий"):
        channel = "interview"
        k = next((k for k in range(j + 1, len(s)) if (s.names[k] is not None and not reader.is_person_match(s.names[k])) or s.is_quote(k) or (s.words[k].isascii() and s.is_capitalised(k))), None)
        phrase = reader.describe(s, k, max(reader.end_right(s, k), k + 1)) if k else None
        if phrase is None or phrase.person:
            return None
        return _mention(s, phrase, "venue", f"{reader.cues.language}.source_line.interview", number, (first, j + 1), channel=channel, is_oblique=True)
    stop = max(reader.end_right(s, j), j + 1)
    phrase = reader.describe(s, j, stop, alone=True)
    if phrase is None:
        return None
    return _mention(s, phrase, "line", f"{reader.cues.language}.source_line", number, (first, end))


def _addressees(s: Sentence, mention: Mention, reader: SlavicReader, number: int) -> list[Mention]:
    """The medium told: «рассказал УНН директор», «Про це Львівському порталу повідомили в поліції»."""
    if mention.cue is None:
        return []
    v = s.token_at(mention.cue[0])
    if mention.char_start < s.starts[v]:
        places = range(v + 1, min(v + 4, len(s)))
    else:
        places = (*range(v + 1, min(v + 4, len(s))), *range(v - 1, max(v - 3, -1), -1))
    for k in places:
        match = s.names[k]
        if not s.is_word(k) and not s.is_quote(k):
            if k > v:
                continue
            break
        if match is None or mention.char_start <= match.char_start < mention.char_end:
            continue
        source = reader.registry.cited_sources.get(match.source_ids[0])
        if source is None or source.kind not in ("outlet", "agency") or not (match.is_distinctive or reader.is_quoted(s, match)):
            continue
        return [Mention(match.char_start, match.char_end, source.kind, "venue", f"{reader.cues.language}.told", number, mention.cue, None, match, is_oblique=True)]
    return []


def _coordinated(s: Sentence, mention: Mention, reader: SlavicReader, number: int, taken: set[int]) -> list[Mention]:
    """«A и B»: the source after the conjunction."""
    j = s.token_at(mention.char_end)
    if j < len(s) and s.is_quote(j):
        j += 1
    if j + 1 >= len(s) or not (s.lows[j] in ("и", "і", "й", "та") or (s.words[j] == "," and mention.form == "line")):
        return []
    first = j + 1
    if first in taken or not (s.is_capitalised(first) or s.is_quote(first) or reader.class_of(s, first) & (PEOPLE | BODY | OUTLET)):
        return []
    phrase = reader.describe(s, first, reader.end_right(s, first), alone=True)
    if phrase is None or not phrase.is_named:
        return []
    verb_next = phrase.end < len(s) and s.flags[phrase.end] & (REPORT | SPEECH)
    if verb_next:
        return []
    taken.update(range(first, phrase.end))
    other = _mention(s, phrase, mention.form, mention.rule + ".coordinated", number, (j, j + 1), is_report=mention.is_report, is_oblique=mention.is_oblique)
    other.cue, other.channel = mention.cue, other.channel or mention.channel
    return [other]


def _add_routes(s: Sentence, routes: Sequence[int], found: list[Mention], earlier: Sequence[Mention], reader: SlavicReader) -> None:
    """Gives «в своем Telegram-канале», «на странице в Facebook» to the mention before it, else to the one after.

    «Об этом он написал в Facebook»: to the person cited last.
    """
    for k in routes:
        channel = reader.cues.channel_of(s.lows[k])
        if channel not in ("telegram", "facebook", "x", "instagram", "youtube") or not _is_route(s, k, reader):
            continue
        open_mentions = [m for m in found if m.form in ("subject", "citing", "according", "body", "line") and not m.channel]
        if any(m.char_start <= s.starts[k] < m.char_end for m in found):
            continue
        before = [m for m in open_mentions if m.char_end <= s.starts[k] and m.kind not in ("outlet", "agency")]
        after = [m for m in open_mentions if m.char_start > s.starts[k]]
        target = before[-1] if before else after[0] if after else None
        if target is None and not found and earlier and _he_writes(s, k):
            target = next((m for m in reversed(earlier) if m.person and m.form == "subject" and not m.channel), None)
        if target is not None and target.form != "according" and _is_near(s, target, k):
            target.channel = channel


def _he_tells(s: Sentence, v: int) -> bool:
    """Whether a pronoun is the subject of the verb («она рассказала РИА Новости»)."""
    return any(s.lows[k] in ("он", "она", "они", "він", "вона", "вони", "который", "которая", "который", "яка", "який") for k in range(max(0, v - 3), v))


def _is_near(s: Sentence, mention: Mention, k: int) -> bool:
    """Whether a route belongs to the mention's verb: close by, no other verb of saying and no new clause between."""
    if mention.cue is None:
        return True
    v, subject = s.token_at(mention.cue[0]), s.token_at(mention.char_start)
    first, last = min(v, subject), max(v, s.token_at(mention.char_end - 1))
    between = range(k + 1, first) if k < first else range(last + 1, k)
    if len(between) > 12:
        return False
    return not any(s.flags[m] & VERB or (s.words[m] == "," and k < first) for m in between)


def _he_writes(s: Sentence, k: int) -> bool:
    """Whether «он», «она» with a verb of saying stands before the route."""
    words = s.lows[:k]
    return any(w in ("он", "она", "він", "вона") for w in words) and any(s.flags[m] & VERB for m in range(len(s)))


def _is_route(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether the channel word stands after в, на (with its own, official, page)."""
    for m in range(k - 1, max(-1, k - 6), -1):
        if s.lows[m] in _IN:
            return True
        if not s.is_word(m) and not s.is_quote(m):
            return False
    return False
