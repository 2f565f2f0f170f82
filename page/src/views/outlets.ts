// Every outlet and every source that the registry knows, to be found by name.
import { el } from '../element';
import { table } from '../figure';
import type { View } from '../view';
import { outlets, type Named } from '../release_files';
import { address } from '../route';
import { number, t } from '../texts';

const SHOWN = 200;

export async function outletsView(): Promise<View> {
  const all = await outlets();
  const list = el('div');
  const draw = (wanted: string) => {
    const needle = wanted.trim().toLocaleLowerCase();
    const found = all.filter((o) => `${o.name} ${o.outlet_id}`.toLocaleLowerCase().includes(needle));
    list.replaceChildren(outletTable(found.slice(0, SHOWN)), el('p', { class: 'note', role: 'status' }, `${number(Math.min(SHOWN, found.length))} ${t('shown_of')} ${number(found.length)}`));
  };
  draw('');
  const box = el('input', { type: 'search', id: 'find-outlet', input: (event) => draw((event.target as HTMLInputElement).value) });
  return { title: t('outlets'), parts: [el('p', { class: 'form' }, el('label', { for: 'find-outlet' }, t('filter_outlets')), box), list] };
}

function outletTable(rows: Named[]): HTMLElement {
  return table({
    head: [t('outlet'), t('country'), t('kind'), t('count_articles'), t('cited_by')],
    numeric: [3, 4],
    rows: rows.map((o) => [el('a', { href: address(['outlet', o.outlet_id]) }, o.name), o.country, o.kind, number(o.articles), number(o.cited_by)]),
  }, t('outlets'));
}
