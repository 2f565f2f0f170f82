"""Citation formulas of Russian and Ukrainian sentences."""

from bisect import bisect_left
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import BODY, MAKING, PEOPLE, QUOTING, REPORT, SPEECH
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic.after_cue import after_cue, qualified_formula
from flows.normalize.attribution.slavic.communities import community
from flows.normalize.attribution.slavic.coordination import coordinated, coordinated_before
from flows.normalize.attribution.slavic.findings import finding
from flows.normalize.attribution.slavic.informants import split_informants
from flows.normalize.attribution.slavic.makers import maker, maker_by_participle
from flows.normalize.attribution.slavic.passives import passive
from flows.normalize.attribution.slavic.phrase import SlavicReader
from flows.normalize.attribution.slavic.pronouns import owner_by_pronoun, said_by_pronoun
from flows.normalize.attribution.slavic.quoting import pass_on, quoting
from flows.normalize.attribution.slavic.routes import add_routes, mark_posts
from flows.normalize.attribution.slavic.source_lines import source_line
from flows.normalize.attribution.slavic.subjects import subject, who_posts
from flows.normalize.attribution.slavic.told import addressees, tells_one_within, told_by_pronoun
from flows.normalize.attribution.slavic.venues import venue
from flows.normalize.attribution.slavic.writers import written_in


def read_sentence_mentions(s: Sentence, hits: Sequence[tuple[int, int, str]], reader: SlavicReader, number: int,
    earlier: Sequence[Mention] = ()) -> list[Mention]:
    """Mentions of one sentence; `hits` are (token, end token, kind of cue) in order."""
    found: list[Mention] = []
    taken: set[int] = set()
    for first, end, kind in hits:
        if first not in taken:
            _read_hit(s, first, end, kind, found, taken, earlier, reader, number)
    for mention in list(found):
        medium = written_in(s, mention, reader, number)
        if medium is not None:
            found.append(medium)
        elif mention.form in ("subject", "body"):
            found.extend(addressees(s, mention, reader, number))
        other = mention if mention.form == "subject" and mention.is_plural else None
        while other is not None and (other := coordinated_before(s, other, reader, number, taken)) is not None:
            found.append(other)
        if mention.form == "subject":
            found.extend(coordinated(s, mention, reader, number, taken))
    found.sort(key=lambda m: m.char_start)
    if len(found) > 1:
        pass_on(s, found, reader)
    _mark_what_all_show(s, hits, found, earlier, reader)
    return split_informants(s, found, reader, number)


def _read_hit(s: Sentence, first: int, end: int, kind: str, found: list[Mention], taken: set[int], earlier: Sequence[Mention],
    reader: SlavicReader, number: int) -> None:
    """Adds what one cue shows to the mentions found, and its tokens to those taken."""
    if kind == "verb" and s.flags[first] & QUOTING and (both := quoting(s, first, reader, number)):
        found.extend(both[1:])
        mention = both[0]
    else:
        mention = _source_of_cue(s, first, end, kind, reader, number)
    if kind == "his_words" and (said := said_by_pronoun(s, first, reader, number, earlier)):
        found.append(said)
    if mention is None:
        if kind == "passive" and (owner := owner_by_pronoun(s, end - 1, reader, number, earlier)):
            found.append(owner)
        if kind == "verb" and (said := _said_or_told_by_pronoun(s, first, earlier, reader, number)):
            found.append(said)
        return
    if kind == "verb" and (_is_told_within(s, mention, found) or tells_one_within(s, first, mention, reader)):
        return
    if kind == "verb" and s.lows[first].startswith(("цит", "процит")) and found:
        _mark_cited(s, first, found)
    found.append(mention)
    taken.update(range(bisect_left(s.starts, mention.char_start), bisect_left(s.starts, mention.char_end)))
    if kind in ("citing", "according", "opinion", "interview", "source_line", "qualified"):
        more = coordinated(s, mention, reader, number, taken)
        while more:
            found.extend(more)
            more = coordinated(s, more[-1], reader, number, taken)


def _source_of_cue(s: Sentence, first: int, end: int, kind: str, reader: SlavicReader, number: int) -> Mention | None:
    """The source that a cue of that kind at tokens [first, end) shows."""
    if kind == "verb":
        said = finding(s, first, reader, number) or subject(s, first, reader, number)
        return said or (maker(s, first, reader, number) if s.flags[first] & MAKING else None) or who_posts(s, first, reader, number)
    if kind == "opinion" and first and s.lows[first] in ("по",) and (
        reader.class_of(s, first - 1) & (PEOPLE | BODY) or s.lows[first - 1].startswith(reader.cues.groups["assessing"])
    ):
        return None  # «комиссия по оценке депутатов», «работа по оценке знаний студентов»
    if kind == "opinion" and first and s.lows[end - 1].startswith("виснов") and s.is_word(first - 1) and s.lows[first - 1] not in ("що", "і", "й", "та", "але"):
        return None  # «пільги надають за висновком комісії»: what is done by it
    if kind == "qualified":
        formula = qualified_formula(s, first, reader)
        return None if formula is None else _source_of_cue(s, formula[0], end, formula[1], reader, number)
    if kind in ("according", "opinion", "according_document", "citing", "quoted_by", "disposal"):
        return after_cue(s, first, end, kind, reader, number)
    if kind in ("interview", "broadcast", "asked"):
        return venue(s, first, end, kind, reader, number)
    if kind == "community":
        return community(s, first, end, reader, number)
    if kind == "making":
        return maker(s, first, reader, number) or who_posts(s, first, reader, number)
    if kind == "made":
        return maker_by_participle(s, first, reader, number)
    if kind == "passive":
        return passive(s, end - 1, reader, number)
    if kind == "speech_phrase":
        return subject(s, first, reader, number, is_speech=True)
    if kind == "statement_made":
        return subject(s, end - 1, reader, number, is_speech=True)
    if kind == "source_line":
        return source_line(s, first, end, reader, number)
    return None


def _said_or_told_by_pronoun(s: Sentence, v: int, earlier: Sequence[Mention], reader: SlavicReader, number: int) -> Mention | None:
    """The medium that «она» told something, else who «она» is where the text has cited no person yet."""
    if not s.flags[v] & (SPEECH | REPORT):
        return None
    if told := told_by_pronoun(s, v, reader, number):
        return told
    return said_by_pronoun(s, v, reader, number, earlier)


def _mark_what_all_show(s: Sentence, hits: Sequence[tuple[int, int, str]], found: list[Mention], earlier: Sequence[Mention], reader: SlavicReader) -> None:
    """Marks channels and media that only the sentence as a whole shows."""
    if any(kind == "broadcast" and s.lows[end - 1] in reader.cues.groups["on_air"] for _, end, kind in hits):
        _mark_hosted(found, "broadcast")
    if any(kind == "interview" and s.lows[end - 1] in reader.cues.groups["interviews"] for _, end, kind in hits):
        _mark_hosted(found, "interview")
    if any(m.form == "citing" for m in found):
        for mention in found:
            if mention.form == "subject" and mention.kind == "organisation" and mention.is_report and mention.match is None and mention.head is None:
                mention.kind = "outlet"  # who passes on what another said is a medium
    if found and not frozenset(reader.cues.groups["other_networks"]).isdisjoint(s.lows):
        mark_posts(s, found, reader)
    routes = [first for first, _, kind in hits if kind == "channel"]
    if routes:
        add_routes(s, routes, found, earlier, reader)


def _mark_hosted(found: Sequence[Mention], channel: str) -> None:
    """Gives who speaks «в ефірі телемарафону», «в интервью» the channel where no medium with a name has it."""
    speakers = [m for m in found if m.form == "subject" and m.person]
    if len(speakers) == 1 and not any(m.form == "venue" for m in found):
        speakers[0].channel = speakers[0].channel or channel


def _is_told_within(s: Sentence, mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether people without a name speak only within what another says («Юристка каже, що охоронці сказали»)."""
    first = s.token_at(mention.char_start)
    return (
        mention.form == "subject" and not mention.person and mention.match is None and mention.kind in ("person", "official", "unnamed")
        and first > 0 and s.lows[first - 1] in ("що", "что") and any(m.form in ("subject", "body") for m in found)
    )


def _mark_cited(s: Sentence, verb: int, found: Sequence[Mention]) -> None:
    """«Agerpres, которое цитирует IPN»: the medium before the relative pronoun is what the one after it cites."""
    before = [m for m in found if m.char_end <= s.starts[verb] and m.kind in ("outlet", "agency") and m.form in ("subject", "according")]
    if before and any(w.startswith(("котор", "яко", "яку", "який", "які")) for w in s.lows[max(0, verb - 3) : verb]):
        before[-1].form = "citing"
