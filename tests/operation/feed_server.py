"""A feed on loopback whose articles a test adds, changes and breaks."""

import contextlib
import http.server
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.operation.loopback import serving

# feeds.toml of a service that collects such a feed and nothing else, at once whenever it is asked
FEEDS = """
[collect]
contact = "https://example.org/contact"
delay_s = 0.1
allowed_private_hosts = ["127.0.0.1"]
[[source]]
name = "local"
url = "{url}"
interval_minutes = 0
"""


@dataclass(slots=True)
class Feed:
    """Where it is, its entries (headline, text) by number, and whether it sends something broken instead."""

    port: int = 0
    entries: dict[int, tuple[str, str]] = field(default_factory=dict)
    is_broken: bool = False
    asked: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/feed.xml"

    def body(self) -> bytes:
        """The feed as RSS 2.0; cut off in the middle where it is broken."""
        items = "".join(
            f"<item><title>{title}</title><link>http://127.0.0.1:{self.port}/{number}</link><description>{text}</description>"
            "<pubDate>Sun, 01 Mar 2026 10:00:00 +0200</pubDate></item>"
            for number, (title, text) in sorted(self.entries.items())
        )
        whole = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'.encode()
        return whole[: len(whole) // 2] if self.is_broken else whole


@contextlib.contextmanager
def feed_server() -> Iterator[Feed]:
    """A served feed, empty at first; its robots.txt does not exist."""
    feed = Feed()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = feed.body() if self.path == "/feed.xml" else b""
            feed.asked += self.path == "/feed.xml"
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    with serving(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as feed.port:
        yield feed
