"""What a look at the dataset must not pay for."""

import subprocess
import sys

import pytest

HEAVY = ("prefect", "great_expectations", "pandas", "numpy", "sqlalchemy", "pymorphy3", "trafilatura")

PROGRAM = """
import sys
from flows.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    print("HEAVY", *[name for name in {heavy!r} if name in sys.modules])
"""


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["query", "--help"], ["query", "SELECT count(*) AS n FROM articles"], ["rejected", "list"]],
    ids=" ".join,
)
def test_a_look_imports_no_orchestrator_no_validation_and_no_numbers(tmp_path, arguments):
    where = [] if "--help" in arguments else ["--processed", str(tmp_path)]
    done = subprocess.run([sys.executable, "-c", PROGRAM.format(heavy=HEAVY), *arguments, *where], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].split() == ["HEAVY"], done.stdout
