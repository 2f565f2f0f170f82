"""What operation leaves behind and nobody needs for ever: validation reports, what a killed collect had begun, long logs."""

import contextlib
import datetime
import shutil
from pathlib import Path

LOG_BYTES = 10_000_000
BEGUN_S = 24 * 3600


def prune_reports(processed: Path, days: int, now: datetime.datetime) -> int:
    """Remove validation reports written more than so many days ago; how many. The table runs keeps its rows."""
    return sum(_remove(path) for path in (processed / "validation").glob("*.html") if _age_s(path, now) > days * 24 * 3600)


def prune_begun(raw: Path, now: datetime.datetime) -> int:
    """Remove answers that a killed collect had begun to put into the raw folder a day ago or earlier; how many."""
    return sum(_remove(path) for path in raw.glob("*/*/.new-*") if _age_s(path, now) > BEGUN_S)


def turn_log(log: Path) -> None:
    """Put a log of over 10 MB aside as `NAME.1`, in place of the one before."""
    if log.exists() and log.stat().st_size > LOG_BYTES:
        log.replace(log.with_name(f"{log.name}.1"))


def _age_s(path: Path, now: datetime.datetime) -> float:
    try:
        return now.timestamp() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _remove(path: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return True
