"""Why each value of an article is what it is: the words it came from, marked where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flows.publish.query import dataset_files, rows_of, sandbox
from flows.write.journal import reading

CONTEXT = 60


class UnknownArticleError(LookupError):
    """No article has an id that begins so, or several have; the message says what to do."""


class UnknownColumnError(LookupError):
    """Nothing is recorded for the column; the message names those that have something."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An article's row, its citations and its evidence."""

    article: Mapping[str, object]
    citations: tuple[Mapping[str, object], ...]
    evidence: tuple[Mapping[str, object], ...]


def explain_article(processed: Path, article_id: str, column: str | None = None) -> Explained:
    """The evidence of an article, of one column where given; an id may be cut short while it stays unique.

    Raises UnknownArticleError and UnknownColumnError.
    """
    with reading(processed), sandbox(dataset_files(processed), with_comments=False) as connection:
        found = rows_of(connection, "SELECT * FROM articles WHERE starts_with(article_id, ?) ORDER BY article_id LIMIT 2", [article_id])
        if len(found) != 1:
            raise UnknownArticleError(
                f"no article has the id {article_id}; ids: dateline query \"SELECT article_id, title FROM articles\"" if not found
                else f"several articles have ids that begin with {article_id}, such as {found[0]['article_id']}: give more of it"
            )
        identity = found[0]["article_id"]
        citations = rows_of(connection, "SELECT * FROM citations WHERE article_id = ? ORDER BY position", [identity])
        evidence = rows_of(connection, "SELECT * FROM evidence WHERE article_id = ? ORDER BY position", [identity])
    if column:
        named = sorted({str(e["column"]).partition("[")[0] for e in evidence})
        evidence = [e for e in evidence if e["column"] == column or str(e["column"]).startswith(f"{column}[")]
        if not evidence:
            raise UnknownColumnError(f"no words and no rule are recorded for {column} of this article; there are for {', '.join(named)}")
    return Explained(found[0], tuple(citations), tuple(evidence))


def marked_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, in and after the span, on one line, cut at about 60 characters a side."""
    before, words, after = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
    head = "…" if start > CONTEXT else ""
    tail = "…" if end + CONTEXT < len(text) else ""
    return tuple(part.replace("\n", " ⏎ ") for part in (head + before, words, after + tail))  # type: ignore[return-value]
