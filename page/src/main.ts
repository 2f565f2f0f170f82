// The frame around the views: header, navigation, language and theme, and which view the address asks for.
import { storeChoice, storedChoice } from './choices';
import { add, el } from './element';
import { release } from './release_files';
import { address, readRoute, type Route } from './route';
import { language, languageName, languages, setLanguage, t, type TextKey } from './texts';
import { articleView } from './views/article';
import { articlesView } from './views/articles';
import { askView } from './views/ask';
import { dictionaryView } from './views/dictionary';
import { downloadsView } from './views/downloads';
import { outletView } from './views/outlet';
import { outletsView } from './views/outlets';
import { overviewView } from './views/overview';
import type { View } from './view';

const PAGES: [string, TextKey, (route: Route) => Promise<View>][] = [
  ['', 'overview', overviewView],
  ['outlets', 'outlets', outletsView],
  ['articles', 'articles', articlesView],
  ['sql', 'ask', askView],
  ['downloads', 'downloads', downloadsView],
  ['dictionary', 'dictionary', dictionaryView],
];
const UNLISTED: [string, string, (route: Route) => Promise<View>][] = [
  ['outlet', 'outlets', outletView],
  ['article', 'articles', articleView],
];
const THEMES = ['auto', 'light', 'dark'] as const;

let drawing = 0;

function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

function chosenTheme(): (typeof THEMES)[number] {
  const stored = storedChoice('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

function drawFrame(releaseName: string, schemaVersion: string): void {
  document.documentElement.lang = language();
  byId('skip').textContent = t('skip');
  const here = readRoute(location.hash).path[0] ?? '';
  const section = UNLISTED.find(([path]) => path === here)?.[1] ?? here;
  byId('top').replaceChildren(
    el('div', { class: 'brand' }, el('a', { href: address([]), class: 'name' }, 'Dateline'), el('span', { class: 'tagline' }, t('tagline'))),
    el('nav', { 'aria-label': t('navigation') }, el('ul', {}, PAGES.map(([path, name]) => el('li', {}, el('a', { href: address(path ? [path] : []), 'aria-current': path === section ? 'page' : null }, t(name)))))),
    el(
      'div', { class: 'choices' },
      el('label', {}, el('span', { class: 'visually-hidden' }, t('interface_language')), el('select', { id: 'language', change: changeLanguage }, languages().map((l) => el('option', { value: l, lang: l, selected: l === language() }, languageName(l))))),
      el('label', {}, `${t('theme')}: `, el('select', { id: 'theme', change: changeTheme }, THEMES.map((name) => el('option', { value: name, selected: name === chosenTheme() }, t(`theme_${name}`))))),
    ),
  );
  byId('bottom').replaceChildren(el('p', {}, `${t('release')} ${releaseName}, ${t('schema_version')} ${schemaVersion}. `, t('footer')));
}

function changeLanguage(event: Event): void {
  setLanguage((event.target as HTMLSelectElement).value as 'en' | 'uk');
  void draw(false).then(() => byId('language').focus());
}

function changeTheme(event: Event): void {
  const name = (event.target as HTMLSelectElement).value;
  storeChoice('theme', name);
  if (name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

async function draw(moved: boolean): Promise<void> {
  const mine = ++drawing;
  const route = readRoute(location.hash);
  const main = byId('main');
  main.setAttribute('aria-busy', 'true');
  let view: View;
  try {
    const { release: name, schema_version: version } = await release();
    if (mine !== drawing) return;
    drawFrame(name, version);
    const found = [...PAGES, ...UNLISTED].find(([path]) => path === (route.path[0] ?? ''));
    view = found ? await found[2](route) : { title: t('not_found'), parts: [] };
  } catch (error) {
    view = { title: t('failed'), parts: [el('p', { class: 'notice', role: 'alert' }, String(error instanceof Error ? error.message : error))] };
  }
  if (mine !== drawing) return; // the reader has gone on in the meantime
  main.replaceChildren(el('h1', {}, view.title));
  add(main, view.parts);
  main.removeAttribute('aria-busy');
  document.title = `${view.title} · Dateline`;
  if (moved) {
    byId('announcer').textContent = view.title;
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

byId('skip').addEventListener('click', (event) => {
  event.preventDefault(); // the part of the address after # says which view is open
  byId('main').focus();
});
addEventListener('hashchange', () => void draw(true));
if (location.protocol !== 'file:') void draw(false);
