"""Front matter: the named fields above a text, as writers of Markdown and their site builders keep them."""

import re

_FENCES = ("---", "...")
_FIELD = re.compile(r"([^\W\d][\w .-]{0,40}?)\s*:(?:\s+(.*))?")
_ITEM = re.compile(r"\s*-\s+(.*)")
_MAX_LINES = 100


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """(fields, the text below them); no fields, and the text as it is, where it begins with something else.

    Fields are those of flat YAML: `key: value`, and lists, whose items are joined; deeper values are passed over.
    """
    lines = text.split("\n", _MAX_LINES)
    if lines[0].rstrip() != "---":
        return {}, text
    fields: dict[str, list[str]] = {}
    key = None
    for number, line in enumerate(lines[1:_MAX_LINES], 1):
        if line.rstrip() in _FENCES:
            return {name: ", ".join(values) for name, values in fields.items() if values}, "\n".join(lines[number + 1 :]).lstrip("\r\n")
        field, item = _FIELD.fullmatch(line.rstrip()), _ITEM.fullmatch(line)
        if field:
            key = field[1]
            fields.setdefault(key, []).extend(_plain_values(field[2] or ""))
        elif item and key:
            fields[key] += _plain_values(item[1])
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            break
    return {}, text


def _plain_values(given: str) -> list[str]:
    given = given.strip()
    if given[:1] == "[" and given[-1:] == "]":
        return [value for part in given[1:-1].split(",") for value in _plain_values(part)]
    if len(given) > 1 and given[0] == given[-1] and given[0] in "\"'":
        given = given[1:-1]
    return [given] if given and given not in ("|", ">", "null", "~") else []
