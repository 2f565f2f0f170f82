// Articles of one month, a page at a time, read by ranges from the month's Parquet file; the texts stay where they are.
import { el, type Part } from '../element';
import { table } from '../figure';
import type { View } from '../view';
import { rowsOfFile } from '../parquet_rows';
import { outletNames, release, type Partition } from '../release_files';
import { address, type Route } from '../route';
import { number, t } from '../texts';

const PER_PAGE = 50;

export async function articlesView(route: Route): Promise<View> {
  const [{ partitions }, nameOf] = await Promise.all([release(), outletNames()]);
  const chosen = partitions.find((p) => p.key === route.parameters.get('month')) ?? partitions[0];
  if (!chosen) return { title: t('articles'), parts: [el('p', {}, t('empty_result'))] };
  const from = Math.max(0, Number(route.parameters.get('from')) || 0);
  const rows = await rowsOfFile(chosen.file, from, from + PER_PAGE, ['article_id', 'title', 'outlet_id', 'published_edtf', 'language']);
  return {
    title: t('articles'),
    parts: [
      el('div', { class: 'form' }, monthChoice(partitions, chosen), byId()),
      table({
        head: [t('title'), t('outlet'), t('published'), t('language')],
        rows: rows.map((r) => [
          el('a', { href: address(['article', String(r.article_id)]) }, String(r.title ?? t('untitled'))),
          r.outlet_id ? el('a', { href: address(['outlet', String(r.outlet_id)]) }, nameOf(String(r.outlet_id))) : t('unknown_outlet'),
          String(r.published_edtf ?? t('undated')), String(r.language),
        ]),
      }, t('articles')),
      pager(chosen, from, rows.length),
    ],
  };
}

export const partitionName = (p: Partition) => p.key.replace('undated', t('undated'));

function monthChoice(partitions: Partition[], chosen: Partition): Part {
  const go = (event: Event) => {
    location.hash = address(['articles'], { month: (event.target as HTMLSelectElement).value });
  };
  return el('p', {}, el('label', { for: 'month' }, t('choose_month')), el('select', { id: 'month', change: go }, partitions.map((p) => el('option', { value: p.key, selected: p === chosen }, `${partitionName(p)} (${number(p.rows)})`))));
}

function byId(): Part {
  const go = (event: Event) => {
    event.preventDefault();
    const id = new FormData(event.target as HTMLFormElement).get('id');
    location.hash = address(['article', String(id).trim().toLowerCase()]);
  };
  return el('form', { submit: go }, el('label', { for: 'article-id' }, t('go_to_article')), el('span', { class: 'joined' }, el('input', { id: 'article-id', name: 'id', required: true, spellcheck: 'false', autocomplete: 'off' }), el('button', {}, t('open'))));
}

function pager(chosen: Partition, from: number, shown: number): Part {
  const link = (to: number, name: string) => el('a', { href: address(['articles'], { month: chosen.key, from: to }) }, name);
  return el(
    'p', { class: 'pager' },
    from > 0 ? link(Math.max(0, from - PER_PAGE), t('previous')) : null,
    el('span', {}, t('rows_of', { from: number(shown ? from + 1 : 0), to: number(from + shown), all: number(chosen.rows) })),
    from + shown < chosen.rows ? link(from + PER_PAGE, t('next')) : null,
  );
}
