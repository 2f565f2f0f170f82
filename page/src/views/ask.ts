// Questions in SQL: saved ones, one's own, the answer as table and chart, CSV, and an address that brings it back.
import type { Result } from '../arrow_values';
import { csv } from '../csv';
import { el, type Part } from '../element';
import { table } from '../figure';
import type { View } from '../view';
import { dictionary, engineFiles, release } from '../release_files';
import { address, type Route } from '../route';
import QUESTIONS from '../saved_questions.json';
import { language, number, size, t, worded } from '../texts';
import { resultChart } from './result_chart';

const SHOWN = 500;

export async function askView(route: Route): Promise<View> {
  const { release: shown, tables } = await release();
  const asked = route.parameters.get('release');
  const sql = route.parameters.get('sql');
  const box = el('textarea', { id: 'sql', rows: 8, spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', 'aria-describedby': 'sql-hint' });
  box.value = sql ?? QUESTIONS[0].sql;
  const answer = el('div', { id: 'answer', 'aria-live': 'polite' });
  const pin = () => address(['sql'], { release: shown, sql: box.value });
  const run = async () => {
    history.replaceState(null, '', pin());
    answer.setAttribute('aria-busy', 'true');
    answer.replaceChildren(...(await answered(box.value, (said) => answer.replaceChildren(el('p', { class: 'note' }, said)))));
    answer.removeAttribute('aria-busy');
  };
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void run();
    }
  });
  const copied = el('span', { role: 'status', class: 'note' });
  const copy = async () => {
    history.replaceState(null, '', pin());
    await navigator.clipboard?.writeText(location.href).catch(() => undefined);
    copied.textContent = t('copied');
  };
  const choose = (chosen: string) => {
    box.value = chosen;
    void run();
  };
  if (sql && asked === shown) void Promise.resolve().then(run);
  return {
    title: t('ask'),
    parts: [
      el('p', {}, t('ask_intro')),
      asked && asked !== shown ? elsewhere(asked, shown, route) : null,
      el('h2', { id: 'saved' }, t('saved_questions')),
      el('ul', { class: 'chips', 'aria-labelledby': 'saved' }, QUESTIONS.map((q) => el('li', {}, el('button', { click: () => choose(q.sql) }, q[language()])))),
      el('p', { class: 'form' }, el('label', { for: 'sql' }, t('sql_label')), box),
      el('p', { class: 'buttons' }, el('button', { id: 'run', class: 'main', click: () => void run() }, t('run')), el('button', { id: 'permalink', click: () => void copy() }, t('permalink')), el('span', { id: 'sql-hint', class: 'note' }, t('run_hint')), copied),
      await tablesThere(Object.keys(tables)),
      answer,
    ],
  };
}

function elsewhere(asked: string, shown: string, route: Route): Part {
  const there = /^[\w.-]+$/.test(asked) ? `../../${asked}/page/${address(route.path, Object.fromEntries(route.parameters))}` : null;
  return el('p', { class: 'notice', role: 'alert' }, t('pinned_elsewhere', { asked, shown }), ' ', there ? el('a', { href: there }, t('open_there')) : null);
}

async function tablesThere(names: string[]): Promise<HTMLElement> {
  const described = (await dictionary()).filter((d) => names.includes(d.name));
  return el(
    'details', { class: 'as-table' }, el('summary', {}, t('tables_there')),
    el('dl', { class: 'schema' }, described.map((d) => [el('dt', {}, el('a', { href: address(['dictionary', d.name]) }, d.name)), el('dd', {}, d.columns.map((c) => c.name).join(', '))])),
  );
}

async function answered(sql: string, say: (words: string) => void): Promise<HTMLElement[]> {
  const { files, package: name, version } = await engineFiles();
  say(t('engine_loading', { size: size(files.reduce((sum, f) => sum + f.bytes, 0)) }));
  const engine = await import('../engine');
  try {
    await engine.startEngine();
    say(t('running'));
    return resultParts(await engine.ask(sql));
  } catch (error) {
    if (error instanceof engine.EngineMissing) {
      return [el('div', { class: 'notice', role: 'alert' }, el('p', {}, el('strong', {}, t('engine_missing'))), el('p', {}, worded('engine_how', { package: `${name}@${version}` })), el('ul', {}, files.map((f) => el('li', {}, el('code', {}, `dist/${f.name}`), ` (${size(f.bytes)})`))))];
    }
    if (error instanceof engine.EngineChanged) return [el('p', { class: 'notice', role: 'alert' }, t('engine_changed'))];
    return [el('div', { class: 'notice', role: 'alert' }, el('p', {}, el('strong', {}, t('query_failed'))), el('pre', {}, error instanceof Error ? error.message : String(error)))];
  }
}

function resultParts(result: Result): HTMLElement[] {
  const { columns, rows, milliseconds, cutOff } = result;
  const save = () => {
    const link = el('a', { href: URL.createObjectURL(new Blob([csv(result)], { type: 'text/csv;charset=utf-8' })), download: 'dateline.csv' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const cell = (value: unknown, isNumber: boolean): Part => (value === null ? el('span', { class: 'null' }, 'null') : isNumber && typeof value === 'number' ? value.toLocaleString(language(), { maximumFractionDigits: 6, useGrouping: false }) : String(value));
  return [
    el('h2', {}, t('result')),
    el('p', { class: 'note' }, t('rows_in', { n: number(rows.length), ms: number(milliseconds) }), '. ', cutOff ? t('cut_off', { n: number(rows.length) }) : null, ' ', rows.length > SHOWN ? t('first_rows', { shown: number(SHOWN) }) : null),
    el('p', { class: 'buttons' }, el('button', { id: 'save-csv', click: save, disabled: !columns.length }, t('save_csv'))),
    rows.length ? resultChart(result) : el('p', {}, t('empty_result')),
    table({ head: columns.map((c) => c.name), numeric: columns.flatMap((c, i) => (c.isNumber ? [i] : [])), rows: rows.slice(0, SHOWN).map((row) => row.map((v, i) => cell(v, columns[i].isNumber))) }, t('result')),
  ];
}
