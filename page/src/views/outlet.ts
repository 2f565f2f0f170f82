// One outlet or source: whom it cites, who cites it, how long its chains are, on which days it has articles.
import { bars } from '../charts/bars';
import { calendar } from '../charts/calendar';
import { shareBars } from '../charts/share_bars';
import { el, type Part } from '../element';
import { figure, legend, table } from '../figure';
import type { View } from '../view';
import { outletNames, outletPage, outlets, type Day, type OutletPage } from '../release_files';
import { address, type Route } from '../route';
import { language, number, percent, t } from '../texts';
import { SHARE_SWATCHES, sourceAddress } from './overview';

export async function outletView(route: Route): Promise<View> {
  const outlet = (await outlets()).find((o) => o.outlet_id === route.path[1]);
  if (!outlet) return { title: route.path[1] ?? '', parts: [el('p', { class: 'notice' }, t('no_such_outlet'))] };
  const [page, nameOf] = await Promise.all([outletPage(outlet), outletNames()]);
  const facts = [outlet.outlet_id, outlet.country, outlet.kind, `${t('count_articles')}: ${number(outlet.articles)}`].filter(Boolean).join(' · ');
  return {
    title: outlet.name,
    parts: [
      el('p', { class: 'note' }, facts),
      el('div', { class: 'grid' }, cites(page), citedBy(page, nameOf)),
      page.months.length ? el('div', { class: 'grid' }, sources(page), hops(page)) : null,
      page.days.length ? days(page) : null,
      latest(page),
    ],
  };
}

function cites({ cites: rows, cites_count: all }: OutletPage): HTMLElement {
  return ranked(t('fig_cites'), rows.map((r) => ({ name: r.name, href: sourceAddress(r), value: r.articles })), all);
}

function citedBy({ cited_by: rows, cited_by_count: all }: OutletPage, nameOf: (id: string | null) => string): HTMLElement {
  return ranked(t('fig_cited_by'), rows.map((r) => ({ name: nameOf(r.outlet_id), href: address(['outlet', r.outlet_id]), value: r.articles })), all);
}

const DRAWN = 15;

function ranked(title: string, rows: { name: string; href: string | null; value: number }[], all: number): HTMLElement {
  if (!rows.length) return el('section', {}, el('h2', {}, title), el('p', {}, t('nobody')));
  const drawn = rows.slice(0, DRAWN);
  return figure({
    title, note: all > drawn.length ? t('top_of', { shown: drawn.length, all }) : null,
    summary: drawn.map((r) => `${r.name}: ${r.value}`).join('; '),
    told: { head: [title, t('count_articles')], rows: rows.map((r) => [r.href ? el('a', { href: r.href }, r.name) : r.name, number(r.value)]), numeric: [1] },
    draw: (width) => bars(drawn, width),
  });
}

function sources({ months }: OutletPage): HTMLElement {
  const names = [t('named'), t('unnamed_only'), t('unsourced')];
  const monthName = (month: string) => (month === 'undated' ? t('undated') : month);
  const rows = months.slice(-18).map((m) => ({ name: monthName(m.month), href: null, parts: [m.named, m.unnamed_only, m.unsourced] }));
  return figure({
    title: t('fig_shares'),
    summary: months.slice(-18).map((m) => `${monthName(m.month)}: ${percent(m.named, m.articles)}`).join('; '),
    legend: legend(names.map((name, i) => ({ name, swatch: SHARE_SWATCHES[i] }))),
    told: { head: [t('month'), t('count_articles'), ...names], rows: months.map((m) => [monthName(m.month), m.articles, m.named, m.unnamed_only, m.unsourced]), numeric: [1, 2, 3, 4] },
    draw: (width) => shareBars(rows, SHARE_SWATCHES, names, width),
  });
}

function hops({ hops: counted }: OutletPage): HTMLElement {
  const rows = counted.map((h) => ({ name: h.hops ? `${h.hops}` : t('unsourced'), value: h.articles }));
  return figure({
    title: t('fig_hops'), note: t('fig_hops_note'),
    summary: rows.map((r) => `${r.name}: ${r.value}`).join('; '),
    told: { head: [t('hops'), t('count_articles')], rows: rows.map((r) => [r.name, number(r.value)]), numeric: [1] },
    draw: (width) => bars(rows, width),
  });
}

function days({ days: counted }: OutletPage): HTMLElement {
  const status = (name: Day['status']) => (name === null ? '' : t(`status_${name}`));
  const unusual = (['low', 'quiet'] as const).filter((name) => counted.some((d) => d.status === name));
  return figure({
    title: t('fig_calendar'), note: t('fig_calendar_note', { to: counted[counted.length - 1].day }),
    summary: [`${counted[0].day} – ${counted[counted.length - 1].day}`, ...unusual.map((name) => `${status(name)}: ${counted.filter((d) => d.status === name).length}`)].join('; '),
    legend: unusual.length ? legend(unusual.map((name) => ({ name: status(name), swatch: `day-${name}` }))) : null,
    told: { head: [t('day'), t('count_articles'), t('expected_count'), ''], rows: counted.map((d) => [d.day, d.articles, d.expected, status(d.status)]), numeric: [1, 2] },
    draw: (width) => calendar(counted, width, language()),
  });
}

function latest({ latest: rows }: OutletPage): Part {
  if (!rows.length) return null;
  return el('section', {}, el('h2', {}, t('latest')), table({
    head: [t('title'), t('published')],
    rows: rows.map((r) => [el('a', { href: address(['article', r.article_id]) }, r.title ?? t('untitled')), r.published_edtf ?? t('undated')]),
  }, t('latest')));
}
