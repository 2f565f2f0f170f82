"""How one run of collecting asks, and how what it says of addresses is kept free of secrets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import httpx

from flows.ingest.collect.fetch import Fetched, NotFetched, Pace, fetch
from flows.ingest.collect.robots import Robots
from flows.ingest.collect.sources import Politeness

_CREDENTIALS = re.compile(r"(?<=//)[^/?#@\s]*@")


@dataclass(frozen=True, slots=True)
class Asking:
    """The client, the settings, the pace and the rules of hosts; `secrets` stand in addresses and must not be told."""

    client: httpx.Client
    politeness: Politeness
    pace: Pace
    robots: Robots
    secrets: tuple[str, ...] = ()

    def get(self, url: str, conditions: dict[str, str] | None = None) -> Fetched | NotFetched:
        """The answer at the address, or why there is none; addresses in it hold no credentials."""
        answer = fetch(
            self.client, url, self.politeness, self.pace, conditions, self.robots.why_closed,
            max(self.politeness.delay_s, self.robots.delay_s(url) or 0.0),
        )  # fmt: skip
        if isinstance(answer, Fetched):
            return replace(answer, url=without_secrets(answer.url, self.secrets))
        return replace(answer, url=without_secrets(answer.url, self.secrets), detail=without_secrets(answer.detail, self.secrets))


def without_secrets(text: str, secrets: Sequence[str]) -> str:
    """The text without user and password in its addresses and with `***` for each of the secrets."""
    text = _CREDENTIALS.sub("", text)
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, "***")
    return text
