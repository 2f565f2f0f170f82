// One row of bars per outlet, all on one scale: labels stay readable on a phone and no colour has to be told from another.
import { svg } from '../element';
import { fitted } from '../figure';
import { number as inWords } from '../texts';

export interface Series { name: string; href: string | null; values: number[] }

const TICK_WIDTH = 64; // a month's name and a gap

// `told` writes the highest value of a row at its end; without it stands the row's sum.
export function monthBars(months: string[], series: Series[], width: number, told?: (value: number) => string): SVGElement {
  const narrow = width < 520;
  const labelWidth = narrow ? 0 : Math.min(190, width * 0.3);
  const totalWidth = 56;
  const rowHeight = narrow ? 58 : 40;
  const barHeight = 30;
  const plotWidth = width - labelWidth - totalWidth;
  const step = plotWidth / Math.max(1, months.length);
  const highest = Math.max(told ? 1e-9 : 1, ...series.flatMap((s) => s.values));
  const height = series.length * rowHeight + 26;
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  series.forEach(({ name, href, values }, row) => {
    const bottom = (row + 1) * rowHeight - 4;
    const label = svg('text', { x: 0, y: narrow ? bottom - barHeight - 6 : bottom - 8, class: 'label' }, svg('title', {}, name), fitted(name, narrow ? width - 60 : labelWidth - 8));
    picture.append(href ? svg('a', { href }, label) : label);
    picture.append(svg('line', { x1: labelWidth, x2: labelWidth + plotWidth, y1: bottom, y2: bottom, class: 'axis' }));
    values.forEach((value, i) => {
      if (!value) return;
      const tall = Math.max(1.5, (value / highest) * barHeight);
      picture.append(svg('rect', { x: labelWidth + i * step + step * 0.1, y: bottom - tall, width: step * 0.8, height: tall, class: 'bar' }, svg('title', {}, `${name}, ${months[i]}: ${(told ?? inWords)(value)}`)));
    });
    picture.append(svg('text', { x: width, y: bottom - 8, class: 'value', 'text-anchor': 'end' }, told ? `≤ ${told(Math.max(...values))}` : inWords(values.reduce((a, b) => a + b, 0))));
  });
  let last = -Infinity;
  months.forEach((month, i) => {
    const middle = labelWidth + (i + 0.5) * step;
    const x = Math.max(TICK_WIDTH / 2 - 6, Math.min(middle, width - TICK_WIDTH / 2 + 6)); // whole at both edges
    if (x - last < TICK_WIDTH) return;
    picture.append(svg('text', { x, y: height - 8, class: 'tick', 'text-anchor': 'middle' }, month));
    last = x;
  });
  return picture;
}
