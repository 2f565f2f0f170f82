"""JSON-LD in a page: the objects of schema.org that describe its article."""

import re
from collections.abc import Iterator

import orjson

ARTICLE_TYPES = frozenset(
    (
        "newsarticle", "article", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
        "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "satiricalarticle", "blogposting",
        "liveblogposting", "socialmediaposting", "discussionforumposting", "report", "scholarlyarticle",
        "techarticle", "advertisercontentarticle", "interview",
    )
)  # fmt: skip
PAGE_TYPES = frozenset(("webpage", "itempage", "newspage", "medicalwebpage", "aboutpage"))
_ELSEWHERE = frozenset(
    (
        "itemlistelement", "haspart", "relatedlink", "citation", "mentions", "isbasedon", "comment", "video", "image",
        "liveblogupdate", "author", "publisher", "breadcrumb", "associatedmedia", "workexample", "review", "subjectof",
    )
)  # fmt: skip
_WRAPPING = re.compile(r"^\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)?\s*;?\s*$")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_BARE_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')
_MAX_SCRIPT_CHARACTERS = 2_000_000
_MAX_DEPTH = 40


def parse_json_ld(script: str) -> object:
    """The JSON value of one script element, forgiving what browsers' crawlers forgive; None where it stays broken."""
    if len(script) > _MAX_SCRIPT_CHARACTERS:
        return None
    text = _CONTROL.sub(" ", _WRAPPING.sub("", script))
    for attempt in (text, _BARE_BACKSLASH.sub(r"\\\\", _TRAILING_COMMA.sub(r"\1", text))):
        try:
            return orjson.loads(attempt)
        except orjson.JSONDecodeError:
            continue
    return None


def typed_objects(value: object, depth: int = 0) -> Iterator[tuple[str, dict]]:
    """(lower-case type, object) for every object that describes the page itself, outermost first.

    Objects in lists of other articles, comments, pictures, authors and the like are passed over.
    """
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from typed_objects(part, depth + 1)
    elif isinstance(value, dict):
        for name in _types(value):
            yield name, value
        for key, part in value.items():
            if isinstance(part, dict | list) and key.lower() not in _ELSEWHERE:
                yield from typed_objects(part, depth + 1)


def string_in(value: object) -> str | None:
    """The text of a value that may be text, an object with a name, or a list of such (the first counts)."""
    if isinstance(value, list):
        return next((found for part in value if (found := string_in(part))), None)
    if isinstance(value, dict):
        return next((found for key in ("name", "@value", "@id", "url") if (found := string_in(value.get(key)))), None)
    if isinstance(value, str) and value.strip():
        return value.strip()
    return None


def strings_in(value: object) -> list[str]:
    """All names in a value: one for each author of a list."""
    parts = value if isinstance(value, list) else [value]
    return [found for part in parts if (found := string_in(part))]


def _types(value: dict) -> list[str]:
    given = value.get("@type", value.get("type"))
    names = given if isinstance(given, list) else [given]
    return [name.rsplit("/", 1)[-1].lower() for name in names if isinstance(name, str)]
