"""A mention made from a Slavic noun phrase."""

import re

from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.phrase import Phrase
from flows.normalize.attribution.sentence import Sentence

_TELEGRAM_PATH = re.compile(r"/(?:s/)?\w+")
IN = {"в", "во", "у", "на"}


def make_mention(s: Sentence, phrase: Phrase, form: str, rule: str, number: int, cue: tuple[int, int], **more) -> Mention:
    first, end = phrase.first, phrase.end
    if s.is_quote(first) and s.is_quote(end - 1) and end - first > 2 and s.closing_quote(first, end - first) == end - 1:
        first, end = first + 1, end - 1
    person = None
    if phrase.person:
        a, b = phrase.person
        person = _in_small_letters(s.text[s.starts[a] : s.ends[b - 1]])
    kind = phrase.kind
    given = s.text[s.starts[first] : s.ends[end - 1]]
    end_at = s.ends[end - 1]
    if given.lower().endswith("t.me") and (path := _TELEGRAM_PATH.match(s.text, end_at, s.char_end)):
        end_at, phrase.channel = path.end(), "telegram"
    if phrase.channel is None and "." in given and given.islower() and given.isascii() and " " not in given:
        phrase.channel = "website"
    if kind == "latin" and (more.get("channel") or phrase.channel) == "press_service":
        kind = "organisation"
    if kind == "latin":
        kind = "outlet" if more.get("is_report") or form in ("citing", "line", "venue", "document") else "organisation"
    return Mention(
        char_start=s.starts[first], char_end=end_at, kind=kind, form=form, rule=rule, sentence=number,
        cue=(s.starts[cue[0]], s.ends[cue[1] - 1]), channel=more.pop("channel", None) or phrase.channel,
        match=phrase.match, person=person, head=phrase.head, **more,
    )


def _in_small_letters(name: str) -> str:
    """A name whose surname is set in capitals («Ольга БРАТУНЬ») as names are written."""
    given, *others = name.split(" ")
    if not others or given.isupper() or not others[-1].isupper() or "." in name:
        return name
    return " ".join([given, *("-".join(part.capitalize() for part in word.split("-")) if word.isupper() and len(word) > 1 else word for word in others)])


def closes_title(s: Sentence, j: int, reader) -> bool:
    """Whether the quotation that ends at j may be a title in the nominative («Фонтанка»), not what one is called."""
    opening = s.opening_quote(j)
    if opening is None or not s.is_capitalised(opening + 1):
        return False
    form = reader.form(s.lows[opening + 1])
    return not form.known or form.nominative


def closes_name(s: Sentence, j: int) -> bool:
    opening = s.opening_quote(j)
    return opening is not None and j - opening <= 6 and j - opening > 1 and s.is_capitalised(opening + 1) and not (j + 1 < len(s) and s.words[j + 1] in ",—–-")
