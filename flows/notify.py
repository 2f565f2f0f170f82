"""Telling people: webhooks and e-mail through Apprise, whose URLs are secrets from the environment."""

import logging
from collections.abc import Sequence

EVENTS = {
    "run_failed": "A run failed",
    "gate_failed": "A release was held back by its gate",
    "check_failed": "What a run wrote does not pass its expectations",
    "outlet_quiet": "An outlet has gone quiet",
    "reject_rate": "More raw articles were rejected than the limit allows",
}


def tell(event: str, message: str, urls: Sequence[str]) -> bool:
    """Send the message to every URL; whether all took it. KeyError for an event that is not declared.

    A receiver that cannot be reached is logged without its URL, which may carry a password, and stops nothing.
    """
    title = f"Dateline: {EVENTS[event]}"
    if not urls:
        return True
    import apprise

    reached = True
    for number, url in enumerate(urls, 1):
        sender = apprise.Apprise()
        if not sender.add(url) or not sender.notify(title=title, body=message):
            logging.getLogger(__name__).warning("receiver %d of %d was not reached for %s", number, len(urls), event)
            reached = False
    return reached
