"""Sources after or before a cue: "according to", "citing", „laut“, «selon», "Source:"."""

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    DOCUMENT,
    INSIDE,
    OTHER_VERB,
    PREPOSITION,
    PRONOUN,
    UNNAMED,
    VERB,
)
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.accounts import account_with_handle, end_of_page
from flows.normalize.attribution.western.appositions import with_apposition_right
from flows.normalize.attribution.western.behind_cue import inside_cue, over_adverbs, over_verb, quoted_place
from flows.normalize.attribution.western.between import past_route
from flows.normalize.attribution.western.documents import author_of_document, written_source
from flows.normalize.attribution.western.english_names import over_noun_for_medium
from flows.normalize.attribution.western.extent import end_right, start_left
from flows.normalize.attribution.western.hosts import end_of_host, host, medium_of_journalist
from flows.normalize.attribution.western.journals import is_published_in
from flows.normalize.attribution.western.media_after import before_clause, medium_after, quoted_medium
from flows.normalize.attribution.western.names import is_medium_at, is_surname
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.platforms import is_release
from flows.normalize.attribution.western.reader import OF_A_COUNTRY, OF_STATES, WesternReader

_BEFORE_HANDLE = ("according", "citing", "statement_of")
_LEAKED = ("leaked", "leak", "leaks")
# what an outlet makes of somebody's data
_MADE_OF_DATA = frozenset(("article", "chart", "generated", "graphic", "map", "report", "story", "table"))
_FOR = ("pour", "para", "per")
ASKED = ("asked", "interviewed", "quizzed")
_THEIRS = ("its", "their", "his", "her", "my", "our")


def after_cue(reader: WesternReader, s: Sentence, first: int, end: int, kind: str, number: int) -> Mention | None:
    """The source behind the cue at tokens `first` to `end` ("according to", "citing", «segundo»); None where none follows."""
    if kind == "published_in" and s.lows[end - 1] == "journal" and s.is_capitalised(end - 1):
        end -= 1  # "published in the Journal of …": the name has begun
    if s.lows[first] in ("segundo", "secondo") and first and s.flags[first - 1] & (ARTICLE | INSIDE | PREPOSITION):
        return None
    if kind == "according" and end - first == 2 and s.flags[end - 1] & (BODY | UNNAMED):  # „nach Polizeiangaben“
        phrase = describe(reader, s, first + 1, end)
        return phrase and make_mention(reader, s, phrase, "according", kind, number, (first, first + 1), is_oblique=True)
    if s.lows[first:end] == ["interview", "with"] and first and is_medium_at(reader, s, first - 1):
        begin = s.token_at(s.names[first - 1].char_start)
        medium = host(reader, s, Phrase(begin, first, "outlet", s.names[first - 1]), kind, number, (first, end))
        if medium is not None:
            medium.is_of_unread = True  # "his LBC interview with the minister": who spoke there stands behind it
        return medium
    if kind == "according" and s.lows[end - 1] == "by" and (medium := medium_after(reader, s, first, end, number)) is not None:
        return medium  # "as reported by"
    if kind == "according" and reader.cues.language == "en" and first and s.words[first].istitle() and s.is_word(first - 1) and s.words[first + 1 : end] == ["to"]:
        return None  # the title of a work ("The Rain According to Sample")
    j = _begin_of_source(reader, s, end, kind)
    if j >= len(s) or (s.flags[j] & PRONOUN and s.words[j] not in OF_STATES and not _is_in_longer_medium(reader, s, j)):
        return None
    if kind in _BEFORE_HANDLE and (account := account_with_handle(reader, s, j)) is not None:
        return make_mention(reader, s, account, "document", kind, number, (first, end), is_oblique=True)
    found = _phrase_behind(reader, s, first, end, j, kind)
    if found is None:
        return None
    phrase, stop = found
    if s.lows[first] in ASKED and any(low in ("declined", "refused") for low in s.lows[:first]):
        return None  # "declined to comment when asked by Reuters"
    if phrase.kind == "platform" and reader.cues.language != "en" and (kind == "statement_of" or any(s.flags[k] & PREPOSITION for k in range(end, phrase.first))):
        return None  # «una publicación de Facebook», «según comenta en su Twitter»
    if kind in ("interview", "broadcast"):
        return host(reader, s, phrase, kind, number, (first, end))
    if kind == "published_in":
        return _published_in(reader, s, phrase, first, end, number)
    if s.lows[first] == "tweet" and not _is_said(s, first):
        return None
    if (kind == "statement_of" and not _makes_statements(reader, s, phrase, first)) or _only_looks_like_cue(reader, s, phrase, first, end):
        return None
    if kind == "statement_of" and reader.cues.language == "en":
        phrase = with_apposition_right(reader, s, phrase)
    return _mention_of(reader, s, with_apposition_right(reader, s, phrase), first, end, stop, kind, number)


def _is_in_longer_medium(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether a pronoun with a capital is but the first word of a medium's name ("told Us Weekly")."""
    return j + 1 < len(s) and s.names[j] is not None and s.names[j] is s.names[j + 1] and s.is_capitalised(j) and is_medium_at(reader, s, j)


def _begin_of_source(reader: WesternReader, s: Sentence, end: int, kind: str) -> int:
    """Where the source begins behind a cue, past verbs and days."""
    if kind == "according":
        j = over_verb(reader, s, end + 3 if s.lows[end : end + 3] == ["none", "other", "than"] else end)
        return j if reader.cues.language == "en" else past_route(reader, s, over_adverbs(s, j))
    return quoted_place(s, end) if kind == "stated_in" and s.lows[end - 1] == "es" else end


def _phrase_behind(reader: WesternReader, s: Sentence, first: int, end: int, j: int, kind: str) -> tuple[Phrase, int] | None:
    """The noun phrase at token j that names the source, and one past all that belongs to it; None where it is no source."""
    stop = end_right(reader, s, j)
    if kind == "according" and stop < len(s) and s.lows[stop] == "reports" and reader.cues.language == "en":
        stop += 1  # the noun: "according to multiple reports"
    if reader.cues.language == "en" and stop < len(s) and s.is_quote(stop):
        j, stop = quoted_medium(reader, s, j, stop)
    if kind in ("interview", "broadcast"):
        stop = end_of_host(reader, s, j, stop, kind)
    if kind in ("interview", "according") and reader.cues.language == "en":
        stop = before_clause(s, j, stop) if kind == "interview" else stop
        j, stop = medium_of_journalist(reader, s, j, stop)
    if kind in ("interview", "broadcast", "according") and reader.cues.language == "en" and stop > j:
        stop = over_noun_for_medium(reader, s, stop)
    written = written_source(reader, s, j) if kind == "according" and reader.cues.language == "en" else None
    if stop <= j and written is None:
        return None
    phrase = (describe(reader, s, j, stop) if stop > j else None) or named_after_title(reader, s, stop, kind)
    if written is not None and is_better(s, written[0], phrase):
        phrase, stop = written[0], max(stop, written[1])
    elif written is not None and phrase is not None and phrase.kind == "latin":
        stop = max(stop, written[1])
    if phrase is None and kind == "according":
        phrase = inside_cue(reader, s, first, end)
    if phrase is not None and phrase.kind == "latin" and (_counts_or_owns(reader, s, first, end, j, stop, phrase, kind) or s.lows[j] in _THEIRS):
        return None
    if phrase is not None and written is None and kind == "according" and (page := end_of_page(reader, s, phrase, stop)):
        phrase.end, stop, phrase.kind, phrase.channel = page, page, "document", "website"
    elif phrase is None or (kind != "broadcast" and written is None and is_modifier(reader, s, phrase, stop)):
        return None
    if kind == "stated_in" and not any(s.flags[k] & DOCUMENT for k in range(j, min(stop, j + 4))):
        return None
    if phrase.kind == "latin" and s.lows[phrase.end - 1].endswith(tuple(reader.cues.lists["common_noun_endings"])):
        return None
    if phrase.kind == "document" and any(s.lows[k] in reader.cues.lists["first_person"] for k in range(stop, min(stop + 3, len(s)))):
        return None  # «según la información que hemos reunido»
    return phrase, stop


def _counts_or_owns(reader: WesternReader, s: Sentence, first: int, end: int, j: int, stop: int, phrase: Phrase, kind: str) -> bool:
    """Whether «segundo» counts («Segundo sorteio: 01 12»), or what is named is a reason or somebody's ("cited Example's importance")."""
    if s.lows[first] in ("segundo", "secondo") and stop < len(s) and (s.words[stop] == ":" or any(s.words[k][0].isdigit() for k in (stop, stop - 1))):
        return True
    if kind == "citing" and phrase.match is None and not reader.cues.lists["loosely"].isdisjoint(s.lows[first:end]):
        return True  # „mit Verweis auf den Datenschutz“: a reason, not a source
    return kind == "citing" and s.words[phrase.end - 1].islower() and any(s.lows[k].endswith(POSSESSIVE) for k in range(j, phrase.end))


def _published_in(reader: WesternReader, s: Sentence, phrase: Phrase, first: int, end: int, number: int) -> Mention | None:
    """The medium or journal in which something was published."""
    if reader.cues.language == "en" and not is_published_in(reader, s, phrase, first, end):
        return None
    if phrase.kind not in ("outlet", "agency", "latin") or phrase.person or (phrase.kind == "latin" and s.lows[end - 2] == "appeared"):
        return None
    return make_mention(reader, s, phrase, "venue", "published_in.venue", number, (first, end), is_oblique=True)


def _is_said(s: Sentence, tweet: int) -> bool:
    """Whether a post is what says something, not what somebody answers ("responding to a tweet from Ann Example")."""
    return tweet < 3 or s.lows[tweet - 2] in ("said", "says", "read", "reads") or s.lows[tweet - 3 : tweet - 1] == ["according", "to"]


def _makes_statements(reader: WesternReader, s: Sentence, phrase: Phrase, first: int) -> bool:
    """Whether who stands behind "a statement from" is somebody: named, placed, and no leaked paper's owner."""
    if s.lows[first] == "using" and _MADE_OF_DATA.isdisjoint(s.lows[:first]):
        return False  # what scientists work with
    if phrase.kind == "latin" and not phrase.match and not any(s.words[k].isupper() and len(s.words[k]) > 1 for k in range(phrase.first, phrase.end)) and not (
        reader.cues.language == "en" and sum(s.is_capitalised(k) for k in range(phrase.first, phrase.end)) > 1
    ):
        return False
    whose = with_apposition_right(reader, s, phrase) if reader.cues.language == "en" else phrase
    if s.lows[first] in _LEAKED and not whose.person and whose.kind not in ("outlet", "agency"):
        return False  # whose it is, not who leaked it ("a leaked memo from the ministry")
    is_placed = whose.kind == "unnamed" and any(s.is_capitalised(k) for k in range(whose.first + (reader.cues.language != "en"), whose.end))  # "researchers at the Sample Institute"
    return is_placed or not (whose.kind in ("unnamed", "document") or (whose.kind == "person" and not whose.person))


def _only_looks_like_cue(reader: WesternReader, s: Sentence, phrase: Phrase, first: int, end: int) -> bool:
    """Whether a small word that is a cue after a comma only («so», «para», «za») is none here."""
    if s.lows[first] in _FOR:  # «Pour l'économiste Marie Exemple, la dette est soutenable»
        return not (first == 0 and phrase.person and phrase.head and s.words[min(phrase.end, len(s) - 1)] == ",")
    if s.lows[first] not in ("so", "così", "za", "pentru") or end != first + 1:
        return False
    if s.lows[first] == "so" and s.words[end].islower() and not s.flags[end]:
        return True  # „So will die Musterbank bauen“
    if s.lows[first] == "così" and first == 0 and _closes_sentence(s, phrase):
        return False
    if (not (first > 0 and s.words[first - 1] == ",") and not (first == 0 and phrase.match)) or phrase.kind == "unnamed":
        return True
    return s.lows[first] not in ("so", "così") or s.lows[end] in reader.cues.lists["no_so"]


def _closes_sentence(s: Sentence, phrase: Phrase) -> bool:
    """Whether a sentence only says whose words went before: «Così il sindaco Mario Esempio in Consiglio»."""
    is_somebody = phrase.kind != "latin" or phrase.end - phrase.first > 1
    return is_somebody and not any(s.flags[k] & (VERB | OTHER_VERB | PRONOUN) or s.words[k] == ":" for k in range(phrase.end, len(s)))


def _mention_of(reader: WesternReader, s: Sentence, phrase: Phrase, first: int, end: int, stop: int, kind: str, number: int) -> Mention:
    """The source as a mention; the author where it is a document that says whose it is."""
    is_paper = phrase.kind == "document" or (s.lows[stop - 1] == "reports" and reader.cues.language == "en")
    if is_paper and (author := author_of_document(reader, s, stop)) is not None:
        author.channel = author.channel or phrase.channel
        phrase, kind = author, kind if kind == "citing" else "statement_of"
    while reader.cues.language == "en" and phrase.kind in ("document", "unnamed", "official", "person") and not phrase.person and phrase.end - phrase.first > 1 and s.words[phrase.end - 1].islower() and (
        s.lows[phrase.end - 1].endswith("ed") or s.lows[phrase.end - 1] == "speaking"
    ):
        phrase.end -= 1  # "statistics released", "experts interviewed", "an official cited"
    if kind == "statement_of" and phrase.channel is None and reader.cues.language == "en" and any(is_release(s, k) for k in range(first, s.token_at(s.starts[phrase.first]))):
        phrase.channel = "press_service"
    if kind == "statement_of" and s.lows[first] == "tweet" and phrase.channel is None:
        phrase.channel = "x"
    form = {"according": "according", "stated_in": "according" if phrase.kind == "document" else "document", "opinion": "opinion", "citing": "citing", "statement_of": "document"}[kind]
    return make_mention(reader, s, phrase, form, kind, number, (first, end), is_oblique=True)


def is_better(s: Sentence, written: Phrase, phrase: Phrase | None) -> bool:
    """Whether what is written, or whose it is, says more than the phrase that its words make."""
    if phrase is None or written.kind != "document" or (phrase.kind == "outlet" and phrase.match is None and phrase.head == written.head):
        return True
    if phrase.end < written.end and (s.lows[phrase.end - 1] in ("press", "news", "media") or s.words[phrase.end : phrase.end + 1] == ["."]):
        return True  # "a May press release", "an Oct. 30 report"
    if phrase.kind == "latin":  # "Sampleco data" are Sampleco's, "the 2010 Sample census" is not Sample's
        is_of_nobody = all(s.words[k] in OF_STATES or s.lows[k].endswith(OF_A_COUNTRY) or not s.is_capitalised(k) for k in range(phrase.first, phrase.end))
        is_title = not s.flags[written.end - 1] & DOCUMENT and phrase.first > 0 and s.lows[phrase.first - 1] == "the"
        is_by = "by" in s.lows[written.end : written.end + 2]  # "an RESP guide prepared by Sampleco"
        return is_of_nobody or is_title or is_by
    is_about = written.end < phrase.end and s.lows[written.end] in ("of", "by", "on", "about")  # "a biography of the king"
    return phrase.kind in ("person", "official") and phrase.person is None and is_about


def named_after_title(reader: WesternReader, s: Sentence, comma: int, kind: str) -> Phrase | None:
    """The person after a title that no list has: "citing the committee's pointsman, Ann Example, …"."""
    if kind not in ("citing", "according") or comma + 2 >= len(s) or s.words[comma] != ",":
        return None
    end = end_right(reader, s, comma + 1)
    phrase = describe(reader, s, comma + 1, end)
    if phrase is None or phrase.person is None or phrase.person[0] != comma + 1 or end >= len(s) or s.words[end] not in ",.":
        return None
    return phrase


def is_modifier(reader: WesternReader, s: Sentence, phrase: Phrase, stop: int) -> bool:
    """Whether a lower-case noun follows that the name only describes ("the 2010 US census")."""
    if reader.cues.language != "en" or (phrase.match is not None and phrase.kind in ("outlet", "agency")):
        return False
    k = stop
    while k < len(s) and k - stop < 2 and s.is_word(k) and not s.is_capitalised(k) and not s.flags[k]:
        k += 1
    is_of_data = k < len(s) and s.lows[k] in ("data", "figures", "statistics")  # "according to Example traffic data"
    return phrase.kind == "latin" and k > stop and not is_of_data


def pollster(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """Whose poll was made for somebody else ("a YouGov poll for the Sunday Example found"); the cue is "poll for"."""
    if reader.cues.language != "en" or s.lows[end - 1] != "for" or not s.is_capitalised(first - 1):
        return None
    phrase = describe(reader, s, start_left(reader, s, first + 1), first + 1)
    return make_mention(reader, s, phrase, "document", "pollster", number, (first, end), is_report=True) if phrase is not None else None


def before_cue(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """The phrase before a postposition: „Angaben der Polizei zufolge“."""
    start = start_left(reader, s, first)
    if reader.cues.language == "de":  # „Muster warf Medienberichten zufolge das Handtuch“: the verb after its subject
        start = next((k + 1 for k in range(first - 1, max(start, 1) - 1, -1) if s.words[k].islower() and not s.flags[k] and s.is_capitalised(k - 1)), start)
    phrase = describe(reader, s, start, first) if start < first else None
    if phrase is not None and phrase.kind == "latin" and phrase.end - phrase.first == 1 and is_surname(reader, s.text, s.words[phrase.first]):
        phrase.kind, phrase.person = "person", (phrase.first, phrase.end)
    if phrase is None or (phrase.kind in ("latin", "document") and phrase.head is None and not phrase.match):
        return None
    return make_mention(reader, s, phrase, "according", "according", number, (first, end), is_oblique=True)
