"""Traces: what ingest itself decided about an article; they become its evidence."""

import re

Trace = tuple[str, str | None, str | None, str]

_NOT_IN_A_RULE = re.compile(r"[^a-z0-9_.-]+")


def trace(column: str, value: str | None, as_given: str | None, *rule: str) -> Trace:
    """(column of articles, value, as given, rule); the rule's parts are joined by points in lower case, and what a
    rule's name may not hold becomes an underscore."""
    name = ".".join(_NOT_IN_A_RULE.sub("_", part.lower().replace(".", "_")) for part in rule)
    return column, value, as_given, name
