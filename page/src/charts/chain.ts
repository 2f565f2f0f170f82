// The citation chain: the article on the left (above, on a phone), each further column one hop away from it.
import { svg } from '../element';
import { fitted } from '../figure';

export interface Link { position: number; name: string; role: string; roleName: string; hop: number; via: number | null }

export interface Mention { position: number; key: string; name: string; role: string; channel: string | null; hop: number; via: number | null }

// Mentions of one source in one role, reached the same way, are one link of the chain.
export function linked(mentions: Mention[]): Link[] {
  const links = new Map<string, Link & { times: number }>();
  const positionOf = new Map<number, number>();
  for (const m of [...mentions].sort((a, b) => a.hop - b.hop || a.position - b.position)) {
    const via = m.via === null ? null : (positionOf.get(m.via) ?? null);
    const key = JSON.stringify([m.key, m.role, m.channel, m.hop, via]);
    const known = links.get(key);
    if (known) known.times += 1;
    else links.set(key, { position: m.position, name: m.name, role: m.role, roleName: m.role + (m.channel ? `, ${m.channel}` : ''), hop: m.hop, via, times: 1 });
    positionOf.set(m.position, links.get(key)!.position);
  }
  return [...links.values()].map(({ times, ...link }) => ({ ...link, roleName: times > 1 ? `${link.roleName} × ${times}` : link.roleName }));
}

export function chain(root: string, links: Link[], width: number): SVGElement {
  return width < 560 ? downwards(root, links, width) : sidewards(root, links, width);
}

function box(x: number, y: number, wide: number, title: string, under: string, cssClass: string): SVGElement {
  return svg(
    'g', { transform: `translate(${x} ${y})` },
    svg('title', {}, under ? `${title}, ${under}` : title),
    svg('rect', { width: wide, height: 44, rx: 6, class: `box ${cssClass}` }),
    svg('text', { x: 10, y: under ? 19 : 27, class: 'box-name' }, fitted(title, wide - 20, 13, 600)),
    under ? svg('text', { x: 10, y: 36, class: 'box-role' }, fitted(under, wide - 20, 11.5)) : null,
  );
}

function sidewards(root: string, links: Link[], width: number): SVGElement {
  const columns = Math.max(1, ...links.map((l) => l.hop)) + 1;
  const gap = 44;
  const wide = Math.min(230, (width - gap * (columns - 1)) / columns);
  const byColumn = new Map<number, Link[]>();
  for (const link of links) byColumn.set(link.hop, [...(byColumn.get(link.hop) ?? []), link]);
  const tallest = Math.max(1, ...[...byColumn.values()].map((c) => c.length));
  const height = tallest * 58;
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const places = new Map<number, [number, number]>();
  for (const [hop, column] of byColumn) {
    const offset = (height - column.length * 58) / 2;
    column.forEach((link, i) => places.set(link.position, [hop * (wide + gap), offset + i * 58 + 7]));
  }
  const rootY = height / 2 - 22;
  for (const link of links) {
    const [x, y] = places.get(link.position)!;
    const [fromX, fromY] = (link.via !== null && places.get(link.via)) || [0, rootY];
    if (link.hop > 0) {
      const start = fromX + wide;
      picture.append(svg('path', { d: `M${start} ${fromY + 22} C${start + gap / 2} ${fromY + 22} ${x - gap / 2} ${y + 22} ${x - 7} ${y + 22}`, class: 'arrow' }));
      picture.append(svg('path', { d: `M${x - 8} ${y + 17} l8 5 l-8 5 z`, class: 'arrow-head' }));
    }
  }
  picture.append(box(0, rootY, wide, root, '', 'root'));
  for (const link of links) if (link.hop > 0) picture.append(box(...places.get(link.position)!, wide, link.name, link.roleName, `role-${link.role}`));
  return picture;
}

function downwards(root: string, links: Link[], width: number): SVGElement {
  const ordered: Link[] = [];
  const follow = (via: number | null) => {
    for (const link of links) {
      const reached = link.via !== null && links.some((l) => l.position === link.via) ? link.via : null;
      if (link.hop > 0 && reached === via && !ordered.includes(link)) {
        ordered.push(link);
        follow(link.position);
      }
    }
  };
  follow(null);
  const height = (ordered.length + 1) * 58;
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  picture.append(box(0, 7, width, root, '', 'root'));
  const rows = new Map(ordered.map((l, i) => [l.position, i + 1]));
  for (const link of ordered) {
    const indent = Math.min(link.hop, 5) * 22;
    const row = rows.get(link.position)!;
    const from = (link.via !== null && rows.get(link.via)) || 0;
    const x = indent - 12;
    picture.append(svg('path', { d: `M${x} ${from * 58 + 51} V${row * 58 + 29} H${indent - 6}`, class: 'arrow' }));
    picture.append(svg('path', { d: `M${indent - 7} ${row * 58 + 25} l6 4 l-6 4 z`, class: 'arrow-head' }));
    picture.append(box(indent, row * 58 + 7, width - indent, link.name, link.roleName, `role-${link.role}`));
  }
  return picture;
}
