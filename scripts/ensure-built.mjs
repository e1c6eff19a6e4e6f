// Builds dist/ when a source is newer than the last build. Plain JavaScript: it must run before anything is compiled.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const parts = [
  {
    name: 'server',
    sources: ['server', 'tsconfig.json', 'tsconfig.build.json', 'package.json'],
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  },
  {
    name: 'audit-verify',
    sources: ['server/audit', 'scripts/build-verifier.mjs', 'package.json'],
    command: ['scripts/build-verifier.mjs'],
  },
  {
    name: 'admin-ui',
    sources: ['admin-ui', 'package.json'],
    command: [
      'node_modules/vite/bin/vite.js',
      'build',
      'admin-ui',
      '--config',
      'admin-ui/vite.config.ts',
      '--logLevel',
      'warn',
    ],
  },
];

/** Builds what is out of date. `force` builds everything. Output goes to standard error only. */
export function ensureBuilt({ force = false, only } = {}) {
  if (!existsSync(join(root, 'node_modules', 'typescript'))) return;
  for (const part of parts) {
    if (only !== undefined && part.name !== only) continue;
    const stamp = join(root, 'dist', `.${part.name}.stamp`);
    if (!force && existsSync(stamp) && newest(part.sources) <= statSync(stamp).mtimeMs) continue;
    process.stderr.write(`Building ${part.name} …\n`);
    const started = Date.now();
    // Whoever asks: a test runner says it is testing, and would get React's development build, half as large again.
    const env = { ...process.env, NODE_ENV: 'production' };
    const result = spawnSync(process.execPath, part.command, { cwd: root, env, stdio: ['ignore', 2, 2] });
    if (result.status !== 0) process.exit(result.status ?? 1);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, '');
    process.stderr.write(`Built ${part.name} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  }
}

function newest(sources) {
  return Math.max(...sources.map((source) => newestOf(join(root, source))));
}

function newestOf(path) {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newestOf(join(path, name))));
}
