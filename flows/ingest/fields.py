"""From a JSON object or table row with named fields to a raw article, by declared aliases."""

import csv
import functools
import re

from flows.ingest.given_date import read_given_date
from flows.ingest.markup import is_markup, text_of_markup
from flows.ingest.mojibake import repair_mojibake
from flows.ingest.provenance import FACTS, instant_of
from flows.ingest.raw_article import Provenance, RawArticle, Rejected
from flows.ingest.traces import trace
from flows.locations import REFERENCE

ALIASES_FILE = REFERENCE / "field_aliases.csv"
_NOTHING = frozenset(("", "nan", "null", "none", "nat", "undefined", "n/a"))
_ARTICLE_FIELDS = ("url", "published", "modified", "outlet", "title", "byline", "language", "rights_basis", "forwarded_from")
FIELDS = ("text", "html", *_ARTICLE_FIELDS, "received_at", "ignored")
"""What a field of a raw file can be for us; `html` is text with markup, `ignored` is not read."""
_NAMES_IN_OBJECTS = ("name", "title", "full_name", "@value", "$date", "domain", "url", "href", "uri")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_MACHINES_DATE = re.compile(r"-?\d+(?:\.\d+)?|\d{4}-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?")
_UNKNOWN = ("", 0)
_FACTS_ABOUT = frozenset((*FACTS, "received_at"))


def article_of(
    given: object,
    provenance: Provenance,
    encoding: str,
    traces: tuple = (),
) -> RawArticle | Rejected:
    """The article in an object of named fields; fields that nothing reads are named in `unknown_fields`.

    Where two fields are aliases of one, the alias declared first is read and the other reported. Rejected with
    `invalid_record` (no object), `missing_text`, `empty`, `invalid_field`.
    """
    if not isinstance(given, dict):
        return Rejected("invalid_record", f'{kind_of(given)} where an object of named fields is expected, such as {{"text": "…"}}')
    if isinstance(given.get("_source"), dict):  # a search engine's dump wraps each document
        given = given["_source"]
    chosen, unknown = _choose(given, provenance.field_map)
    if "text" not in chosen or ("html" in chosen and given[chosen["text"]] in (None, "")):
        if "html" not in chosen:
            return _without_text(given)
        chosen["text"] = chosen["html"]
    elif "html" in chosen:
        unknown = (*unknown, chosen["html"])
    text = _text_of(given[chosen["text"]])
    if text is None:
        return Rejected("invalid_field", f"{chosen['text']}: {kind_of(given[chosen['text']])} where text is expected")
    if is_markup(text):
        traces = (*traces, trace("text", None, text[:60], "markup_removed"))
        text = text_of_markup(text)
    if not text or text.isspace():
        return Rejected("empty", f"{chosen['text']} is empty")
    values = _values(given, chosen)
    if isinstance(values, Rejected):
        return values
    if "language" in chosen and not _LANGUAGE.fullmatch(_string_of(given[chosen["language"]]) or ""):
        unknown = (*unknown, chosen["language"])
        values.pop("language", None)
    traces += _read_written_days(values)
    stated_beside = {field: getattr(provenance, field) for field in ("url", "published", "outlet", "rights_basis")}
    values = {field: value for field, value in stated_beside.items() if value} | values
    text, repairs = repair_mojibake(text)
    if repairs and "title" in values:
        values["title"] = repair_mojibake(values["title"])[0]
    return RawArticle(text, encoding, traces=traces + repairs, unknown_fields=unknown, **values)


def facts_in(given: dict, field_map: tuple[tuple[str, str], ...]) -> tuple[dict, tuple]:
    """(our fields, traces) of named fields that stand beside a text; nothing where they hold what no field can."""
    chosen, _ = _choose(given, field_map)
    values = _values(given, chosen)
    if isinstance(values, Rejected) or not values:
        return {}, ()
    if not _LANGUAGE.fullmatch(values.get("language", "en")):
        values.pop("language")
    return values, _read_written_days(values)


def _values(given: dict, chosen: dict[str, str]) -> dict | Rejected:
    """Our fields but the text, by what they were given as; words for nothing count as absent."""
    values: dict = {}
    for field in _ARTICLE_FIELDS:
        if field in chosen:
            value = _string_of(given[chosen[field]])
            if value is None:
                return Rejected("invalid_field", f"{chosen[field]}: {kind_of(given[chosen[field]])}")
            if value.lower() not in _NOTHING:
                values[field] = value
    if "received_at" in chosen and (received_at := instant_of(given[chosen["received_at"]])):
        values["received_at"] = received_at
    return values


def _read_written_days(values: dict) -> tuple:
    """Dates as people and spreadsheets write them (03.11.2025, "3 November 2025", 2025/11/03) become ISO 8601, with a trace
    each; what is ISO 8601 or a number, or leaves open which day it means, stays as given."""
    traces = []
    for field, column in (("published", "published_edtf"), ("modified", "modified_at")):
        given = values.get(field)
        if given and not _MACHINES_DATE.fullmatch(given) and (read := read_given_date(given, values.get("language"))):
            values[field] = read.iso
            traces.append(trace(column, read.iso, given, "fields", field))
    return tuple(traces)


def _choose(given: dict, field_map: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], tuple[str, ...]]:
    """For each of our fields the given name to read it from; and the given names that nothing reads."""
    chosen: dict[str, str] = {}
    ranks: dict[str, int] = {}
    unknown = []
    for name in given:
        field, rank = _field_of(name, field_map)
        if not field:
            unknown.append(name)
        elif field == "ignored":
            continue
        elif field not in chosen:
            chosen[field], ranks[field] = name, rank
        elif given[name] in (None, "") or (rank >= ranks[field] and given[chosen[field]] not in (None, "")):
            unknown.append(name)
        else:
            unknown.append(chosen[field])
            chosen[field], ranks[field] = name, rank
    return chosen, tuple(unknown)


@functools.lru_cache(maxsize=8192)
def _field_of(name: str, field_map: tuple[tuple[str, str], ...]) -> tuple[str, int]:
    """Our field for a given name, and how early that alias was declared; ("", 0) for an unknown name."""
    for column, field in field_map:
        if column == name:
            return field, -1
    return _aliases().get(_plain(name), _UNKNOWN)


@functools.cache
def _aliases() -> dict[str, tuple[str, int]]:
    with open(ALIASES_FILE, encoding="utf-8", newline="") as file:
        return {_plain(row["given"]): (row["field"], rank) for rank, row in reversed(list(enumerate(csv.DictReader(file))))}


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").replace(" ", "").strip("\ufeff")


def _without_text(given: dict) -> Rejected:
    if not given:
        return Rejected("missing_text", "an object without fields")
    if set(given) <= _FACTS_ABOUT:
        return Rejected("missing_text", "facts about an article whose text is not beside them; they belong to a NAME.txt or NAME.html of the same name")
    shown = [" ".join(name.split())[:40] for name in list(given)[:20]]
    if any(len(name) > 60 for name in given):
        return Rejected("missing_text", f"no names of fields: {', '.join(shown)[:200]}; the first line of a table is to name its columns")
    return Rejected("missing_text", f"no field with the text among: {', '.join(shown)[:200]}; say which one holds it: --map text=NAME")


def _text_of(value: object) -> str | None:
    """A text; a list of texts is a list of paragraphs; null is no text."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    return None


def _string_of(value: object) -> str | None:
    """One short value as text: numbers as written, lists of names joined, objects by their name; None if neither."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return str(int(value)) if value == value and abs(value) < 1e17 and value == int(value) else str(value)
    if isinstance(value, list):
        parts = [_string_of(part) for part in value[:50]]
        return None if None in parts else ", ".join(part for part in parts if part)
    if isinstance(value, dict):
        named = next((value[name] for name in _NAMES_IN_OBJECTS if name in value), None)
        return _string_of(named) if isinstance(named, str | int | float) else None
    return None


def kind_of(value: object) -> str:
    """What a JSON value is, for people."""
    if isinstance(value, bool):
        return "true or false"
    kinds = ((str, "a text"), (dict, "an object"), (list, "a list"), (int | float, "a number"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")
