"""Top-level domains that are words and may be written with a capital («Example.City»)."""

import functools
import tomllib

from flows.normalize.attribution.language_cues import LANGUAGES_DIR


@functools.cache
def domain_words() -> frozenset[str]:
    """Those domains, as they are written with a capital."""
    with open(LANGUAGES_DIR.parent / "domain_words.toml", "rb") as file:
        return frozenset(tomllib.load(file)["words"])
