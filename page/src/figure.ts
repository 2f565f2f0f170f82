// A figure: drawn for the width there is, drawn again when that changes, and told as a table for those who do not see it.
import { el, type Part } from './element';
import { t } from './texts';

export interface Told { head: string[]; rows: Part[][]; numeric?: number[] }
export interface Figure { title: string; note?: Part; summary: string; told: Told; legend?: Node | null; draw: (width: number) => Element }

export function figure({ title, note, summary, told, legend, draw }: Figure): HTMLElement {
  const drawing = el('div', { class: 'drawing' });
  let drawnFor = 0;
  const redraw = () => {
    const width = Math.floor(drawing.clientWidth);
    if (width === drawnFor || width === 0) return;
    drawnFor = width;
    const picture = draw(width);
    picture.setAttribute('role', picture.querySelector('a') ? 'group' : 'img'); // what is inside an img cannot be reached
    picture.setAttribute('aria-label', `${title}. ${summary}`);
    drawing.replaceChildren(picture);
  };
  new ResizeObserver(redraw).observe(drawing);
  return el(
    'figure', {},
    el('figcaption', {}, el('h2', {}, title), note ? el('p', { class: 'note' }, note) : null),
    legend,
    drawing,
    el('details', { class: 'as-table' }, el('summary', {}, t('as_table')), table(told, title)),
  );
}

export function table({ head, rows, numeric = [] }: Told, caption: string): HTMLElement {
  const isNumber = new Set(numeric);
  return el(
    'div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    el(
      'table', {},
      el('caption', { class: 'visually-hidden' }, caption),
      el('thead', {}, el('tr', {}, head.map((h, i) => el('th', { scope: 'col', class: isNumber.has(i) ? 'number' : null }, h)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell, i) => el('td', { class: isNumber.has(i) ? 'number' : null }, cell))))),
    ),
  );
}

export function legend(entries: { name: string; swatch: string }[]): HTMLElement {
  return el('ul', { class: 'legend' }, entries.map((e) => el('li', {}, el('span', { class: `swatch ${e.swatch}`, 'aria-hidden': 'true' }), e.name)));
}

const pen = document.createElement('canvas').getContext('2d');

// How wide a label is drawn, in pixels.
export function drawnWidth(label: string, pixelSize = 13, weight = 400): number {
  if (!pen) return label.length * pixelSize * 0.6;
  pen.font = `${weight} ${pixelSize}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(label).width;
}

// Cuts a label to the pixels there are; the whole of it stays in the tooltip and the table.
export function fitted(label: string, pixels: number, pixelSize = 13, weight = 400): string {
  if (drawnWidth(label, pixelSize, weight) <= pixels) return label;
  const characters = Array.from(label);
  while (characters.length > 1 && drawnWidth(characters.join('') + '…', pixelSize, weight) > pixels) characters.pop();
  return characters.join('').trimEnd() + '…';
}
