// Values of an Arrow batch as plain ones: numbers stay numbers, days and instants become text, lists and maps become JSON.
import { DataType, type RecordBatch } from 'apache-arrow';

export type Value = string | number | bigint | boolean | null;
export interface Column { name: string; isNumber: boolean }
export interface Result { columns: Column[]; rows: Value[][]; cutOff: boolean; milliseconds: number }

export function readBatch(batch: RecordBatch, into: Value[][]): Column[] {
  const fields = batch.schema.fields;
  const vectors = fields.map((_, i) => batch.getChildAt(i)!);
  for (let row = 0; row < batch.numRows; row++) into.push(fields.map((f, i) => plain(vectors[i].get(row), f.type)));
  return fields.map((f) => ({ name: f.name, isNumber: DataType.isInt(f.type) || DataType.isFloat(f.type) || DataType.isDecimal(f.type) }));
}

function plain(value: unknown, type: DataType): Value {
  if (value === null || value === undefined) return null;
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type)) return new Date(Number(value)).toISOString().replace('T', ' ').replace(/\.000Z$|Z$/, '');
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'object') return JSON.stringify(nested(value, type));
  return value as Value;
}

function nested(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  if (DataType.isList(type)) return [...(value as Iterable<unknown>)].map((v) => nested(v, type.children[0].type));
  if (DataType.isMap(type)) return Object.fromEntries([...(value as Iterable<[unknown, unknown]>)].map(([k, v]) => [String(k), nested(v, type.children[0].type.children[1].type)]));
  if (DataType.isStruct(type)) return Object.fromEntries(type.children.map((f) => [f.name, nested((value as Record<string, unknown>)[f.name], f.type)]));
  return plain(value, type);
}
