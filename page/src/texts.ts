// Every word of the interface in both languages, and the language that is on.
import { storeChoice, storedChoice } from './choices';
import { el, type Part } from './element';

export type Language = 'en' | 'uk';

const TEXTS = {
  language_name: ['English', 'Українська'],
  skip: ['Skip to content', 'Перейти до вмісту'],
  tagline: ['who published it, whom it cites, and when', 'хто опублікував, на кого посилається і коли'],
  navigation: ['Pages', 'Розділи'],
  overview: ['Overview', 'Огляд'],
  outlets: ['Outlets', 'Видання'],
  articles: ['Articles', 'Статті'],
  ask: ['Ask with SQL', 'Запити SQL'],
  downloads: ['Downloads', 'Завантаження'],
  dictionary: ['Data dictionary', 'Словник даних'],
  theme: ['Theme', 'Тема'],
  theme_auto: ['as the system', 'як у системі'],
  theme_light: ['light', 'світла'],
  theme_dark: ['dark', 'темна'],
  interface_language: ['Language', 'Мова'],
  release: ['Release', 'Випуск'],
  schema_version: ['schema', 'схема'],
  footer: ['Facts about articles are open data; texts appear only where their rights allow it. This page loads nothing from other hosts.', 'Факти про статті є відкритими даними; тексти показано лише там, де це дозволяють права. Ця сторінка нічого не завантажує з інших вузлів.'],
  loading: ['Loading…', 'Завантаження…'],
  failed: ['This could not be loaded', 'Не вдалося завантажити'],
  not_found: ['There is no such page.', 'Такої сторінки немає.'],
  as_table: ['The same as a table', 'Те саме таблицею'],
  total: ['total', 'разом'],
  none: ['none', 'немає'],
  others: ['others and not known', 'інші та невідомі'],
  unknown_outlet: ['outlet not known', 'видання невідоме'],
  undated: ['undated', 'без дати'],
  count_articles: ['articles', 'статей'],
  count_outlets: ['outlets', 'видань'],
  count_citations: ['citations', 'посилань'],
  count_sources: ['named sources', 'названих джерел'],
  count_dates: ['dates in texts', 'дат у текстах'],
  from_to: ['published', 'опубліковано'],
  by_language: ['Languages', 'Мови'],
  fig_months: ['Articles by outlet and month', 'Статті за виданнями та місяцями'],
  fig_months_note: ['{from} to {to}: the outlets with most articles in these months, all on one scale; the number is the sum of the row. Undated articles are left out.', '{from} – {to}: видання з найбільшою кількістю статей за ці місяці, усі в одному масштабі; число — сума рядка. Статті без дати не враховано.'],
  fig_shares: ['Articles that name their sources', 'Статті, що називають свої джерела'],
  fig_shares_note: ['Share of each outlet’s articles, the outlet itself not counted as a source.', 'Частка статей кожного видання; саме видання джерелом не вважається.'],
  named: ['a named source', 'назване джерело'],
  unnamed_only: ['only unnamed sources', 'лише неназвані джерела'],
  unsourced: ['no source', 'без джерела'],
  fig_matrix: ['Who cites whom', 'Хто на кого посилається'],
  fig_matrix_note: ['The sources that most outlets cite, across, and the outlets that cite them most, down; the number of articles.', 'Джерела, на які посилається найбільше видань, у стовпцях; видання, що посилаються на них найчастіше, у рядках; кількість статей.'],
  fig_published: ['How exactly the publication date is known', 'Наскільки точно відома дата публікації'],
  fig_expressions: ['How exact the dates in the texts are', 'Наскільки точні дати в текстах'],
  fig_stories: ['One story, how many origins', 'Одна новина: скільки першоджерел'],
  fig_stories_note: ['Groups of near-duplicates carried by most outlets, and the independent sources they go back to.', 'Групи майже однакових текстів у найбільшій кількості видань та незалежні джерела, до яких вони зводяться.'],
  story: ['story', 'новина'],
  origins: ['origins', 'першоджерела'],
  origin_names: ['which', 'які саме'],
  story_section: ['The same story elsewhere', 'Та сама новина деінде'],
  story_note: ['Near-duplicate texts: {members}. Independent first sources, when their citations are followed back: {origins}{named}. Texts that name no source, and so confirm nothing: {unsourced}.', 'Майже однакових текстів: {members}. Незалежних першоджерел, якщо простежити посилання: {origins}{named}. Текстів без жодного джерела, які нічого не підтверджують: {unsourced}.'],
  story_shown: ['The first {shown} of {all}.', 'Перші {shown} з {all}.'],
  similarity: ['in common', 'спільного'],
  first_sources: ['its chain starts from', 'ланцюжок починається з'],
  this_one: ['this article', 'ця стаття'],
  precision_instant: ['to the minute', 'до хвилини'],
  precision_day: ['day', 'день'],
  precision_month: ['month', 'місяць'],
  precision_year: ['year', 'рік'],
  precision_interval: ['interval', 'проміжок'],
  precision_none: ['not known', 'невідомо'],
  outlet: ['outlet', 'видання'],
  source: ['source', 'джерело'],
  month: ['month', 'місяць'],
  country: ['country', 'країна'],
  kind: ['kind', 'вид'],
  share: ['share', 'частка'],
  cited_by: ['cited by outlets', 'посилаються видань'],
  filter_outlets: ['Find an outlet by name', 'Знайти видання за назвою'],
  shown_of: ['shown of', 'показано з'],
  no_such_outlet: ['This release has no such outlet.', 'У цьому випуску такого видання немає.'],
  fig_cites: ['Whom it cites', 'На кого посилається'],
  fig_cited_by: ['Who cites it', 'Хто посилається на нього'],
  fig_hops: ['How far to the first source', 'Як далеко до першоджерела'],
  fig_hops_note: ['Hops in the longest chain of each article: 1 is a source the article leans on directly.', 'Кількість ланок у найдовшому ланцюжку статті: 1 — джерело, на яке стаття спирається безпосередньо.'],
  hops: ['hops', 'ланок'],
  hop: ['hop', 'ланка'],
  fig_calendar: ['Days with articles', 'Дні зі статтями'],
  fig_calendar_note: ['The twelve months up to {to}; deeper where there are more articles.', 'Дванадцять місяців до {to}; темніше там, де статей більше.'],
  expected_count: ['expected', 'очікувано'],
  status_expected: ['as expected', 'як очікувано'],
  status_low: ['fewer than expected', 'менше, ніж очікувано'],
  status_quiet: ['nothing, though articles were expected', 'нічого, хоча статей очікували'],
  status_no_history: ['too early to tell', 'замало даних'],
  day: ['day', 'день'],
  nobody: ['Nobody in this release.', 'У цьому випуску ніхто.'],
  top_of: ['The first {shown} of {all}.', 'Перші {shown} з {all}.'],
  latest: ['Latest articles', 'Останні статті'],
  title: ['title', 'заголовок'],
  untitled: ['(without a headline)', '(без заголовка)'],
  published: ['published', 'дата виходу'],
  language: ['language', 'мова'],
  go_to_article: ['Open an article by its id', 'Відкрити статтю за ідентифікатором'],
  open: ['Open', 'Відкрити'],
  choose_month: ['Month', 'Місяць'],
  previous: ['Previous', 'Попередні'],
  next: ['Next', 'Наступні'],
  rows_of: ['{from}–{to} of {all}', '{from}–{to} з {all}'],
  no_such_article: ['This release has no article with this id.', 'У цьому випуску немає статті з таким ідентифікатором.'],
  text_section: ['The text, with what was read from it', 'Текст і те, що з нього прочитано'],
  text_withheld: ['The text is not published: its rights do not allow it. Here is where everything stands in it, in code points; whoever holds the text can check with its SHA-256.', 'Текст не опубліковано: цього не дозволяють права. Нижче — де що в ньому стоїть, у кодових точках; хто має текст, може звірити його за SHA-256.'],
  chain_section: ['The citation chain', 'Ланцюжок посилань'],
  chain_of: ['Sources that the article leans on: {n}.', 'Джерел, на які спирається стаття: {n}.'],
  no_citations: ['This article names no source.', 'Ця стаття не називає джерел.'],
  this_article: ['this article', 'ця стаття'],
  via: ['through', 'через'],
  facts_section: ['Facts', 'Факти'],
  why_section: ['Why each value is what it is', 'Чому значення саме такі'],
  value: ['value', 'значення'],
  column: ['column', 'стовпець'],
  words: ['words', 'слова'],
  place_in_text: ['place', 'місце'],
  rule: ['rule', 'правило'],
  confidence: ['confidence', 'певність'],
  cue: ['cue', 'ознака'],
  role: ['role', 'роль'],
  background: ['in a recap', 'у передісторії'],
  legend: ['Legend', 'Позначки'],
  role_self: ['self: the outlet names itself', 'self: видання називає себе'],
  role_immediate: ['immediate: what the article has this from', 'immediate: звідки взято повідомлення'],
  role_upstream: ['upstream: what that source had it from', 'upstream: звідки взяло його те джерело'],
  role_venue: ['venue: where it was said', 'venue: де це сказано'],
  role_speaker: ['speaker: whose words', 'speaker: чиї слова'],
  role_wire: ['wire: agency line', 'wire: рядок агентства'],
  role_date: ['date', 'дата'],
  role_evidence: ['other evidence', 'інші підстави'],
  ask_intro: ['DuckDB runs in this browser and reads the release’s own Parquet files by ranges: nothing is sent anywhere.', 'DuckDB працює у вашому браузері й читає Parquet-файли випуску частинами: нічого нікуди не надсилається.'],
  saved_questions: ['Saved questions', 'Готові запитання'],
  sql_label: ['SQL (DuckDB)', 'SQL (DuckDB)'],
  run: ['Run', 'Виконати'],
  run_hint: ['Ctrl + Enter runs it.', 'Ctrl + Enter виконує.'],
  tables_there: ['Tables and columns', 'Таблиці та стовпці'],
  engine_loading: ['Loading the engine ({size}, once)…', 'Завантаження рушія ({size}, один раз)…'],
  running: ['Running…', 'Виконується…'],
  engine_missing: ['The SQL engine is not part of this copy of the page.', 'У цій копії сторінки немає рушія SQL.'],
  engine_how: ['Run `make page-assets` and `dateline release page`, or put these files of the npm package {package} into page/engine/. All other parts of the page work without it; the Parquet files can be asked with any DuckDB.', 'Виконайте `make page-assets` і `dateline release page` або покладіть ці файли з npm-пакета {package} до page/engine/. Решта сторінки працює без нього; Parquet-файли можна запитувати будь-яким DuckDB.'],
  engine_changed: ['A file of the SQL engine is not the one this page was built for (SHA-256 differs); it was not run.', 'Файл рушія SQL не той, для якого зібрано сторінку (SHA-256 відрізняється); його не запущено.'],
  query_failed: ['The query failed', 'Запит не виконано'],
  result: ['Result', 'Результат'],
  rows_in: ['{n} rows in {ms} ms', 'рядків: {n}, за {ms} мс'],
  first_rows: ['The first {shown} are shown; the CSV has all that were read.', 'Показано перші {shown}; у CSV є все прочитане.'],
  cut_off: ['Reading stopped after {n} rows; ask for less, or use DuckDB on the downloaded files.', 'Читання зупинено після {n} рядків; звузьте запит або скористайтеся DuckDB із завантаженими файлами.'],
  save_csv: ['Save as CSV', 'Зберегти як CSV'],
  permalink: ['Copy permalink', 'Скопіювати посилання'],
  copied: ['The permalink is in the clipboard and in the address bar.', 'Посилання скопійовано; воно також у рядку адреси.'],
  pinned_elsewhere: ['This question was asked of release {asked}; this page shows {shown}.', 'Це запитання ставили випуску {asked}; ця сторінка показує {shown}.'],
  open_there: ['Open it there', 'Відкрити там'],
  chart: ['Chart', 'Діаграма'],
  chart_of: ['Chart of', 'Діаграма:'],
  chart_by: ['by', 'за'],
  empty_result: ['No rows.', 'Немає рядків.'],
  file: ['file', 'файл'],
  files: ['files', 'файлів'],
  size: ['size', 'розмір'],
  rows: ['rows', 'рядків'],
  downloads_intro: ['Every file of the release with its SHA-256, as manifest.json lists it. `dateline release verify` checks them all.', 'Усі файли випуску з їхніми SHA-256, як у manifest.json. `dateline release verify` перевіряє їх усі.'],
  no_manifest: ['manifest.json is missing; these are the Parquet files.', 'manifest.json відсутній; ось файли Parquet.'],
  page_files: ['files of this page', 'файли цієї сторінки'],
  type: ['type', 'тип'],
  meaning: ['meaning', 'значення'],
  example: ['example', 'приклад'],
  filled: ['filled', 'заповнено'],
  key: ['Key', 'Ключ'],
  one_of: ['One of', 'Одне з'],
} satisfies Record<string, [string, string]>;

export type TextKey = keyof typeof TEXTS;

const LANGUAGES: Language[] = ['en', 'uk'];

function firstLanguage(): Language {
  const stored = storedChoice('language');
  if (stored === 'en' || stored === 'uk') return stored;
  return navigator.languages.some((l) => l.toLowerCase().startsWith('uk')) ? 'uk' : 'en';
}

let current: Language = firstLanguage();

export const language = () => current;
export const languages = () => LANGUAGES;

export function setLanguage(chosen: Language): void {
  current = chosen;
  storeChoice('language', chosen);
}

export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return TEXTS[key][LANGUAGES.indexOf(current)].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

// The same with what stands in backquotes set as code.
export function worded(key: TextKey, values: Record<string, string | number> = {}): Part[] {
  return t(key, values).split('`').map((part, i) => (i % 2 ? el('code', {}, part) : part));
}

export function languageName(of: Language): string {
  return TEXTS.language_name[LANGUAGES.indexOf(of)];
}

export const number = (value: number) => value.toLocaleString(current);
export const percent = (part: number, whole: number) => (whole ? `${Math.round((100 * part) / whole)} %` : '–');

export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** step).toLocaleString(current, { maximumFractionDigits: step ? 1 : 0 })} ${units[step]}`;
}

export function precisionName(precision: string): string {
  const key = `precision_${precision}`;
  return key in TEXTS ? t(key as TextKey) : precision;
}

export function roleName(role: string): string {
  const key = `role_${role}`;
  return key in TEXTS ? t(key as TextKey) : role;
}
