import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../../server/audit/audit-log.ts';
import { leafHash } from '../../../../server/audit/tree-hash.ts';
import { localLog } from '../../../../server/audit/verify.ts';
import { useLogCopies } from '../log-copies.ts';
import { actor, createLogFolder } from '../log-fixture.ts';
import { contentOf, tamper } from '../tampered-log.ts';
import { judgeStandalone, runStandalone, useJudges } from './judges.ts';

const log = useLogCopies();
const judges = useJudges();

let away: string;
beforeAll(() => {
  away = mkdtempSync(join(tmpdir(), 'intramura-auditor-'));
  cpSync('dist/audit-verify.mjs', join(away, 'audit-verify.mjs'));
});
afterAll(() => rmSync(away, { recursive: true, force: true }));

/** Runs the file alone, in a folder where nothing else of the product is. */
function runFile(args: readonly string[]): Promise<{ code: unknown; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['audit-verify.mjs', ...args], { cwd: away, env: {} }, (error, stdout) =>
      resolve({ code: error === null ? 0 : error.code, out: stdout }),
    );
  });
}

function evidence(): string[] {
  const { checkpoints, vkeys } = localLog(log.honest.options);
  return [
    ...checkpoints.flatMap((file) => ['--checkpoint', file]),
    ...vkeys.flatMap((key) => ['--vkey', key]),
  ];
}

describe('the file dist/audit-verify.mjs', () => {
  const source = (): string => readFileSync('dist/audit-verify.mjs', 'utf8');

  it('imports nothing but node:fs and node:crypto, and is short enough to be read', () => {
    const imported = Array.from(source().matchAll(/^import .* from ["'](.*)["'];$/gm), ([, name]) => name);
    expect(new Set(imported)).toEqual(new Set(['node:crypto', 'node:fs']));
    expect(source()).not.toMatch(/\bimport\(|\brequire\(|\bfetch\(|\beval\(/);
    const [code = ''] = source().split('\nconst entrySchemas = ');
    const lines = code.split('\n').filter((line) => !/^\s*(\/\/|\/\*\*|\*)/.test(line));
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
  });

  it('verifies a log, names what is wrong, and says how it is used, with the exit codes', async () => {
    const sound = await runFile(['verify', '--db', log.honest.options.path, ...evidence(), '--json']);
    expect(sound.code).toBe(0);
    expect(JSON.parse(sound.out)).toMatchObject({ exitCode: 0, entries: 42, proven: 42 });
    tamper(log.copy, 'DELETE FROM audit_entries WHERE seq = 12');
    const broken = await runFile(['verify', '--db', log.copy.options.path, ...evidence()]);
    expect(broken).toMatchObject({ code: 40 });
    expect(broken.out).toContain('entry 12: missing');
    expect((await runFile(['verify'])).code).toBe(64);
    expect((await runFile(['destroy'])).code).toBe(64);
  });
});

describe('a log in use', () => {
  it('is read from a copy with its write-ahead log, and from the file itself', async () => {
    using folder = createLogFolder();
    await using open = await openAuditLog(folder.options);
    for (let index = 0; index < 30; index += 1)
      await open.recordEvent({ type: 'auth.signed-in', user: actor.id });
    await open.checkpoint();
    const copy = join(folder.dir, 'copy.db');
    cpSync(folder.options.path, copy);
    cpSync(`${folder.options.path}-wal`, `${copy}-wal`);
    const local = localLog(folder.options);
    expect(judgeStandalone({ ...local, db: copy })).toMatchObject({ exitCode: 0, entries: 32, proven: 32 });
    expect(await judges.judge(local)).toMatchObject({ exitCode: 0, entries: 32 });
    // Without its write-ahead log the copy is an older one.
    rmSync(`${copy}-wal`);
    expect(judgeStandalone({ ...local, db: copy }).exitCode).toBeGreaterThanOrEqual(30);
  });
});

describe('a folder of tiles (C2SP tlog-tiles)', () => {
  it('is read like the log that it was made from', async () => {
    const lines = await contentOf(log.honest);
    const tiles = writeTiles(join(log.copy.dir, 'tiles'), lines);
    const verified = runStandalone(['verify', '--tiles', tiles, ...evidence(), '--json']);
    expect(JSON.parse(verified.out)).toMatchObject({ exitCode: 0, entries: 42, proven: 42 });
    writeTiles(tiles, lines.with(11, lines[12] ?? ''), lines);
    const changed = runStandalone(['verify', '--tiles', tiles, ...evidence(), '--json']);
    expect(changed.code).toBe(40);
    expect(JSON.parse(changed.out)).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ from: 12, to: 12 })]),
    });
  });
});

describe('two logs', () => {
  it('differ from an entry on, or are the same as far as both go', async () => {
    const { path } = log.copy.options;
    expect(runStandalone(['diff', log.honest.options.path, path])).toMatchObject({ code: 0 });
    tamper(log.copy, 'DELETE FROM audit_entries WHERE seq > 30');
    expect(runStandalone(['diff', log.honest.options.path, path]).out).toContain(
      'first 30 entries are the same',
    );
    tamper(log.copy, `UPDATE audit_entries SET leaf = leaf || ' ' WHERE seq = 17`);
    const different = runStandalone(['diff', log.honest.options.path, path]);
    expect(different).toMatchObject({ code: 30 });
    expect(different.out).toContain('DIVERGED at entry 17');
  });
});

describe('two checkpoints', () => {
  it('are consistent when the log leads to both', () => {
    const { checkpoints, vkeys } = localLog(log.honest.options);
    const [head = '', history = ''] = checkpoints;
    const args = ['consistency', history, head, '--vkey', vkeys[0] ?? '', '--db'];
    expect(runStandalone([...args, log.honest.options.path])).toMatchObject({ code: 0 });
    tamper(log.copy, `UPDATE audit_entries SET leaf = leaf || ' ' WHERE seq = 17`);
    expect(runStandalone([...args, log.copy.options.path])).toMatchObject({ code: 30 });
  });
});

/** Ours is a log of less than 256 entries: one partial tile of each kind. */
function writeTiles(folder: string, lines: readonly string[], hashed = lines): string {
  const entries = lines.map((line) => Buffer.from(line));
  const bundle = Buffer.concat(
    entries.flatMap((bytes) => [Buffer.of(bytes.length >> 8, bytes.length & 255), bytes]),
  );
  for (const [kind, bytes] of [
    ['entries', bundle],
    ['0', Buffer.concat(hashed.map((line) => leafHash(Buffer.from(line))))],
  ] as const) {
    mkdirSync(join(folder, 'tile', kind, '000.p'), { recursive: true });
    writeFileSync(join(folder, 'tile', kind, '000.p', String(lines.length)), bytes);
  }
  return folder;
}

/** Of code: neither comments nor the schema of entries, which is data. */
const MOST_LINES = 1600;
