"""Receivers on loopback for what Dateline sends: a webhook and a mail server."""

import contextlib
import http.server
import socketserver
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.operation.loopback import serving


@dataclass(frozen=True, slots=True)
class Received:
    """Where to send, and what has come so far."""

    port: int
    messages: list[str] = field(default_factory=list)


@contextlib.contextmanager
def webhook() -> Iterator[Received]:
    """An HTTP server that keeps the bodies it is sent."""
    messages: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            messages.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as port:
        yield Received(port, messages)


@contextlib.contextmanager
def mailbox() -> Iterator[Received]:
    """A mail server that takes every mail (RFC 5321, as far as a sender needs it)."""
    messages: list[str] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self._say("220 receiver")
            while line := self.rfile.readline().decode().strip():
                if line.upper() == "DATA":
                    self._say("354 go on")
                    lines = iter(lambda: self.rfile.readline().decode(errors="replace").rstrip("\r\n"), ".")
                    messages.append("\n".join(lines))
                self._say("221 bye" if line.upper() == "QUIT" else "250 ok")

        def _say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as port:
        yield Received(port, messages)
