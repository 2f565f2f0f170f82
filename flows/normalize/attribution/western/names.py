"""Names of languages with fixed word order: what sort of name it is, and where it is only part of another."""

import re

from flows.normalize.attribution.language_cues import (
    ARTICLE,
    BODY,
    COMPANY,
    CONJUNCTION,
    INDEFINITE,
    INSIDE,
    OFFICIAL,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    TITLE,
    UNNAMED,
)
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.slavic.phrase import is_person as is_person_source
from flows.normalize.attribution.western.reader import OF_A_COUNTRY, WesternReader
from flows.normalize.registry import NameMatch

MEDIA = ("outlet", "agency")
NETWORKS = ("fox", "nbc", "abc", "cbs")  # a number makes it a station ("Fox 29")


_PICTURE_CREDITS = ("reuters", "epa", "afp", "ap", "pa", "rex", "getty images", "alamy")


def is_picture_credit(reader: WesternReader, s: Sentence) -> bool:
    """Whether a sentence opens with the agency whose picture it describes ("Reuters Example Ltd says it is sorry")."""
    match = s.names[0]
    if match is None or s.text[match.char_start : match.char_end].lower() not in _PICTURE_CREDITS or (s.char_start and s.text[s.char_start - 1] != "\n"):
        return False
    after = s.token_at(match.char_end - 1) + 1
    return (
        after < len(s) and s.is_word(after) and s.is_capitalised(after) and not s.lows[after - 1].endswith(POSSESSIVE)
        and not s.flags[after] & (PEOPLE | TITLE | OUTLET | UNNAMED) and s.lows[after] not in reader.cues.lists["media_words"]
    )


def is_small_word(s: Sentence, match: NameMatch) -> bool:
    """Whether a name that a medium has too is but a small word ("As") or the end of a company's name ("Example Inc.")."""
    k = s.token_at(match.char_start)
    if s.ends[k] < match.char_end or not s.words[k].istitle():
        return False
    return bool(s.flags[k] & (PREPOSITION | CONJUNCTION | PRONOUN)) or bool(s.flags[k] & COMPANY and k and s.is_capitalised(k - 1))


def names_its_journalist(reader: WesternReader, s: Sentence, match: NameMatch, person: tuple[int, int]) -> bool:
    """Whether a name follows a medium's at once: who found it out for it («reporter TVN24 Jan Wzór»)."""
    source = reader.registry.cited_sources.get(match.source_ids[0])
    is_medium = source is not None and source.kind in ("outlet", "agency") and match.is_distinctive and match.char_end - match.char_start > 3
    return reader.cues.language != "en" and is_medium and s.names[person[0] - 1] is match and s.names[person[0]] is not match


def is_other_acronym(reader: WesternReader, s: Sentence, match: NameMatch) -> bool:
    """Whether capitals spell a short name that the medium writes otherwise (the inspector general's "IG" is not "iG")."""
    given = s.text[match.char_start : match.char_end]
    if match.is_distinctive or len(given) > 3 or not given.isupper():
        return False
    source = reader.registry.cited_sources.get(match.source_ids[0])
    return source is not None and source.kind == "outlet" and source.name.lower() == given.lower() and source.name != given

_STATION = re.compile(r"[KW][A-Z]{3}")

CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}-(?:TV|FM|AM)|[A-Z]{2,5}-T[Vv]\d*|\w+\.(?:com|org|net|tv|news)")

_HOST = re.compile(r"[A-Za-z0-9][\w-]+(?:\.(?:com|co|org|net|tv|news|info))?\.(?:com|org|net|tv|news|info|eu|de|fr|es|it|pt|ro|pl|br|ch|at|be|ar|mx|cl|co|pe|md)")


def is_host(reader: WesternReader, word: str) -> bool:
    """Whether a word is a site that stands for its medium («ejemplo.com.ar», "example.co.uk")."""
    if reader.cues.language == "en":
        return "." in word and is_domain(word)
    return "." in word and _HOST.fullmatch(word) is not None


_SHORTEST_DOMAIN = 5  # not "p.m", "U.S.in"


def is_domain(word: str) -> bool:
    """Whether a word is a medium's name that is a host ("Example.com")."""
    return len(word) > _SHORTEST_DOMAIN and word.lower().endswith((".com", ".org", ".net", ".co", ".tv", ".news", ".ca", ".uk", ".ie", ".in", ".au", ".nz", ".za", ".info", ".io"))


def last_of_name(reader: WesternReader, s: Sentence, k: int) -> str:
    """The word that tells a paper by its name's last token: the last part of a double name ("Post-Gazette"), else the whole."""
    before, _, last = s.lows[k].rpartition("-")
    is_double = before in reader.cues.lists["media_words"] or before in reader.cues.lists["paper_words"]
    return last if is_double else s.lows[k]


def is_affiliate(s: Sentence, first: int, end: int) -> bool:
    """Whether a network's name and a number are those of its station in a town ("ABC 7 News")."""
    if not 2 <= end - first <= 4 or s.lows[first] not in NETWORKS or not s.words[first + 1].isdecimal():
        return False
    return end - first == 2 or s.lows[end - 1] == "news" or all(s.is_word(k) and s.is_capitalised(k) for k in range(first + 2, end))  # "CBS 8 Sampleville"


def is_medium_name(reader: WesternReader, s: Sentence, first: int, end: int) -> bool:
    """Whether a name is built as those of media are ("The Sample News", "WXYZ-TV", "example.com")."""
    word = s.words[end - 1]
    if (("-" in word or "." in word) and CALL_SIGN.fullmatch(word)) or is_affiliate(s, first, end):
        return True
    if len(word) == 4 and _STATION.fullmatch(word) and any(low in ("station", "affiliate") for low in s.lows[first : end - 1]):
        return True
    if reader.cues.language != "en":
        words = reader.cues.lists["media_words"]
        last = s.lows[end - 1].rpartition("-")  # «Muster-Online», «Ejemplo Sports»
        return s.is_capitalised(first) and (last[2] in words if last[0] else end - first > 1 and last[2] in words and s.is_capitalised(end - 1))
    last, _, joined = s.lows[end - 1].partition("-")  # "Sample Times-News"
    is_double = bool(joined) and last in reader.cues.lists["media_words"]
    if (end - first < 2 and not is_double) or not s.is_capitalised(end - 1) or (joined or last) not in reader.cues.lists["media_words"]:
        return False
    if ((joined or last) in reader.cues.lists["sure_media"] or is_double) and all(s.is_capitalised(k) for k in range(first, end)):
        return True  # "Sample Public Radio"
    return s.lows[first] == "the" or (first > 0 and s.lows[first - 1] == "the")


def is_medium_at(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether the token belongs to the name of a known medium that nothing else is called."""
    match = s.names[k]
    source = reader.registry.cited_sources.get(match.source_ids[0]) if match is not None else None
    return source is not None and source.kind in MEDIA and (source.kind == "agency" or match.is_distinctive)


def is_in_longer_name(s: Sentence, match: NameMatch, first: int, end: int) -> bool:
    """Whether an uncertain name of one word is only part of a longer one ("The Weather Outlook", "Global Steel Forum")."""
    given = s.text[match.char_start : match.char_end]
    if " " in given:  # see is_begun_body
        after = s.token_at(match.char_end - 1) + 1
        k = s.token_at(match.char_start) - 1
        if k >= first and s.is_capitalised(k) and not s.flags[k] and not s.lows[k].endswith((*POSSESSIVE, *OF_A_COUNTRY)) and s.lows[after : after + 1] == ["of"]:
            return True  # "Sampleland State Department of Health"
        goes_on = given[:4].lower() == "the " and not given[4:].isupper() and after < end and s.is_word(after) and s.is_capitalised(after)
        return goes_on and given.count(" ") < 3 and not s.lows[after - 1].endswith(POSSESSIVE) and not s.flags[after] & (PEOPLE | TITLE | OUTLET)  # "The National Example Service"
    k = s.token_at(match.char_start)
    if match.is_distinctive:  # a surname that a medium has too, after a title ("Sgt. Frank Sample")
        return (
            k - 2 >= first and s.is_capitalised(k - 1) and not s.flags[k - 1] and s.is_word(k - 1)
            and any(s.flags[j] & TITLE for j in range(max(first, k - 3), k - 1))
        )
    if k - 2 >= first and s.lows[k - 1] == "of" and s.flags[k - 2] & BODY and s.is_capitalised(k - 2):
        return True  # "Sample University of Science"
    if first > 0 and s.is_quote(first - 1) and k > first and s.is_capitalised(first):
        return True
    if k + 1 < end and s.is_capitalised(k) and s.is_word(k + 1) and s.is_capitalised(k + 1) and not s.flags[k + 1] & (PEOPLE | TITLE):
        return True
    k -= 1
    return (
        k >= first and (k > 0 or s.words[k].isupper()) and s.is_word(k) and s.is_capitalised(k) and not s.flags[k] & ~UNNAMED
        and not s.lows[k].endswith((*POSSESSIVE, *OF_A_COUNTRY))
    ) or (k >= first and s.is_capitalised(k) and bool(s.flags[k] & BODY) and s.words[k].istitle() and s.words[k + 1].istitle())


def is_begun_body(reader: WesternReader, s: Sentence, match: NameMatch, end: int) -> bool:
    """Whether an adjective with a capital makes a body another one («Policía Nacional Civil» is not the «Policía Nacional»)."""
    if reader.cues.language in ("en", "de", "pl"):
        return False
    source = reader.registry.cited_sources.get(match.source_ids[0])
    return source is not None and source.kind in ("official", "organisation") and is_begun_name(s, match, end)


def is_begun_name(s: Sentence, match: NameMatch, end: int) -> bool:
    """Whether a person's name goes on with a second surname: somebody else («Ana Ejemplo Vega»)."""
    k = s.token_at(match.char_end - 1) + 1
    return k < end and s.is_word(k) and s.is_capitalised(k) and not s.flags[k] and s.names[k] is None


def is_person_match(reader: WesternReader, match: NameMatch) -> bool:
    return is_person_source(reader.registry.cited_sources.get(match.source_ids[0]))


def is_surname(reader: WesternReader, text: str, word: str) -> bool:
    """Whether the text has the word after a given name too („Anna Muster“): a word with a capital that is no other word."""
    at = -1
    while (at := text.find(f" {word}", at + 1)) > 0:
        given = text[max(0, at - 20) : at].rpartition(" ")[2]
        if given.istitle() and given.isalpha() and given.lower() not in reader.cues.words and not text[at + len(word) + 1 : at + len(word) + 2].isalpha():
            return True
    return False


def is_in_company(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether a title opens the name of an organisation ("General Example")."""
    match = s.names[k]
    source = reader.registry.cited_sources.get(match.source_ids[0]) if match is not None and reader.cues.language == "en" else None
    return source is not None and source.kind == "organisation" and match.char_start == s.starts[k]


def is_in_medium(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether a noun for people belongs to the longer name of an English medium ("The Sample Reporter")."""
    match = s.names[k] if reader.cues.language == "en" else None
    if match is None or not s.is_capitalised(k) or match.char_end - match.char_start == s.ends[k] - s.starts[k]:
        return False
    source = reader.registry.cited_sources.get(match.source_ids[0])
    return source is not None and source.kind in ("outlet", "agency")


def is_given_name_too(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether an uncertain name of one word may be a given name in an English text ("spokesman Gordon Example", which a medium is called too)."""
    match = s.names[k]
    return (
        reader.cues.language == "en" and match is not None and not match.is_distinctive and s.ends[k] - s.starts[k] == match.char_end - match.char_start
        and not is_person_match(reader, match) and k > 0 and bool(s.flags[k - 1] & PEOPLE) and s.words[k].istitle() and k + 1 < len(s) and s.is_capitalised(k + 1)
    )


def employed_by(reader: WesternReader, s: Sentence, match: NameMatch, end: int) -> str | None:
    """What sort of nameless people a phrase ends in that a name only belongs to ("a Trump adviser", "NASA scientists")."""
    last = s.token_at(match.char_end - 1)
    source = reader.registry.cited_sources.get(match.source_ids[0])
    if last >= end - 1 or s.words[end - 1][0].isupper() or source is None or source.kind in ("outlet", "agency"):
        return None
    flags = s.flags[end - 1]
    if flags & UNNAMED:
        return "unnamed"
    if not flags & PEOPLE or not is_person_match(reader, match):
        return None
    return "official" if flags & OFFICIAL else "person"


def people_of_place(s: Sentence, first: int, end: int) -> str | None:
    """The noun for people whom the phrase only places ("officials in Sampleton", "researchers at the Sample Institute")."""
    for k in range(first, end - 1):
        if s.flags[k] & UNNAMED and (k == first or s.words[k].islower()):
            is_placed = s.flags[k + 1] & (PREPOSITION | INSIDE) and not s.flags[k + 1] & CONJUNCTION and s.words[k + 1].islower()
            return s.lows[k] if is_placed else None  # not "Reporters Without Borders"
    return None


def is_compound_title(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether a word with a capital ends in a small one for people ("Award-winner")."""
    last = s.words[k].rpartition("-")[2]
    return last is not s.words[k] and last.islower() and bool(reader.cues.words.get(last, 0) & PEOPLE)


def is_name_after_field(s: Sentence, first: int, start: int, stop: int) -> bool:
    """Whether the capitals after "of" end in a name that a title without an article goes before ("Secretary of State Ann Example")."""
    of = start - 1
    if of > first + 2 and s.lows[of] == "and":  # "Minister for Rain and Snow Ann Example"
        of = next((k for k in range(of - 1, max(first, of - 6), -1) if not s.is_capitalised(k)), of)
    if stop - start < 3 or of <= first or s.lows[of] not in ("of", "for") or not (s.flags[of - 1] & PEOPLE and s.is_capitalised(of - 1)):
        return False
    if first and s.flags[first - 1] & (ARTICLE | INDEFINITE):
        return False
    return all(
        s.is_capitalised(k) and not s.words[k].isupper() and s.names[k] is None and not s.flags[k] and not s.lows[k].endswith(POSSESSIVE) for k in (stop - 2, stop - 1)
    )


def is_between_noun_and_name(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether a small word stands between a noun and the name that the noun explains («el diario digital surcoreano Ejemplo»)."""
    if reader.cues.language in ("en", "de"):
        return False
    after, before = j + 1, j - 1
    while after < len(s) - 1 and after - j < 3 and is_plain(s, after):
        after += 1
    while before > 0 and j - before < 3 and is_plain(s, before):
        before -= 1
    is_noun = before >= 0 and bool(s.flags[before] & (OUTLET | BODY)) and s.words[before].islower()
    return is_noun and after < len(s) and s.is_capitalised(after)


def is_plain(s: Sentence, k: int) -> bool:
    """Whether the token is a small word that no list has."""
    return s.words[k].isalpha() and s.words[k].islower() and not s.flags[k]
