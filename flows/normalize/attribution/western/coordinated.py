"""Sources joined to one that is cited: «A and B», and the media of a list."""

from flows.normalize.attribution.language_cues import ARTICLE, CONJUNCTION, INSIDE, OTHER_VERB, VERB
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.sentence import Sentence
from flows.normalize.attribution.western.extent import end_right
from flows.normalize.attribution.western.phrase import describe, make_mention
from flows.normalize.attribution.western.reader import WesternReader

_AND = ("and", "und", "et", "y", "e", "i", "și")


def listed_media(reader: WesternReader, s: Sentence, mention: Mention, number: int) -> list[Mention]:
    """The registered media that a list goes on with („Recherchen von NDR, WDR und „Süddeutscher Zeitung““)."""
    media: list[Mention] = []
    while (other := _next_medium(reader, s, media[-1] if media else mention, number)) is not None:
        media.append(other)
    for other in media:
        other.form, other.cue, other.is_report = mention.form, mention.cue, mention.is_report
    return media


def _next_medium(reader: WesternReader, s: Sentence, mention: Mention, number: int) -> Mention | None:
    """The registered medium right behind another, after a comma or "and"."""
    j = s.token_at(mention.char_end)
    while j < len(s) and s.is_quote(j):
        j += 1
    if j + 1 >= len(s) or not (s.words[j] == "," or s.lows[j] in _AND):
        return None
    j += 1
    while j < len(s) - 1 and (s.flags[j] & (ARTICLE | INSIDE) or s.is_quote(j)) and s.names[j] is None:
        j += 1
    end = s.past_name(j) if j < len(s) and s.names[j] is not None else j
    phrase = describe(reader, s, j, end) if end > j else None
    if phrase is None or phrase.match is None or phrase.kind not in ("outlet", "agency") or not (phrase.match.is_distinctive or phrase.kind == "agency"):
        return None
    return make_mention(reader, s, phrase, mention.form, "coordinated", number, (j, j + 1), is_oblique=True)


def makes_with_others(s: Sentence, mention: Mention) -> bool:
    """Whether who made a document is surely a name of its own beside which another may stand ("conducted by the Guardian and Loma College", "by Sampleco and the Loma Institute")."""
    after = s.token_at(mention.char_end)
    is_sure = mention.match is not None or s.lows[after + 1 : after + 2] == ["the"]
    return is_sure and mention.kind not in ("document", "unnamed") and s.lows[after : after + 1] == ["and"]


def coordinated(reader: WesternReader, s: Sentence, mention: Mention, number: int) -> list[Mention]:
    """«A and B», "Sources: A, B"."""
    if mention.match is not None and mention.kind in ("outlet", "agency") and reader.cues.language != "en" and (media := listed_media(reader, s, mention, number)):
        return media
    j = s.token_at(mention.char_end)
    if j < len(s) and s.is_quote(j):
        j += 1
    if j + 1 >= len(s) or not ((s.flags[j] & CONJUNCTION and s.lows[j] in _AND) or (s.words[j] == "," and mention.form == "line")):
        return []
    stop = end_right(reader, s, j + 1)
    phrase = describe(reader, s, j + 1, stop) if stop > j + 1 else None
    if phrase is None or phrase.kind in ("unnamed", "document") or (phrase.kind in ("person", "official") and not phrase.person):
        return []
    if stop < len(s) and s.flags[stop] & (VERB | OTHER_VERB):
        return []
    if (phrase.kind == "latin" or (phrase.kind == "person" and not phrase.head)) and mention.kind == "body" and not mention.match and any(s.flags[k] & INSIDE for k in range(s.token_at(mention.char_start), j)):
        return []  # «Secretaria de Segurança e Defesa Social»
    if mention.form == "subject" and phrase.match is None and phrase.kind == "latin" and reader.cues.language != "en":
        phrase.kind = "outlet"  # „Das melden die Sender Muster 1 und Beispiel“
    if mention.rule == "en.verb.document_shows" and phrase.person and not phrase.head:
        phrase.kind, phrase.person = "organisation", None  # "the New York Times and Loma College"
    if mention.form == "line":
        phrase.kind, phrase.person = ("outlet", None) if phrase.kind in ("latin", "person") else (phrase.kind, phrase.person)
    other = make_mention(reader, s, phrase, mention.form, "coordinated", number, (j, j + 1), is_report=mention.is_report)
    other.cue = mention.cue
    return [other]
