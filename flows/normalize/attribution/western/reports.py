"""Reports and studies that say something in an English sentence, where no person does."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    DOCUMENT,
    OTHER_VERB,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.clauses import document_before
from flows.normalize.attribution.western.extent import start_left
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader

_PUBLISHED_WITHIN = 12  # tokens between "published" and what the study says


def document_saying(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """The reports or the published study of which a verb of saying tells; None where somebody else says it."""
    if s.lows[v] == "reports":
        return reports_saying(reader, s, v, number)
    return published_study(reader, s, v, number) if "published" in s.lows[max(0, v - _PUBLISHED_WITHIN) : v] else None


def published_study(reader: WesternReader, s: Sentence, v: int, number: int) -> Mention | None:
    """The study that says something, and not where it was published: "new research published on Friday in Sample Letters suggests"."""
    published = next((k for k in range(v - 1, max(0, v - _PUBLISHED_WITHIN), -1) if s.lows[k] == "published" or not s.is_word(k)), 0)
    if s.lows[published] != "published" or not any(s.flags[k] & DOCUMENT for k in range(max(0, published - 2), published)):
        return None
    if not any(low in ("in", "by", "online") for low in s.lows[published + 1 : v]) or any(s.flags[k] & (VERB | OTHER_VERB) and s.words[k].islower() for k in range(published + 1, v)):
        return None
    mention = document_before(reader, s, v, number)
    return mention if mention is None or mention.kind != "unnamed" else None


_BODIES = ("body", "latin", "organisation", "official")
_FARTHEST_REPORT = 16


def says_in_report(reader: WesternReader, s: Sentence, mention: Mention) -> bool:
    """Whether a body says something in a report of its own: "In a report out on Friday, the Loma Institute said", "Sample Bank in a note said"."""
    if mention.form != "subject" or mention.person or mention.kind not in _BODIES or mention.cue is None:
        return False
    first, v = s.token_at(mention.char_start), s.token_at(mention.cue[0])
    if s.lows[0] == "in" and first < _FARTHEST_REPORT:
        begin, end = 0, first
    elif first < v:
        begin, end = s.token_at(mention.char_end), v
    else:
        return False
    k = next((k for k in range(begin, min(begin + 8, end)) if s.lows[k] in reader.cues.lists["own_reports"]), None)
    return k is not None and "in" in s.lows[begin:k] and s.lows[k + 1] not in ("in", "by", "filed", "from") and not any(s.is_quote(j) for j in range(begin, end))


_REPORTS_SAY_WITHIN = 5
_NO_REPORTS = ("all", "no", "his", "her", "its", "their", "our")


def reports_saying(reader: WesternReader, s: Sentence, reports: int, number: int) -> Mention | None:
    """The reports that say something: "media reports said", "reports in Sampleland have claimed"; None where "reports" is a verb."""
    if reports and (s.flags[reports - 1] & (ARTICLE | PRONOUN) or s.lows[reports - 1] == "than"):
        return None
    k = reports + 1
    while k < len(s) - 1 and k - reports < _REPORTS_SAY_WITHIN and (s.flags[k] & (ADVERB | TIME) or s.lows[k] in ("have", "had", "also") or (s.flags[k] & PREPOSITION and s.lows[k] in ("in", "from", "on")) or (k > reports + 1 and s.is_capitalised(k))):
        k += 1
    if k >= len(s) or s.lows[k] not in reader.cues.lists["reports_say"]:
        return None
    first = start_left(reader, s, reports)
    while first < reports and s.flags[first] & (CONJUNCTION | ADVERB):
        first += 1
    if s.lows[first] in _NO_REPORTS or (first and s.lows[first - 1] == "than"):
        return None
    phrase = describe(reader, s, first, reports) if first < reports else None
    if phrase is None or phrase.match is None or phrase.kind not in ("outlet", "agency"):
        phrase = Phrase(first, reports + 1, "unnamed", None, None, "reports")
    return make_mention(reader, s, phrase, "according", "verb.reports", number, (k, k + 1), is_report=True)
