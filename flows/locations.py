"""Where things are on disk, by default."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RAW = ROOT / "data" / "raw"
PROCESSED = ROOT / "data" / "processed"
RELEASES = ROOT / "data" / "releases"
REFERENCE = ROOT / "data" / "reference"
LANGUAGES = REFERENCE / "languages"
NAME_INDEX = ROOT / ".cache" / "names"
PAGE = ROOT / "page"
PREFECT_HOME = ROOT / ".prefect"
