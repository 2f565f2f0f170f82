"""Fetching one address: in its time, within limits, from nobody's inside."""

import datetime
import gzip
from dataclasses import replace

import pytest

from flows.ingest.collect.addresses import AddressRefusedError, GuardedBackend, is_public
from flows.ingest.collect.fetch import Fetched, NotFetched, fetch, open_client, retry_after_s
from tests.ingest.collect.odd_server import POLITE

NOW = datetime.datetime(2025, 11, 3, 12, tzinfo=datetime.UTC)


def get(server, path, pace, **settings):
    politeness = replace(POLITE, **settings)
    with open_client(politeness) as client:
        return fetch(client, path if "://" in path else server.url(path), politeness, pace)


def test_each_host_is_given_its_time(server, pace, slept):
    server.answers["/a"] = (200, {}, b"x")
    for _ in range(3):
        get(server, "/a", pace)
    assert slept == [3.0, 6.0]


def test_retry_after_is_honoured(server, pace, slept):
    server.answers["/busy"] = lambda handler, count: (503, {"Retry-After": "7"}, b"") if count < 3 else (200, {}, b"here")
    assert get(server, "/busy", pace, delay_s=0.0).body == b"here"
    assert slept == [7.0, 7.0]
    server.answers["/gone-fishing"] = (429, {"Retry-After": "86400"}, b"")
    assert get(server, "/gone-fishing", pace).reason == "wait_too_long"
    assert server.asked["/gone-fishing"] == 1


def test_retry_after_as_a_date():
    assert retry_after_s("Mon, 03 Nov 2025 12:00:30 GMT", NOW) == 30.0
    assert retry_after_s("Mon, 03 Nov 2025 11:00:00 GMT", NOW) == 0.0
    assert retry_after_s("soon", NOW) is None


def test_dropped_connections_are_tried_again_and_given_up(server, pace, slept):
    server.answers["/drop"] = (None, {}, b"")
    answer = get(server, "/drop", pace, delay_s=0.0)
    assert (answer.reason, server.asked["/drop"]) == ("connection", 3)
    assert len(slept) == 2
    assert slept[1] > slept[0] >= 1.0


def test_a_body_cut_short_is_not_kept(server, pace):
    server.answers["/short"] = (200, {"Content-Length": "1000", "Connection": "close"}, b"only this")
    assert get(server, "/short", pace).reason == "connection"


@pytest.mark.parametrize(
    ("answer", "settings", "reason"),
    [
        ((200, {}, b"x" * 5000), {"max_bytes": 4000}, "size_limit"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 5_000_000)), {"max_bytes": 100_000}, "size_limit"),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip at all"), {}, "connection"),
        ((200, {}, b"x" * 100), {"total_s": -1.0}, "time_limit"),
        ((404, {}, b""), {}, "status"),
        ((302, {"Location": "/odd"}, b""), {}, "too_many_redirects"),
        ((302, {"Location": "ftp://herald.example/x"}, b""), {}, "scheme_refused"),
        ((302, {"Location": "file:///etc/passwd"}, b""), {}, "scheme_refused"),
        ((302, {"Location": "http://[::1]:9/"}, b""), {}, "address_refused"),
        ((302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b""), {}, "address_refused"),
        ((302, {"Location": "http://10.0.0.1/"}, b""), {}, "address_refused"),
        ((302, {"Location": "http://2130706433/"}, b""), {}, "address_refused"),
        ((302, {"Location": "http://0x7f000001/"}, b""), {}, "address_refused"),
        ((302, {"Location": "http://0177.0.0.1/"}, b""), {}, "connection"),
        ((302, {"Location": "http://127.1/"}, b""), {}, "address_refused"),
        ((302, {"Location": "http://[::ffff:127.0.0.1]/"}, b""), {}, "address_refused"),
        ((302, {"Location": "http://[64:ff9b::10.0.0.1]/"}, b""), {}, "address_refused"),
        ((302, {"Location": "http://[fd00::1]/"}, b""), {}, "address_refused"),
    ],
)
def test_bad_answers_are_told_apart(server, pace, answer, settings, reason):
    server.answers["/odd"] = answer
    found = get(server, "/odd", pace, **settings)
    assert isinstance(found, NotFetched)
    assert found.reason == reason


def test_private_hosts_are_reached_by_name_only(server, pace):
    server.answers["/a"] = (200, {}, b"x")
    assert isinstance(get(server, "/a", pace), Fetched)
    assert get(server, "/a", pace, allowed_private_hosts=()).reason == "address_refused"
    assert get(server, f"http://localhost:{server.port}/a", pace).reason == "address_refused"


def test_redirects_from_an_allowed_host_do_not_open_others(server, pace):
    server.answers["/away"] = (302, {"Location": f"http://localhost:{server.port}/inside"}, b"")
    assert get(server, "/away", pace).reason == "address_refused"
    assert server.asked["/inside"] == 0


def test_a_name_that_resolves_inside_is_refused_and_the_checked_address_is_the_one_used():
    asked = []

    def resolver(host, port):
        asked.append(host)
        return ["93.184.216.34", "10.0.0.5"]

    with pytest.raises(AddressRefusedError, match=r"10\.0\.0\.5"):
        GuardedBackend((), resolver).connect_tcp("herald.example", 80)
    assert asked == ["herald.example"]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.5.5", "169.254.1.1", "0.0.0.0", "::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "224.0.0.1", "100.64.0.1", "2002:0a00:0001::", "64:ff9b::10.0.0.1", "::7f00:1"],
)
def test_private_addresses_are_known(address):
    assert not is_public(address)


def test_public_addresses_are_known():
    assert is_public("93.184.216.34")
    assert is_public("2606:4700::1111")
    assert is_public("64:ff9b::93.184.216.34")
