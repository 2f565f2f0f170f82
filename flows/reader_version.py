"""What decides how an article is read: the code and the reference data, as one string to compare."""

import functools
import hashlib

from flows.locations import REFERENCE
from flows.publish.code_version import code_version


@functools.cache
def reader_version() -> str:
    """The code's version and the first 12 hex digits of a SHA-256 over data/reference, by path and content."""
    digest = hashlib.sha256()
    for path in sorted(p for p in REFERENCE.rglob("*") if p.is_file()):
        digest.update(f"{path.relative_to(REFERENCE).as_posix()}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return f"{code_version()} reference {digest.hexdigest()[:12]}"
