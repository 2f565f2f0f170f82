"""What the readers of languages with fixed word order share: their cues, and a phrase that names a source."""

from dataclasses import dataclass

from flows.normalize.attribution.language_cues import (
    BODY,
    CONJUNCTION,
    DOCUMENT,
    OTHER_VERB,
    OUTLET,
    PEOPLE,
    PRONOUN,
    TIME,
    UNNAMED,
    VERB,
    LanguageCues,
)
from flows.normalize.registry import Registry

# how adjectives of countries end, which stand before names with a capital of their own ("the German Bild")
OF_A_COUNTRY = ("ish", "ian", "ean", "can", "man", "ese", "ench", "wiss", "aeli", "aqi", "ani", "uayan", "enyan", "ibyan", "utch", "reek", "zech")

# adjectives of a place with its capital ("Loma-based")
OF_PLACE = ("-based", "-born", "-led", "-owned", "-backed", "-listed", "-area", "-headquartered")

OF_STATES = ("US", "UK", "EU", "UN")

STOP = VERB | OTHER_VERB | CONJUNCTION | PRONOUN | TIME

NAMELESS = PEOPLE | BODY | OUTLET | UNNAMED | DOCUMENT


@dataclass(frozen=True, slots=True)
class WesternReader:
    """The cues of one language and the registry, for the functions that read sentences."""

    cues: LanguageCues
    registry: Registry
