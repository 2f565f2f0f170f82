// The JSON files that were written beside the page, fetched once each.

export interface Partition { key: string; file: string; rows: number }
export interface Place { partition: Partition; row: number }
export interface TableFiles { files: string[]; instants: string[] }
export interface Release {
  release: string;
  schema_version: string;
  partitions: Partition[];
  article_index_digits: number;
  tables: Record<string, TableFiles>;
}
export interface Named { outlet_id: string; name: string; country: string | null; kind: string | null; articles: number; cited_by: number; shard: number }
export interface Counted { precision: string; count: number }
export interface Share { outlet_id: string; articles: number; named: number; unnamed_only: number; unsourced: number }
export interface CitedSource { key: string; source_id: string | null; name: string; kind: string }
export interface Overview {
  totals: Record<'articles' | 'outlets' | 'undated' | 'citations' | 'date_expressions' | 'sources', number> & { first_day: string | null; last_day: string | null };
  languages: { language: string; articles: number }[];
  roles: { role: string; citations: number }[];
  published_precision: Counted[];
  expression_precision: Counted[];
  months: { months: string[]; series: { outlet_id: string | null; articles: number[] }[] };
  shares: Share[];
  matrix: { outlets: string[]; sources: CitedSource[]; articles: number[][] };
  stories: { cluster_id: string; title: string | null; article_count: number; outlet_count: number; origin_count: number; origins: string[] }[];
}
export interface Day { day: string; articles: number; expected: number | null; status: 'expected' | 'low' | 'quiet' | 'no_history' | null }
export interface OutletPage {
  months: { month: string; articles: number; named: number; unnamed_only: number; unsourced: number; reprints: number; median_hops: number | null }[];
  cites: (CitedSource & { articles: number })[];
  cites_count: number;
  cited_by: { outlet_id: string; articles: number }[];
  cited_by_count: number;
  hops: { hops: number; articles: number }[];
  days: Day[];
  latest: { article_id: string; title: string | null; published_edtf: string | null }[];
}
export interface DescribedColumn {
  name: string; type: string; meaning: string; nullable: boolean; unit: string | null;
  values: string[]; references: string[]; example: string | null; filled: number | null;
}
export interface DescribedTable { name: string; meaning: string; key: string[]; rows: number; columns: DescribedColumn[] }
export interface EngineFiles { package: string; version: string; files: { name: string; bytes: number; sha256: string }[] }
export interface ManifestFile { path: string; bytes: number; sha256: string; rows?: number | null }

const fetched = new Map<string, Promise<unknown>>();

function json<T>(path: string): Promise<T> {
  let answer = fetched.get(path);
  if (!answer) {
    answer = fetch(path).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    answer.catch(() => fetched.delete(path));
    fetched.set(path, answer);
  }
  return answer as Promise<T>;
}

export const release = () => json<Release>('data/release.json');
export const overview = () => json<Overview>('data/overview.json');
export const outlets = () => json<Named[]>('data/outlets.json');
export const dictionary = () => json<DescribedTable[]>('data/dictionary.json');
export const engineFiles = () => json<EngineFiles>('engine.json');
export const manifest = () => json<{ files: ManifestFile[]; merkle_root?: string }>('../manifest.json');

export async function outletPage(outlet: Named): Promise<OutletPage> {
  const shard = await json<Record<string, OutletPage>>(`data/outlets/${outlet.shard}.json`);
  return shard[outlet.outlet_id];
}

export async function placeOfArticle(articleId: string): Promise<Place | null> {
  const { article_index_digits: digits, partitions } = await release();
  const shard = await json<Record<string, [number, number]>>(`data/articles/${articleId.slice(0, digits) || 'all'}.json`).catch(() => null);
  const found = shard?.[articleId];
  return found ? { partition: partitions[found[0]], row: found[1] } : null;
}

export async function outletNames(): Promise<(outletId: string | null) => string> {
  const names = new Map((await outlets()).map((o) => [o.outlet_id, o.name]));
  return (outletId) => (outletId === null ? '' : (names.get(outletId) ?? outletId));
}
