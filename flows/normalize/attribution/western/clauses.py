"""Who speaks where the verb is no finite verb of saying: "…, saying that", and documents that "show"."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    DOCUMENT,
    INDEFINITE,
    OTHER_VERB,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.acts import past_adverbs
from flows.normalize.attribution.western.appositions import comma_before, with_apposition_right
from flows.normalize.attribution.western.documents import as_maker, author_of_document
from flows.normalize.attribution.western.extent import end_right, preposition_before, start_left
from flows.normalize.attribution.western.names import is_surname
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.relative_clauses import has_content
from flows.normalize.attribution.western.sources import is_modifier
from flows.normalize.attribution.western.subject_after import subject_after
from flows.normalize.attribution.western.subject_before import described_before, subject_before

_MADE_WITHIN = 12  # tokens between a document that somebody made and what it tells
_QUOTED_AS = (["him", "as"], ["her", "as"])
_SAYING = (["saying"], ["telling"], ["stating"])


def participle_subject(reader: WesternReader, s: Sentence, participle: int, number: int) -> Mention | None:
    """Who does one thing, "saying" another: the named subject of the main clause, at the sentence's head or after a comma."""
    if participle > 1 and s.lows[participle - 1] in ("is", "are", "was", "were") and s.lows[participle] != "adding" and has_content(reader, s, participle):
        return subject_before(reader, s, past_adverbs(s, participle - 1), number, False, participle)  # "forecasters are warning that"
    if reader.cues.language == "en" and "with" in s.lows[:participle] and (beside := beside_main_clause(reader, s, participle, number)) is not None:
        return beside
    if participle < 3 or not (s.lows[participle] == "saying" or has_content(reader, s, participle)):
        return None
    for start in (0, *(k + 1 for k in range(1, participle - 2) if s.words[k] == ",")):
        first = start
        while first < participle and s.flags[first] & (ADVERB | CONJUNCTION):
            first += 1
        if s.flags[first] & (PREPOSITION | PRONOUN) or not s.is_word(first):
            continue
        end = end_right(reader, s, first)
        if not first < end < participle - 1:
            continue
        acts = end
        if s.words[end] == ",":
            acts = next((k + 1 for k in range(end + 1, min(participle - 1, end + 15)) if s.words[k] == ","), end)
        if not (s.flags[acts] & (VERB | OTHER_VERB) or s.lows[acts].endswith("ed")) or (s.lows[acts] in reader.cues.lists["passive"] and not is_progressive(s, acts, participle)):
            continue
        phrase = describe(reader, s, first, end)
        if phrase is None or s.lows[acts] in ("will", "would", "may", "might"):
            continue
        is_body = phrase.kind == "body" and start == 0 and s.lows[participle] == "saying"  # "The ministry rejected the claim, saying it was false"
        if phrase.person or is_body or (phrase.match is not None and phrase.kind not in ("outlet", "agency")):
            return make_mention(reader, s, phrase, "subject", "verb.participle", number, (participle, participle + 1))
    return None


def beside_main_clause(reader: WesternReader, s: Sentence, participle: int, number: int) -> Mention | None:
    """Who says something beside what the main clause tells: "It rained, with Ann Example saying on Friday that it would pour"."""
    end = participle
    while end > 0 and s.flags[end - 1] & ADVERB:
        end -= 1
    first = start_left(reader, s, end)
    before = first - 1
    if before >= 0 and s.flags[before] & ARTICLE:
        before -= 1
    if before < 0 or first >= end or s.lows[before] != "with":
        return None
    phrase = describe(reader, s, first, end)
    if phrase is None or phrase.kind in ("latin", "document") or (phrase.match is not None and phrase.kind in ("outlet", "agency")):
        return None
    return make_mention(reader, s, phrase, "subject", "verb.participle", number, (participle, participle + 1))


def is_progressive(s: Sentence, auxiliary: int, participle: int) -> bool:
    """Whether somebody "is pushing" for something, and not "is known" for it or "being sued"; no other clause comes between."""
    k = auxiliary + 1
    while k < participle and s.flags[k] & ADVERB:
        k += 1
    if not s.lows[k].endswith("ing") or s.lows[k] == "being":
        return False
    return not any(s.flags[j] & (CONJUNCTION | VERB) and s.lows[j] not in ("and", "or") for j in range(k + 1, participle))


def quoted_as_saying(reader: WesternReader, s: Sentence, v: int, number: int, quoting: Mention) -> Mention | None:
    """Whom somebody "quoted as saying" something; the verb of quoting is token `v`."""
    if s.lows[v] not in ("quoted", "quotes"):
        return None
    as_at = next((k for k in range(v + 2, min(v + 25, len(s) - 1)) if s.lows[k] == "as" and s.lows[k + 1] in ("saying", "telling", "stating")), None)
    if as_at is None:
        return None
    end = end_right(reader, s, v + 1)
    phrase = describe(reader, s, v + 1, end) if v + 1 < end <= as_at else None
    if phrase is None:
        return None
    phrase = with_apposition_right(reader, s, phrase)
    form = "subject" if quoting.person else "citing"
    return make_mention(reader, s, phrase, form, "quoted_as_saying", number, (v, v + 1), is_oblique=True)


def quoted_person(reader: WesternReader, s: Sentence, quoted: int, number: int) -> Mention | None:
    """Who "was quoted as saying" something or "reported saying" it, by a medium or nobody."""
    if quoted < 2 or s.lows[quoted] not in ("quoted", "reported") or s.lows[quoted - 1] not in reader.cues.lists["passive"]:
        return None
    if s.lows[quoted] == "reported":
        after = s.lows[quoted + 1 : quoted + 4]
        is_saying = after[:1] == ["saying"] or after[:2] == ["as", "saying"] or after == ["to", "have", "said"] or after == ["to", "have", "told"]
        return subject_before(reader, s, past_adverbs(s, quoted), number, False, quoted) if is_saying else None
    if not any(s.lows[k] == "as" and s.lows[k + 1] in ("saying", "telling") for k in range(quoted + 1, min(quoted + 12, len(s) - 1))):
        return None
    return subject_before(reader, s, past_adverbs(s, quoted), number, False, quoted)


_BY_DOCUMENTS = ("suggest",)  # as people do, unlike what "indicates"
_IN_PLURAL = ("suggest", "indicate", "reveal")
_COUNTS = ("numbers", "details", "figures", "results")


def maker_of_document(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """Who made the document that reveals something: "the data released by Sampleco last week reveals that"."""
    if reader.cues.language != "en" or not s.lows[v].startswith(reader.cues.groups["of_findings"]):
        return None
    if s.lows[v] in _BY_DOCUMENTS:
        return document_before(reader, s, v, number)
    if "by" not in s.lows[max(0, v - _MADE_WITHIN) : v]:
        return None
    mention = document_before(reader, s, v, number)
    return mention if mention is not None and mention.kind != "document" and mention.kind != "unnamed" else None


def quoting_pronoun(reader: WesternReader, s: Sentence, quoting: int, number: int) -> Mention | None:
    """Whom a medium is "quoting as saying" something by a pronoun: the named subject of what it reports ("The Sample said Ann Example denied it, quoting her as saying")."""
    if s.lows[quoting] != "quoting" or s.lows[quoting + 1 : quoting + 3] not in _QUOTED_AS or s.lows[quoting + 3 : quoting + 4] not in _SAYING:
        return None
    for k in range(1, quoting):
        if not s.flags[k - 1] & VERB and s.lows[k - 1] != "that":
            continue
        end = end_right(reader, s, k)
        phrase = describe(reader, s, k, end) if k < end < quoting else None
        if phrase is None or not (s.flags[end] & (VERB | OTHER_VERB) or s.lows[end].endswith("ed")):
            continue
        if phrase.kind == "latin" and phrase.end - phrase.first == 1 and is_surname(reader, s.text, s.words[phrase.first]):
            phrase.kind, phrase.person = "person", (phrase.first, phrase.end)
        if phrase.person is not None:
            return make_mention(reader, s, phrase, "subject", "verb.quoting_pronoun", number, (quoting, quoting + 1))
    return None


def document_before(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """The document that "shows": "a new poll showed", "data released by X on Thursday show"."""
    end = v
    if reader.cues.language == "de" and not has_content(reader, s, v):
        return None  # „der Bericht zeigt die Arbeit der Stadt“
    if s.words[v].isupper() or (v and s.lows[v - 1] in (*reader.cues.lists["passive"], "will", "would", "may", "might", "could", "to")):
        return None
    if s.lows[v] in ("read", "reads") and v + 1 < len(s) and s.is_word(v + 1) and s.lows[v + 1] != "that":
        return _document_behind(reader, s, v, number)
    while end > 0 and (s.flags[end - 1] & (ADVERB | TIME | OTHER_VERB) or s.lows[end - 1] in ("on", "in", "last", "this", "late", "early") or s.words[end - 1].isdigit()):
        end -= 1
    subject_end = end
    made = next((k for k in range(end - 1, max(0, end - _MADE_WITHIN), -1) if s.lows[k] in reader.cues.lists["made_document"] and s.flags[k - 1] & DOCUMENT), None)
    if made is not None and not any(s.words[k] in ".;:" or s.is_quote(k) for k in range(made, end)):
        end = made
    first = start_left(reader, s, end)
    if end and s.words[end - 1] == ",":
        comma = comma_before(reader, s, end - 1)  # "The study, published in Example on Monday, found"
        if not comma or s.lows[comma + 1] not in reader.cues.lists["made_document"]:
            return None
        end = comma
        first = start_left(reader, s, end)
    before = preposition_before(reader, s, first) if first < end else -1
    phrase = (described_before(reader, s, before) if before > 0 else None) or (describe(reader, s, first, end) if first < end else None)
    if phrase is not None and phrase.kind != "document" and reader.cues.language == "en":  # "findings of the Sample Branch show"
        of = next((k for k in range(phrase.first + 1, phrase.end - 1) if s.lows[k] in ("of", "by", "from") and s.flags[k - 1] & DOCUMENT), None)
        phrase = phrase if of is None else describe(reader, s, phrase.first, of)
    if phrase is None or not (phrase.kind == "document" or s.flags[phrase.end - 1] & DOCUMENT or is_own_investigation(s, phrase)):
        return None
    if phrase.kind == "outlet" and phrase.head == "paper" and (s.flags[phrase.first - 1] & INDEFINITE or s.lows[phrase.end] in reader.cues.lists["made_document"]):
        phrase.kind = "document"  # "a paper published in Sample Letters shows"
    if phrase.head == "website" and s.lows[v] in ("shows", "show", "showed") and phrase.first and s.flags[phrase.first - 1] & INDEFINITE:
        return None  # "where a website shows an advert"
    if s.lows[v] in _IN_PLURAL and not _finds_in_plural(s, phrase):
        return None
    if s.lows[v] == "show" and s.lows[v - 1] != phrase.head and not any(s.lows[k].endswith(("s", "data")) for k in range(phrase.first, phrase.end)):
        return None  # "a warrant for a talk show host"
    is_own = any(s.lows[k] in ("this", "our", "my") for k in range(max(0, phrase.first - 1), phrase.end))
    if is_own and any(s.is_quote(k) for k in range(phrase.first)):
        return None  # said by whom the article quotes
    after = phrase.end + (phrase.end + 1 < v and s.words[phrase.end] == "," and s.lows[phrase.end + 1] in reader.cues.lists["made_document"])
    made = after if after > phrase.end else made  # "the poll, conducted by Sampleco, shows"
    author = author_of_document(reader, s, after) if phrase.match is None else None
    is_described = author is not None and author.end < subject_end and is_modifier(reader, s, author, author.end)
    if author is not None and not is_described and (author.match is not None or author.person or author.head is None or s.is_capitalised(author.end - 1)):
        phrase = as_maker(reader, s, author) if made is not None else author
    return make_mention(reader, s, phrase, "document", "verb.document_shows", number, (v, v + 1), is_report=True)


def _document_behind(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """The document behind the verb where quoted words lead up to it ("“It rains,” reads the letter")."""
    if v < 2 or not s.is_quote(v - 1) or not s.flags[v + 1] & (ARTICLE | INDEFINITE):
        return None
    mention = subject_after(reader, s, v, number, True)
    if mention is None or "document" not in (mention.kind, mention.form):
        return None
    first = s.token_at(mention.char_start)
    return None if first and s.lows[first - 1] in ("his", "her", "its", "their") else mention  # "read a statement by his spokesman"


def _finds_in_plural(s: Sentence, phrase: Phrase) -> bool:
    """Whether a plural document suggests something by the text's own account: no question ("what do the papers reveal"), no quotation, no mere numbers."""
    if s.lows[phrase.end - 1] in _COUNTS and phrase.end - phrase.first < 2:
        return False
    is_asked = any(s.lows[k] in ("do", "does", "did", "what", "to") for k in range(max(0, phrase.first - 2), phrase.first))
    is_spoken = sum(s.is_quote(k) and s.words[k] not in "'’" for k in range(phrase.first)) % 2 == 1
    return not is_asked and not is_spoken and not s.flags[phrase.end - 1] & PREPOSITION and s.lows[phrase.end - 1] not in ("for", "of")


def is_own_investigation(s: Sentence, phrase: Phrase) -> bool:
    """Whether it is a medium's investigation that shows something ("a Reuters investigation found")."""
    return phrase.match is not None and phrase.kind in ("outlet", "agency") and s.lows[phrase.end - 1] in ("investigation", "probe", "count", "tally")


def expecting(reader: WesternReader, s: Sentence, noun: int, end: int, number: int) -> Mention | None:
    """Who "had expected" or "believe" something, where the cue has the experts and the verb to token `end`."""
    if s.words[noun].isupper() or (noun and s.lows[noun - 1] in ("of", "and", "by", "some")):
        return None
    phrase = describe(reader, s, start_left(reader, s, noun + 1), noun + 1)
    if phrase is None or phrase.kind != "unnamed":
        return None
    return make_mention(reader, s, phrase, "subject", "verb.expectation", number, (end - 1, end))
