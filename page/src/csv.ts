// RFC 4180: fields in quotes where they need them, rows ended by CRLF.
import type { Result, Value } from './arrow_values';

function field(value: Value): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csv({ columns, rows }: Result): string {
  return [columns.map((c) => c.name), ...rows].map((row) => row.map(field).join(',') + '\r\n').join('');
}
