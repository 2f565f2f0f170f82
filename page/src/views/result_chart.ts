// An answer as bars: what is counted and by what can be chosen; months and days run from left to right.
import type { Result } from '../arrow_values';
import { bars } from '../charts/bars';
import { monthBars } from '../charts/month_bars';
import { el } from '../element';
import { language, t } from '../texts';

const DRAWN = 40;

export function resultChart({ columns, rows }: Result): HTMLElement {
  const numbers = columns.flatMap((c, i) => (c.isNumber ? [i] : []));
  const names = columns.flatMap((c, i) => (c.isNumber ? [] : [i]));
  const shown = el('div', { class: 'drawing' });
  if (!numbers.length || !names.length || rows.length < 2) return el('div', { hidden: true });
  const option = (i: number) => el('option', { value: i }, columns[i].name);
  const by = el('select', { id: 'chart-by' }, names.map(option));
  const of = el('select', { id: 'chart-of' }, numbers.map(option));
  const draw = () => {
    const drawn = rows.slice(0, DRAWN).map((row) => ({ name: String(row[Number(by.value)] ?? t('none')), value: Number(row[Number(of.value)] ?? 0) }));
    const inTime = new Set(drawn.map((d) => d.name)).size === drawn.length && drawn.every((d) => /^\d{4}(-\d\d){0,2}$/.test(d.name));
    const width = shown.clientWidth || 600;
    const told = (value: number) => value.toLocaleString(language(), { maximumFractionDigits: 3 });
    const ordered = [...drawn].sort((a, b) => a.name.localeCompare(b.name));
    const picture = inTime
      ? monthBars(ordered.map((d) => d.name), [{ name: columns[Number(of.value)].name, href: null, values: ordered.map((d) => d.value) }], width)
      : bars(drawn.map((d) => ({ ...d, told: told(d.value) })), width);
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', `${t('chart')}: ${drawn.map((d) => `${d.name} ${told(d.value)}`).join('; ')}`);
    shown.replaceChildren(picture);
  };
  by.addEventListener('change', draw);
  of.addEventListener('change', draw);
  new ResizeObserver(draw).observe(shown);
  return el('figure', { class: 'result-chart' }, el('figcaption', { class: 'form' }, el('label', { for: 'chart-of' }, t('chart_of')), of, el('label', { for: 'chart-by' }, '/'), by), shown);
}
