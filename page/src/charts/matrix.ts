// Who cites whom: outlets down, sources across, the number of articles in each cell and its depth as the shade.
import { svg } from '../element';
import { drawnWidth, fitted } from '../figure';

export interface Axis { name: string; href: string | null }

const SLOPE = Math.SQRT1_2; // headings run up at 45°

export function matrix(down: Axis[], across: Axis[], counts: number[][], width: number): SVGElement {
  const labelWidth = Math.min(200, Math.max(104, width * 0.28));
  const cell = Math.max(34, Math.min(56, (width - labelWidth - 30) / Math.max(1, across.length)));
  const headings = across.map(({ name }) => fitted(name, 130));
  const headHeight = 22 + SLOPE * Math.max(0, ...headings.map((h) => drawnWidth(h)));
  const rowHeight = 30;
  const wide = labelWidth + Math.max(0, ...headings.map((h, i) => (i + 1) * cell + SLOPE * drawnWidth(h)));
  const height = headHeight + rowHeight * down.length + 4;
  const highest = Math.max(1, ...counts.flat());
  const picture = svg('svg', { width: wide, height, viewBox: `0 0 ${wide} ${height}` });
  across.forEach(({ name, href }, i) => {
    const x = labelWidth + (i + 0.5) * cell;
    const label = svg('text', { transform: `translate(${x + 3} ${headHeight - 8}) rotate(-45)`, class: 'label' }, svg('title', {}, name), headings[i]);
    picture.append(href ? svg('a', { href }, label) : label);
  });
  down.forEach(({ name, href }, row) => {
    const top = headHeight + row * rowHeight;
    const label = svg('text', { x: 0, y: top + 20, class: 'label' }, svg('title', {}, name), fitted(name, labelWidth - 8));
    picture.append(href ? svg('a', { href }, label) : label);
    across.forEach((source, i) => {
      const count = counts[row][i];
      const depth = count ? 1 + Math.min(4, Math.floor((Math.log1p(count) / Math.log1p(highest)) * 4.999)) : 0;
      picture.append(svg('rect', { x: labelWidth + i * cell + 1, y: top + 1, width: cell - 2, height: rowHeight - 2, rx: 2, class: `cell depth-${depth}` }, svg('title', {}, `${name} → ${source.name}: ${count}`)));
      if (count) picture.append(svg('text', { x: labelWidth + (i + 0.5) * cell, y: top + 20, class: `in-cell depth-${depth}`, 'text-anchor': 'middle' }, short(count)));
    });
  });
  return picture;
}

function short(count: number): string {
  return count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`;
}
