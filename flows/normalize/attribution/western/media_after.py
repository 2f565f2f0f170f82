"""Media that stand behind a cue or a noun for them: who saw a document, who was told something, whose name is quoted."""

from flows.normalize.attribution.language_cues import ARTICLE, CONJUNCTION, INSIDE, OUTLET, PREPOSITION
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.host_names import is_built_as_medium
from flows.normalize.attribution.western.hosts import end_of_host
from flows.normalize.attribution.western.names import is_medium_at
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader
from flows.normalize.attribution.western.reporting_media import is_paper
from flows.normalize.attribution.western.subject_before import subject_before


def quoted_medium(reader: WesternReader, s: Sentence, j: int, stop: int) -> tuple[int, int]:
    """The known medium in quotation marks after its noun ("told the newspaper 'Example'"), the noun being all before token `stop`; tokens [j, stop) where none stands there."""
    if stop <= j or stop + 1 >= len(s) or not (s.flags[stop - 1] & OUTLET or s.lows[stop - 1] == "agency") or not is_medium_at(reader, s, stop + 1):
        return j, stop
    end = s.token_at(s.names[stop + 1].char_end - 1) + 1
    return (stop + 1, end) if end < len(s) and s.is_quote(end) else (j, stop)


def before_clause(s: Sentence, j: int, stop: int) -> int:
    """Where the clause begins that follows whom somebody told without "that" ("told local media | the man was armed"); `stop` where none does."""
    return next((k for k in range(j + 2, stop) if s.flags[k] & ARTICLE and s.words[k].islower() and s.is_word(k - 1) and not s.flags[k - 1] & (INSIDE | PREPOSITION | CONJUNCTION)), stop)


def medium_after(reader: WesternReader, s: Sentence, first: int, end: int, number: int) -> Mention | None:
    """The medium that saw a document or told the news first: "seen by Reuters", «al que ha tenido acceso Efe»."""
    j = end
    while j < len(s) and s.flags[j] & ARTICLE and s.names[j] is None:
        j += 1
    phrase = describe(reader, s, j, end_of_host(reader, s, j, end_right(reader, s, j), "interview")) if j < len(s) else None
    if phrase is not None and phrase.kind == "unnamed" and phrase.head in ("media", "outlets") and s.lows[first] == "reported":
        return make_mention(reader, s, phrase, "according", "medium_saw", number, (first, end), is_oblique=True)
    if phrase is not None and phrase.match is None and reader.cues.language == "en" and "reported" in s.lows[first:end] and (is_paper(reader, s, phrase.first, phrase.end - 1) or is_built_as_medium(reader, s, phrase)):
        phrase.kind, phrase.person = "outlet", None
        return make_mention(reader, s, phrase, "according", "medium_saw", number, (first, end), is_oblique=True)
    if phrase is None or phrase.match is None or phrase.kind not in ("outlet", "agency"):
        return None
    if not (phrase.match.is_distinctive or phrase.kind == "agency" or s.flags[phrase.first] & OUTLET):
        return None
    phrase.person = None
    own_end = s.token_at(phrase.match.char_end - 1) + 1
    phrase.end = own_end if s.lows[own_end : own_end + 1] == ["and"] and own_end > phrase.first else phrase.end  # see coordinated
    return make_mention(reader, s, phrase, "according", "medium_saw", number, (first, end), is_oblique=True)


def medium_before(reader: WesternReader, s: Sentence, first: int, number: int) -> Mention | None:
    """The medium before the verb of «à qual o Exemplo teve acesso», «que EFE ha podido saber»."""
    if reader.cues.language == "en" or s.lows[first] not in reader.cues.lists["auxiliaries"] | {"teve", "tiveram", "tuvo", "tuvieron", "pudo"}:
        return None
    mention = subject_before(reader, s, first, number, True)
    if mention is None or mention.match is None or mention.kind not in ("outlet", "agency") or not (mention.match.is_distinctive or mention.kind == "agency"):
        return None
    mention.form, mention.rule = "according", f"{reader.cues.language}.medium_saw"
    return mention
