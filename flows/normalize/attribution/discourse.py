"""The discourse: what is known of a text's sources while its mentions are read one after another."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity
from flows.normalize.attribution.title_complements import Complements
from flows.normalize.registry import Registry


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the mentions before have named; each dictionary is written as they are read.

    `last` is who was named last as a person, a group of people, or a source of a kind; `surname` holds, under "last",
    the name of that person as it stood. `by_head` goes by the noun that a phrase is built on, `titles` by that noun with
    what it is a title of, `by_office` by the office that several titles stand for. `titled` keeps answers.
    """

    last: dict[str, Identity | None] = field(default_factory=dict)
    surname: dict[str, str | None] = field(default_factory=dict)
    by_head: dict[str, Identity] = field(default_factory=dict)
    titles: dict[str, list[tuple[Complements, Identity]]] = field(default_factory=dict)
    titled: dict[tuple[str | None, Complements], Identity | None] = field(default_factory=dict)
    by_office: dict[int, Identity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Discourse:
    """A text, what stands anywhere in it, and whom its mentions have named so far.

    `folded` is the text in lower case, of the same length. `known` are the people that it names, `named_later` the titles
    that stand with a name anywhere, `acronyms` and `spelled` its short names, `countries` whose bodies are meant where a
    name leaves it open, the likeliest first, `genders` those of the people cited by name.
    """

    text: str
    folded: str
    language: str
    registry: Registry
    day: datetime.date | None
    countries: Sequence[str]
    known: dict[str, Identity]
    named_later: dict[str, list[tuple[Complements, Identity]]]
    acronyms: dict[str, Mention]
    spelled: dict[str, str]
    named: Named
    genders: frozenset[str | None]

    @property
    def is_slavic(self) -> bool:
        """Whether the text is in a language of cases, whose nouns are compared by their lemmas."""
        return self.language in ("ru", "uk")
