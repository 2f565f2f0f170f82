// The first screen: how much there is, and four ways of looking at it.
import { bars } from '../charts/bars';
import { matrix } from '../charts/matrix';
import { monthBars } from '../charts/month_bars';
import { shareBars } from '../charts/share_bars';
import { el, type Part } from '../element';
import { figure, legend, table } from '../figure';
import type { View } from '../view';
import { outletNames, overview, type CitedSource, type Counted, type Overview } from '../release_files';
import { address } from '../route';
import { number, percent, precisionName, t } from '../texts';

export const SHARE_SWATCHES = ['named', 'unnamed', 'unsourced'];
const PRECISIONS = ['instant', 'day', 'month', 'year', 'interval', 'none'];

export async function overviewView(): Promise<View> {
  const [data, nameOf] = await Promise.all([overview(), outletNames()]);
  return {
    title: t('overview'),
    parts: [
      numbers(data),
      el('div', { class: 'grid' }, months(data, nameOf), shares(data, nameOf)),
      who(data, nameOf),
      el('div', { class: 'grid' }, precision(t('fig_published'), data.published_precision, t('count_articles')), precision(t('fig_expressions'), data.expression_precision, t('count_dates'))),
      stories(data),
    ],
  };
}

function numbers({ totals, languages }: Overview): HTMLElement {
  const entries: [string, string][] = [
    [t('count_articles'), number(totals.articles)],
    [t('count_outlets'), number(totals.outlets)],
    [t('count_citations'), number(totals.citations)],
    [t('count_sources'), number(totals.sources)],
    [t('count_dates'), number(totals.date_expressions)],
  ];
  const span = totals.first_day ? `${totals.first_day} – ${totals.last_day}` : '–';
  return el(
    'section', { class: 'numbers' },
    el('dl', {}, entries.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    el('p', { class: 'note' }, `${t('from_to')}: ${span}; ${t('undated')}: ${number(totals.undated)}. ${t('by_language')}: `, languages.slice(0, 8).map((l) => `${l.language} ${number(l.articles)}`).join(', '), '.'),
  );
}

function months({ months: { months, series } }: Overview, nameOf: (id: string | null) => string): HTMLElement {
  const rows = series.map((s) => ({
    name: s.outlet_id === null ? t('others') : nameOf(s.outlet_id),
    href: s.outlet_id === null ? null : address(['outlet', s.outlet_id]),
    values: s.articles,
  }));
  return figure({
    title: t('fig_months'), note: t('fig_months_note', { from: months[0] ?? '–', to: months[months.length - 1] ?? '–' }),
    summary: rows.map((r) => `${r.name}: ${r.values.reduce((a, b) => a + b, 0)}`).join('; '),
    told: { head: [t('outlet'), ...months], rows: rows.map((r) => [r.name, ...r.values]), numeric: months.map((_, i) => i + 1) },
    draw: (width) => monthBars(months, rows, width),
  });
}

function shares({ shares: rows }: Overview, nameOf: (id: string | null) => string): HTMLElement {
  const names = [t('named'), t('unnamed_only'), t('unsourced')];
  const parted = rows.map((r) => ({ name: nameOf(r.outlet_id), href: address(['outlet', r.outlet_id]), parts: [r.named, r.unnamed_only, r.unsourced] }));
  return figure({
    title: t('fig_shares'), note: t('fig_shares_note'),
    summary: rows.map((r) => `${nameOf(r.outlet_id)}: ${percent(r.named, r.articles)}`).join('; '),
    legend: legend(names.map((name, i) => ({ name, swatch: SHARE_SWATCHES[i] }))),
    told: { head: [t('outlet'), ...names], rows: parted.map((r) => [r.name, ...r.parts]), numeric: [1, 2, 3] },
    draw: (width) => shareBars(parted, SHARE_SWATCHES, names, width),
  });
}

function who({ matrix: { outlets, sources, articles } }: Overview, nameOf: (id: string | null) => string): HTMLElement {
  const down = outlets.map((o) => ({ name: nameOf(o), href: address(['outlet', o]) }));
  const across = sources.map((s) => ({ name: s.name, href: sourceAddress(s) }));
  const drawn = figure({
    title: t('fig_matrix'), note: t('fig_matrix_note'),
    summary: down.map((o, i) => `${o.name}: ${across.map((s, j) => [s.name, articles[i][j]] as const).filter(([, n]) => n).map(([name, n]) => `${name} ${n}`).join(', ') || '0'}`).join('; '),
    told: { head: [t('outlet'), ...across.map((s) => s.name)], rows: down.map((o, i) => [o.name, ...articles[i]]), numeric: across.map((_, i) => i + 1) },
    draw: (width) => matrix(down, across, articles, width),
  });
  drawn.classList.add('wide');
  return drawn;
}

export function sourceAddress(source: CitedSource): string | null {
  return source.source_id === null ? null : address(['outlet', source.source_id]);
}

function precision(title: string, counted: Counted[], what: string): HTMLElement {
  const counts = new Map(counted.map((c) => [c.precision, c.count]));
  const all = counted.reduce((sum, c) => sum + c.count, 0);
  const rows = PRECISIONS.filter((p) => counts.has(p)).map((p) => ({ name: precisionName(p), value: counts.get(p)!, told: `${number(counts.get(p)!)} (${percent(counts.get(p)!, all)})` }));
  return figure({
    title,
    summary: rows.map((r) => `${r.name}: ${r.told}`).join('; '),
    told: { head: [title, what], rows: rows.map((r) => [r.name, number(r.value)]), numeric: [1] },
    draw: (width) => bars(rows, width),
  });
}

function stories({ stories: rows }: Overview): Part {
  if (!rows.length) return null;
  return el(
    'section', {}, el('h2', {}, t('fig_stories')), el('p', { class: 'note' }, t('fig_stories_note')),
    table({
      head: [t('story'), t('count_articles'), t('count_outlets'), t('origins'), t('origin_names')],
      numeric: [1, 2, 3],
      rows: rows.map((r) => [el('a', { href: address(['article', r.cluster_id]) }, r.title ?? t('untitled')), r.article_count, r.outlet_count, r.origin_count, r.origins.join(', ')]),
    }, t('fig_stories')),
  );
}
