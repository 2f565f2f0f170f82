// DuckDB in the browser over the release's Parquet files. Loaded when the first question is asked.
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { readBatch, type Column, type Result } from './arrow_values';
import { engineFiles, release } from './release_files';

export const ROW_LIMIT = 100_000;

export class EngineMissing extends Error {}
export class EngineChanged extends Error {}

let started: Promise<AsyncDuckDBConnection> | null = null;
let database: AsyncDuckDB | null = null;
const views = new Set<string>();

export function startEngine(): Promise<AsyncDuckDBConnection> {
  started ??= start().catch((error) => {
    started = null;
    throw error;
  });
  return started;
}

async function start(): Promise<AsyncDuckDBConnection> {
  const { files } = await engineFiles();
  const [wasm, worker] = await Promise.all(['.wasm', '.js'].map(async (ending) => {
    const pinned = files.find((f) => f.name.endsWith(ending))!;
    return checked(`engine/${pinned.name}`, pinned.sha256, ending === '.js' ? 'text/javascript' : 'application/wasm');
  }));
  // A worker made from a blob lives under this page's content security policy: no other host can be reached from SQL.
  database = new AsyncDuckDB(new VoidLogger(), new Worker(URL.createObjectURL(worker)));
  await database.instantiate(URL.createObjectURL(wasm));
  await database.open({ query: { castDecimalToDouble: true, castTimestampToDate: false } });
  return database.connect();
}

async function checked(path: string, sha256: string, type: string): Promise<Blob> {
  const response = await fetch(path);
  if (!response.ok) throw new EngineMissing(path);
  const bytes = await response.arrayBuffer();
  if (globalThis.crypto?.subtle) {
    // absent on plain http from another machine
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((b) => b.toString(16).padStart(2, '0')).join('');
    if (digest !== sha256) throw new EngineChanged(path);
  }
  return new Blob([bytes], { type });
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

// Views only for the tables that the question mentions: making one reads the first file's footer.
async function makeViews(connection: AsyncDuckDBConnection, sql: string): Promise<void> {
  const { tables } = await release();
  for (const [name, { files, instants }] of Object.entries(tables)) {
    if (views.has(name) || !new RegExp(`\\b${name}\\b`, 'i').test(sql)) continue;
    for (const file of files) await database!.registerFileURL(file, new URL(`../${file}`, document.baseURI).href, DuckDBDataProtocol.HTTP, false);
    const list = files.map(quoted).join(', ');
    const there = await connection.query(`DESCRIBE SELECT * FROM read_parquet([${list}], hive_partitioning = false)`);
    const names = new Set(there.toArray().map((r) => r.column_name as string));
    // Instants are shown as they are, in UTC: this build of DuckDB has no time zones.
    const replaced = instants.filter((c) => names.has(c)).map((c) => `CAST(${identifier(c)} AS TIMESTAMP) AS ${identifier(c)}`).join(', ');
    await connection.query(`CREATE OR REPLACE VIEW ${identifier(name)} AS SELECT *${replaced ? ` REPLACE (${replaced})` : ''} FROM read_parquet([${list}], hive_partitioning = false)`);
    views.add(name);
  }
}

export async function ask(sql: string): Promise<Result> {
  const connection = await startEngine();
  await makeViews(connection, sql);
  const begun = performance.now();
  const batches = await connection.send(sql);
  const rows: Result['rows'] = [];
  let columns: Column[] = [];
  for await (const batch of batches) {
    columns = readBatch(batch, rows);
    if (rows.length >= ROW_LIMIT) {
      await connection.cancelSent();
      break;
    }
  }
  return { columns, rows: rows.slice(0, ROW_LIMIT), cutOff: rows.length >= ROW_LIMIT, milliseconds: Math.round(performance.now() - begun) };
}
