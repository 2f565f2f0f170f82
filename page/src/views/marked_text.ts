// A text with its spans marked. Offsets count Unicode code points, a JavaScript string counts UTF-16 units.
import { el } from '../element';

export interface Marked { start: number; end: number; kind: string; kindName: string; target: string; value: string; rank: number }

export function markedText(text: string, spans: Marked[], onFollow: (target: string) => void, href: (target: string) => string): HTMLElement {
  const points = Array.from(text);
  const cuts = [...new Set([0, points.length, ...spans.flatMap((s) => [s.start, s.end])])].filter((c) => c >= 0 && c <= points.length).sort((a, b) => a - b);
  const container = el('div', { class: 'article-text' });
  for (let i = 0; i + 1 < cuts.length; i++) {
    const words = points.slice(cuts[i], cuts[i + 1]).join('');
    const over = spans.filter((s) => s.start <= cuts[i] && s.end >= cuts[i + 1]).sort((a, b) => a.rank - b.rank || a.end - a.start - (b.end - b.start));
    if (!over.length) {
      container.append(words);
      continue;
    }
    const [top] = over;
    const opens = over.filter((s) => s.start === cuts[i]).map((s) => s.kindName);
    const follow = (event: Event) => {
      event.preventDefault();
      onFollow(top.target);
    };
    container.append(el(
      'a', { class: `mark role-${top.kind}`, href: href(top.target), title: over.map((s) => s.kindName).join('; '), click: follow },
      words, opens.length ? el('span', { class: 'visually-hidden' }, ` (${opens.join('; ')}) `) : null,
    ));
  }
  return container;
}
