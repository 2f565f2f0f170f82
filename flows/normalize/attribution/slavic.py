"""Citation formulas of Russian and Ukrainian sentences."""

from collections.abc import Sequence

from flows.normalize.attribution.language_cues import BODY, PEOPLE, QUOTING, REPORT, SPEECH
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.slavic_passives import passive
from flows.normalize.attribution.slavic_phrase import SlavicReader
from flows.normalize.attribution.slavic_pronouns import said_by_pronoun
from flows.normalize.attribution.slavic_quoting import pass_on, quoting
from flows.normalize.attribution.slavic_routes import add_routes, mark_posts
from flows.normalize.attribution.slavic_sources import (
    addressees,
    after_cue,
    coordinated,
    coordinated_before,
    source_line,
    told_by_pronoun,
    venue,
)
from flows.normalize.attribution.slavic_subjects import subject


def read_sentence_mentions(s: Sentence, hits: Sequence[tuple[int, int, str]], reader: SlavicReader, number: int,
    earlier: Sequence[Mention] = ()) -> list[Mention]:
    """Mentions of one sentence; `hits` are (token, end token, kind of cue) in order."""
    found: list[Mention] = []
    taken: set[int] = set()
    for first, end, kind in hits:
        if first in taken:
            continue
        mention = None
        if kind == "verb" and s.flags[first] & QUOTING and (both := quoting(s, first, reader, number)):
            found.extend(both[1:])
            mention = both[0]
        elif kind == "verb":
            mention = subject(s, first, reader, number)
        elif kind == "opinion" and first and s.lows[first] in ("по",) and (
            reader.class_of(s, first - 1) & (PEOPLE | BODY) or s.lows[first - 1].startswith(reader.cues.groups["assessing"])
        ):
            continue  # «комиссия по оценке депутатов», «работа по оценке знаний студентов»
        elif kind in ("according", "opinion", "according_document", "citing", "quoted_by", "disposal"):
            mention = after_cue(s, first, end, kind, reader, number)
        elif kind in ("interview", "broadcast", "asked"):
            mention = venue(s, first, end, kind, reader, number)
        elif kind == "passive":
            mention = passive(s, end - 1, reader, number)
        elif kind == "speech_phrase":
            mention = subject(s, first, reader, number, is_speech=True)
        elif kind == "statement_made":
            mention = subject(s, end - 1, reader, number, is_speech=True)
        elif kind == "source_line":
            mention = source_line(s, first, end, reader, number)
        if mention is None:
            if kind == "verb" and s.flags[first] & (SPEECH | REPORT) and (told := told_by_pronoun(s, first, reader, number)):
                found.append(told)
            elif kind == "verb" and s.flags[first] & (SPEECH | REPORT) and not any(m.person for m in earlier) and (named := said_by_pronoun(s, first, reader, number)):
                found.append(named)
            continue
        if kind == "verb" and _is_told_within(s, mention, found):
            continue
        if kind == "verb" and s.lows[first].startswith(("цит", "процит")) and found:
            _mark_cited(s, first, found)
        found.append(mention)
        for k in range(len(s)):
            if mention.char_start <= s.starts[k] < mention.char_end:
                taken.add(k)
        if kind in ("citing", "according", "opinion", "interview", "source_line"):
            more = coordinated(s, mention, reader, number, taken)
            while more:
                found.extend(more)
                more = coordinated(s, more[-1], reader, number, taken)
    for mention in list(found):
        if mention.form in ("subject", "body"):
            found.extend(addressees(s, mention, reader, number))
        if mention.form == "subject" and mention.is_plural and (other := coordinated_before(s, mention, reader, number, taken)):
            found.append(other)
        if mention.form == "subject":
            found.extend(coordinated(s, mention, reader, number, taken))
    found.sort(key=lambda m: m.char_start)
    if len(found) > 1:
        pass_on(s, found, reader)
    if any(kind == "broadcast" and s.lows[end - 1] in reader.cues.groups["on_air"] for _, end, kind in hits):
        _mark_on_air(found)
    if any(m.form == "citing" for m in found):
        for mention in found:
            if mention.form == "subject" and mention.kind == "organisation" and mention.is_report and mention.match is None and mention.head is None:
                mention.kind = "outlet"  # who passes on what another said is a medium
    if any(network in s.lows for network in reader.cues.groups["other_networks"]):
        mark_posts(s, found, reader)
    routes = [first for first, _, kind in hits if kind == "channel"]
    if routes:
        add_routes(s, routes, found, earlier, reader)
    return found


def _mark_on_air(found: Sequence[Mention]) -> None:
    """Gives who speaks «в ефірі телемарафону» the channel where no medium with a name has it."""
    speakers = [m for m in found if m.form == "subject" and m.person]
    if len(speakers) == 1 and not any(m.form == "venue" for m in found):
        speakers[0].channel = speakers[0].channel or "broadcast"


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
