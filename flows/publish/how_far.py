"""How far a long step is: told to whoever wants to draw it."""

from collections.abc import Callable

# What is being done, how many of how many are done.
At = Callable[[str, int, int], None]


def untold(what: str, done: int, total: int) -> None:
    """Nobody wants to know."""
