"""Whose document it is: "documents supplied by X", «pesquisa divulgada pela X», „Studie der X“."""

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    CONJUNCTION,
    DOCUMENT,
    INDEFINITE,
    INSIDE,
    OTHER_VERB,
    OUTLET,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
)
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.names import is_surname
from flows.normalize.attribution.western.phrase import describe
from flows.normalize.attribution.western.reader import OF_A_COUNTRY, OF_STATES, WesternReader

_OF = ("from", "by", "of", "der", "des", "von", "de", "du", "del", "da", "do", "di", "della", "al", "ale")


# what follows a platform's name that makes or has nothing itself
_ON_A_PLATFORM = (["account"], ["accounts"], ["user"], ["users"], ["followers"], ["page"], ["channel"], ["thread"])


def is_between(s: Sentence, k: int) -> bool:
    """Whether a small word may stand between a document and "by" ("prepared and released")."""
    return s.is_word(k) and s.words[k].islower() and (s.lows[k] == "and" or not s.flags[k] & (PREPOSITION | CONJUNCTION | PRONOUN | ARTICLE))


def is_day(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether it tells when an English document came out ("released on Friday by")."""
    if reader.cues.language != "en":
        return False
    return bool(s.flags[k] & TIME) or (s.lows[k] in ("on", "in") and k + 1 < len(s) and bool(s.flags[k + 1] & TIME))


def author_of_document(reader: WesternReader, s: Sentence, stop: int) -> Phrase | None:
    """Whose document it is: "documents supplied by X", «pesquisa divulgada pela X», „Studie der X“; `stop` is after the document."""
    by = reader.cues.lists["by"]
    k = stop
    while k < len(s) and k - stop < 3 and s.lows[k] not in by and (is_between(s, k) or is_day(reader, s, k)):
        k += 1
    is_made_by = k < len(s) and s.lows[k] in by
    if not is_made_by:
        k = stop if stop >= len(s) or s.lows[stop - 1] not in by else stop - 1
        if k + 1 >= len(s) or (s.lows[k] not in _OF and (reader.cues.language != "en" or s.lows[k] not in ("in", "on"))):
            return None
    page = owner_of_page(reader, s, k + 1)
    author = page[0] if page is not None else describe(reader, s, k + 1, end_right(reader, s, k + 1))
    is_of_place = author is not None and author.kind == "unnamed" and reader.cues.language == "en" and any(s.is_capitalised(i) for i in range(author.first, author.end))
    if author is None or (author.kind in ("unnamed", "document") and not is_of_place) or (s.lows[k] in ("in", "on") and author.kind not in ("outlet", "agency") and not author.channel):
        return None
    if author.kind == "platform" and reader.cues.language == "en" and s.lows[author.end : author.end + 1] in _ON_A_PLATFORM:
        return None  # "a message from a Twitter account"
    if author.kind == "latin" and author.match is None and author.end - author.first == 1 and s.lows[author.first].endswith(OF_A_COUNTRY):
        return None  # "by the Ruritanian non-profit Example"
    if author.person and not author.head:
        author.kind, author.person = "body", None
    return author


def as_maker(reader: WesternReader, s: Sentence, author: Phrase) -> Phrase:
    """The author as a body where the text has the name after no given name: who releases figures, whatever else bears the name ("Sampleco Chain")."""
    if author.kind == "latin" and reader.cues.language == "en" and not is_surname(reader, s.text, s.words[author.end - 1]):
        author.kind = "body"
    return author


_LONGEST_DESCRIPTION = 7
_SITES = ("website", "webpage", "blog")


def owner_of_page(reader: WesternReader, s: Sentence, j: int) -> tuple[Phrase, int] | None:
    """Whose page tokens from `j` on name, with the channel that it is, and where it ends ("the band’s official Facebook page"); None where nobody's."""
    if reader.cues.language != "en":
        return None
    pages = reader.cues.lists["pages"]
    page = next((k for k in range(j + 1, min(len(s), j + _LONGEST_DESCRIPTION)) if s.lows[k] in pages or _ends_phrase(s, k)), None)
    if page is None or s.lows[page] not in pages:
        return None
    end = next((k + 1 for k in range(page - 1, j - 1, -1) if s.lows[k].endswith(POSSESSIVE) or s.words[k].endswith(("s’", "s'"))), j)
    if end == j and s.lows[page] in _SITES and is_name_before(s, page):
        end = page  # "the Sample Zoo website"
    owner = _owner(reader, s, j, end) if end > j else None
    if owner is None:
        return None
    channel = next((c for k in range(end, page + 1) if (c := reader.cues.channel_of(s.lows[k]))), None)
    owner.channel = channel or ("website" if s.lows[page] in ("site", "webpage", "homepage") else None)
    return (owner, page + 1) if owner.channel else None


def is_name_before(s: Sentence, page: int) -> bool:
    """Whether a name stands right before the word for a page, which is more than an adjective ("Ruritanian", "Sample-affiliated")."""
    return s.is_capitalised(page - 1) and not s.lows[page - 1].endswith((*OF_A_COUNTRY, "ed", "based")) and s.words[page - 1] not in OF_STATES


def _owner(reader: WesternReader, s: Sentence, j: int, end: int) -> Phrase | None:
    """The body, medium or person whose something is, the possessive being the last token before `end`."""
    owner = describe(reader, s, j, end)
    if owner is None and s.flags[end - 1] & BODY:
        while j < end - 1 and s.flags[j] & (ARTICLE | INDEFINITE):
            j += 1
        return Phrase(j, end, "body", None, None, s.lows[end - 1][:-2])
    return owner if owner is not None and owner.kind not in ("document", "unnamed") else None


def written_source(reader: WesternReader, s: Sentence, j: int) -> tuple[Phrase, int] | None:
    """What is written that an English text goes "according to", and where it ends: "a story", "Thursday's press release".

    Where whose it is stands before the noun, that source ("the zoo's website").
    """
    papers = reader.cues.lists["written"]
    if (owner := owner_of_page(reader, s, j)) is not None:
        return owner
    noun = next((k for k in range(j, min(len(s), j + _LONGEST_DESCRIPTION)) if s.lows[k] in papers or s.flags[k] & DOCUMENT or _ends_phrase(s, k)), None)
    if noun is None or not (s.lows[noun] in papers or s.flags[noun] & DOCUMENT) or s.is_capitalised(noun):
        return None
    while noun + 1 < len(s) and (s.lows[noun + 1] in papers or s.flags[noun + 1] & DOCUMENT) and s.words[noun + 1].islower():
        noun += 1
    if noun + 1 < len(s) and s.is_word(noun + 1) and not s.flags[noun + 1]:
        is_name = s.is_capitalised(noun + 1) and bool(s.flags[noun] & OUTLET)
        if is_name or (not s.flags[noun] & DOCUMENT and not s.lows[noun + 1].endswith(("ed", "ing"))):
            return None  # "according to the finance website Sample", "the book publisher"
    owner_end = next((k + 1 for k in range(noun - 1, j - 1, -1) if s.lows[k].endswith(POSSESSIVE) or s.words[k].endswith(("s’", "s'"))), j)
    if owner_end > j and not s.flags[owner_end - 1] & TIME:
        owner = _owner(reader, s, j, owner_end)
        channel = next((c for k in range(noun, owner_end - 1, -1) if (c := reader.cues.channel_of(s.lows[k]))), None)  # "Ann Example's Instagram post"
        if owner is not None and (channel or owner.kind not in ("person", "official") or owner.match is not None):
            owner.channel = channel
            return owner, noun + 1
    first = j
    while first < noun and s.flags[first] & (ARTICLE | INDEFINITE):
        first += 1
    is_told = first < noun or s.flags[j] & INDEFINITE or (noun + 1 < len(s) and s.lows[noun + 1] in ("of", "by", "from", "in", "on", "published", "released", "issued", "provided"))
    if not is_told or s.lows[first] in ("its", "their", "his", "her", "that", "this", "these", "our", "my"):
        return None
    return Phrase(first, noun + 1, "document", None, None, s.lows[noun], reader.cues.channel_of(s.lows[noun])), noun + 1


def _ends_phrase(s: Sentence, k: int) -> bool:
    """Whether a phrase about a document cannot go on at a token: a mark, a verb, a small word other than an article."""
    if not s.is_word(k):
        is_in_date = s.words[k] == "." and k > 0 and len(s.words[k - 1]) < 5 and s.words[k + 1 : k + 2] != [] and s.words[k + 1].isdigit()
        return not s.is_quote(k) and s.words[k] != "&" and not is_in_date  # "an Oct. 30 press release"
    if k and s.lows[k].endswith("ed") and s.flags[k - 1] & (ARTICLE | INDEFINITE):
        return False  # "a published report"
    return bool(s.flags[k] & (VERB | OTHER_VERB | CONJUNCTION | PRONOUN | PREPOSITION | INSIDE)) and s.words[k].islower()
