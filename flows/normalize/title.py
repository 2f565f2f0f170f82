"""The headline of a plain text."""


def read_title(text: str, language: str, dateline_start: int | None) -> tuple[int, int] | None:
    """Span of the headline inside the text; None where the text has none (its first line is a sentence of the body)."""
    return None
