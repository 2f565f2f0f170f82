"""Which site a page is of: its address, its host and the names it gives itself."""

import re
from urllib.parse import urljoin, urlsplit

from flows.ingest.json_ld import string_in
from flows.ingest.page_metadata import PageMetadata

_SITE_METAS = ("application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name", "dc.publisher",
               "parsely-site", "twitter:app:name:iphone", "publisher")  # fmt: skip
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "info", "in", "kiev", "kyiv"))
_NO_NAME = re.compile(r"[©]|&\w+;|https?:|copyright|all rights|\S@\S", re.IGNORECASE)
_EVERYWHERE = frozenset(
    (
        "facebook.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "linkedin.com", "whatsapp.com", "t.me",
        "pinterest.com", "google.com", "apple.com", "telegram.me", "vk.com", "ok.ru", "tiktok.com", "wa.me", "reddit.com",
        "vkontakte.ru", "facebook.de", "amazon.com", "mail.ru", "yandex.ru", "livejournal.com", "flipboard.com",
    )
)  # fmt: skip


def read_page_url(found: PageMetadata, given: str | None) -> str | None:
    """The page's own address: the one it states, made absolute by `given`; else `given`; http(s) only.

    An address on another site than the page links to itself names the original of a syndicated article, not this page;
    one of a front page names no article. Then the next stated one counts.
    """
    base = given or found.base or found.meta("og:url") or ""
    stated = [found.canonical, found.meta("og:url"), *(described_url(article) for article in found.articles[:1])]
    stated += [found.meta(name) for name in ("twitter:url", "parsely-link", "sailthru.url", "al:web:url", "dc.identifier")]
    addresses = [address for value in stated if (address := _absolute(value, base))]
    own = domain_of(urlsplit(given).hostname or "") if given and _absolute(given, "") else own_domain(found)
    ours = [address for address in addresses if not own or domain_of(urlsplit(address).hostname or "") == own]
    if not ours and own and not given and not _is_foreign(found, own, addresses):
        # Of two sites that it states, the page is of the one that it links to.
        ours = sorted(addresses, key=lambda address: -_links_to(domain_of(urlsplit(address).hostname or ""), found))
    with_path = [address for address in ours if urlsplit(address).path.strip("/")]
    return next(iter(with_path), None) or _absolute(given, "") or next(iter(ours), None)


def own_domain(found: PageMetadata) -> str | None:
    """The domain that the page's links mostly lead to, social networks aside: nearly always its own site's."""
    counts: dict[str, int] = {}
    for host, count in found.linked_hosts.items():
        domain = domain_of(host)
        if domain and domain not in _EVERYWHERE:
            counts[domain] = counts.get(domain, 0) + count
    best = max(counts, key=counts.__getitem__, default=None)
    return best if best and counts[best] >= 2 else None


def shown_domain(found: PageMetadata) -> str | None:
    """The domain that the page shows to be its own: most links lead there, not to a site that it only writes about.

    Where links without a host outnumber those, or another site has half as many, the page must name the domain as
    the place of its feeds or in its title.
    """
    best = own_domain(found)
    if not best:
        return None
    counts: dict[str, int] = {"": found.linked_hosts[""]}
    for host, count in found.linked_hosts.items():
        domain = domain_of(host)
        counts[domain] = counts.get(domain, 0) + (count if domain else 0)
    others = max((count for domain, count in counts.items() if domain not in ("", best) and domain not in _EVERYWHERE), default=0)
    if counts[best] >= counts[""] and counts[best] >= 2 * others:
        return best
    label = best.partition(".")[0]
    titled = "".join(re.findall(r"\w+", (found.title or "").casefold()))
    is_named = len(label) > 3 and label.replace("-", "") in titled
    return best if is_named or best in {domain_of(host) for host in found.named_hosts} else None


def domain_of(host: str) -> str:
    """The registrable part of a host name: example.co.uk of www.example.co.uk."""
    labels = host.partition(":")[0].rstrip(".").split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:]) if len(labels) > 1 and all(labels) else ""


def read_site_names(found: PageMetadata) -> list[tuple[str, str]]:
    """(name, rule) for every name the page gives its site, most trusted first: og:site_name, JSON-LD's publisher, the
    site described in JSON-LD, application names."""
    given = [(found.meta("og:site_name"), "og:site_name")]
    given += [(string_in(article.get("publisher")), "json_ld.publisher") for article in found.articles[:1]]
    given += [(string_in(site.get("name")), "json_ld.site") for site in found.sites[:3]]
    given += [(string_in(site.get("alternateName")), "json_ld.site") for site in found.sites[:3]]
    given += [(found.meta(name), f"meta.{name}") for name in _SITE_METAS]
    return [(" ".join(name.split()), rule) for name, rule in given if name and len(name) <= 80 and not _NO_NAME.search(name)]


def _is_foreign(found: PageMetadata, own: str, addresses: list[str]) -> bool:
    """True where the page links to `own` and hardly to the site of its stated addresses; its links without a host lead
    to wherever it stands."""
    stated = {domain_of(urlsplit(address).hostname or "") for address in addresses}
    linked = sum(count for host, count in found.linked_hosts.items() if domain_of(host) in stated)
    ours = _links_to(own, found)
    return ours >= 10 and linked * 4 < ours and found.linked_hosts[""] < ours


def _links_to(domain: str, found: PageMetadata) -> int:
    return sum(count for host, count in found.linked_hosts.items() if domain_of(host) == domain)


def described_url(article: dict) -> str | None:
    for value in (article.get("mainEntityOfPage"), article.get("url"), article.get("@id")):
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and value.startswith("http"):
            return value
    return None


def _absolute(value: object, base: str) -> str | None:
    if not isinstance(value, str) or not value.strip() or len(value) > 4000:
        return None
    try:
        address = urljoin(base, value.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    labels = (parts.hostname or "").rstrip(".").split(".")
    return address if parts.scheme in ("http", "https") and len(labels) > 1 and all(labels) else None
