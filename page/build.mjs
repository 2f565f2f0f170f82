// Bundles src/ into bundle/, which is committed: a release can be written where there is no npm.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const out = process.argv[2] ?? 'bundle';
const engine = 'node_modules/@duckdb/duckdb-wasm';
const common = { bundle: true, minify: true, charset: 'utf8', target: ['es2022'], legalComments: 'none', logLevel: 'warning' };

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({ ...common, entryPoints: { start: 'src/start.ts' }, format: 'iife', outdir: out });
await build({
  ...common,
  entryPoints: { main: 'src/main.ts' },
  format: 'esm',
  splitting: true,
  chunkNames: '[name]',
  outdir: out,
});
await build({ ...common, entryPoints: ['src/page.css'], outdir: out });
for (const file of ['index.html', 'to_page.html', 'icon.svg']) cpSync(`src/${file}`, `${out}/${file}`);
cpSync('THIRD_PARTY.txt', `${out}/THIRD_PARTY.txt`);
const files = ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js'].map((name) => {
  const bytes = readFileSync(`${engine}/dist/${name}`);
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
});
const { name, version } = JSON.parse(readFileSync(`${engine}/package.json`, 'utf8'));
writeFileSync(`${out}/engine.json`, JSON.stringify({ package: name, version, files }) + '\n');
