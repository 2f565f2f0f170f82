// An answer as bars: what is counted and by what can be chosen; months and days run from left to right, one row for each name.
import type { Result } from '../arrow_values';
import { bars } from '../charts/bars';
import { monthBars } from '../charts/month_bars';
import { el } from '../element';
import { language, t } from '../texts';

const DRAWN = 40;
const SERIES = 12;
const LONGEST = 120; // months
const IN_TIME = /^\d{4}(-\d\d){0,2}$/;

interface Drawn { name: string; others: string; value: number }

export function resultChart({ columns, rows }: Result): HTMLElement {
  const numbers = columns.flatMap((c, i) => (c.isNumber ? [i] : []));
  const names = columns.flatMap((c, i) => (c.isNumber ? [] : [i]));
  const shown = el('div', { class: 'drawing' });
  if (!numbers.length || !names.length || rows.length < 2) return el('div', { hidden: true });
  const word = (value: unknown) => String(value ?? t('none'));
  const inTime = names.find((i) => rows.filter((row) => IN_TIME.test(word(row[i]))).length > rows.length / 2);
  const option = (i: number) => el('option', { value: i, selected: i === inTime }, columns[i].name);
  const by = el('select', { id: 'chart-by' }, names.map(option));
  const of = el('select', { id: 'chart-of' }, numbers.map(option));
  const draw = () => {
    const [across, counted] = [Number(by.value), Number(of.value)];
    const all: Drawn[] = rows.map((row) => ({ name: word(row[across]), others: names.filter((i) => i !== across).map((i) => word(row[i])).join(', '), value: Number(row[counted] ?? 0) }));
    const told = (value: number) => value.toLocaleString(language(), { maximumFractionDigits: 3 });
    const series = across === inTime ? seriesOf(all, columns[counted].name) : null;
    const isRepeated = new Set(all.map((d) => d.name)).size < all.length;
    const single = all.slice(0, DRAWN).map((d) => ({ name: isRepeated && d.others ? `${d.name}, ${d.others}` : d.name, value: d.value, told: told(d.value) }));
    const width = shown.clientWidth || 600;
    const picture = series ? monthBars(series.times, series.rows, width, told) : bars(single, width);
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', `${t('chart')}: ${series ? series.rows.map((r) => `${r.name}: ${r.values.map((v, i) => `${series.times[i]} ${told(v)}`).join(', ')}`).join('; ') : single.map((d) => `${d.name} ${d.told}`).join('; ')}`);
    shown.replaceChildren(picture);
  };
  by.addEventListener('change', draw);
  of.addEventListener('change', draw);
  new ResizeObserver(draw).observe(shown);
  return el('figure', { class: 'result-chart' }, el('figcaption', { class: 'form' }, el('label', { for: 'chart-of' }, t('chart_of')), of, el('label', { for: 'chart-by' }, t('chart_by')), by), shown);
}

// One row of bars for each of the other names, or one for all; null where a name has two values at one time.
function seriesOf(all: Drawn[], counted: string) {
  const dated = all.filter((d) => IN_TIME.test(d.name));
  const times = withGaps([...new Set(dated.map((d) => d.name))].sort());
  const byName = new Map<string, Map<string, number>>();
  for (const { name, others, value } of dated) {
    const values = byName.get(others) ?? new Map<string, number>();
    if (values.has(name)) return null;
    byName.set(others, values.set(name, value));
  }
  const rows = [...byName].map(([name, values]) => ({ name: name || counted, href: null, values: times.map((time) => values.get(time) ?? 0) }));
  return { times, rows: rows.sort((a, b) => sum(b.values) - sum(a.values)).slice(0, SERIES) };
}

// Months without a row stand in the picture too, as long as there is room.
function withGaps(times: string[]): string[] {
  if (times.length < 2 || !times.every((time) => /^\d{4}-\d\d$/.test(time))) return times;
  const place = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1;
  const [first, last] = [place(times[0]), place(times.at(-1)!)];
  if (last - first >= LONGEST) return times;
  return Array.from({ length: last - first + 1 }, (_, i) => `${String(Math.floor((first + i) / 12)).padStart(4, '0')}-${String(((first + i) % 12) + 1).padStart(2, '0')}`);
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
