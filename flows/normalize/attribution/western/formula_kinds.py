"""Whom a citation formula that is no verb of saying cites, by its kind."""

from collections.abc import Callable, Mapping

from flows.normalize.attribution.language_cues import ADVERB, DOCUMENT, OTHER_VERB, PRONOUN, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.acts import past_adverbs
from flows.normalize.attribution.western.clauses import (
    document_before,
    expecting,
    participle_subject,
    quoted_person,
    quoting_pronoun,
)
from flows.normalize.attribution.western.introductions import introduced
from flows.normalize.attribution.western.lines import credited, inputs_of, shared_by, source_line
from flows.normalize.attribution.western.media_after import medium_after, medium_before
from flows.normalize.attribution.western.polls import poll_of
from flows.normalize.attribution.western.pronouns import pronoun_mention
from flows.normalize.attribution.western.quoting import is_described_document, who_quotes
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.reports import document_saying
from flows.normalize.attribution.western.sources import after_cue, before_cue
from flows.normalize.attribution.western.speech_verbs import goes_on_to_say, stance_of
from flows.normalize.attribution.western.subject_before import subject_before
from flows.normalize.attribution.western.subjects import subject

_BEFORE_SOURCE = ("according", "opinion", "citing", "statement_of", "interview", "broadcast", "published_in", "stated_in")
_ASKED_IN_POLLS = ("polled", "surveyed")
# what follows "took to Twitter", «recurrió a Twitter», «foi ao Twitter» where something is said there
_TO_SAY = ("to", "saying", "writing", "para", "pour", "per")


def cited_by_formula(
    reader: WesternReader, s: Sentence, first: int, end: int, kind: str, found: list[Mention], number: int
) -> Mention | None:
    """Whom a cue that is no verb cites; `found` gains the person whom a medium quotes."""
    if (by_span := _BY_SPAN.get(kind)) is not None:
        return by_span(reader, s, first, end, number)
    if (by_start := _BY_START.get(kind)) is not None:
        return by_start(reader, s, first, number)
    if kind == "introduces":
        return introduced(reader, s, first, number, found)
    if kind == "poll":
        return poll_of(reader, s, first, number, found)
    if kind == "seen_by":
        return _seen_by(reader, s, first, end, found, number)
    if kind == "cited_by":
        return who_quotes(reader, s, first, end, found, number)
    if kind not in _BEFORE_SOURCE:
        return None
    mention = after_cue(reader, s, first, end, kind, number)
    if kind == "citing" and mention is None and reader.cues.language == "en":
        return quoting_pronoun(reader, s, first, number)
    if kind == "interview" and mention is None and s.flags[first] & VERB:
        return subject(reader, s, first, number) or pronoun_mention(reader, s, first, number)
    if kind == "interview" and mention is not None:
        mention.is_of_unread = mention.is_of_unread or is_of_unread(reader, s, first, number)
    return mention


def _took_to(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """The person who "took to Twitter", or to the stage, where something is said there."""
    is_to_say = any(low in _TO_SAY for low in s.lows[end : end + 5])
    if "stage" in s.lows[first:end] or "podium" in s.lows[first:end]:
        is_to_say = _says_there(reader, s, end)
    mention = subject_before(reader, s, past_adverbs(s, first), number, False, first) if is_to_say else None
    return mention if mention is not None and mention.person else None


def _says_there(reader: WesternReader, s: Sentence, end: int) -> bool:
    """Whether who took the stage did so "to reveal the date" or "to tell fans", not to sing."""
    return any(s.lows[k] == "to" and s.lows[k + 1] in reader.cues.lists["infinitives"] for k in range(end, min(end + 9, len(s) - 1)))


def _first_to_report(reader: WesternReader, s: Sentence, first: int, number: int) -> Mention | None:
    """The medium that was the first to report."""
    medium = subject_before(reader, s, first, number, True)
    return medium if medium is not None and medium.kind in ("outlet", "agency") else None


def _seen_by(reader: WesternReader, s: Sentence, first: int, end: int, found: list[Mention], number: int) -> Mention | None:
    """The medium that saw or quotes something, behind or before the cue; `found` gains the person whom it quotes."""
    mention = medium_after(reader, s, first, end, number) if s.lows[end : end + 1] != ["cent"] else None
    mention = mention or medium_before(reader, s, first, number) or _confirmed_by(reader, s, first, end, number)
    if mention is None and s.lows[first] == "reports":
        return document_saying(reader, s, first, number) or subject(reader, s, first, number)  # "Ann Example reports from Loma"
    if s.lows[first] in _ASKED_IN_POLLS and mention is not None:
        mention.rule = "en.poll"
    if s.lows[first] == "quoted" and (mention is not None or reader.cues.language == "en") and (person := quoted_person(reader, s, first, number)) is not None:
        found.append(person)
    return mention


def _confirmed_by(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """Who confirmed or gave the information: «L'information a été confirmée par la préfecture»."""
    if reader.cues.language == "en" or reader.cues.lists["said_before"].isdisjoint(s.lows[max(0, first - 6) : first]):
        return None
    return after_cue(reader, s, first, end, "according", number)


def _publisher(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """Who published what is told, or the document that stands before "published by"."""
    is_document = first > 0 and (s.flags[first - 1] & DOCUMENT or (reader.cues.language != "en" and is_described_document(s, first)))
    if not is_document and reader.cues.language != "en" and (not first or s.lows[first - 1] not in reader.cues.lists["passive"]):
        return _confirmed_by(reader, s, first, end, number)
    if not is_document and (told := _confirmed_by(reader, s, first, end, number)) is not None:
        return told
    return medium_after(reader, s, first, end, number) if not is_document else after_cue(reader, s, first, end, "statement_of", number)


def is_of_unread(reader: WesternReader, s: Sentence, told: int, number: int) -> bool:
    """Whether a medium was "told" by somebody whom the sentence says and no rule makes out."""
    if not s.flags[told] & VERB or reader.cues.language != "en" or told == 0:
        return False
    before = told - 1
    while before > 0 and s.flags[before] & (ADVERB | OTHER_VERB):
        before -= 1
    is_known = s.flags[before] & PRONOUN or not s.is_word(before) or s.lows[before] in reader.cues.lists["and_but"]
    return not is_known and subject(reader, s, told, number) is None


# how a cue is read, where its tokens are enough
_BY_SPAN: Mapping[str, Callable[[WesternReader, Sentence, int, int, int], Mention | None]] = {
    "expectation": expecting, "took_to": _took_to, "stance": stance_of, "goes_on": goes_on_to_say, "postposed": before_cue,
    "shared_by": shared_by, "credit": credited, "source_line": source_line, "published_by": _publisher,
}
# … and where its first one is
_BY_START: Mapping[str, Callable[[WesternReader, Sentence, int, int], Mention | None]] = {
    "first_to_report": _first_to_report, "saying": participle_subject, "shows": document_before, "inputs_of": inputs_of,
}
