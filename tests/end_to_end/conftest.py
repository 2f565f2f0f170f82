"""The sample articles built once, for every test that only reads the result."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def dateline(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """The command as a user runs it, in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "flows.cli", *arguments], cwd=ROOT, capture_output=True, text=True)
    if check:
        assert done.returncode == 0, f"dateline {' '.join(arguments)} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """(processed folder, what `dateline run --format json` said) for data/raw/sample."""
    processed = tmp_path_factory.mktemp("sample") / "processed"
    done = dateline("run", "--direct", "--raw", str(ROOT / "data" / "raw"), "--processed", str(processed), "--format", "json")
    return processed, json.loads(done.stdout)
