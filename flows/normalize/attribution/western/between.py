"""What may stand between a verb and the subject after it, and what after a verb is no subject."""

from flows.normalize.attribution.language_cues import (
    ADVERB,
    ARTICLE,
    BODY,
    DOCUMENT,
    INDEFINITE,
    INSIDE,
    OUTLET,
    PEOPLE,
    PREPOSITION,
    TIME,
    UNNAMED,
)
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.names import is_plain
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.routes import end_of_medium
from flows.normalize.attribution.western.written_routes import end_of_route


def past_route(reader: WesternReader, s: Sentence, j: int) -> int:
    """Past what stands between verb and subject: «a déclaré dans un communiqué Marie Exemple»; `j` where nothing does."""
    if reader.cues.language == "en" or j >= len(s):
        return j
    has_comma = s.words[j] == ","
    route = end_of_route(reader, s, j + has_comma)
    if route is None and not has_comma and s.flags[j] & PREPOSITION:  # «según informó en un reportaje el diario»
        noun = next((k for k in range(j + 1, min(j + 4, len(s) - 1)) if s.flags[k] & DOCUMENT or s.lows[k] in reader.cues.lists["carriers"]), None)
        route = ("document", noun + 1) if noun is not None and s.lows[noun] not in reader.cues.lists["carriers"] else None
    if route is None or route[1] + has_comma >= len(s):
        return j
    end = route[1] + (has_comma and s.words[route[1]] == ",")
    is_carrier = route[0] == "interview" and s.lows[end] in reader.cues.lists["told"] and not is_feminine_article(reader, s, end)  # «afirmou em entrevista à rádio Exemplo»
    sources = ARTICLE | (PEOPLE | BODY if reader.cues.language in ("pl", "ro") else 0)  # nouns without an article
    is_followed = s.flags[end] & sources or (s.is_word(end) and s.is_capitalised(end))
    return end if is_followed and not is_carrier and has_comma == (end > route[1]) else j


_WITH = ("avec", "con", "com", "cu", "mit", "sans", "sin", "sem", "senza", "fără", "z")


def past_manner(reader: WesternReader, s: Sentence, j: int) -> int:
    """Past how it is said, between verb and subject («raconte avec douceur son épouse», «explica con mucho orgullo Ana Ejemplo»); `j` where nothing tells it."""
    if reader.cues.language == "en" or j + 2 >= len(s) or s.lows[j] not in _WITH:
        return j
    k = j + 1
    while k < len(s) - 1 and k - j < 4 and (is_plain(s, k) or s.flags[k] & INDEFINITE):
        k += 1
    is_followed = s.is_word(k) and (s.is_capitalised(k) or s.flags[k] & ARTICLE) and not s.flags[k] & TIME
    return k if k > j + 1 and is_plain(s, k - 1) and is_followed else j


def past_aside(reader: WesternReader, s: Sentence, j: int) -> int:
    """Past a day between commas («a transmis, vineri, Ministerul Muncii»); `j` where none stands there."""
    if reader.cues.language == "en" or j + 2 >= len(s) or s.words[j] != ",":
        return j
    k = j + 1
    while k < len(s) - 1 and k - j < 6 and (s.flags[k] & (TIME | ADVERB | ARTICLE) or s.words[k].isdigit()):
        k += 1
    return k + 1 if s.words[k] == "," and any(s.flags[m] & TIME for m in range(j + 1, k)) else j


def past_medium(reader: WesternReader, s: Sentence, j: int) -> int:
    """Past the medium that somebody told between verb and subject: «dijo a EFE la alcaldesa»; `j` where nothing does."""
    lists = reader.cues.lists
    if reader.cues.language == "en" or j + 2 >= len(s):
        return j
    if s.lows[j] in lists["told"] and s.lows[j + 1] in lists["this"] and s.flags[j + 2] & OUTLET and s.words[j + 2].islower():
        return j + 3  # «dijo a este diario la alcaldesa»
    carrier = next((k for k in range(j + 1, min(j + 4, len(s) - 1)) if s.lows[k] in lists["carriers"]), None)
    if carrier is not None and s.flags[j] & PREPOSITION and s.flags[carrier + 1] & (PREPOSITION | INSIDE | ARTICLE):
        end = end_of_medium(reader, s, carrier + 2)  # «dijo en diálogo con EFE la alcaldesa»
    elif s.lows[j] in lists["told"] | lists["told_in"]:
        end = end_of_medium(reader, s, j + 1)
    else:
        return j
    is_followed = end < len(s) and s.is_word(end) and (s.is_capitalised(end) or s.flags[end] & (ARTICLE | INDEFINITE | UNNAMED)) and not s.flags[end] & TIME
    return end if end and is_followed else j


def past_among_others(s: Sentence, j: int) -> int:
    """Past „u.a.“ and „unter anderem“ between verb and subject."""
    if s.lows[j : j + 4] == ["u", ".", "a", "."]:
        return j + 4
    return j + 2 if s.lows[j : j + 2] == ["unter", "anderem"] else j


# endings of a verb in the singular, and the articles that are plural
_NUMBER = {"es": (("ó",), ("los", "las", "unos", "unas")), "pt": (("ou", "eu", "iu"), ("os", "as", "uns", "umas"))}


def is_object(reader: WesternReader, s: Sentence, v: int, j: int) -> bool:
    """Whether the article shows that what follows the verb does not say it: the accusative, or a plural after a singular verb."""
    if s.lows[j] in reader.cues.lists["objects"]:
        return s.names[j] is None
    endings, plural = _NUMBER.get(reader.cues.language, ((), ()))
    return s.lows[j] in plural and s.lows[v].endswith(endings) and s.words[j].islower()


def is_feminine_article(reader: WesternReader, s: Sentence, j: int) -> bool:
    """Whether a Portuguese «a» is the article of who speaks («disse a ministra»), not "to" («disse a jornalistas»)."""
    if reader.cues.language != "pt" or s.lows[j] != "a":
        return False
    return any(s.flags[k] & (PEOPLE | BODY) and not s.lows[k].endswith("s") for k in range(j + 1, min(j + 4, len(s))))


def is_told_medium(s: Sentence, k: int) -> bool:
    """Whether a dative article after a person's name leads to a medium („sagte Erik Muster der „Musterpost““)."""
    if s.is_quote(k + 1):
        return True
    return bool(s.flags[k + 1] & OUTLET) and k > 1 and s.is_capitalised(k - 1) and not s.flags[k - 1] and s.is_capitalised(k - 2)


def says_so(s: Sentence, v: int) -> bool:
    """Whether the sentence begins with what was said before («Así lo confirmó la portavoz», «Lo ha annunciato il sindaco»)."""
    if any(s.lows[k : k + 2] in (["así", "lo"], ["così", "lo"]) for k in range(max(0, v - 4), v - 1)):
        return True
    if v == 1 and s.lows[0] in ("das", "dies"):
        return True  # „Das bestätigte die Sprecherin“
    if s.lows[:3] == ["c", "est", "ce"] and v < 7:
        return True  # «C'est ce qu'a annoncé le ministère»
    return s.lows[0] == "lo" and v < 5 and not any(not s.is_word(k) for k in range(v))
