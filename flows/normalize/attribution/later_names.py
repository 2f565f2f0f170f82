"""Bodies that a text calls by a noun before it cites them by name."""

from collections.abc import Sequence

from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity, country_named

_PEOPLE = ("person", "official")
_REGULATOR, _OFFICES = "регулятор", ("ведомство", "відомство")
_CENTRAL_BANKS = ("Bank of ", "National Bank of ", "Central Bank of ")
_LEAD = 300  # characters in which an article says whom it is about


def name_from_later(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Gives "the company" that nothing before it names the name of the one body that the English text begins with and cites later."""
    anaphoric = load_cues("en").lists["anaphoric"] | load_cues("en").lists["by_kind"]
    bare = [k for k, (m, i) in enumerate(zip(mentions, result, strict=True)) if i and m.kind == "body" and i.source_id is None and i.name == m.head and m.head in anaphoric]
    if not bare:
        return
    named = {i.name: i for m, i in zip(mentions, result, strict=True) if i and not m.person and i.kind in ("organisation", "official") and i.name != i.name.lower() and m.kind not in _PEOPLE}
    if len(named) == 1:
        only = next(iter(named.values()))
        begun = text.find(only.name.split()[0], 0, _LEAD)
        for k in bare:
            if 0 <= begun < mentions[k].char_start:
                result[k] = only


def person_from_later(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Gives "a lighthouse keeper", who speaks first in an English text and without a name, the name of who speaks next, whom nothing else introduces."""
    said = [k for k, i in enumerate(result) if i is not None and mentions[k].form in ("subject", "according")]
    if len(said) < 2:
        return
    first, following = mentions[said[0]], mentions[said[1]]
    if result[said[0]].kind != "unnamed" or first.kind not in _PEOPLE or (first.kind == "official" and country_named(text[first.char_start : first.char_end]) is None) or first.is_plural or first.person or not following.person:
        return
    is_near = first.char_start < _LEAD and following.char_start - first.char_end < 2 * _LEAD
    is_new = following.head is None and text.find(following.person) > first.char_end and " " in following.person
    if is_near and is_new and text[following.char_end : following.char_end + 1] != ",":
        result[said[0]] = result[said[1]]


def body_from_later(mentions: Sequence[Mention], result: list[Identity | None], d: Discourse) -> None:
    """Gives «регулятор», «ведомство» that nothing before it names the one body cited later: a central bank, or one spoken of just before."""
    bare = [k for k, i in enumerate(result) if i and i.source_id is None and i.name in (_REGULATOR, *_OFFICES)]
    if not bare:
        return
    named = {
        i.name: (i, d.text[m.match.char_start : m.match.char_end])
        for m, i in zip(mentions, result, strict=True) if i and i.source_id and i.kind == "official" and not m.person and m.match
    }
    if len(named) != 1:
        return
    only, name = next(iter(named.values()))
    for k in bare:
        before = d.text[max(0, mentions[k].char_start - _LEAD) : mentions[k].char_start]
        is_it = only.name.startswith(_CENTRAL_BANKS) if result[k].name == _REGULATOR else name.isupper() and name in before
        if is_it:
            result[k] = only
