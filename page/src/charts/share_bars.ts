// A whole cut into parts, one bar per row; the numbers stand in the bars where there is room.
import { svg } from '../element';
import { fitted } from '../figure';

export interface Parted { name: string; href: string | null; parts: number[] }

export function shareBars(rows: Parted[], swatches: string[], partNames: string[], width: number): SVGElement {
  const narrow = width < 520;
  const labelWidth = narrow ? 0 : Math.min(190, width * 0.3);
  const rowHeight = narrow ? 52 : 34;
  const height = rows.length * rowHeight + 4;
  const plotWidth = width - labelWidth;
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  rows.forEach(({ name, href, parts }, row) => {
    const top = row * rowHeight + (narrow ? 22 : 6);
    const label = svg('text', { x: 0, y: narrow ? top - 6 : top + 16, class: 'label' }, svg('title', {}, name), fitted(name, narrow ? width : labelWidth - 8));
    picture.append(href ? svg('a', { href }, label) : label);
    const whole = parts.reduce((a, b) => a + b, 0) || 1;
    let x = labelWidth;
    parts.forEach((part, i) => {
      const wide = (part / whole) * plotWidth;
      if (!wide) return;
      const percent = `${Math.round((100 * part) / whole)} %`;
      picture.append(svg('rect', { x, y: top, width: Math.max(0.5, wide - 1), height: 22, class: `part ${swatches[i]}` }, svg('title', {}, `${name}, ${partNames[i]}: ${part} (${percent})`)));
      if (wide > 44) picture.append(svg('text', { x: x + wide / 2, y: top + 15.5, class: `in-part ${swatches[i]}`, 'text-anchor': 'middle' }, percent));
      x += wide;
    });
  });
  return picture;
}
