"""Recaps: the parts of a text that tell again what was known before."""


def read_recaps(text: str, language: str) -> list[tuple[int, int]]:
    """Spans (code points, end exclusive) that are background, in text order, without overlaps."""
    return []
