"""Import pyarrow without the libraries it would pull in and that are not needed."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _Hidden(MetaPathFinder):
    def __init__(self, names: Sequence[str]) -> None:
        self.names = names

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name in self.names:
            raise ModuleNotFoundError(f"{name} is not needed here", name=name)
        return None


def import_arrow_without(*names: str) -> None:
    """Have pyarrow decide once that it does without `pandas` or `numpy`; others may import them afterwards.

    pandas costs a second and a half, numpy a third of one. pyarrow looks for numpy when it is imported and for pandas
    when it makes its first value, and remembers the answers.
    """
    hidden = [name for name in names if name not in sys.modules]
    finder = _Hidden(hidden)
    sys.meta_path.insert(0, finder)
    try:
        import pyarrow
        import pyarrow.dataset

        pyarrow.scalar(0)
    finally:
        sys.meta_path.remove(finder)
