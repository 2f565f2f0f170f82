"""Bodies, people and reports that a text calls by a noun before it cites them by name."""

from collections.abc import Sequence

from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity, country_named

_PEOPLE = ("person", "official")
_REGULATOR, _OFFICES = "регулятор", ("ведомство", "відомство")
_CENTRAL_BANKS = ("Bank of ", "National Bank of ", "Central Bank of ")
_MEDIA = ("outlet", "agency")
_SAYS_NOTHING = frozenset(("a", "an", "the", "new", "local", "recent", "news", "media", "latest"))
_REPORT_WITHIN = 900  # characters from the report to the medium that reports it
_LEAD = 300  # characters in which an article says whom it is about


def name_by_what_follows(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Gives the bodies, people and reports of an English text that a noun alone cites the names that follow it."""
    name_from_later(mentions, result, text)
    person_from_later(mentions, result, text)
    report_from_later(mentions, result, text)


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


def report_from_later(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Leaves out "a local report" where the sentences after it say which one medium reported it, and gives "the report" behind that the medium's name."""
    first = next((k for k, i in enumerate(result) if i is not None and _is_bare(mentions[k], i)), None)
    if first is None or text[: mentions[first].char_start].endswith(("the ", "The ")):
        return  # "the report" is one told of before
    reporting = {i.name: (m, i) for m, i in zip(mentions, result, strict=True) if i is not None and i.kind in _MEDIA and m.form in ("subject", "according") and m.rule != "en.poll"}
    if len(reporting) != 1:
        return
    medium, identity = next(iter(reporting.values()))
    bare = result[first].name
    if 0 < medium.char_start - mentions[first].char_end < _REPORT_WITHIN:
        for k, other in enumerate(result):
            if other is not None and other.name == bare:
                result[k] = identity if mentions[k].char_start > medium.char_start else None


def _is_bare(mention: Mention, identity: Identity) -> bool:
    """Whether the words name a report and nothing of whose it is."""
    words = identity.name.lower().split()
    return mention.head == "report" and identity.source_id is None and words[-1] == "report" and _SAYS_NOTHING.issuperset(words[:-1])
