// Plain horizontal bars with their numbers.
import { svg } from '../element';
import { drawnWidth, fitted } from '../figure';
import { number } from '../texts';

export interface Bar { name: string; href?: string | null; value: number; told?: string }

export function bars(rows: Bar[], width: number): SVGElement {
  const longest = Math.max(0, ...rows.map((r) => drawnWidth(r.name))) + 12;
  const labelWidth = Math.min(longest, width * (width < 520 ? 0.42 : 0.36));
  const valueWidth = Math.max(40, ...rows.map((r) => drawnWidth(r.told ?? number(r.value)) + 12));
  const rowHeight = 28;
  const height = Math.max(1, rows.length) * rowHeight + 4;
  const highest = Math.max(...rows.map((r) => r.value), 1e-9);
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  rows.forEach(({ name, href, value, told }, row) => {
    const top = row * rowHeight + 4;
    const label = svg('text', { x: 0, y: top + 15, class: 'label' }, svg('title', {}, name), fitted(name, labelWidth - 8));
    picture.append(href ? svg('a', { href }, label) : label);
    const wide = Math.max(1, (Math.max(0, value) / highest) * (width - labelWidth - valueWidth));
    picture.append(svg('rect', { x: labelWidth, y: top + 2, width: wide, height: 18, class: 'bar' }));
    picture.append(svg('text', { x: labelWidth + wide + 6, y: top + 15.5, class: 'value' }, told ?? number(value)));
  });
  return picture;
}
