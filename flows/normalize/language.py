"""The language of a text."""


def identify_language(text: str) -> tuple[str, float]:
    """BCP 47 tag and confidence in [0, 1]; ("und", 0.0) where it cannot be told. Ukrainian is never called Russian."""
    return "und", 0.0
