// Who else carries an article's story, how close each text is, and from how many first sources their chains start.
import { el, type Part } from '../element';
import { table } from '../figure';
import { articleRow, rowsOfCluster, type Row } from '../parquet_rows';
import { placeOfArticle } from '../release_files';
import { address } from '../route';
import { number, percent, t } from '../texts';

const SHOWN = 15;

export async function storySection({ article_id: id, cluster_id: cluster }: Row, nameOf: (id: string | null) => string): Promise<Part> {
  if (typeof cluster !== 'string') return null;
  const [[found], members] = await Promise.all([rowsOfCluster('corroboration', cluster), rowsOfCluster('cluster_members', cluster)]);
  if (!found) return null;
  const ordered = [...members].sort((a, b) => Number(b.article_id === id) - Number(a.article_id === id) || Number(b.similarity) - Number(a.similarity)).slice(0, SHOWN);
  const told = await Promise.all(ordered.map(async (m) => ({ member: m, article: await articleOf(String(m.article_id)) })));
  const keys = listed(found.origin_source_ids);
  const nameOfSource = new Map(listed(found.origins).map((name, i) => [keys[i], name]));
  const names = listed(found.origins);
  const note = t('story_note', { members: number(Number(found.article_count)), origins: number(Number(found.origin_count)), named: names.length ? ` (${names.slice(0, 3).join(', ')}${names.length > 3 ? '…' : ''})` : '', unsourced: number(Number(found.unsourced_count)) });
  return el(
    'section', { class: 'story' }, el('h2', {}, t('story_section')), el('p', {}, el('strong', {}, String(found.summary))), el('p', { class: 'note' }, note),
    table({
      head: [t('title'), t('outlet'), t('published'), t('similarity'), t('first_sources')], numeric: [3],
      rows: told.map(({ member, article }) => [
        member.article_id === id ? el('span', { class: 'here' }, t('this_one')) : el('a', { href: address(['article', String(member.article_id)]) }, String(article?.title ?? t('untitled'))),
        article?.outlet_id ? el('a', { href: address(['outlet', String(article.outlet_id)]) }, nameOf(String(article.outlet_id))) : t('unknown_outlet'),
        String(article?.published_edtf ?? t('undated')),
        percent(Number(member.similarity), 1),
        listed(member.origin_source_ids).map((key) => nameOfSource.get(key) ?? key).join(', ') || t('unsourced'),
      ]),
    }, t('story_section')),
    members.length > SHOWN ? el('p', { class: 'note' }, t('story_shown', { shown: number(SHOWN), all: number(members.length) })) : null,
  );
}

async function articleOf(articleId: string): Promise<Row | null> {
  const place = await placeOfArticle(articleId);
  return place && articleRow(place, articleId, ['article_id', 'title', 'outlet_id', 'published_edtf']);
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
