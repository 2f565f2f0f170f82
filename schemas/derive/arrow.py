"""A Table as an Arrow schema, its meanings in the field metadata."""

import functools

import pyarrow as pa

from schemas.table import Column, Table

ARROW_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "list<string>": pa.list_(pa.string()),
    "map<string,string>": pa.map_(pa.string(), pa.string()),
}


def arrow_field(column: Column) -> pa.Field:
    """The column as an Arrow field; its meaning and unit travel as metadata."""
    metadata = {"meaning": column.meaning}
    if column.unit:
        metadata["unit"] = column.unit
    return pa.field(column.name, ARROW_TYPES[column.type], nullable=column.nullable, metadata=metadata)


@functools.cache
def arrow_schema(table: Table) -> pa.Schema:
    """The table as an Arrow schema, fields in declared order."""
    return pa.schema([arrow_field(c) for c in table.columns], metadata={"table": table.name, "meaning": table.meaning})
