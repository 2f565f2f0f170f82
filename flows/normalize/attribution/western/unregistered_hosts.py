"""Media that no registry has and that gave an interview room, in languages other than English: «en una entrevista a El Ejemplo»."""

from flows.normalize.attribution.language_cues import ADVERB, ARTICLE, OTHER_VERB, TIME, VERB
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.names import is_surname
from flows.normalize.attribution.western.reader import WesternReader

# articles that begin the names of papers, with a capital inside a sentence
_ARTICLES = ("el", "la", "los", "las", "o", "a", "le", "les", "il", "lo", "der", "die", "das")


def is_unregistered_host(reader: WesternReader, s: Sentence, phrase: Phrase, first: int, end: int) -> bool:
    """Whether the words after an interview's cue, tokens `first` to `end`, are built as a medium's name: quoted, with an article, one word alone."""
    if reader.cues.language == "en" or phrase.match is not None:
        return False
    k = phrase.first
    if s.is_quote(k):
        return True
    has_article = s.is_capitalised(k) and s.lows[k] in _ARTICLES and k + 1 < phrase.end and s.is_capitalised(k + 1)
    if not has_article and k > end and s.is_capitalised(k - 1) and s.lows[k - 1] in _ARTICLES and s.is_capitalised(k):
        phrase.first, has_article = k - 1, True
    if has_article:
        return True
    is_asked = any(s.lows[m] in reader.cues.lists["carriers"] or reader.cues.channel_of(s.lows[m]) == "interview" for m in range(first, end))
    if not is_asked or any(s.lows[m] in reader.cues.lists["chats"] for m in range(first, end)) or phrase.kind != "latin" or phrase.end - k > 1:
        return False
    after = phrase.end
    is_closed = after >= len(s) or not s.is_word(after) or bool(s.flags[after] & (VERB | OTHER_VERB | ADVERB | TIME | ARTICLE))
    return s.words[k].isalpha() and is_closed and not is_surname(reader, s.text, s.words[k])
