"""English sources that a text calls by two names: "a forecaster" and "forecaster Ann Example", "the board" and "the Sampleco board"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity, country_named

_PEOPLE = ("person", "official")
_BODIES = ("body", "organisation", "latin")
_FARTHEST = 600
_TITLES = {"gov": "governor", "sen": "senator", "rep": "representative", "sgt": "sergeant", "lt": "lieutenant", "capt": "captain", "prof": "professor", "dr": "doctor"}
# what may stand before the noun for a body, beside a sort of place ("the city council", "state police")
_OF_ITS_REACH = frozenset(("a", "federal", "local", "national", "regional", "the"))
_ALIAS = re.compile(r"known as [“\"'‘]?([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_ALIAS_WITHIN = 40
_AS_KNOWN = re.compile(r"[”\"'’]?,[”\"'’]? as s?he (?:is|was) (?:\w+ ){0,2}known, ")


def one_name_each(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Gives, in place, sources that are one and the same one name."""
    _bearers(mentions, result, text)
    _bodies_by_noun(mentions, result)
    _bodies_of_one_country(mentions, result)
    _spelled_alike(result)
    _one_business(mentions, result, text)
    _firms(mentions, result)
    _bodies_of_a_place(mentions, result)
    if "known as" in text:
        _aliases(mentions, result, text)
    if " known, " in text:
        _called(mentions, result, text)


def _bearers(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Gives "a forecaster" the name of who speaks next and is called by the same noun ("forecaster Ann Example", "Ann Example, a forecaster")."""
    said = [k for k, i in enumerate(result) if i is not None]
    for k, following in pairwise(said):
        one, other = mentions[k], mentions[following]
        if result[k].kind != "unnamed" or one.kind not in _PEOPLE or one.person or not other.person or not one.head or other.char_start - one.char_end > _FARTHEST:
            continue
        words = text[other.char_start : other.char_end].lower()
        titled = one.head == other.head or _TITLES.get(words.partition(".")[0]) == one.head
        apposed = re.match(rf", (?:an?|the) (?:[\w'’-]+ ){{0,3}}{re.escape(one.head)}\b", text[other.char_end : other.char_end + 80])
        if (titled or apposed is not None) and not words.startswith("former "):
            result[k] = result[following]


def _bodies_by_noun(mentions: Sequence[Mention], result: list[Identity | None]) -> None:
    """Gives "the board", "police" the name of the one board, the one police force that the text cites by name."""
    lists = load_cues("en").lists
    nouns = lists["shortened"]
    bare = [
        k for k, (m, i) in enumerate(zip(mentions, result, strict=True))
        if i is not None and i.source_id is None and m.kind == "body" and not m.person and m.head in nouns and i.name == i.name.lower()
    ]
    if not bare:
        return
    of_places = lists["sorts_of_places"] | _OF_ITS_REACH
    named = {i.name: i for m, i in zip(mentions, result, strict=True) if i is not None and not m.person and (m.kind in _BODIES or m.match is not None) and i.kind not in ("unnamed", "person") and i.name != i.name.lower()}
    for k in bare:
        words = set(result[k].name.split()) - of_places
        fitting = [i for name, i in named.items() if words <= set(name.lower().split())]
        if len(fitting) == 1:
            result[k] = fitting[0]


def _bodies_of_one_country(mentions: Sequence[Mention], result: list[Identity | None]) -> None:
    """Gives "Ruritania's security service" and "the Ruritanian Security Service" one name, the first."""
    first: dict[tuple[str, str], Identity] = {}
    for k, (mention, identity) in enumerate(zip(mentions, result, strict=True)):
        if identity is None or identity.source_id is not None or mention.person or not (mention.kind in _BODIES or mention.match is not None) or (country := country_named(identity.name)) is None:
            continue
        rest = " ".join(word for word in identity.name.split() if country_named(word) is None).lower()
        if rest:
            result[k] = first.setdefault((country, rest), identity)


def _spelled_alike(result: list[Identity | None]) -> None:
    """Gives "Loma ultras" and "Loma's ultras" one name, the first."""
    first: dict[str, Identity] = {}
    for k, identity in enumerate(result):
        if identity is not None and identity.source_id is None:
            same = first.setdefault(identity.name.lower().replace("’s ", " ").replace("'s ", " "), identity)
            result[k] = same if same.name != identity.name else identity


def _one_business(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Gives "the lender" and "the bank" one name, where nothing names either."""
    nouns = load_cues("en").lists["business"]
    first: Identity | None = None
    for k, (mention, identity) in enumerate(zip(mentions, result, strict=True)):
        if identity is None or mention.kind != "body" or identity.name not in nouns or identity.source_id is not None:
            continue
        if text[max(0, mention.char_start - 4) : mention.char_start].lower() == "the ":
            first = first or identity
            result[k] = first


def _firms(mentions: Sequence[Mention], result: list[Identity | None]) -> None:
    """Gives "Sampleco Ltd" and "Sampleco" one name, the first."""
    legal_forms = load_cues("en").lists["legal_form"] | {"sa"}  # which is a surname too
    first: dict[str, Identity] = {}
    for k, (mention, identity) in enumerate(zip(mentions, result, strict=True)):
        if identity is None or mention.person or mention.kind not in _BODIES or identity.source_id is not None:
            continue
        words = identity.name.split()
        while len(words) > 1 and words[-1].strip(".,").lower() in legal_forms:
            words.pop()
        same = first.setdefault(" ".join(words), identity)
        result[k] = same if same.name != identity.name else identity


def _bodies_of_a_place(mentions: Sequence[Mention], result: list[Identity | None]) -> None:
    """Gives "the Loman embassy" the name of "the Loman embassy in Sampleland", where one body only is called so; "a source close to the case" likewise."""
    bodies = {i.name: i for m, i in zip(mentions, result, strict=True) if i is not None and i.source_id is None and not m.person and m.kind in (*_BODIES, "official", "unnamed")}
    for k, identity in enumerate(result):
        if identity is None or identity.name not in bodies or " " not in identity.name:
            continue
        whole = [i for name, i in bodies.items() if name.startswith((f"{identity.name} in ", f"{identity.name} at "))]
        if len(whole) == 1:
            result[k] = whole[0]


def _called(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Gives "Rainy, as he is popularly known," the person cited last."""
    last: Identity | None = None
    for k, (mention, identity) in enumerate(zip(mentions, result, strict=True)):
        if identity is not None and last is not None and not mention.person and _AS_KNOWN.match(text, mention.char_end):
            mention.kind, mention.match, result[k] = "person", None, last
        elif identity is not None and mention.person:
            last = identity


def _aliases(mentions: Sequence[Mention], result: list[Identity | None], text: str) -> None:
    """Gives a stage name the person whom the text introduces by both ("Ann Example, popularly known as “Rainy”")."""
    words = load_cues("en").words
    for found in _ALIAS.finditer(text):
        owner = next((k for k, m in enumerate(mentions) if result[k] is not None and m.person and 0 <= found.start() - m.char_end < _ALIAS_WITHIN), None)
        if owner is None or found[1].lower() in words:
            continue
        for k, mention in enumerate(mentions):
            if result[k] is not None and result[k].source_id is None and text[mention.char_start : mention.char_end] == found[1]:
                mention.kind, result[k] = "person", result[owner]
