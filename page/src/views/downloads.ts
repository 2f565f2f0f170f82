// Every file of the release with its size and SHA-256.
import { el } from '../element';
import { table } from '../figure';
import type { View } from '../view';
import { manifest, release, type ManifestFile } from '../release_files';
import { number, size, t, worded } from '../texts';

export async function downloadsView(): Promise<View> {
  const listed = await manifest().catch(() => null);
  const { tables } = await release();
  const files: Partial<ManifestFile>[] = listed?.files ?? Object.values(tables).flatMap((f) => f.files.map((path) => ({ path })));
  const ofPage = (f: Partial<ManifestFile>) => f.path!.startsWith('page/') || f.path === 'index.html';
  const groups = new Map<string, Partial<ManifestFile>[]>();
  for (const f of files) groups.set(folderOf(f), [...(groups.get(folderOf(f)) ?? []), f]);
  const folded = [...groups].filter(([folder, within]) => folder && within.length > UNFOLDED);
  const isFolded = new Set(folded.flatMap(([, within]) => within));
  const pageFiles = files.filter(ofPage);
  return {
    title: t('downloads'),
    parts: [
      el('p', {}, listed ? worded('downloads_intro') : t('no_manifest'), ' ', el('a', { href: '../manifest.json' }, 'manifest.json')),
      listed?.merkle_root ? el('p', { class: 'note' }, 'Merkle root: ', el('code', {}, listed.merkle_root)) : null,
      fileTable(files.filter((f) => !ofPage(f) && !isFolded.has(f))),
      ...folded.map(([folder, within]) => el('details', { class: 'as-table' }, el('summary', {}, folderSummary(folder, within)), fileTable(within))),
      pageFiles.length ? el('details', { class: 'as-table' }, el('summary', {}, `${t('page_files')} (${pageFiles.length})`), fileTable(pageFiles)) : null,
    ],
  };
}

// A table cut into a file for each month of many years would hide all others.
const UNFOLDED = 5;
const folderOf = (f: Partial<ManifestFile>) => /^data\/[^/]+\//.exec(f.path!)?.[0] ?? '';

function folderSummary(folder: string, files: Partial<ManifestFile>[]): string {
  const sum = (of: (f: Partial<ManifestFile>) => number | null | undefined) => files.reduce((all, f) => all + (of(f) ?? 0), 0);
  const known = files.every((f) => f.bytes !== undefined) ? `, ${t('rows')}: ${number(sum((f) => f.rows))}, ${size(sum((f) => f.bytes))}` : '';
  return `${folder} (${t('files')}: ${number(files.length)}${known})`;
}

function fileTable(files: Partial<ManifestFile>[]): HTMLElement {
  return table({
    head: [t('file'), t('size'), t('rows'), 'SHA-256'],
    numeric: [1, 2],
    rows: files.map((f) => [
      el('a', { href: `../${f.path!.split('/').map(encodeURIComponent).join('/')}`, download: f.path!.split('/').pop() }, f.path),
      f.bytes === undefined ? '' : size(f.bytes), typeof f.rows === 'number' ? number(f.rows) : '',
      el('code', { class: 'hash' }, f.sha256),
    ]),
  }, t('downloads'));
}
