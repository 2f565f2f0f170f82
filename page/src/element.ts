// Elements are built from parts; text only ever becomes a text node, so nothing in the data can become markup.

export type Part = Node | string | number | null | undefined | false | Part[];
export type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

const SVG = 'http://www.w3.org/2000/svg';

function fill(element: Element, attributes: Attributes, parts: Part[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  add(element, parts);
}

export function add(element: Element, parts: Part[]): void {
  for (const part of parts) {
    if (part === null || part === undefined || part === false) continue;
    if (Array.isArray(part)) add(element, part);
    else element.append(part instanceof Node ? part : String(part));
  }
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...parts: Part[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes, parts);
  return element;
}

export function svg(tag: string, attributes: Attributes = {}, ...parts: Part[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  fill(element, attributes, parts);
  return element;
}

// Only web addresses become links: an article's url column is data too.
export function webAddress(value: unknown): string | null {
  const text = String(value ?? '');
  return /^https?:\/\//i.test(text) ? text : null;
}
