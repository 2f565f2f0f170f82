"""A mention: a source found at a cue, before its role in the article is settled."""

from dataclasses import dataclass

from flows.normalize.registry import NameMatch


@dataclass(slots=True)
class Mention:
    """Where a source is named and how.

    `form` says what the grammar showed: subject (of a verb of saying), body ("в полиции сообщили"), according,
    opinion, document, citing ("со ссылкой на"), venue ("в интервью"), route ("в Telegram-канале X"), line
    ("Источник: X"), wire, self. `person` is the personal name inside the phrase; `reporter` the mention of the
    same sentence that cites or hosts this one. `names_again` the one before it whose name it shortens. `is_of_unread` marks a medium told by somebody whom nobody made out.
    """

    char_start: int
    char_end: int
    kind: str
    form: str
    rule: str
    sentence: int
    cue: tuple[int, int] | None = None
    channel: str | None = None
    match: NameMatch | None = None
    person: str | None = None
    head: str | None = None
    is_report: bool = False
    is_plural: bool = False
    reporter: "Mention | None" = None
    is_oblique: bool = False
    is_of_unread: bool = False
    names_again: "Mention | None" = None
