"""Sources after a cue: «по словам», «со ссылкой на», «в интервью», «Источник:»."""

from flows.normalize.attribution.language_cues import (
    ADDRESSEE,
    ADVERB,
    BODY,
    CARRIER,
    DOCUMENT,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    REPORT,
    SPEECH,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic_description import describe, is_medium_alone
from flows.normalize.attribution.slavic_extent import end_right, start_left
from flows.normalize.attribution.slavic_mention import IN, closes_title, make_mention
from flows.normalize.attribution.slavic_phrase import Phrase, SlavicReader
from flows.normalize.attribution.slavic_subject_phrases import ABOUT, is_subject


def after_cue(s: Sentence, first: int, end: int, kind: str, reader: SlavicReader, number: int) -> Mention | None:
    """The source that follows «по словам», «со ссылкой на», «согласно»."""
    j = end
    if j >= len(s):
        return None
    if s.flags[j] & PRONOUN and s.lows[j] not in ("свои", "свої", "собственные"):
        return None
    if s.is_quote(j) and j + 1 < len(s) and s.words[j + 1][0].islower():
        return None
    j, channel = _past_carrier(s, j, reader)
    if j >= len(s) or s.flags[j] & PRONOUN:
        return None
    if kind == "according_document" and s.lows[first] in ("согласно", "згідно", "відповідно") and s.lows[j].startswith(reader.cues.groups["rules"]):
        return None
    stop = end_right(reader, s, j)
    if stop <= j:
        return None
    phrase = describe(reader, s, j, stop, alone=True)
    if phrase is not None and kind in ("citing", "opinion") and _is_about_things(s, phrase, reader):
        return None
    if phrase is None and kind == "according_document":
        phrase = _document_qualified(s, j, reader)
    if phrase is None and kind in ("according", "opinion"):
        phrase = _people_unlisted(s, j, stop, reader)
    if phrase is None:
        return None
    if (channel == "website" and phrase.kind in ("latin", "organisation") and phrase.match is None and s.is_quote(phrase.first) and (
        s.lows[phrase.first - 1].startswith(("портал", "интернет-портал", "інтернет-портал")) or closes_title(s, phrase.end - 1, reader)
    )) or (channel in ("telegram", "youtube", "facebook", "x", "instagram") and phrase.kind in ("latin", "organisation") and phrase.match is None and s.is_quote(phrase.first)):
        phrase.kind = "outlet"
    document = kind == "according_document" and reader.class_of(s, j) & DOCUMENT
    if kind == "according_document" and phrase.kind not in ("document", "agency", "outlet") and phrase.match is None and not document:
        return None
    if document and phrase.kind == "body":
        phrase.kind = "document"  # «протоколу ЦИК»
    if kind in ("quoted_by", "disposal") and (phrase.kind not in ("outlet", "agency", "latin") or not (phrase.match or phrase.is_named)):
        return None
    if kind in ("according", "opinion"):
        phrase = _with_name_apposed(s, phrase, reader)
        if s.lows[end - 1].startswith("сл") and phrase.kind == "body":
            kind = "opinion"  # words are spoken, data are given
    form = {"quoted_by": "subject", "disposal": "according", "according": "according", "opinion": "opinion", "citing": "citing", "according_document": "document"}[kind]
    return make_mention(s, phrase, form, f"{reader.cues.language}.{kind}", number, (first, end), channel=channel, is_oblique=True, is_report=kind in ("quoted_by", "disposal"), is_plural=_are_many(phrase))


def _is_about_things(s: Sentence, phrase: Phrase, reader: SlavicReader) -> bool:
    """Whether the first noun of a description is a thing, though people stand in it («ссылаясь на необходимость защиты граждан»)."""
    if phrase.kind not in ("unnamed", "person", "official") or phrase.person or phrase.match:
        return False
    first = next((k for k in range(phrase.first, phrase.end) if not reader.form(s.lows[k]).adjective), None)
    if first is None or not s.is_word(first) or s.is_capitalised(first) or reader.class_of(s, first):
        return False
    form = reader.form(s.lows[first])
    return form.known and form.noun and not form.animate and s.lows[first] != phrase.head


def _document_qualified(s: Sentence, first: int, reader: SlavicReader) -> Phrase | None:
    """«согласно поданному в комиссию отчёту»: a document after a participle and what goes with it."""
    if not reader.form(s.lows[first]).adjective or first + 1 >= len(s) or not s.flags[first + 1] & PREPOSITION:
        return None
    for k in range(first + 2, min(first + 7, len(s))):
        if not s.is_word(k) or s.flags[k] & (REPORT | SPEECH):
            return None
        if reader.class_of(s, k) & DOCUMENT:
            return Phrase(first, max(k + 1, end_right(reader, s, k)), "document", head=s.lows[k], is_named=False)
    return None


def _with_name_apposed(s: Sentence, phrase: Phrase, reader: SlavicReader) -> Phrase:
    """«по словам одного из участников, епископа Григория Лыкова»: the name that follows after a comma in the same case."""
    first = phrase.end + 1
    if phrase.person or phrase.match or phrase.kind not in ("person", "official", "unnamed") or first >= len(s) or s.words[first - 1] != ",":
        return phrase
    following = describe(reader, s, first, end_right(reader, s, first), alone=False)
    if following is None or not following.person or following.person[1] - following.person[0] < 2 or not reader.form(s.words[following.person[0]]).genitive:
        return phrase
    if following.end < len(s) and (s.flags[following.end] & (REPORT | SPEECH) or (s.is_word(following.end) and reader.form(s.lows[following.end]).verb)):
        return phrase  # «по словам адвоката, Ивана Лыкова задержали»
    return following if phrase.kind == "unnamed" else Phrase(phrase.first, following.end, phrase.kind, following.match, following.person, phrase.head)


def _people_unlisted(s: Sentence, first: int, end: int, reader: SlavicReader) -> Phrase | None:
    """Living beings that the word lists lack («по заверениям хакеров»)."""
    for k in range(first, end):
        form = reader.form(s.lows[k])
        if s.is_capitalised(k) or not s.is_word(k):
            return None
        if form.animate and form.noun and form.genitive:
            return Phrase(first, end, "person", head=s.lows[k], is_named=False)
        if not form.adjective:
            return None
    return None


def _are_many(phrase: Phrase) -> bool:
    """Whether a description without a name is of several people («военных», «местных жителей»)."""
    return phrase.kind in ("person", "official") and not phrase.person and phrase.match is None and bool(phrase.head) and phrase.head.endswith(
        ("ов", "ев", "ей", "ых", "их", "ів", "їв")
    )


def _past_carrier(s: Sentence, j: int, reader: SlavicReader) -> tuple[int, str | None]:
    """Past «сообщение», «слова», «сайт», «пресс-релиз» to their author, and the channel that they show."""
    channel = None
    k = j
    if k + 1 < len(s) and s.lows[k] in IN and (s.lows[k + 1].startswith(reader.cues.groups["pages"]) or reader.cues.channel_of(s.lows[k + 1])):
        k += 1  # «згідно з інформацією на сторінці міськради»
    while k < len(s) and s.is_word(k) and s.names[k] is None and not s.is_capitalised(k):
        found = reader.cues.channel_of(s.lows[k])
        if found in ("website", "telegram", "facebook", "x", "instagram", "youtube"):
            channel, k = found, k + 1
            j = k
        elif s.flags[k] & CARRIER or s.lows[k].startswith(reader.cues.groups["pages"]):
            k += 1
            j = k
        elif reader.form(s.lows[k]).adjective and k + 1 < len(s) and (s.flags[k + 1] & CARRIER or reader.cues.channel_of(s.lows[k + 1])):
            k += 1
        else:
            break
    return j, channel




def venue(s: Sentence, first: int, end: int, kind: str, reader: SlavicReader, number: int) -> Mention | None:
    """The medium of «в интервью X», «в эфире X»."""
    j = end
    if kind == "broadcast" and s.lows[first] in ("на", "у", "в") and not any(w in reader.cues.groups["on_air"] for w in s.lows[first:end]) and not any(f & (REPORT | SPEECH) for f in s.flags):
        return None
    while j < len(s) and (s.flags[j] & (PRONOUN | ADVERB) or s.lows[j] in ("для", "с", "со", "з", "із")):
        j += 1
    if j >= len(s):
        return None
    stop = end_right(reader, s, j)
    if stop > j + 1 and s.words[j].isupper() and len(s.words[j]) > 1 and reader.class_of(s, j + 1) & PEOPLE and reader.form(s.lows[j + 1]).nominative:
        stop = j + 1  # «в беседе с АБВ депутат Иван Лыков»
    opening = next((k for k in range(j, min(stop, j + 3)) if s.is_quote(k)), None)
    if opening is not None and s.is_capitalised(opening + 1) and (close := s.closing_quote(opening, 8)) is not None and close + 1 < stop:
        stop = close + 1  # «В программе „Секрет“ Анна Лыкова»
    if stop <= j:
        return None
    if kind == "broadcast" and (telethon := _telethon(s, j, stop, reader)):
        return make_mention(s, telethon, "venue", f"{reader.cues.language}.{kind}.venue", number, (first, end), channel=kind, is_oblique=True)
    phrase = describe(reader, s, j, stop)
    if phrase is None or phrase.person or phrase.kind in ("unnamed", "person", "official", "document"):
        return None
    if phrase.kind == "platform" or (kind == "asked" and phrase.kind == "body"):
        return None
    named = phrase.match is not None or s.is_quote(j) or phrase.head is not None or s.words[j].isascii() or (
        kind == "interview" and len(s.words[j]) > 2 and s.words[j].isupper() and s.words[j].isalpha()
    )
    if not named or (phrase.match is None and not phrase.is_named):
        return None
    return make_mention(s, phrase, "venue", f"{reader.cues.language}.{kind}.venue", number, (first, end), channel=None if kind == "asked" else kind, is_oblique=True)


def _telethon(s: Sentence, first: int, stop: int, reader: SlavicReader) -> Phrase | None:
    """«в ефірі загальнонаціонального телемарафону „Єдині новини“»: there is but one, so that the noun names it."""
    k = first
    while k < stop and reader.form(s.lows[k]).adjective:
        k += 1
    if k >= stop or not s.lows[k].startswith(reader.cues.groups["telethons"]):
        return None
    close = s.closing_quote(k + 1, 5) if k + 1 < len(s) and s.is_quote(k + 1) else None
    return Phrase(k, k + 1 if close is None else close + 1, "outlet")


def source_line(s: Sentence, first: int, end: int, reader: SlavicReader, number: int) -> Mention | None:
    """«Источник: ТАСС»."""
    if end >= len(s) or first > 1:
        return None
    j = end + 1 if s.words[end] in (":", "—", "–") else end
    if j >= len(s) or (j == end and not _is_name_alone_last(s, first, j)):
        return None
    if reader.cues.channel_of(s.lows[j]) == "interview" or s.lows[j] in ("коментар", "комментарий"):
        channel = "interview"
        k = next((k for k in range(j + 1, len(s)) if (s.names[k] is not None and not reader.is_person_match(s.names[k])) or s.is_quote(k) or (s.words[k].isascii() and s.is_capitalised(k))), None)
        phrase = describe(reader, s, k, max(end_right(reader, s, k), k + 1)) if k else None
        if phrase is None or phrase.person:
            return None
        return make_mention(s, phrase, "venue", f"{reader.cues.language}.source_line.interview", number, (first, j + 1), channel=channel, is_oblique=True)
    if s.flags[j] & CARRIER:
        j = next((k for k in range(j + 1, min(len(s), j + 10)) if reader.class_of(s, k) & PEOPLE), j)
    stop = max(end_right(reader, s, j), j + 1)
    phrase = describe(reader, s, j, stop, alone=True)
    if phrase is None:
        return None
    return make_mention(s, phrase, "line", f"{reader.cues.language}.source_line", number, (first, end), is_oblique=j > end + 1)


def _is_name_alone_last(s: Sentence, first: int, j: int) -> bool:
    """Whether but one name follows «Источник» without a colon, and the text ends with it."""
    if first or s.text[s.char_end :].strip():
        return False
    if s.is_quote(j):
        return j + 2 < len(s) and s.is_capitalised(j + 1) and len(s) - j <= 8 and all(not s.flags[k] & (REPORT | SPEECH) for k in range(j, len(s)))
    match = s.names[j]
    return match is not None and s.is_capitalised(j) and all(s.names[k] is match or not s.is_word(k) for k in range(j, len(s)))


def addressees(s: Sentence, mention: Mention, reader: SlavicReader, number: int) -> list[Mention]:
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
        if source is None or source.kind not in ("outlet", "agency") or not (
            match.is_distinctive or reader.is_quoted(s, match) or _is_in_dative(s, k)
        ):
            continue
        return [Mention(match.char_start, match.char_end, source.kind, "venue", f"{reader.cues.language}.told", number, mention.cue, None, match, is_oblique=True)]
    return _told_unknown(s, mention, v, reader, number)


def _is_in_dative(s: Sentence, k: int) -> bool:
    """Whether a name is capitalised inside the sentence and shows the dative («заявили Известиям», «Суспільному розповіла»)."""
    return k > 0 and s.is_word(k - 1) and s.is_capitalised(k) and s.lows[k].endswith(("ам", "ям", "ому"))


def _told_unknown(s: Sentence, mention: Mention, v: int, reader: SlavicReader, number: int) -> list[Mention]:
    """A medium that the registry lacks: «Об этом Site.ru рассказал директор», «рассказал он газете „Маяк“», «сказала она для TV8»."""
    lang = reader.cues.language
    if mention.char_start > s.starts[v] and v > 2 and (s.lows[v - 3], s.lows[v - 2]) in ABOUT and "." in s.words[v - 1] and s.words[v - 1].isascii():
        return [Mention(s.starts[v - 1], s.ends[v - 1], "outlet", "venue", f"{lang}.told", number, mention.cue, None, None, is_oblique=True)]
    if v + 2 < len(s) and s.starts[v + 2] == mention.char_start and mention.person and is_medium_alone(s.words[v + 1]):
        return [Mention(s.starts[v + 1], s.ends[v + 1], "outlet", "venue", f"{lang}.told", number, mention.cue, None, s.names[v + 1], is_oblique=True)]
    opening = v + 2 if v + 1 < len(s) and s.lows[v + 1] == "для" else v + 1  # «сообщил „Маяку“ владелец», «отметил для „Маяка“ владелец»
    if opening + 2 < len(s) and s.is_quote(opening) and s.is_capitalised(opening + 1) and (close := s.closing_quote(opening, 5)) is not None and close + 1 == s.token_at(mention.char_start):
        return [make_mention(s, Phrase(opening, close + 1, "outlet", s.names[opening + 1]), "venue", f"{lang}.told", number, (v, v + 1), is_oblique=True)]
    for k in range(max(0, v - 8), v - 1) if mention.char_start > s.starts[v] else ():
        if s.lows[k].startswith(reader.cues.groups["reporters_told"]):  # «корреспонденту агентства „Сигма“ сообщили в полиции»
            phrase = describe(reader, s, k + 1, min(v, end_right(reader, s, k + 1)))
            if phrase is not None and not phrase.person and phrase.is_named and phrase.kind in ("outlet", "agency", "latin"):
                return [make_mention(s, phrase, "venue", f"{lang}.told", number, (v, v + 1), is_oblique=True)]
    if mention.char_start > s.starts[v] and v > 3 and s.is_quote(v - 1) and (opening := s.opening_quote(v - 1, 6)) is not None and opening > 1 and (s.lows[opening - 2], s.lows[opening - 1]) in ABOUT:
        return [make_mention(s, Phrase(opening, v, "outlet"), "venue", f"{lang}.told", number, (v, v + 1), is_oblique=True)]
    quoted = _dative_quotation(s, v + 1, reader) if mention.char_end <= s.starts[v] else None
    if quoted is not None:
        return [make_mention(s, Phrase(v + 1, quoted + 1, "outlet"), "venue", f"{lang}.told", number, (v, v + 1), is_oblique=True)]
    for k in range(v + 1, min(v + 9, len(s) - 1)):
        if s.lows[k] in ("для", "виданню", "изданию", "агентству", "газете", "газеті", "телеканалу", "каналу", "порталу", "радиостанции", "радіостанції", "журналу"):
            phrase = describe(reader, s, k + 1, end_right(reader, s, k + 1)) if s.is_capitalised(k + 1) or s.is_quote(k + 1) else None
            if phrase is None or phrase.person or (phrase.match is None and s.lows[k] == "для") or (phrase.match and phrase.kind not in ("outlet", "agency")):
                continue
            made = make_mention(s, phrase, "venue", f"{lang}.told", number, (v, v + 1), is_oblique=True)
            if made.char_end <= mention.char_start or made.char_start >= mention.char_end:
                return [made]
    return []


def _dative_quotation(s: Sentence, k: int, reader: SlavicReader) -> int | None:
    """Where the name in quotation marks ends that begins at token k in the dative («Волжской правде»)."""
    if k + 2 >= len(s) or not s.is_quote(k) or not s.is_capitalised(k + 1) or (close := s.closing_quote(k, 6)) is None:
        return None
    form = reader.form(s.lows[k + 1])
    dative = form.adjective and s.lows[k + 1].endswith(("ой", "ей", "ому", "ему", "ій"))
    return close if form.known and not form.nominative and dative and not form.verb else None


def told_by_pronoun(s: Sentence, v: int, reader: SlavicReader, number: int) -> Mention | None:
    """The medium of «рассказала она порталу X»."""
    if not (v + 2 < len(s) and s.lows[v + 1] in ("он", "она", "они", "він", "вона", "вони")):
        return None
    for k in range(v + 2, min(v + 6, len(s))):
        if s.names[k] is not None or s.flags[k] & ADDRESSEE:
            phrase = describe(reader, s, k, end_right(reader, s, k))
            if phrase and phrase.kind in ("outlet", "agency") and (phrase.match or phrase.is_named) and not phrase.person:
                return make_mention(s, phrase, "venue", f"{reader.cues.language}.told", number, (v, v + 1), is_oblique=True)
            return None
        if s.flags[k] & PREPOSITION or not (s.is_word(k) or s.is_quote(k)):
            return None
    return None


def coordinated(s: Sentence, mention: Mention, reader: SlavicReader, number: int, taken: set[int]) -> list[Mention]:
    """«A и B»: the source after the conjunction."""
    j = s.token_at(mention.char_end)
    if j < len(s) and s.is_quote(j):
        j += 1
    if j + 1 >= len(s) or not (s.lows[j] in ("и", "і", "й", "та") or (s.words[j] == "," and mention.form == "line")):
        return []
    first = j + 1
    if mention.form == "line" and s.flags[first] & CARRIER:
        first = next((k for k in range(first + 1, min(len(s), first + 5)) if reader.class_of(s, k) & PEOPLE), first)
    if first in taken or not (s.is_capitalised(first) or s.is_quote(first) or reader.class_of(s, first) & (PEOPLE | BODY | OUTLET)):
        return []
    phrase = describe(reader, s, first, end_right(reader, s, first), alone=True)
    if phrase is None or not phrase.is_named:
        return []
    if phrase.kind == "organisation" and phrase.match is None and phrase.end == first + 1 and reader.form(s.words[first]).place:
        return []  # «ведомства по Крыму и Севастополю»
    verb_next = phrase.end < len(s) and s.flags[phrase.end] & (REPORT | SPEECH)
    if verb_next:
        return []
    taken.update(range(first, phrase.end))
    other = make_mention(s, phrase, mention.form, mention.rule + ".coordinated", number, (j, j + 1), is_report=mention.is_report, is_oblique=mention.is_oblique)
    other.cue = mention.cue
    if mention.channel != "press_service":
        other.channel = other.channel or mention.channel
    return [other]


def coordinated_before(s: Sentence, mention: Mention, reader: SlavicReader, number: int, taken: set[int]) -> Mention | None:
    """«A и B заявили»: the person before the conjunction."""
    at = s.token_at(mention.char_start) - 1
    if at < 1 or s.lows[at] not in ("и", "і", "й", "та") or at - 1 in taken:
        return None
    start = start_left(reader, s, at)
    phrase = describe(reader, s, start, at, alone=True) if start < at else None
    if phrase is None or not phrase.person or phrase.person[1] != at or not is_subject(s, phrase, s.token_at(mention.cue[0]), reader, after=False):
        return None
    taken.update(range(phrase.first, phrase.end))
    other = make_mention(s, phrase, "subject", mention.rule + ".coordinated", number, (at, at + 1), is_report=mention.is_report, is_plural=True)
    other.cue, other.channel = mention.cue, other.channel or mention.channel
    return other
