"""The tables that come from data/reference."""

import pyarrow as pa


def reference_tables() -> dict[str, pa.Table]:
    """The reference tables by name, rows in the order of their keys."""
    return {}
