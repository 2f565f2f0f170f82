"""German clauses: what a verb needs to be one of saying, and what opens them."""

from flows.normalize.attribution.language_cues import PREPOSITION, TIME
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.reader import WesternReader

_PARTS = ("mit", "bekannt", "an", "zu", "ein")
_LONGEST_CLAUSE = 40


def tells_nothing(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether a verb lacks its other part („hielt den Rekord“, not „hielt fest“) or is the infinitive of another („wollte nicht bestätigen“)."""
    lists = reader.cues.lists
    low = s.lows[v]
    if low in lists["separable"] and not any(s.lows[k] in _PARTS for k in range(v + 1, len(s))):
        return True
    if low in lists["in_parts"] and low not in lists["separable"] and not any(f"{low}-{s.lows[k]}" in lists["parted"] and ends_clause(s, k) for k in range(v + 1, min(len(s), v + _LONGEST_CLAUSE))):
        return True
    return low.endswith("en") and not low.endswith("ten") and is_after_modal(reader, s, v)


def ends_clause(s: Sentence, k: int) -> bool:
    """Whether a mark or the end follows the token."""
    return k + 1 >= len(s) or not s.is_word(k + 1) or s.lows[k + 1] in ("und", "oder")


def is_in_date(s: Sentence, comma: int) -> bool:
    """Whether the comma belongs to a date („am Freitag, den 3. Mai, zurückgewiesen“)."""
    return (s.lows[comma + 1 : comma + 2] in (["den"], ["dem"]) and s.words[comma + 2][:1].isdigit()) or bool(s.flags[comma - 1] & TIME) or s.words[comma - 1].isdigit()


def is_after_modal(reader: WesternReader, s: Sentence, v: int) -> bool:
    """Whether a modal verb stands before the verb in its clause."""
    if v and s.lows[v - 1] == "zu":
        return True
    for k in range(v - 1, max(-1, v - _LONGEST_CLAUSE), -1):
        if s.words[k] in ",;:" or s.is_quote(k):
            return False
        if s.lows[k] in reader.cues.lists["modals"]:
            return True
    return False


def is_glad_of_words(reader: WesternReader, s: Sentence, v: int, j: int) -> bool:
    """Whether „sich“ stands between a verb and who spoke the words before it („„Das ist gut“, freut sich Muster“)."""
    if reader.cues.language != "de" or j >= len(s) or s.lows[j] != "sich" or v < 2:
        return False
    return s.is_quote(v - 1) or (s.words[v - 1] == "," and s.is_quote(v - 2))


def opening_wie(s: Sentence, v: int) -> int | None:
    """Where the „wie“ of a clause stands that the verb ends („wie die Polizei am Freitag mitteilte,“)."""
    if v + 1 < len(s) and s.is_word(v + 1):
        return None
    inside = False
    for k in range(v - 2, max(-1, v - 22), -1):
        if s.is_quote(k):
            inside = not inside  # „Wie das „Musterblatt“ berichtet“
        elif s.words[k] in ",;:" and not inside:
            return None
        if s.lows[k] == "wie":
            return k if k == 0 or s.words[k - 1] in ",;:–-" or not s.is_word(k - 1) else None
    return None


def begins_with_preposition(s: Sentence, v: int) -> bool:
    """Whether a preposition opens the German main clause of the verb, so that its subject follows („Vor der Feier sagte Muster“)."""
    first = next((k + 1 for k in range(v - 1, max(-1, v - 25), -1) if s.words[k] in ",;:\n" or s.is_quote(k)), 0)
    return first < v and bool(s.flags[first] & PREPOSITION) and s.is_capitalised(first) and s.names[first] is None
