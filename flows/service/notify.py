"""Telling people: through Prefect's notification blocks, or through Apprise, whose URLs are secrets from the environment or a block."""

import logging
from collections.abc import Sequence

EVENTS = {
    "run_failed": "A run failed",
    "gate_failed": "A release was held back by its gate",
    "check_failed": "What a run wrote does not pass its expectations",
    "outlet_quiet": "An outlet has gone quiet",
    "reject_rate": "More raw articles were rejected than the limit allows",
}
BLOCK = "prefect-block://"
"""What a receiver begins with that is a block of the Prefect server, followed by its type and name."""


def tell(event: str, message: str, receivers: Sequence[str]) -> bool:
    """Send the message to every receiver, an Apprise URL or a block; whether all took it. KeyError for an event that is not declared.

    A receiver that cannot be reached is logged without its URL, which may carry a password, and stops nothing.
    """
    title = f"Dateline: {EVENTS[event]}"
    reached = True
    for number, receiver in enumerate(receivers, 1):
        if not (_block_takes(receiver.removeprefix(BLOCK), title, message) if receiver.startswith(BLOCK) else _url_takes(receiver, title, message)):
            logging.getLogger(__name__).warning("receiver %d of %d was not reached for %s", number, len(receivers), event)
            reached = False
    return reached


def _url_takes(url: str, title: str, message: str) -> bool:
    import apprise

    sender = apprise.Apprise()
    return bool(sender.add(url) and sender.notify(title=title, body=message))


def _block_takes(name: str, title: str, message: str) -> bool:
    """Whether the block took it: one that notifies, or a secret that is an Apprise URL."""
    # their types are known to Prefect once they are imported
    import prefect.blocks.notifications  # noqa: F401
    from prefect.blocks.core import Block
    from prefect.blocks.system import Secret

    try:
        # a hook of a crashed run is called inside an event loop, where Prefect would hand back coroutines
        block = Block.load(name, _sync=True)
        if isinstance(block, Secret):
            return _url_takes(str(block.get()), title, message)
        block.notify(message, title, _sync=True)
    except Exception:  # whatever a server, a block or a receiver says may hold its URL
        return False
    return True
