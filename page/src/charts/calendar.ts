// Days of the last twelve months: weeks across, weekdays down, deeper where there are more articles.
import { svg } from '../element';
import type { Day } from '../release_files';
import { t } from '../texts';

const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const name = (time: number) => new Date(time).toISOString().slice(0, 10);

export function calendar(days: Day[], width: number, language: string): SVGElement {
  const known = new Map(days.map((d) => [d.day, d]));
  const last = at(days[days.length - 1].day);
  const weeksShown = Math.max(10, Math.min(53, Math.floor((width - 34) / 14)));
  const weekday = (new Date(last).getUTCDay() + 6) % 7;
  const monday = last - (weekday + (weeksShown - 1) * 7) * DAY;
  const size = Math.min(18, (width - 34) / weeksShown);
  const height = 20 + 7 * size;
  const highest = Math.max(1, ...days.map((d) => d.articles));
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const weekdays = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  for (const row of [0, 2, 4]) picture.append(svg('text', { x: 0, y: 20 + row * size + size * 0.78, class: 'tick' }, weekdays.format(monday + row * DAY)));
  let labelled = '';
  let room = 0;
  for (let week = 0; week < weeksShown; week++) {
    const x = 30 + week * size;
    const month = name(monday + week * 7 * DAY).slice(0, 7);
    if (month !== labelled && x >= room && x < width - 24) {
      picture.append(svg('text', { x, y: 12, class: 'tick' }, months.format(monday + week * 7 * DAY)));
      labelled = month;
      room = x + 44;
    }
    for (let row = 0; row < 7; row++) {
      const time = monday + (week * 7 + row) * DAY;
      if (time > last) continue;
      const { articles = 0, expected = null, status = null } = known.get(name(time)) ?? {};
      const depth = articles ? 1 + Math.min(4, Math.floor((articles / highest) * 4.999)) : 0;
      const told = `${name(time)}: ${articles}${expected === null ? '' : ` (${t('expected_count')}: ${expected})`}`;
      picture.append(svg('rect', { x: x + 1, y: 21 + row * size, width: size - 3, height: size - 3, rx: 2, class: `cell depth-${depth} day-${status ?? 'unknown'}` }, svg('title', {}, told)));
    }
  }
  return picture;
}
