// Rows of the release's own Parquet files, read by ranges: only the columns and row groups that are asked for.
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { release, type Place } from './release_files';

export type Row = Record<string, unknown>;
interface Opened { buffer: AsyncBuffer; metadata: FileMetaData }

const FOOTER_BYTES = 1 << 16; // first guess at the size of a footer; a larger one costs another request

const opened = new Map<string, Promise<Opened>>();

// A host without range requests answers with the whole file; it is then kept and cut here.
async function bufferOf(path: string): Promise<AsyncBuffer> {
  const url = `../${path.split('/').map(encodeURIComponent).join('/')}`;
  const first = await fetch(url, { headers: { Range: 'bytes=0-7' } });
  if (!first.ok) throw new Error(`${path}: ${first.status}`);
  if (first.status !== 206) {
    const whole = await first.arrayBuffer();
    return { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) };
  }
  const byteLength = Number(/\/(\d+)$/.exec(first.headers.get('Content-Range') ?? '')?.[1]);
  if (!byteLength) throw new Error(`${path}: no Content-Range`);
  return {
    byteLength,
    slice: async (start, end = byteLength) => {
      const response = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
      if (response.status !== 206) throw new Error(`${path}: ${response.status}`);
      return response.arrayBuffer();
    },
  };
}

function open(path: string): Promise<Opened> {
  let file = opened.get(path);
  if (!file) {
    file = bufferOf(path).then(async (buffer) => ({ buffer, metadata: await parquetMetadataAsync(buffer, { initialFetchSize: FOOTER_BYTES }) }));
    file.catch(() => opened.delete(path));
    opened.set(path, file);
  }
  return file;
}

export async function rowsOfFile(path: string, rowStart: number, rowEnd: number, columns?: string[]): Promise<Row[]> {
  const { buffer, metadata } = await open(path);
  const there = new Set(metadata.schema.map((s) => s.name));
  return parquetReadObjects({
    file: buffer, metadata, compressors, rowStart,
    rowEnd: Math.min(rowEnd, Number(metadata.num_rows)),
    columns: columns?.filter((c) => there.has(c)),
    useOffsetIndex: true, // of a long text column, the pages that hold these rows
  });
}

// Rows with a value in a file that is sorted by that column: what statistics and page index exclude is never fetched.
async function rowsWhere(path: string, column: string, value: string): Promise<Row[]> {
  const { buffer, metadata } = await open(path);
  return parquetReadObjects({ file: buffer, metadata, compressors, filter: { [column]: { $eq: value } }, useOffsetIndex: true });
}

export async function rowsOfCluster(table: 'cluster_members' | 'corroboration', clusterId: string): Promise<Row[]> {
  const files = (await release()).tables[table]?.files ?? [];
  return (await Promise.all(files.map((f) => rowsWhere(f, 'cluster_id', clusterId)))).flat();
}

export async function articleRow({ partition, row }: Place, articleId: string, columns: string[]): Promise<Row | null> {
  const [found] = await rowsOfFile(partition.file, row, row + 1, columns);
  return found?.article_id === articleId ? found : null;
}

// Where a table is cut by month like articles, only the article's own month is looked at.
export async function rowsOfArticle(table: string, articleId: string, { partition }: Place): Promise<Row[]> {
  const { tables } = await release();
  const name = (path: string) => path.split('/').pop();
  const all = tables[table]?.files ?? [];
  const sameMonth = all.filter((f) => name(f) === name(partition.file));
  const rows = await Promise.all((sameMonth.length ? sameMonth : all).map((f) => rowsWhere(f, 'article_id', articleId)));
  return rows.flat().sort((a, b) => Number(a.position) - Number(b.position));
}
