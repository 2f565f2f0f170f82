"""Which network addresses a request may go to."""

import ipaddress
import socket
from collections.abc import Callable, Iterable

import httpcore

# IPv4 in the last 32 bits: deprecated long ago, and what NAT64 gateways translate (RFC 4291, RFC 6052).
_COMPATIBLE = ipaddress.ip_network("::/96")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class AddressRefusedError(Exception):
    """A host that resolves to an address inside a private network, or to none."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network (IPv4 inside IPv6 unwrapped)."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if parsed.version == 6 and parsed in _COMPATIBLE:
        return False
    if parsed.version == 6 and parsed in _TRANSLATED:
        return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    teredo = getattr(parsed, "teredo", None)
    if mapped is not None and not is_public(str(mapped)):
        return False
    if teredo is not None:
        return False
    return parsed.is_global and not parsed.is_multicast


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system resolves it; AddressRefusedError where there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressRefusedError(f"{host} cannot be resolved: {error}") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedBackend:
    """A network backend for httpcore that connects to the very address it has checked, so that a name that resolves
    differently a moment later gains nothing."""

    def __init__(self, allowed_hosts: Iterable[str], resolver: Callable[[str, int], list[str]] = resolve):
        self.allowed_hosts = frozenset(host.lower() for host in allowed_hosts)
        self.resolver = resolver
        self.inner = httpcore.SyncBackend()

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        addresses = self.resolver(host, port)
        if host.lower() not in self.allowed_hosts:
            refused = [address for address in addresses if not is_public(address)]
            if refused or not addresses:
                told = f"{host} resolves to {', '.join(refused) or 'nothing'}: not a public address"
                raise AddressRefusedError(f"{told}; if you mean it, name the host in allowed_private_hosts of feeds.toml")
        return self.inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(self, path, timeout=None, socket_options=None):
        raise AddressRefusedError("a local socket is not a public address")

    def sleep(self, seconds: float) -> None:
        self.inner.sleep(seconds)
