"""The URL: one form for the same address, and the host it names."""

import re
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import idna

# courlan and w3lib also drop parameters that name the article on some sites (id, page, source) and sort
# the rest; here goes only what no site reads. Names from the public lists of ClearURLs and Mozilla.
_TRACKING = re.compile(
    r"utm_\w*|mtm_\w*|pk_\w*|hsa_\w*|oly_\w*|vero_\w*|itm_\w*|ga_(?:source|medium|campaign|content|term)"
    r"|(?:fb|g|dc|tw|y|ysc|msclk|wbra|gbra|tt|li_fat_|s_kwc|rb_)clid|fbc_id|msclkid|wbraid|gbraid|gclsrc|igshid|igsh|li_fat_id"
    r"|_ga|_gl|_hs(?:enc|mi)|_openstat|mc_[ce]id|mkt_tok|at_(?:medium|campaign|custom\d|format|link_\w+)"
    r"|ns_(?:mchannel|campaign|source|linkname|fee)|wt_mc|wt_zmc|xtor|ito|ocid|cmpid|cmp|ncid|dicbo|spm|scm|smid|smtyp"
    r"|fb_(?:action_\w+|source|ref)|action_(?:object|type|ref)_map|maca|guccounter|guce_\w+|__twitter_impression|amp",
    re.IGNORECASE,
)
_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?=[/?#:]|$)")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
# Most addresses need nothing done: small letters in scheme and host, no port, no query, nothing to escape.
_PLAIN = re.compile(r"(https?)://((?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)((?:/[A-Za-z0-9._~/-]*)?)")
_UNSAFE = re.compile(r"[\s<>\"\\^`{|}]")
_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_LONGEST = 4096
_DEFAULT_PORT = {"http": 80, "https": 443}
_DEVICE_LABELS = ("www", "m", "amp", "mobile")


def canonical_url(url: str) -> str | None:
    """The address with scheme and host in lower case, without tracking parameters, fragment, user and default port.

    The order of the parameters, the path and its trailing slash stay: they may mean something. Characters beyond
    ASCII are percent-encoded (RFC 3986), in the host by IDNA. An address without a scheme (`example.com/news`)
    is taken as https. None where it is not an address of the web.
    """
    parts = _split(url)
    if parts is None:
        return None
    scheme, host, port, path, query = parts
    if not query and _PLAIN.fullmatch(url):
        return url if path else f"{url}/"
    kept = [field for field in query.split("&") if field and not _TRACKING.fullmatch(unquote(field.partition("=")[0]))]
    netloc = host if port in (None, _DEFAULT_PORT[scheme]) else f"{host}:{port}"
    return urlunsplit((scheme, netloc, _encoded(path) or "/", _encoded("&".join(kept)), ""))


def host_of(url: str) -> str | None:
    """The host of an address in lower case and ASCII, without the labels that only name a device (www, m, amp, mobile).

    None where it is not an address of the web.
    """
    parts = _split(url)
    if parts is None:
        return None
    host = parts[1]
    label, _, rest = host.partition(".")
    while label in _DEVICE_LABELS and "." in rest:
        host = rest
        label, _, rest = host.partition(".")
    return host


@lru_cache(maxsize=256)  # an article's address is asked for several times
def _split(url: str) -> tuple[str, str, int | None, str, str] | None:
    """Scheme, ASCII host, port, path and query; None where it is no web address."""
    if len(url) < _LONGEST and (plain := _PLAIN.fullmatch(url)):
        return plain[1], plain[2], None, plain[3], ""
    url = url.strip()
    if len(url) > _LONGEST:
        return None
    if url.startswith("//"):
        url = "https:" + url
    elif _BARE_HOST.match(url) and not url.lower().startswith(("http:", "https:")):
        url = "https://" + url
    if not _WITH_SCHEME.match(url):
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = _ascii_host(parts.hostname or "")
    if parts.scheme not in _DEFAULT_PORT or host is None:
        return None
    return parts.scheme, host, port, parts.path, parts.query


def _ascii_host(host: str) -> str | None:
    host = host.rstrip(".").lower()
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError:
            return None
    return host if _HOST.fullmatch(host) else None


def _encoded(part: str) -> str:
    """A path or query with one way of escaping: what needs no escape has none, what needs one has it in capitals."""

    def escape(found: re.Match[str]) -> str:
        char = chr(int(found[1], 16))
        return char if char in _UNRESERVED else found[0].upper()

    return _UNSAFE.sub(lambda c: quote(c[0]), quote(_ESCAPED.sub(escape, part), safe="%/:@!$&'()*+,;=?~[]-._"))
