"""A server to collect from, and a clock that stands still."""

from http.server import ThreadingHTTPServer

import pytest

from flows.ingest.collect.fetch import Pace
from tests.ingest.collect.odd_server import Server
from tests.operation.loopback import serving


@pytest.fixture
def server():
    one = Server()
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), one.handler)) as one.port:
        yield one


@pytest.fixture
def slept():
    return []


@pytest.fixture
def pace(slept):
    return Pace(clock=lambda: 0.0, sleep=slept.append)
