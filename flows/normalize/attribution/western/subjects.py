"""Who says: the subject of a verb of saying in languages with fixed word order."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    INDEFINITE,
    INSIDE,
    OTHER_VERB,
    PARTICIPLE,
    PERCEPTION,
    PREPOSITION,
    PRONOUN,
    REPORT,
    TIME,
    TRANSITIVE,
    VERB,
    WEAK,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.acts import is_no_speech, is_reported
from flows.normalize.attribution.western.before_verb import before_verb
from flows.normalize.attribution.western.between import (
    says_so,
)
from flows.normalize.attribution.western.extent import end_right, start_left
from flows.normalize.attribution.western.first_words import is_common_noun, is_name_at_start
from flows.normalize.attribution.western.german import (
    begins_with_preposition,
    is_in_date,
    opening_wie,
    tells_nothing,
)
from flows.normalize.attribution.western.opening_names import opening_name
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.platforms import opens_with_statement, posts_news
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.relative_clauses import has_content
from flows.normalize.attribution.western.reporting_media import reports_cases, reports_news
from flows.normalize.attribution.western.speech_verbs import (
    begins_content,
    is_noun,
    lacks_company,
    plural_subject,
    tells_the_news,
)
from flows.normalize.attribution.western.subject_after import subject_after
from flows.normalize.attribution.western.subject_before import (
    ends_abbreviation,
    over_relative_clause,
    subject_before,
)
from flows.normalize.attribution.western.written_routes import written_route

_SAID_OF = (["said", "to", "be"], ["said", "to", "have"])
_PASSIVE_DE = ("werden", "worden", "wird", "wurde", "wurden", "würde", "würden")

_Settled = tuple[Mention | None]
"""Who says it where the verb alone settles that: a mention, or nobody."""


def subject(reader: WesternReader, s: Sentence, v: int, number: int, last: int | None = None) -> Mention | None:
    """Who says what the verb at token `v` (to token `last`) introduces or closes."""
    last = v if last is None else last
    settled = _settled_in_english(reader, s, v, number) if reader.cues.language == "en" else _settled_elsewhere(reader, s, v, last, number)
    if settled is not None:
        return settled[0]
    prev = before_verb(reader, s, v)
    if prev >= 0 and s.lows[prev] in ("qui", "quien", "quienes", "quem"):
        return None
    mention = _found_beside(reader, s, v, last, prev, number)
    if mention is None or _is_nobody(reader, s, v, mention):
        return None
    return mention


def _settled_in_english(reader: WesternReader, s: Sentence, v: int, number: int) -> _Settled | None:
    """What the form of an English verb and the words around it settle; None where the subject is to be looked for."""
    lists = reader.cues.lists
    flags = s.flags[v]
    if flags & PARTICIPLE and not any(s.lows[k] in lists["auxiliaries"] for k in range(max(0, v - 3), v)):
        return (None,)
    if _is_in_name(s, v) or (v and s.lows[v - 1] in lists["auxiliaries"] and (s.flags[v - 1] or s.words[v - 1].islower()) and not _can_report(reader, s, v)):
        return (None,)
    if v and v + 2 < len(s) and s.lows[v + 1] == "by" and s.lows[v].endswith("ed") and not s.lows[v + 2].endswith("ing"):
        is_source = s.lows[v - 1] == "as" and (v == 1 or not s.is_word(v - 2) or s.lows[v] in ("announced", "reported", "confirmed", "stated")) and (s.lows[v] == "announced" or not flags & WEAK)
        return (subject_after(reader, s, v + 1, number, bool(flags & REPORT)) if is_source else None,)
    if v and (s.flags[v - 1] & (ARTICLE | INDEFINITE) or s.lows[v : v + 3] in _SAID_OF or is_noun(s, v)):
        return (None,)  # "her claim", "a firm said to be for sale", "made claims"
    if s.lows[v] in lists["plural"]:
        return (plural_subject(reader, s, v, number),)
    return (None,) if lacks_company(reader, s, v) or is_no_speech(reader, s, v) or is_reported(reader, s, v) else None


def _settled_elsewhere(reader: WesternReader, s: Sentence, v: int, last: int, number: int) -> _Settled | None:
    """What the form of a verb that is not English and the words around it settle; None where the subject is to be looked for."""
    lists = reader.cues.lists
    if s.flags[v] & PRONOUN or s.lows[v - 1 if v else 0] in lists["passive"] | lists["infinitives"] or (v + 1 < len(s) and s.lows[v + 1] in lists["subject_pronouns"]):
        return (None,)
    if reader.cues.language == "de" and (tells_nothing(reader, s, v) or (last + 1 < len(s) and s.lows[last + 1] in _PASSIVE_DE)):
        return (None,)
    if s.flags[v] & PARTICIPLE:
        if reader.cues.language == "de":
            if (mention := german_perfect(reader, s, v, number)) is not None or s.lows[v].startswith(tuple(lists["participle_beginnings"])):
                return (mention,)
            clause = next((k + 1 for k in range(v - 1, max(-1, v - 40), -1) if s.words[k] in ",;:" or s.is_quote(k)), max(0, v - 40))
            if any(s.lows[k] in lists["no_perfect"] | lists["auxiliaries"] for k in range(clause, min(len(s), last + 2))):
                return (None,)
        elif not any(s.lows[k] in lists["auxiliaries"] for k in range(max(0, v - 3), v)):
            return (None,)
    return (None,) if _is_in_name(s, v) else None


def _is_in_name(s: Sentence, v: int) -> bool:
    """Whether the verb has a capital inside the sentence, or is all in capitals."""
    return bool(s.is_capitalised(v) and v and s.is_word(v - 1)) or (s.words[v].isupper() and len(s.words[v]) > 2)


def _can_report(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether a medium "can reveal" something."""
    return reader.cues.language == "en" and v > 1 and s.lows[v - 1] == "can" and s.lows[v] in ("reveal", "confirm", "disclose")


def _found_beside(reader: WesternReader, s: Sentence, v: int, last: int, prev: int, number: int) -> Mention | None:
    """Who stands behind the verb where a mark or an adverb goes before it, else who stands before it, up to token `prev`."""
    language, flags = reader.cues.language, s.flags[v]
    is_report = bool(flags & REPORT)
    is_dated = language == "en" and any(s.flags[k] & TIME for k in range(prev + 1, v))  # "…, the mayor's son, on Friday said"
    opened = opening_name(reader, s, prev) if prev > 2 and s.words[prev] == "," else None
    has_auxiliary = language == "en" and bool(s.flags[v - 1] & OTHER_VERB) and s.words[v - 1].islower()  # "The Agency, SAGE, has said"
    after_mark = opened is None and prev >= 0 and not is_dated and not has_auxiliary and s.lows[last] != "that" and not s.is_word(prev) and s.words[prev] not in ")]" and not ends_abbreviation(s, prev)
    mention = None
    if after_mark and flags & TRANSITIVE and language != "en" and closes_whole_quotation(s, v):
        mention = subject_after(reader, s, last, number, is_report)  # « C'est une honte », a dénoncé Jean Exemple
        mention = mention if mention is not None and (mention.person or mention.kind in ("body", "official") or mention.match is not None) else None
    if (after_mark and not flags & TRANSITIVE) or says_so(s, v) or (language != "en" and not flags & TRANSITIVE and (prev < 0 or s.flags[prev] & (ADVERB | TIME))):
        mention = subject_after(reader, s, last, number, is_report)
    if after_mark and flags & TRANSITIVE and is_report and language != "en":
        mention = subject_after(reader, s, last, number, is_report)
        mention = mention if mention is not None and mention.kind in ("outlet", "agency") else None  # «…, informe le journal Exemple»
    if mention is None and language == "de" and prev > 0:
        mention = _named_by_wie(reader, s, v, number, is_report)
        if mention is None and begins_with_preposition(s, v):
            mention = subject_after(reader, s, last, number, is_report)
            if mention is None or (flags & WEAK and not has_content(reader, s, v) and not is_published(reader, s, mention, v)):
                return None
    if mention is None and prev >= 0:
        mention, is_settled = _found_before(reader, s, v, last, prev, number, after_mark, opened)
        if is_settled:
            return None
    if mention is None and not after_mark and prev >= 0 and not flags & TRANSITIVE and not s.flags[prev] & PRONOUN and language != "en":
        mention = subject_after(reader, s, last, number, is_report)
        if mention and flags & WEAK and not says_so(s, v):
            return None
    return mention


def closes_whole_quotation(s: Sentence, v: int) -> bool:
    """Whether nothing but quoted words stands before the verb: quoted from the sentence's start, or from one before."""
    quotes = [k for k in range(v) if s.is_quote(k) and s.words[k] not in "'’"]
    return bool(quotes) and v - quotes[-1] < 5 and (len(quotes) % 2 == 1 or quotes[0] == 0)


def _named_by_wie(reader: WesternReader, s: Sentence, v: int, number: int, is_report: bool) -> Mention | None:
    """„Wie die Behörde am Montag mitteilte“: who stands right after the word that opens the clause."""
    wie = opening_wie(s, v)
    if wie is None:
        return None
    end = end_right(reader, s, wie + 1)
    phrase = describe(reader, s, wie + 1, end) if wie + 1 < end <= v else None
    if phrase is None or phrase.kind == "latin" or is_common_noun(reader, s, phrase):
        return None
    return make_mention(reader, s, phrase, "subject", "verb.wie", number, (v, v + 1), is_report=is_report)


def _found_before(
    reader: WesternReader, s: Sentence, v: int, last: int, prev: int, number: int, after_mark: bool, opened: Phrase | None
) -> tuple[Mention | None, bool]:
    """Who stands before the verb, and whether a weak verb settles that nobody says anything here."""
    lists, is_report = reader.cues.lists, bool(s.flags[v] & REPORT)
    outlet_only = bool(s.flags[v] & WEAK and not has_content(reader, s, last) and not says_so(s, v) and not after_mark and not any(s.is_quote(k) for k in range(max(0, v - 8), v)))
    if outlet_only and reader.cues.language == "en":
        is_pointed = last > v and s.lows[last + 1 : last + 2] != ["to"]  # "pointed out a flaw"
        outlet_only = not is_pointed and s.lows[v] not in lists["with_quotes"] and (s.lows[v] == "published" or not begins_content(s, last))
    if opened is not None:
        mention = make_mention(reader, s, opened, "subject", "verb.subject_apposed", number, (v, v + 1), is_report=is_report)
    else:
        mention = subject_before(reader, s, prev + 1, number, is_report, cue=v)
    if mention is None and not after_mark and "who" in s.lows:
        mention = over_relative_clause(reader, s, prev + 1, number, is_report, v)
    if mention is None:
        return None, False
    named = mention.person is not None and " " in mention.person
    if reports_news(reader, s, mention, v):
        mention.kind, mention.person, outlet_only = "outlet", None, False
    if not outlet_only or is_published(reader, s, mention, v) or reports_cases(reader, s, mention, v) or posts_news(reader, s, v) or opens_with_statement(reader, s, mention):
        return mention, False
    is_named_medium = mention.kind in ("outlet", "agency") and (mention.match is not None or mention.head is None)
    is_named_medium = is_named_medium or (reader.cues.language != "en" and mention.kind == "unnamed" and mention.head in lists["press"] and bool(s.flags[v] & REPORT))
    is_document = "document" in (mention.kind, mention.form) and mention.head != "post" and reader.cues.language == "en"
    says_it = tells_the_news(reader, s, v) or (named and s.lows[v] in lists["personal"]) or is_named_medium or is_document or closes_clause(reader, s, mention, v)
    return (mention, False) if says_it else (None, True)


def _is_nobody(reader: WesternReader, s: Sentence, v: int, mention: Mention) -> bool:
    """Whether what was found cannot be who says it with this verb."""
    is_medium = mention.kind in ("outlet", "agency")
    if mention.match is not None and not mention.match.is_distinctive and mention.kind == "outlet" and s.lows[v] in ("say", "think", "believe"):
        return True  # "People say"
    if reader.cues.language == "en" and mention.head == "people" and s.lows[v] in ("say", "think", "believe") and s.lows[s.token_at(mention.char_start) - 1] in ("some", "many", "most", "other"):
        return True  # "Some people say"
    if reader.cues.language == "en" and mention.head == "media" and "social" in s.lows:
        return True  # "a search on social media reveals"
    if reader.cues.language == "en" and mention.kind == "unnamed" and is_share(reader, s, s.token_at(mention.char_start)):
        return True  # "55% of dealers said": who was asked
    if not is_medium and _can_report(reader, s, v):
        return True
    if mention.kind == "document" and s.lows[v] == "published" and reader.cues.language == "en":
        return True  # "In a report published on Friday,"
    if mention.kind == "document" and s.lows[v] == "posted" and reader.cues.language == "en" and "in" in s.lows[max(0, s.token_at(mention.char_start) - 2) : s.token_at(mention.char_start)]:
        return True  # "said in a video posted on YouTube"
    is_site = mention.match is not None or "." in s.text[mention.char_start : mention.char_end]
    return bool(s.flags[v] & PERCEPTION and not s.flags[v] & VERB and not (is_medium and is_site))


def is_share(reader: WesternReader, s: Sentence, first: int) -> bool:
    """Whether a part of all stands before the noun ("two thirds of", "55% of the")."""
    k = first - 1
    while k > 0 and s.flags[k] & ARTICLE:
        k -= 1
    return k > 0 and s.lows[k] == "of" and s.lows[k - 1] in reader.cues.lists["shares"]


def is_published(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> bool:
    """Whether the clause says where it was announced («a annoncé dans un communiqué la fermeture du pont»)."""
    return reader.cues.language != "en" and written_route(reader, s, mention, v) not in (None, "broadcast")


def closes_clause(reader: WesternReader, s: Sentence, mention: Mention, v: int) -> bool:
    """Whether subject and verb follow the clause they are said of: "the bridge is shut, the zoo announced on Friday"."""
    first = s.token_at(mention.char_start)
    while first > 0 and s.flags[first - 1] & ARTICLE:
        first -= 1
    if reader.cues.language == "en" and first > 5 and s.lows[first - 1] == "and":
        first = start_left(reader, s, first - 1)  # "…, the zoo and the city announced"
    after = v + 1
    is_closed = after >= len(s) or s.words[after] in ".," or bool(s.flags[after] & (PREPOSITION | TIME | INSIDE | ADVERB))
    return first > 4 and first <= v and s.words[first - 1] == "," and is_closed and not any(s.words[k] == "," for k in range(first, v))


def german_perfect(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """„Die Behörde hat mitgeteilt“, „Am Freitag hatte die Behörde mitgeteilt“: who stands beside the auxiliary."""
    auxiliary = v - 1
    while auxiliary >= 0 and s.lows[auxiliary] not in reader.cues.lists["auxiliaries"]:
        if (s.words[auxiliary] in ",;:" and not is_in_date(s, auxiliary)) or v - auxiliary > 25:
            return None
        auxiliary -= 1
    if auxiliary < 1 or ("sich" in s.lows[auxiliary:v] and s.lows[v] != "geäußert"):
        return None  # „hat sich schuldig erklärt“
    clause = auxiliary - 1
    while clause > max(0, auxiliary - 40) and s.words[clause - 1] not in ",;:\n“”\"«»":
        clause -= 1
    is_report = bool(s.flags[v] & REPORT)
    opening = Phrase(clause, auxiliary, "latin", None)
    if auxiliary - clause == 1 and s.is_word(clause) and not s.flags[clause] and is_name_at_start(reader, s, opening):
        return subject_before(reader, s, auxiliary, number, is_report, cue=v)  # „Muster hatte gesagt“
    if auxiliary - clause == 1 or (s.flags[clause] & (PREPOSITION | TIME | ADVERB) and not s.flags[clause] & ARTICLE):
        return subject_after(reader, s, auxiliary, number, is_report)
    return subject_before(reader, s, auxiliary, number, is_report, cue=v)
