"""Which code made a release: the package's version and a hash of its sources."""

import functools
import hashlib
from importlib.metadata import version
from pathlib import Path

import flows
import schemas

LIBRARIES = ("duckdb", "numpy", "pyarrow", "rensa")


@functools.cache
def code_version() -> str:
    """As "0.1.0+3f1c9a0b2d4e": the version, and the first digits of the SHA-256 over all modules by path."""
    digest = hashlib.sha256()
    for package in (flows, schemas):
        folder = Path(package.__path__[0])
        for path in sorted(folder.rglob("*.py")):
            digest.update(f"{package.__name__}/{path.relative_to(folder).as_posix()}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{version('dateline')}+{digest.hexdigest()[:12]}"


def library_versions() -> dict[str, str]:
    """Versions of the libraries that shape the bytes of a release."""
    return {name: version(name) for name in LIBRARIES}
