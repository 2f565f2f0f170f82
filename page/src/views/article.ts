// One article: its text or where things stand in it, its chain of sources, and why each value is what it is.
import { chain, linked } from '../charts/chain';
import { el, webAddress, type Part } from '../element';
import { figure, legend, table } from '../figure';
import type { View } from '../view';
import { articleRow, rowsOfArticle, type Row } from '../parquet_rows';
import { outletNames, placeOfArticle } from '../release_files';
import { address, type Route } from '../route';
import { number, roleName, t } from '../texts';
import { markedText, type Marked } from './marked_text';
import { storySection } from './story';

const FACTS = ['article_id', 'outlet_id', 'language', 'url', 'byline', 'dateline_place', 'published_edtf', 'published_precision', 'received_at', 'rights_basis', 'text_sha256', 'cluster_id'];

export interface Parts { article: Row; citations: Row[]; dates: Row[]; evidence: Row[] }

export async function articleView(route: Route): Promise<View> {
  const articleId = route.path[1] ?? '';
  const parts = /^[0-9a-f]{32}$/.test(articleId) ? await partsOf(articleId) : null;
  if (!parts) return { title: articleId, parts: [el('p', { class: 'notice' }, t('no_such_article'))] };
  const nameOf = await outletNames();
  const outletId = parts.article.outlet_id === null ? null : String(parts.article.outlet_id);
  const published = String(parts.article.published_edtf ?? t('undated'));
  const follow = (target: string) => {
    const row = document.getElementById(target);
    row?.scrollIntoView({ block: 'center' });
    row?.focus();
  };
  const wanted = route.parameters.get('at');
  if (wanted) setTimeout(() => follow(wanted));
  return {
    title: String(parts.article.title ?? t('untitled')),
    parts: [
      el('p', { class: 'note' }, outletId === null ? t('unknown_outlet') : el('a', { href: address(['outlet', outletId]) }, nameOf(outletId)), ` · ${published} · ${parts.article.language}`),
      textSection(parts, follow, (at) => address(['article', articleId], { at })),
      chainSection(parts, nameOf(outletId) || t('this_article')),
      await storySection(parts.article, nameOf),
      el('section', {}, el('h2', {}, t('facts_section')), facts(parts.article)),
      el('section', {}, el('h2', {}, t('why_section')), why(parts)),
    ],
  };
}

async function partsOf(articleId: string): Promise<Parts | null> {
  const place = await placeOfArticle(articleId);
  if (!place) return null;
  const [article, citations, dates, evidence] = await Promise.all([
    articleRow(place, articleId, ['title', 'text', ...FACTS]), rowsOfArticle('citations', articleId, place), rowsOfArticle('date_expressions', articleId, place), rowsOfArticle('evidence', articleId, place),
  ]);
  return article && { article, citations, dates, evidence };
}

export function spansOf({ citations, dates, evidence }: Parts): Marked[] {
  const span = (row: Row, kind: string, target: string, value: unknown, rank: number): Marked => ({ start: Number(row.char_start), end: Number(row.char_end), kind, kindName: roleName(kind), target, value: String(value), rank });
  return [
    ...citations.map((c) => span(c, String(c.role), `citations[${c.position}]`, c.source_name, 0)),
    ...dates.map((d) => span(d, 'date', `date_expressions[${d.position}]`, d.edtf ?? d.timex_value ?? d.as_given, 1)),
    ...evidence.filter((e) => e.char_start !== null && e.char_start !== undefined && !String(e.column).includes('[')).map((e) => span(e, 'evidence', `evidence[${e.position}]`, e.column, 2)),
  ];
}

function textSection(parts: Parts, follow: (target: string) => void, href: (target: string) => string): Part {
  const spans = spansOf(parts);
  const kinds = [...new Set(spans.map((s) => s.kind))];
  const text = parts.article.text;
  return el(
    'section', {}, el('h2', {}, t('text_section')),
    el('div', { role: 'group', 'aria-label': t('legend') }, legend(kinds.map((k) => ({ name: roleName(k), swatch: `role-${k}` })))),
    typeof text === 'string'
      ? el('div', { lang: String(parts.article.language) }, markedText(text, spans, follow, href))
      : [el('p', { class: 'notice' }, t('text_withheld')), places(spans, follow, href)],
  );
}

function places(spans: Marked[], follow: (target: string) => void, href: (target: string) => string): HTMLElement {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const link = (s: Marked) => el('a', { href: href(s.target), class: `mark role-${s.kind}`, click: (event) => { event.preventDefault(); follow(s.target); } }, s.value);
  return table({ head: [t('place_in_text'), t('value'), t('role')], rows: ordered.map((s) => [`${s.start}–${s.end}`, link(s), s.kindName]) }, t('text_section'));
}

function chainSection({ citations }: Parts, root: string): Part {
  const links = linked(citations.filter((c) => c.role !== 'self').map((c) => ({
    position: Number(c.position), key: String(c.source_id ?? c.source_name), name: String(c.source_name), role: String(c.role),
    channel: c.channel ? String(c.channel) : null, hop: Number(c.hop), via: typeof c.via_position === 'number' ? c.via_position : null,
  })));
  if (!links.length) return el('section', {}, el('h2', {}, t('chain_section')), el('p', {}, t('no_citations')));
  const nameAt = new Map(links.map((l) => [l.position, l.name]));
  return figure({
    title: t('chain_section'), note: t('chain_of', { n: number(new Set(links.map((l) => l.name)).size) }),
    summary: links.map((l) => `${l.hop}: ${l.name}`).join('; '),
    told: { head: [t('hop'), t('source'), t('role'), t('via')], numeric: [0], rows: links.map((l) => [l.hop, l.name, roleName(l.role), l.via === null ? t('this_article') : nameAt.get(l.via)]) },
    draw: (width) => chain(root, links, width),
  });
}

function facts(article: Row): HTMLElement {
  const url = webAddress(article.url);
  const shown = (name: string): Part => {
    if (name === 'url' && url) return el('a', { href: url, rel: 'noopener noreferrer nofollow' }, url);
    if (name === 'outlet_id' && article.outlet_id) return el('a', { href: address(['outlet', String(article.outlet_id)]) }, String(article.outlet_id));
    return shownValue(article[name]);
  };
  return el('dl', { class: 'facts' }, FACTS.filter((f) => article[f] !== null && article[f] !== undefined).map((f) => el('div', {}, el('dt', {}, el('code', {}, f)), el('dd', {}, shown(f)))));
}

function shownValue(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
  return String(value);
}

// Rows of evidence, each reachable from its mark; values that have none are told by their own row.
function why({ citations, dates, evidence }: Parts): HTMLElement {
  const explained = new Set(evidence.map((e) => valueOf(e)));
  const own = [
    ...citations.map((c) => ({ target: `citations[${c.position}]`, value: c.source_name, words: c.source_as_given, row: c })),
    ...dates.map((d) => ({ target: `date_expressions[${d.position}]`, value: d.edtf ?? d.timex_value, words: d.as_given, row: d })),
  ].filter((o) => !explained.has(o.target));
  const cueOf = new Map(citations.map((c) => [`citations[${c.position}]`, c]));
  const seen = new Set<string>();
  const line = (target: string, value: unknown, words: unknown, row: Row, rule: unknown, confidence: unknown): HTMLElement => {
    const id = seen.has(target) ? null : target;
    seen.add(target);
    const citation = cueOf.get(target);
    return el(
      'tr', { id, tabindex: id ? -1 : null },
      el('td', {}, el('code', {}, target.startsWith('evidence[') ? String(row.column) : String(row.column ?? target))), el('td', {}, value === null || value === undefined ? t('none') : String(value)),
      el('td', {}, words === null || words === undefined ? '' : el('q', {}, String(words))), el('td', { class: 'number' }, row.char_start === null || row.char_start === undefined ? '' : `${row.char_start}–${row.char_end}`),
      el('td', {}, citation ? [el('span', { class: `mark role-${citation.role}` }, String(citation.role)), citation.cue ? [' ', el('q', {}, String(citation.cue))] : null, citation.is_background ? ` (${t('background')})` : null] : null),
      el('td', {}, rule ? el('code', {}, String(rule)) : ''), el('td', { class: 'number' }, typeof confidence === 'number' ? confidence.toFixed(2) : ''),
    );
  };
  const head = [t('column'), t('value'), t('words'), t('place_in_text'), `${t('role')}, ${t('cue')}`, t('rule'), t('confidence')];
  return el(
    'div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('why_section') },
    el('table', { class: 'why' }, el('thead', {}, el('tr', {}, head.map((h) => el('th', { scope: 'col' }, h)))), el(
      'tbody', {},
      evidence.map((e) => line(valueOf(e), e.value, e.as_given, e, e.rule, e.confidence)),
      own.map((o) => line(o.target, o.value, o.words, o.row, null, null)),
    )),
  );
}

function valueOf(evidence: Row): string {
  const place = /^(citations|date_expressions)\[\d+\]/.exec(String(evidence.column));
  return place ? place[0] : `evidence[${evidence.position}]`;
}
