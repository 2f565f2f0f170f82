"""The source after a cue: «по словам», «со ссылкой на», «согласно», «в распоряжении»."""

from flows.normalize.attribution.language_cues import (
    BODY,
    CARRIER,
    DOCUMENT,
    OUTLET,
    PEOPLE,
    PRONOUN,
    REPORT,
    SPEECH,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.description import describe, end_of_latin_run
from flows.normalize.attribution.slavic.documents import document_made_by, document_qualified
from flows.normalize.attribution.slavic.extent import end_right
from flows.normalize.attribution.slavic.mention import IN, closes_title, make_mention
from flows.normalize.attribution.slavic.phrase import WHOSE, SlavicReader

# «за останніми офіційними даними»
_MOST_ADJECTIVES = 3
_NETWORKS = frozenset(("telegram", "facebook", "x", "instagram", "youtube"))
# what each sort of cue makes of its source
_FORMS = {
    "quoted_by": "subject", "disposal": "according", "according": "according", "opinion": "opinion", "citing": "citing",
    "according_document": "document",
}


# how the words for several media end after «по данным» («изданий», «телеканалів», «агентств», «газет») and after «со ссылкой на»
_MANY_MEDIA = ("ий", "ань", "ов", "ів", "ств", "зет")
_MANY_MEDIA_CITED = ("ия", "ння", "ства", "ы", "и")


def after_cue(s: Sentence, first: int, end: int, kind: str, reader: SlavicReader, number: int) -> Mention | None:
    """The source that follows «по словам», «со ссылкой на», «согласно»."""
    if not _may_begin_source(s, end):
        return None
    if kind in ("according", "according_document") and (file := _case_file(s, end, reader)):
        return make_mention(s, file, _FORMS[kind], f"{reader.cues.language}.{kind}", number, (first, end), is_oblique=True)
    if kind == "according_document" and _is_qualified_there(s, end, reader):
        return None  # «згідно з останніми даними» is read by its noun
    j, channel = _past_carrier(s, end, reader)
    if j >= len(s) or s.flags[j] & PRONOUN:
        return None
    if kind == "according_document" and s.lows[first] in ("согласно", "згідно", "відповідно") and _is_a_rule(s, j, reader):
        return None
    if s.lows[end - 1].startswith(reader.cues.groups["releases"]):
        channel = "press_service"
    phrase = _phrase_after(s, j, kind, reader)
    if phrase is None:
        return None
    if _is_medium_of_channel(s, phrase, channel, reader):
        phrase.kind = "outlet"
    _name_to_its_end(s, phrase, reader)
    is_document = kind == "according_document" and bool(reader.class_of(s, j) & DOCUMENT)
    is_message = j > end and (channel is not None or s.lows[j - 1].startswith(reader.cues.groups["messages"]))
    if not _suits_cue(phrase, kind, is_document or is_message):
        return None
    if is_document and phrase.kind == "body":
        phrase.kind = "document"  # «протоколу ЦИК»
    if kind in ("according", "opinion"):
        phrase = _with_name_apposed(s, phrase, reader)
        if s.lows[end - 1].startswith("сл") and phrase.kind == "body":
            kind = "opinion"  # words are spoken, data are given
    return make_mention(
        s, phrase, _FORMS[kind], f"{reader.cues.language}.{kind}", number, (first, end), channel=channel, is_oblique=True,
        is_report=kind in ("quoted_by", "disposal"), is_plural=_are_many(phrase, kind),
    )


def _case_file(s: Sentence, end: int, reader: SlavicReader) -> Phrase | None:
    """«Згідно з матеріалами справи»: the papers of a court or an inquiry, which are a document and carry nobody's words."""
    files, proceedings = reader.cues.groups["case_files"], reader.cues.groups["proceedings"]
    k = end - 1 if s.lows[end - 1].startswith(files) else end
    if k + 1 >= len(s) or not s.lows[k].startswith(files) or not s.lows[k + 1].startswith(proceedings):
        return None
    return Phrase(k, max(k + 2, end_right(reader, s, k + 1)), "document", head=s.lows[k], is_named=False)


def qualified_formula(s: Sentence, noun: int, reader: SlavicReader) -> tuple[int, str] | None:
    """Where «по последним данным» begins whose noun is at the token, and its kind; a genitive has to follow."""
    k = noun - 1
    while k > 0 and noun - k <= _MOST_ADJECTIVES and s.is_word(k) and not s.is_capitalised(k) and not s.flags[k] & PRONOUN and reader.form(s.lows[k]).adjective:
        k -= 1
    if k < 0 or k == noun - 1 or noun + 1 >= len(s):
        return None
    form = reader.form(s.words[noun + 1])
    if s.is_word(noun + 1) and s.names[noun + 1] is None and form.known and not form.genitive and not s.words[noun + 1].isupper():
        return None
    for before, kind in reader.cues.qualified[s.lows[noun]]:
        first = k + 1 - len(before)
        if first >= 0 and tuple(s.lows[first : k + 1]) == before:
            return first, kind
    return None


def _is_qualified_there(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether adjectives begin at the token and the noun of such a formula follows them."""
    first = k
    while k < len(s) and k - first <= _MOST_ADJECTIVES and s.is_word(k) and not s.is_capitalised(k) and s.lows[k] not in reader.cues.qualified:
        if not reader.form(s.lows[k]).adjective:
            return False
        k += 1
    return first < k < len(s) and s.lows[k] in reader.cues.qualified and qualified_formula(s, k, reader) is not None


def _is_a_rule(s: Sentence, j: int, reader: SlavicReader) -> bool:
    """Whether a thing that one acts by stands there, with an adjective or without («согласно новому постановлению»)."""
    if j + 1 < len(s) and s.is_word(j + 1) and reader.form(s.lows[j]).adjective and not s.lows[j].startswith(reader.cues.groups["rules"]):
        j += 1
    return s.lows[j].startswith(reader.cues.groups["rules"])


def _may_begin_source(s: Sentence, j: int) -> bool:
    """Whether the token right after a cue is no pronoun and no quotation of what was said."""
    if j >= len(s) or (s.flags[j] & PRONOUN and s.lows[j] not in WHOSE):
        return False
    return not (s.is_quote(j) and j + 1 < len(s) and s.words[j + 1][0].islower())


def _phrase_after(s: Sentence, j: int, kind: str, reader: SlavicReader) -> Phrase | None:
    """What the noun phrase at token j names, read as that sort of cue allows."""
    stop = end_right(reader, s, j)
    if stop <= j:
        return None
    phrase = describe(reader, s, j, stop, alone=True)
    if phrase is not None and kind in ("citing", "opinion") and _is_about_things(s, phrase, reader):
        return None
    if phrase is not None and kind in ("according", "opinion") and _begins_what_follows(s, phrase, reader):
        return None
    if phrase is None and kind in ("according_document", "citing") and (document := document_qualified(s, j, reader)):
        return document
    if phrase is not None and kind in ("according_document", "citing"):
        return document_made_by(s, phrase, reader)
    if phrase is None and kind in ("according", "opinion"):
        return _people_unlisted(s, j, stop, reader)
    return phrase


def _name_to_its_end(s: Sentence, phrase: Phrase, reader: SlavicReader) -> None:
    """Makes «Google Weekly» of «Google» after a noun for a medium («по данным портала Google Weekly»)."""
    if phrase.match is None or phrase.person or phrase.first == 0 or not reader.class_of(s, phrase.first - 1) & OUTLET:
        return
    source = reader.registry.cited_sources.get(phrase.match.source_ids[0])
    if source is not None and source.kind in ("outlet", "agency"):
        return
    run = end_of_latin_run(s, phrase.first, phrase.end)
    if run > phrase.end:
        phrase.kind, phrase.match, phrase.end = "outlet", None, run


def _is_medium_of_channel(s: Sentence, phrase: Phrase, channel: str | None, reader: SlavicReader) -> bool:
    """Whether a name in quotation marks that the registry lacks is that of a site or of a channel on a network."""
    if phrase.kind not in ("latin", "organisation") or phrase.match is not None or not s.is_quote(phrase.first):
        return False
    if channel == "website":
        return s.lows[phrase.first - 1].startswith(("портал", "интернет-портал", "інтернет-портал")) or closes_title(s, phrase.end - 1, reader)
    return channel in ("telegram", "youtube", "facebook", "x", "instagram")


def _suits_cue(phrase: Phrase, kind: str, is_document: bool) -> bool:
    """Whether that sort of cue can have the phrase for its source."""
    if kind == "according_document":
        return phrase.kind in ("document", "agency", "outlet") or phrase.match is not None or is_document
    if kind in ("quoted_by", "disposal"):
        return phrase.kind in ("outlet", "agency", "latin") and (phrase.match is not None or phrase.is_named)
    return True


def _is_about_things(s: Sentence, phrase: Phrase, reader: SlavicReader) -> bool:
    """Whether the first noun of a description is a thing, though people stand in it («ссылаясь на необходимость защиты граждан»)."""
    if phrase.kind not in ("unnamed", "person", "official") or phrase.person or phrase.match:
        return False
    first = next((k for k in range(phrase.first, phrase.end) if not reader.form(s.lows[k]).adjective), None)
    if first is None or not s.is_word(first) or s.is_capitalised(first) or reader.class_of(s, first):
        return False
    form = reader.form(s.lows[first])
    return form.known and form.noun and not form.animate and s.lows[first] != phrase.head


def _begins_what_follows(s: Sentence, phrase: Phrase, reader: SlavicReader) -> bool:
    """Whether no genitive comes after the cue: the clause itself begins there («за розрахунками максимальний тиск Lisove 6 становитиме»)."""
    if phrase.kind not in ("organisation", "latin") or phrase.head is not None or phrase.match is not None:
        return False
    first = next((k for k in range(phrase.first, phrase.end) if not reader.form(s.lows[k]).adjective), None)
    if first is None or not s.is_word(first) or s.is_capitalised(first) or s.words[first].isascii():
        return False
    form = reader.form(s.lows[first])
    return form.known and form.noun and form.nominative and not form.genitive


def _with_name_apposed(s: Sentence, phrase: Phrase, reader: SlavicReader) -> Phrase:
    """«по словам одного из участников, епископа Григория Лыкова»: the name that follows after a comma in the same case."""
    first = phrase.end + 1
    if phrase.person or phrase.match or phrase.kind not in ("person", "official", "unnamed") or first >= len(s) or s.words[first - 1] != ",":
        return phrase
    following = describe(reader, s, first, end_right(reader, s, first), alone=False)
    if following is None or not following.person or following.person[1] - following.person[0] < 2 or not reader.form(s.words[following.person[0]]).genitive:
        return phrase
    if following.person[0] > first and not reader.form(s.lows[first]).genitive:
        return phrase  # «по мнению жителя, улица Ивана Лыкова»
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


def _are_many(phrase: Phrase, kind: str) -> bool:
    """Whether a description without a name is of several people or media («военных», «местных изданий»)."""
    if phrase.kind == "outlet" and not phrase.is_named and phrase.head:
        return phrase.head.endswith(_MANY_MEDIA_CITED if kind == "citing" else _MANY_MEDIA)
    return phrase.kind in ("person", "official") and not phrase.person and phrase.match is None and bool(phrase.head) and phrase.head.endswith(
        ("ов", "ев", "ей", "ых", "их", "ів", "їв")
    )


def _past_carrier(s: Sentence, j: int, reader: SlavicReader) -> tuple[int, str | None]:
    """Past «сообщение», «слова», «сайт», «пресс-релиз» to their author, and the channel that they show."""
    channel = None
    while j + 1 < len(s) and (s.lows[j] in WHOSE or s.lows[j].startswith(reader.cues.groups["own"])):
        j += 1  # «со ссылкой на собственные источники»
    k = j
    if _begins_page(s, k, reader):
        k += 1  # «згідно з інформацією на сторінці міськради»
    if _is_network_of_somebody(s, k, reader):
        return k + 1, reader.cues.channel_of(s.lows[k])
    while k < len(s) and s.is_word(k) and s.names[k] is None and not s.is_capitalised(k):
        found = reader.cues.channel_of(s.lows[k])
        if found in ("website", "telegram", "facebook", "x", "instagram", "youtube"):
            channel, k = found, k + 1
            j = k
        elif s.flags[k] & CARRIER or s.lows[k].startswith(reader.cues.groups["pages"]):
            k += 1
            j = k
            if _begins_page(s, k, reader):
                k += 1  # «з повідомлення на сайті міськради»
        elif reader.form(s.lows[k]).adjective and k + 1 < len(s) and (s.flags[k + 1] & CARRIER or reader.cues.channel_of(s.lows[k + 1])):
            k += 1
        else:
            break
    return j, channel


def _is_network_of_somebody(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether a network stands at the token and whose account it is after it («со ссылкой на Instagram певицы», «на Facebook мэрии»)."""
    if k + 1 >= len(s) or not s.is_word(k + 1) or s.is_capitalised(k + 1) or reader.cues.channel_of(s.lows[k]) not in _NETWORKS:
        return False
    form = reader.form(s.lows[k + 1])
    return form.noun and form.genitive and not form.adjective and (form.animate or bool(reader.class_of(s, k + 1) & (PEOPLE | BODY)))


def _begins_page(s: Sentence, k: int, reader: SlavicReader) -> bool:
    """Whether «на сайті», «на офіційній сторінці» begins at the token."""
    if k >= len(s) or s.lows[k] not in IN:
        return False
    k += 1
    while k + 1 < len(s) and s.is_word(k) and not s.is_capitalised(k) and reader.cues.channel_of(s.lows[k]) is None and reader.form(s.lows[k]).adjective:
        k += 1
    return k < len(s) and (s.lows[k].startswith(reader.cues.groups["pages"]) or reader.cues.channel_of(s.lows[k]) is not None)
