"""A server that answers as a test tells it, and a collector that keeps to manners."""

from collections import Counter
from http.server import BaseHTTPRequestHandler

from flows.ingest.collect.sources import Politeness

POLITE = Politeness(contact="mailto:desk@herald.example", delay_s=3.0, allowed_private_hosts=("127.0.0.1",))


class Server:
    """Answers by path; counts what it was asked, keeps the last headers of each path."""

    def __init__(self):
        outer = self
        self.port, self.asked, self.headers, self.answers = 0, Counter(), {}, {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked[self.path] += 1
                outer.headers[self.path] = dict(self.headers)
                answer = outer.answers.get(self.path, (404, {}, b"nothing"))
                status, headers, body = answer(self, outer.asked[self.path]) if callable(answer) else answer
                if status is None:
                    self.connection.close()
                    return
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(body))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.handler = Handler

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"
