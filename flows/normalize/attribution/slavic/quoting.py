"""Words of one passed on by another: «цитирует Пескова ТАСС», «приводит слова министра „Известия“»."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import CARRIER, CONJUNCTION, OUTLET, PEOPLE, PREPOSITION, PRONOUN, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import make_mention
from flows.normalize.attribution.slavic.phrase import AND, WHOSE, SlavicReader
from flows.normalize.attribution.slavic.subject_phrases import ABOUT

_WHICH = ("котор", "яке", "яку", "який", "які")
_FARTHEST = 14
# characters between a statement's author and the verb of who quotes it: room for «, которое »
_WIDEST_GAP = 14


def quoting(s: Sentence, v: int, reader: SlavicReader, number: int) -> list[Mention]:
    """Who quotes and, where it is a person with a name, who is quoted; nothing where the sentence is built otherwise."""
    j = v + 1
    if j < len(s) and s.lows[j] in WHOSE:
        j += 1
    if (told := _medium_first(s, v, j, reader, number)):
        return told
    has_words = j < len(s) and bool(s.flags[j] & CARRIER)
    if not has_words and not s.lows[v].startswith(reader.cues.groups["quotes"]) and not _follows_which(s, v):
        return []
    j += has_words
    while j < len(s) and s.lows[j] in WHOSE:
        j += 1
    start = _medium(s, j, reader)
    if start is None:
        return []
    if start + 1 < len(s) and s.is_word(start + 1) and s.is_capitalised(start + 1) and s.names[start + 1] is None and reader.class_of(s, start) & OUTLET:
        name = reader.form(s.words[start + 1])
        if (name.surname or name.given_name) and not name.place:  # «цитирует издание Дроздова»: who is quoted stands last
            quoted = describe(reader, s, start + 1, end_right(reader, s, start + 1), alone=True)
            if quoted is not None and quoted.person:
                return [make_mention(s, quoted, "according", f"{reader.cues.language}.quotes.object", number, (v, v + 1), is_oblique=True)]
    if (alone := _medium_before_people(s, start, reader)) and (quoted := _quoted(s, start + 1, end_right(reader, s, start + 1), reader)):
        return [
            make_mention(s, alone, "subject", f"{reader.cues.language}.quotes.subject", number, (v, v + 1), is_report=True),
            make_mention(s, quoted, "according", f"{reader.cues.language}.quotes.object", number, (v, v + 1), is_oblique=True),
        ]
    end = max(end_right(reader, s, start), start + 1)
    after = _people_after_body(s, start, end, reader)
    medium = describe(reader, s, start, after or end, alone=False)
    if medium is None or medium.person:
        return []
    if medium.match is None and medium.channel != "press_service" and medium.kind != "unnamed":
        medium.kind = "outlet"
    cue = (v, v + 1 + has_words)
    rule = f"{reader.cues.language}.quotes"
    found = [make_mention(s, medium, "subject", f"{rule}.subject", number, cue, is_report=True)]
    quoted = _quoted(s, j, start, reader) or (_quoted(s, after, end_right(reader, s, after), reader) if after else None)
    if quoted is not None:
        found.append(make_mention(s, quoted, "according", f"{rule}.object", number, cue, is_oblique=True))
    return found


def _people_after_body(s: Sentence, start: int, end: int, reader: SlavicReader) -> int | None:
    """Where whom it quotes begins in «цитирует пресс-служба МЧС начальника отдела»: right after the name of the body."""
    if reader.cues.channel_of(s.lows[start]) != "press_service":
        return None
    for k in range(start + 2, end):
        if (s.words[k - 1][1:] != s.lows[k - 1][1:] or s.is_quote(k - 1)) and s.is_word(k) and not s.is_capitalised(k) and reader.class_of(s, k) & PEOPLE and (form := reader.form(s.lows[k])).genitive and not form.nominative:
            return k
    return None


def _follows_which(s: Sentence, v: int) -> bool:
    """«заявление, которое приводит ТАСС»: whether the relative pronoun stands before the verb."""
    return v > 1 and s.words[v - 2] == "," and s.lows[v - 1].startswith(_WHICH)


def _medium_before_people(s: Sentence, start: int, reader: SlavicReader) -> Phrase | None:
    """«цитирует телеканал музыканта», «цитирует пресс-служба главу»: the noun alone, where whom it quotes follows in another case."""
    if start + 1 >= len(s) or not reader.class_of(s, start + 1) & PEOPLE or s.is_capitalised(start + 1):
        return None
    title = reader.form(s.lows[start + 1])
    if reader.class_of(s, start) & OUTLET and title.genitive:
        return Phrase(start, start + 1, "outlet", None, None, s.lows[start], is_named=False)
    # «пресс-служба главы» is one phrase
    if reader.cues.channel_of(s.lows[start]) == "press_service" and not title.genitive and not title.nominative:
        return Phrase(start, start + 1, "body", None, None, s.lows[start], "press_service", is_named=False)
    return None


def _medium_first(s: Sentence, v: int, j: int, reader: SlavicReader, number: int) -> list[Mention]:
    """«приводит ТАСС слова губернатора»: the medium, then its words and whose they are."""
    match = s.names[j] if j < len(s) else None
    end = j
    if match is not None and not reader.is_person_match(match):
        end = s.past_name(j)
        if end < len(s) and s.is_quote(end) and any(s.is_quote(k) for k in range(j, end)):
            end += 1  # «РИА „Новости“»
    elif j < len(s) and s.is_quote(j) and (close := s.closing_quote(j, 8)) is not None:
        end = close + 1
    else:
        while end < len(s) and s.words[end].isascii() and s.is_word(end) and s.is_capitalised(end):
            end += 1  # «цитирует Daily Forest слова мэра»
    if end == j or end + 1 >= len(s):
        return []
    has_words = bool(s.flags[end] & CARRIER)
    if not has_words and not (s.lows[v].startswith(reader.cues.groups["quotes"]) and _is_of_one_quoted(s, end, reader)):
        return []
    medium = describe(reader, s, j, end, alone=True)
    if medium is None or medium.kind not in ("outlet", "agency", "latin"):
        return []
    rule = f"{reader.cues.language}.quotes"
    found = [make_mention(s, medium, "subject", f"{rule}.subject", number, (v, v + 1), is_report=True)]
    quoted = _quoted(s, end + has_words, end_right(reader, s, end + has_words), reader)
    if quoted is not None:
        found.append(make_mention(s, quoted, "according", f"{rule}.object", number, (v, end + has_words), is_oblique=True))
    return found


def _is_of_one_quoted(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a noun for one person stands there in another case («цитирует „Маяк“ замминистра экономики»)."""
    form = reader.form(s.lows[k])
    if not reader.class_of(s, k) & PEOPLE or not form.genitive:
        return False
    if not form.nominative:
        return True
    quoted = _quoted(s, k, end_right(reader, s, k), reader)
    return quoted is not None and quoted.person is not None and any(not reader.form(s.words[m]).nominative for m in range(*quoted.person))


def _medium(s: Sentence, j: int, reader: SlavicReader) -> int | None:
    """Where the one who quotes begins: a medium of the registry, a noun for a medium, a name in quotation marks or in Latin."""
    for k in range(j, min(len(s), j + _FARTHEST)):
        if s.is_quote(k):
            return k if k + 1 < len(s) and s.is_capitalised(k + 1) and s.closing_quote(k, 8) else None
        if s.names[k] is not None and s.names[k] is not s.names[k - 1] and not reader.is_person_match(s.names[k]):
            source = reader.registry.cited_sources.get(s.names[k].source_ids[0])
            if source is not None and source.kind in ("outlet", "agency"):
                return k
            continue
        if not s.is_word(k) and s.words[k] != ".":
            return None
        if s.lows[k] in AND and k + 1 < len(s) and reader.form(s.lows[k - 1]).adjective and reader.form(s.lows[k + 1]).adjective:
            continue  # «цитують ФСБ кримські і російські ЗМІ»
        if s.flags[k] & (VERB | PREPOSITION | CONJUNCTION | PRONOUN):
            return None
        nominative = reader.form(s.lows[k]).nominative and not _belongs_to_quoted(s, k, reader)
        if nominative and (reader.class_of(s, k) & OUTLET or reader.cues.channel_of(s.lows[k]) == "press_service"):
            return k
        if nominative and k + 1 < len(s) and reader.form(s.lows[k]).adjective and reader.cues.channel_of(s.lows[k + 1]) == "website":
            return k
        if (k > j or _is_latin_alone(s, k)) and s.words[k].isascii() and s.is_capitalised(k) and s.names[k] is None and not s.words[k - 1].isascii():
            return k
    return None


def _is_latin_alone(s: Sentence, k: int) -> bool:
    """Whether Latin words end the clause («которое цитирует Daily Forest»)."""
    while k < len(s) and s.is_word(k) and s.words[k].isascii() and s.is_capitalised(k):
        k += 1
    return k >= len(s) or s.words[k] in ".,;"


def _belongs_to_quoted(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """«цитирует представителя пресс-службы „Интерфакс“»: whether the form is the genitive of whose words or people they are."""
    is_of_people = bool(reader.class_of(s, k - 1) & PEOPLE) and not reader.form(s.lows[k - 1]).nominative
    return reader.form(s.lows[k]).genitive and (is_of_people or bool(s.flags[k - 1] & CARRIER))


def _quoted(s: Sentence, first: int, end: int, reader: SlavicReader) -> Phrase | None:
    """The person whose words they are, named or by title."""
    if first >= end:
        return None
    phrase = describe(reader, s, first, end, alone=True)
    if phrase is not None and (phrase.person or (phrase.kind in ("person", "official") and reader.class_of(s, first) & PEOPLE)):
        return phrase
    return None


def pass_on(s: Sentence, found: Sequence[Mention], reader: SlavicReader) -> None:
    """«Про це пише A, передає B», «Як передає B, про це повідомляє A», «По данным A, …, сообщает B»: what a medium passes on it has from the other."""
    media = [m for m in found if m.form == "subject" and m.kind in ("outlet", "agency") and m.cue is not None]
    passer = next((m for m in media if _passes(s, m, reader) or _tells_who_reports(s, m, media)), None)
    for other in found if passer else ():
        if other is passer or other.person or not other.is_report or other.cue is None or other.form not in ("subject", "body", "document"):
            continue
        if other.kind in ("outlet", "agency", "body") or other.form == "document":
            other.form = "citing"
    quoter = next((m for m in media if _quotes_what_stands_before(s, m)), None)
    for other in found if quoter else ():
        if other.form == "document" and not other.person and 0 <= quoter.cue[0] - other.char_end <= _WIDEST_GAP:
            other.form = "citing"
    holder = next((m for m in found if m.rule.endswith(".disposal")), None)
    for other in found if holder else ():
        if other.form in ("according", "document", "opinion") and other is not holder and not other.person and _is_held(s, other, holder):
            other.form = "citing"
    closing = passer or next((m for m in media if m.is_report and _closes(s, m)), None)
    for other in found if closing else ():
        if other.rule.endswith((".according", ".according_document", ".made")) and other.char_end < closing.cue[0] and not other.person and other.kind in ("outlet", "agency", "body", "document"):
            other.form = "citing"


def _is_held(s: Sentence, mention: Mention, holder: Mention) -> bool:
    """Whether «, имеющимся в распоряжении X» says of the words before the comma that X has them."""
    comma = s.token_at(mention.char_end)
    return comma + 1 < len(s) and s.words[comma] == "," and s.lows[comma + 1].startswith(("имею", "имевш", "оказ", "наявн", "що")) and 0 < s.token_at(holder.cue[0]) - comma < 4


def _tells_who_reports(s: Sentence, mention: Mention, media: Sequence[Mention]) -> bool:
    """«Як повідомляє A, про це пише B», «Про це, як повідомляє A, пише B»: whether another medium than that of «як» reports it."""
    v = s.token_at(mention.cue[0])
    if v < 1 or s.lows[v - 1] not in ("як", "как") or mention.char_start < mention.cue[0]:
        return False
    return any(
        other is not mention and (o := s.token_at(other.cue[0])) > v + 1 and other.char_start > other.cue[0]
        and ((s.lows[o - 2], s.lows[o - 1]) in ABOUT or (s.words[o - 1] == "," and (s.lows[0], s.lows[1]) in ABOUT))
        for other in media
    )


def _quotes_what_stands_before(s: Sentence, mention: Mention) -> bool:
    """Whether «которое цитирует B», «цитируемом B» refers to the words before the comma."""
    v = s.token_at(mention.cue[0])
    if mention.rule.endswith("quoted_by"):
        return v > 0 and s.words[v - 1] == ","
    return mention.rule.endswith("quotes.subject") and _follows_which(s, v)


def _closes(s: Sentence, mention: Mention) -> bool:
    """Whether «, сообщает B» stands after what is told."""
    v = s.token_at(mention.cue[0])
    return v > 0 and s.words[v - 1] == "," and mention.char_start >= s.ends[v]


def _passes(s: Sentence, mention: Mention, reader: SlavicReader) -> bool:
    v = s.token_at(mention.cue[0])
    if not s.lows[v].startswith(reader.cues.groups["passing"]):
        return False
    return v > 0 and (s.words[v - 1] == "," or s.lows[v - 1] in ("як", "как"))
