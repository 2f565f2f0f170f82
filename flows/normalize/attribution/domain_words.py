"""Top-level domains that are words and may be written with a capital («Example.City»)."""

import functools
import tomllib

from flows.locations import REFERENCE


@functools.cache
def domain_words() -> frozenset[str]:
    """Those domains, as they are written with a capital."""
    with open(REFERENCE / "domain_words.toml", "rb") as file:
        return frozenset(tomllib.load(file)["words"])
