"""Citation formulas of languages with fixed word order and Latin script: English, German, Romance, Polish."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import (
    PARTICIPLE,
    POSTING,
    REPORT,
    SPEECH,
    VERB,
    WEAK,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.acts import past_adverbs, tells_figures
from flows.normalize.attribution.western.asides import without_asides
from flows.normalize.attribution.western.between import past_medium
from flows.normalize.attribution.western.clauses import (
    maker_of_document,
    quoted_as_saying,
    quoted_person,
)
from flows.normalize.attribution.western.coordinated import coordinated, makes_with_others
from flows.normalize.attribution.western.formula_kinds import cited_by_formula
from flows.normalize.attribution.western.hosts import media_of_statements
from flows.normalize.attribution.western.joined import joined_speakers
from flows.normalize.attribution.western.journals import place_of_publication
from flows.normalize.attribution.western.nested import is_told_of
from flows.normalize.attribution.western.platforms import is_release
from flows.normalize.attribution.western.posts import poster_before
from flows.normalize.attribution.western.pronouns import pronoun_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.reports import document_saying, says_in_report
from flows.normalize.attribution.western.routes import (
    addressees,
    opening_medium,
    pass_on_route,
    press_office,
    route_of,
    told_medium,
)
from flows.normalize.attribution.western.sources import (
    ASKED,
    after_cue,
    pollster,
)
from flows.normalize.attribution.western.subject_after import subject_after
from flows.normalize.attribution.western.subject_before import over_relative_clause, subject_before
from flows.normalize.attribution.western.subjects import subject
from flows.normalize.attribution.western.words import POSTED_ON, as_names, with_derived_classes
from flows.normalize.attribution.western.written_routes import route_of_source

_BY_THE = 12  # characters between a document and its author: " from the "


def is_cited_before(s: Sentence, mention: Mention, words: frozenset[str]) -> bool:
    """Whether a source without a name is only the one cited before («notează sursa citată»)."""
    last = s.token_at(mention.char_end - 1)
    return s.lows[last] in words or (last + 1 < len(s) and s.lows[last + 1] in words)


def speaker_after_medium(reader: WesternReader, s: Sentence, medium: Mention, number: int) -> Mention | None:
    """Who told the medium, after the comma behind it: «au declarat, pentru Exemplu, surse politice»."""
    comma = s.token_at(medium.char_end)
    if comma + 1 >= len(s) or s.words[comma] != ",":
        return None
    return subject_after(reader, s, comma, number, False)


def read_sentence_mentions(
    reader: WesternReader, s: Sentence, hits: Sequence[tuple[int, int, str]], number: int, earlier: Sequence[Mention] = ()
) -> list[Mention]:
    """Mentions of one sentence; `hits` are (token, end token, kind of cue) in order, `earlier` the mentions before it."""
    found: list[Mention] = []
    if "(" in s.words:
        s, hits = without_asides(s, hits)
    if reader.cues.language != "en":
        with_derived_classes(s, reader.cues)
    else:
        as_names(s)
    for first, end, kind in hits:
        if any(m.char_start <= s.starts[first] < m.char_end for m in found):
            continue
        if kind == "verb":
            mention = _cited_by_verb(reader, s, first, end, found, earlier, number)
        else:
            mention = cited_by_formula(reader, s, first, end, kind, found, number)
        if mention is None or any(
            m.char_start < mention.char_end and mention.char_start < m.char_end and (reader.cues.language != "en" or (m.form == "venue" and mention.form == "subject")) for m in found
        ):
            continue
        found.append(mention)
        if kind == "verb" and reader.cues.language == "en" and "and" in s.lows:
            found.extend(joined_speakers(reader, s, mention, number))
        found.extend(_cited_beside(reader, s, first, end, kind, mention, number))
    if reader.cues.language == "en":
        found = _with_spokespeople(found)
    return _settled(reader, s, hits, found, number)


def _with_spokespeople(found: list[Mention]) -> list[Mention]:
    """The mentions, a spokesperson whose statement it is being cited for it once, through the press service ("a statement by the spokesman, Ann Example, said")."""
    statements = [m for m in found if m.rule.endswith(".statement_of")]
    for statement in statements:
        if (statement.head or "").startswith("spokes") and statement.channel is None:
            statement.channel = "press_service"
    begun = {m.char_start: m for m in statements}
    kept = []
    for m in found:
        whole = begun.get(m.char_start)
        if whole is None or whole is m or m.form != "subject":
            kept.append(m)
        else:
            whole.char_end, whole.person, whole.match = max(whole.char_end, m.char_end), whole.person or m.person, whole.match or m.match
    return kept


def _cited_by_verb(
    reader: WesternReader, s: Sentence, first: int, end: int, found: list[Mention], earlier: Sequence[Mention], number: int
) -> Mention | None:
    """Whom a verb of saying cites; `found` gains who is quoted or published beside that."""
    if reader.cues.language == "de" and end - first > 1 and s.lows[first] == "bekannt":
        s.flags[first] |= REPORT | PARTICIPLE  # „bekannt gegeben“
    elif end - first > 1 and s.lows[first] in reader.cues.lists["weak_phrases"]:
        s.flags[first] |= SPEECH | WEAK  # «dio a conocer la lista» tells nothing yet
    if reader.cues.language == "en" and (document := document_saying(reader, s, first, number)) is not None:
        return document
    mention = subject(reader, s, first, number, end - 1)
    if mention is not None and earlier and mention.kind not in ("outlet", "agency") and reader.cues.language == "en" and tells_figures(reader, s, first):
        return None
    if mention is not None and mention.kind not in ("outlet", "agency") and s.lows[first:end][-2:] == ["davon", "aus"]:
        mention.form = "opinion"  # „geht davon aus“: what is thought, not what is known
    if mention is None and s.lows[first] in ("quoted", "reported") and reader.cues.language == "en":
        mention = quoted_person(reader, s, first, number)
    if mention is None:
        pass_on_route(reader, s, first, earlier)
        mention = maker_of_document(reader, s, first, number) or told_medium(reader, s, end - 1, number) or pronoun_mention(reader, s, first, number) or poster_before(reader, s, first, number, earlier)
    if s.lows[first] == "published" and (place := place_of_publication(reader, s, first)) is not None:
        found.extend(filter(None, [after_cue(reader, s, first, place, "published_in", number)]))
    elif mention is not None and mention.cue is not None and (quoted := quoted_as_saying(reader, s, first, number, mention)) is not None:
        found.append(quoted)
    return mention


def _cited_beside(reader: WesternReader, s: Sentence, first: int, end: int, kind: str, mention: Mention, number: int) -> list[Mention]:
    """Who is cited by the same cue: the medium that cites, who was interviewed, sources joined to the one found."""
    found: list[Mention] = []
    if kind == "citing" and s.lows[first] in ("cited", "cites") and (medium := subject_before(reader, s, first, number, True)) is not None and medium.kind in ("outlet", "agency"):
        found.append(medium)
    if kind == "interview" and (mention.form == "venue" or reader.cues.language == "en") and s.lows[first] not in ASKED and any(s.flags[k] & VERB for k in ((first, end - 1) if reader.cues.language in ("en", "de") else range(first, end))):
        before = past_adverbs(s, first) if reader.cues.language == "en" else first
        speaker = subject_before(reader, s, before, number, False, first) or over_relative_clause(reader, s, first, number, False, first)
        speaker = speaker or pronoun_mention(reader, s, first, number)
        if speaker is None and reader.cues.language == "en" and s.words[s.token_at(mention.char_start)].islower():
            speaker = subject(reader, s, first, number)  # "Ann Example wept and told the paper"
        if speaker is None and past_medium(reader, s, first + 1) > first + 1:
            speaker = subject_after(reader, s, first, number, False)
        if speaker is None and reader.cues.language == "ro":
            speaker = speaker_after_medium(reader, s, mention, number)
        if speaker:
            found.append(speaker)
    if kind == "interview" and s.lows[first] == "spoke" and reader.cues.language == "en":
        speaker = subject_before(reader, s, past_adverbs(s, first), number, False, first)
        found.extend([speaker] if speaker is not None and speaker.kind not in ("outlet", "agency", "document") else [])
    if kind == "statement_of" and (poll := pollster(reader, s, first, end, number)) is not None:
        found.append(poll)
    if (kind == "shows" and mention.rule == "en.verb.document_shows" and makes_with_others(s, mention)) or (kind in ("citing", "according", "source_line", "statement_of", "seen_by") and s.lows[first] != "information") or (
        mention.match is not None and mention.kind in ("outlet", "agency") and mention.form == "subject" and mention.cue is not None and mention.char_start > mention.cue[0]
    ):
        found.extend(coordinated(reader, s, mention, number))
    return found


def _settled(
    reader: WesternReader, s: Sentence, hits: Sequence[tuple[int, int, str]], found: list[Mention], number: int
) -> list[Mention]:
    """The mentions with their routes, without those that the whole sentence shows to be none, and the media that were told."""
    for mention in found:
        routed = ("subject",) if reader.cues.language == "en" else ("subject", "document")
        if mention.form in routed and not mention.channel:
            mention.channel = route_of(reader, s, mention) or press_office(reader, s, mention)
        elif mention.form == "according" and mention.kind != "document" and not mention.channel and reader.cues.language != "en":
            mention.channel = route_of_source(reader, s, mention)
        if mention.kind == "document" and not mention.channel and not mention.is_report and reader.cues.language == "en" and is_release(s, s.token_at(mention.char_end - 1)):
            mention.channel = "press_service"
    found = [
        m for m in found
        if m.form != "subject" or m.cue is None or m.channel in POSTED_ON or not s.flags[s.token_at(m.cue[0])] & POSTING
        or (m.match is not None and m.kind in ("outlet", "agency"))
    ]
    if reader.cues.language == "en":
        found = [m for m in found if not is_told_of(reader, s, m, found)]
        for mention in found:
            mention.is_report = mention.is_report or says_in_report(reader, s, mention)
        authors = [m.char_start for m in found if m.rule == "en.statement_of"]
        found = [
            m for m in found
            if m.kind != "document" or any(c.isupper() for c in s.text[m.char_start + 1 : m.char_end]) or not any(0 < at - m.char_end < _BY_THE for at in authors)
        ]
    if before := reader.cues.lists["cited_before"]:
        found = [m for m in found if m.kind not in ("unnamed", "document") or not is_cited_before(s, m, before)]
    if reader.cues.lists["told"] or reader.cues.lists["told_in"]:
        found.extend(addressees(reader, s, found, number))
        if (venue := opening_medium(reader, s, hits, found, number)) is not None:
            found.append(venue)
    if reader.cues.language == "en":
        found.extend(media_of_statements(reader, s, found, number))
    return found
