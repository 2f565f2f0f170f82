"""Addresses: one form for the same page, and the host that names its outlet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.normalize.url import canonical_url, host_of


@pytest.mark.parametrize(
    ("given_url", "canonical"),
    [
        ("HTTPS://Www.Example.COM/News/1#top", "https://www.example.com/News/1"),
        ("https://example.com/a?utm_source=x&id=7&fbclid=abc&UTM_medium=y", "https://example.com/a?id=7"),
        ("https://example.com/a?b=2&a=1&b=3", "https://example.com/a?b=2&a=1&b=3"),
        ("http://example.com:80/", "http://example.com/"),
        ("https://example.com:8443", "https://example.com:8443/"),
        ("https://user:secret@example.com/x", "https://example.com/x"),
        ("example.com/news", "https://example.com/news"),
        ("//example.com/news", "https://example.com/news"),
        ("https://приклад.укр/новина", "https://xn--80aikifvh.xn--j1amh/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0"),
        ("https://example.com/%7euser/%d0%b0", "https://example.com/~user/%D0%B0"),
    ],
)
def test_one_form(given_url, canonical):
    assert canonical_url(given_url) == canonical


@pytest.mark.parametrize("given_url", ["", "news", "mailto:a@example.com", "javascript:alert(1)", "https://", "https://a..b/", "http://exa mple.com/", "https://example.com:port/"])
def test_what_is_no_web_address(given_url):
    assert canonical_url(given_url) is None
    assert host_of(given_url) is None


@pytest.mark.parametrize(
    ("given_url", "host"),
    [
        ("https://www.example.com/a", "example.com"),
        ("https://m.example.com", "example.com"),
        ("https://life.example.com.ua/a", "life.example.com.ua"),
        ("https://m.ua/a", "m.ua"),
    ],
)
def test_host_without_the_labels_of_devices(given_url, host):
    assert host_of(given_url) == host


@given(st.text(max_size=80))
def test_canonical_twice_is_canonical_once(path):
    once = canonical_url("https://example.com/" + path)
    assert once is None or canonical_url(once) == once
