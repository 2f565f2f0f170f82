// The data dictionary: every table and column as declared, and how full each is in this release.
import { el, type Part } from '../element';
import { table } from '../figure';
import type { View } from '../view';
import { dictionary, type DescribedColumn, type DescribedTable } from '../release_files';
import { address, type Route } from '../route';
import { number, t } from '../texts';

export async function dictionaryView(route: Route): Promise<View> {
  const tables = await dictionary();
  const wanted = route.path[1];
  const sections = tables.map(section);
  if (wanted) setTimeout(() => document.getElementById(`table-${wanted}`)?.scrollIntoView());
  return {
    title: t('dictionary'),
    parts: [el('ul', { class: 'chips' }, tables.map((d) => el('li', {}, el('a', { href: address(['dictionary', d.name]) }, d.name)))), sections],
  };
}

function section(described: DescribedTable): HTMLElement {
  return el(
    'section', {},
    el('h2', { id: `table-${described.name}` }, el('code', {}, described.name)),
    el('p', { lang: 'en' }, `${described.meaning} ${t('key')}: ${described.key.join(', ')}. ${number(described.rows)} ${t('rows')}.`),
    table({
      head: [t('column'), t('type'), t('meaning'), t('example'), t('filled')],
      numeric: [4],
      rows: described.columns.map((c) => [el('code', {}, c.name), c.type + (c.nullable ? '?' : ''), meaning(c), c.example === null ? '' : el('code', {}, c.example), c.filled === null ? '' : `${Math.round(c.filled * 100)} %`]),
    }, described.name),
  );
}

function meaning(column: DescribedColumn): Part {
  const [table, field] = column.references;
  return el(
    'span', { lang: 'en' }, column.meaning, column.unit ? ` [${column.unit}]` : '',
    column.values.length ? ` (${column.values.join(', ')})` : '',
    table ? [' → ', el('a', { href: address(['dictionary', table]) }, `${table}.${field}`)] : null,
  );
}
