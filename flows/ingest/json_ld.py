"""JSON-LD in a page: the objects of schema.org that describe its article."""

import html
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
_PAIR = re.compile(r'"(@type|headline|datePublished|dateModified)"\s*:\s*"([^"\\]{1,400})"\s*[,}]')
_MAX_SCRIPT_CHARACTERS = 2_000_000
_MAX_DEPTH = 40


def parse_json_ld(script: str) -> object:
    """The JSON value of one script element, forgiving what browsers' crawlers forgive.

    Where it stays broken, what it says of its one article in plain pairs of a key and a text; None where it has no such.
    """
    if len(script) > _MAX_SCRIPT_CHARACTERS:
        return None
    text = _CONTROL.sub(" ", _WRAPPING.sub("", script))
    text = html.unescape(text) if text.lstrip(" [{").startswith("&quot;") else text
    for attempt in (text, _BARE_BACKSLASH.sub(r"\\\\", _TRAILING_COMMA.sub(r"\1", text))):
        try:
            return orjson.loads(attempt)
        except orjson.JSONDecodeError:
            continue
    return _plain_pairs(text)


def _plain_pairs(broken: str) -> dict[str, str] | None:
    pairs: dict[str, set[str]] = {}
    for pair in _PAIR.finditer(broken):
        pairs.setdefault(pair[1], set()).add(pair[2])
    articles = [name for name in pairs.pop("@type", ()) if name.lower() in ARTICLE_TYPES]
    # Several articles with a headline or day each: a list, of which none is this page's.
    if len(articles) != 1 or any(len(values) > 1 for values in pairs.values()):
        return None
    return {"@type": articles[0]} | {key: values.pop() for key, values in pairs.items()}


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


def names_by_id(value: object) -> dict[str, object]:
    """The name of every object in a graph that has one, by the `@id` under which others refer to it."""
    graph = value.get("@graph") if isinstance(value, dict) else value
    described = [one for one in graph if isinstance(one, dict)] if isinstance(graph, list) else []
    return {one["@id"]: one["name"] for one in described if isinstance(one.get("@id"), str) and one.get("name")}


def with_names(described: dict, names: dict[str, object]) -> dict:
    """The object with the names of its authors and publisher where it only refers to them."""
    return described | {key: _named(described[key], names) for key in ("author", "publisher") if key in described}


def _named(value: object, names: dict[str, object]) -> object:
    if isinstance(value, list):
        return [_named(part, names) for part in value]
    referred = value.get("@id") if isinstance(value, dict) and not value.get("name") else None
    return {**value, "name": names[referred]} if isinstance(referred, str) and referred in names else value


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
