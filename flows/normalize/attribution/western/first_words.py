"""Whether a word with a capital is a name, or only the first of its sentence or a German noun."""

import re

from flows.normalize.attribution.language_cues import ARTICLE, INSIDE, PARTICLE
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import POSSESSIVE, Sentence
from flows.normalize.attribution.western.reader import WesternReader


def is_name_at_start(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether the capital is more than the sentence's first («Muitos fãs», „Dazu“): the text has it inside a sentence too."""
    start = phrase.first
    if any(s.is_word(k) for k in range(start)) or any(s.is_capitalised(k) for k in range(start + 1, phrase.end)) or not s.words[start].isalpha() or s.words[start].isupper():
        return True
    if phrase.end - start > 1 and not any(s.flags[k] & (INSIDE | PARTICLE) for k in range(start + 1, phrase.end)):
        return False
    word, at = s.words[start], -1
    while (at := s.text.find(word, at + 1)) >= 0:
        if at > 1 and s.text[at - 1] == " " and (s.text[at - 2].isalnum() or s.text[at - 2] == ",") and not s.text[at + len(word) : at + len(word) + 1].isalpha():
            return reader.cues.language != "de" or s.text.find(word.lower()) < 0
    return reader.cues.language == "en" and phrase.end - start == 1 and is_no_common_word(reader, s, start)


def is_no_common_word(reader: WesternReader, s: Sentence, k: int) -> bool:
    """Whether an English sentence's first word that says something is a name ("Sampleco said"): no small word, no plural, never written small."""
    low = s.lows[k]
    if low in reader.cues.lists["no_names"] or s.flags[k] or s.words[k].endswith(("He", "She")) or low.endswith(("ing", "ed", "ly", "ers")) or (low.endswith("s") and not low.endswith(POSSESSIVE)):
        return False
    return re.search(rf"\b{re.escape(low)}\b", s.text) is None


def is_common_noun(reader: WesternReader, s: Sentence, phrase: Phrase) -> bool:
    """Whether a German word with a capital is a noun like any other: an article stands before it („Die Anleger“)."""
    k = phrase.first
    return (
        reader.cues.language == "de" and phrase.kind == "latin" and phrase.match is None and phrase.end - k == 1
        and k > 0 and bool(s.flags[k - 1] & ARTICLE) and s.words[k].istitle()
    )
