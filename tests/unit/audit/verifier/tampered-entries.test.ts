import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportEntries } from '../../../../server/audit/export.ts';
import { hashLeaf } from '../../../../server/audit/leaf.ts';
import { localLog } from '../../../../server/audit/verify.ts';
import type { VerifyReport } from '../../../../server/audit/verifier/verify-report.ts';
import { placesOf, useLogCopies } from '../log-copies.ts';
import { contentOf, provenBelow, rewrite, tamper } from '../tampered-log.ts';
import { useJudges } from './judges.ts';

/** Classes T01 to T05, T14, T15 and T25 to T27 of docs/audit-tampering.md: what is wrong shows in the log itself. */

const log = useLogCopies();
const { judge } = useJudges();

function verdict(): Promise<VerifyReport> {
  return judge(localLog(log.copy.options));
}

async function exportCopy(change: (lines: string[]) => string[]): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportEntries(log.copy.options.path, 'jsonl')) lines.push(line);
  const file = `${log.copy.dir}/export.jsonl`;
  writeFileSync(file, `${change(lines).join('\n')}\n`);
  return file;
}

describe('an honest log', () => {
  it('is sound for every implementation, as a database and as an export', async () => {
    expect(await verdict()).toMatchObject({ exitCode: 0, proven: 42, problems: [] });
    const file = await exportCopy((lines) => lines);
    const { checkpoints, vkeys } = localLog(log.copy.options);
    expect(await judge({ export: file, checkpoints, vkeys })).toMatchObject({ exitCode: 0, proven: 42 });
  });
});

describe('T01 an edited row', () => {
  it('is named', async () => {
    tamper(log.copy, `UPDATE audit_entries SET leaf = replace(leaf, 'user_17', 'user_18') WHERE seq = 12`);
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 40, proven: provenBelow(12) });
    expect(report.problems[0]).toMatchObject({ kind: 'entry', from: 12, to: 12 });
    expect(report.summary).toContain('Entry 12');
  });

  it.each(['hash', 'prev', 'type', 'exchange', 'at', 'actor', 'model', 'decision'])(
    'is named when its column %s was edited',
    async (column) => {
      tamper(log.copy, `UPDATE audit_entries SET ${column} = '${'9'.repeat(64)}' WHERE seq = 12`);
      const report = await verdict();
      expect(report.exitCode).toBe(40);
      expect(report.problems[0]).toMatchObject({ from: 12, to: 12 });
    },
  );

  it('is named when it was blown up to a size that none can have, without being read', async () => {
    tamper(log.copy, `UPDATE audit_entries SET leaf = zeroblob(50000000) WHERE seq = 12`);
    const report = await verdict();
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ from: 12, to: 12 });
  });
});

describe('T02 deleted rows', () => {
  it.each([
    ['in the middle', 12, 14],
    ['at the beginning', 1, 1],
  ])('%s are named', async (_, from, to) => {
    tamper(log.copy, `DELETE FROM audit_entries WHERE seq BETWEEN ${from} AND ${to}`);
    const report = await verdict();
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ from, to, message: 'missing' });
  });

  it('are named in an export', async () => {
    const file = await exportCopy((lines) => lines.toSpliced(11, 1));
    const { checkpoints, vkeys } = localLog(log.copy.options);
    const report = await judge({ export: file, checkpoints, vkeys });
    expect(report).toMatchObject({ exitCode: 40, proven: 2 });
    expect(placesOf(report)[0]?.[0]).toBe(12);
  });
});

describe('T03 swapped rows', () => {
  it('are both named', async () => {
    tamper(
      log.copy,
      'UPDATE audit_entries SET seq = 1000 WHERE seq = 12',
      'UPDATE audit_entries SET seq = 12 WHERE seq = 13',
      'UPDATE audit_entries SET seq = 13 WHERE seq = 1000',
    );
    const report = await verdict();
    expect(report.exitCode).toBe(40);
    expect(placesOf(report).flat()).toEqual(expect.arrayContaining([12, 13]));
  });
});

describe('T04 an inserted row', () => {
  const insert = (seq: string): string =>
    `INSERT INTO audit_entries SELECT ${seq}, '${'a'.repeat(64)}', '${'b'.repeat(64)}', type, exchange, at, leaf, actor, model, decision FROM audit_entries WHERE seq = 12`;

  it('is named, and does not harm what is proven', async () => {
    tamper(log.copy, insert('43'));
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 40, proven: 42 });
    expect(report.problems[0]).toMatchObject({ from: 43, to: 43 });
  });

  it('with a number below 1 does not hide', async () => {
    tamper(log.copy, insert('-5'));
    expect(await verdict()).toMatchObject({ exitCode: 40, entries: 43 });
  });

  it.each(['9223372036854775807', '9007199254740993', '-9223372036854775807'])(
    'with the impossible number %s does not hide',
    async (seq) => {
      tamper(log.copy, insert(seq));
      expect(await verdict()).toMatchObject({ exitCode: 40 });
    },
  );
});

describe('T05 a doubled row', () => {
  it('is named though it was chained again', async () => {
    rewrite(log.copy, (rows) => rows.toSpliced(12, 0, ...rows.slice(11, 12)));
    const report = await verdict();
    expect(report.exitCode).toBe(40);
    expect(placesOf(report)).toContainEqual([13, 13]);
  });
});

describe('T14 a dropped table', () => {
  it('is no audit log', async () => {
    tamper(log.copy, 'DROP TABLE audit_entries');
    const report = await verdict();
    expect(report.exitCode).toBe(50);
    expect(report.problems.length).toBeGreaterThan(0);
  });
});

describe('T15 a deleted database', () => {
  it('leaves checkpoints that say how much there was', async () => {
    writeFileSync(log.copy.options.path, '');
    expect(await verdict()).toMatchObject({ exitCode: 50, entries: 0 });
    const { checkpoints, vkeys } = localLog(log.copy.options);
    const file = `${log.copy.dir}/empty.jsonl`;
    writeFileSync(file, '');
    const report = await judge({ export: file, checkpoints, vkeys });
    expect(report.exitCode).toBe(30);
    expect(report.problems[0]).toMatchObject({ kind: 'diverged', from: 1, to: 42 });
  });
});

describe('T25 the same meaning in other bytes', () => {
  it.each([
    ['a space before', (leaf: string) => ` ${leaf}`],
    ['a space inside', (leaf: string) => leaf.replace(',', ', ')],
    ['a doubled member', (leaf: string) => leaf.replace('{', '{"v":1,')],
    ['an escaped letter', (leaf: string) => leaf.replace('user_17', String.raw`\u0075ser_17`)],
    ['a number with an exponent', (leaf: string) => leaf.replace('"v":1', '"v":1e0')],
    ['a negative zero', (leaf: string) => leaf.replace('"removed":0', '"removed":-0')],
    ['another order', (leaf: string) => leaf.replace(/^\{(.*?),(.*)\}$/, '{$2,$1}')],
    ['a number beyond 2^53', (leaf: string) => leaf.replace('"seq":12', '"seq":9007199254740993')],
    ['composed letters taken apart', (leaf: string) => leaf.replace('user_17', 'e\u0301')],
  ])('is another entry: %s', async (_, change) => {
    const before = (await contentOf(log.copy))[11] ?? '';
    const after = change(before);
    expect(after).not.toBe(before);
    tamper(log.copy, `UPDATE audit_entries SET leaf = '${after}' WHERE seq = 12`);
    const report = await verdict();
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ from: 12, to: 12 });
    const file = await exportCopy((lines) => lines);
    const { checkpoints, vkeys } = localLog(log.copy.options);
    const exported = await judge({ export: file, checkpoints, vkeys });
    expect(exported.exitCode).toBeGreaterThanOrEqual(30);
  });

  it.each([`hash = x'00'`, 'leaf = CAST(leaf AS BLOB)'])(
    'is noticed when it is no text: %s',
    async (change) => {
      tamper(log.copy, `UPDATE audit_entries SET ${change} WHERE seq = 12`);
      expect(await verdict()).toMatchObject({ exitCode: 40 });
    },
  );

  it('is noticed when it is no UTF-8: two lone surrogates would read alike', async () => {
    tamper(log.copy, `UPDATE audit_entries SET leaf = CAST(x'22eda08022' AS TEXT) WHERE seq = 12`);
    expect(await verdict()).toMatchObject({ exitCode: 40 });
    const file = `${log.copy.dir}/lone.jsonl`;
    const lines = readFileSync(await exportCopy((all) => all.slice(0, 1)));
    writeFileSync(file, Buffer.concat([lines, Buffer.from('7b2261223a22eda080227d0a', 'hex')]));
    const { vkeys } = localLog(log.copy.options);
    expect(await judge({ export: file, checkpoints: [], vkeys })).toMatchObject({ exitCode: 40, entries: 2 });
  });
});

describe('T26 rotten bits', () => {
  it('in a leaf or a hash are named', async () => {
    // 1 and 0 differ in one bit, and so do the digits 2n and 2n + 1 of a hash.
    const hash = hashLeaf((await contentOf(log.copy))[32] ?? '');
    const rotten = `${hash.slice(0, -1)}${(Number.parseInt(hash.slice(-1), 16) ^ 1).toString(16)}`;
    tamper(
      log.copy,
      `UPDATE audit_entries SET leaf = replace(leaf, '"v":1', '"v":0') WHERE seq = 30`,
      `UPDATE audit_entries SET hash = '${rotten}' WHERE seq = 33`,
    );
    const report = await verdict();
    expect(report.exitCode).toBe(40);
    expect(placesOf(report)).toEqual(
      expect.arrayContaining([
        [30, 30],
        [33, 33],
      ]),
    );
  });

  it('in the newest checkpoint are told', async () => {
    const head = `${log.copy.options.checkpointDir}/head`;
    const note = readFileSync(head);
    note[note.length - 20] = (note[note.length - 20] ?? 0) ^ 1;
    writeFileSync(head, note);
    expect(await verdict()).toMatchObject({ exitCode: 41 });
  });
});

describe('T27 a foreign schema', () => {
  it.each([
    'CREATE VIEW innocent AS SELECT 1',
    'CREATE TRIGGER innocent AFTER INSERT ON audit_entries BEGIN DELETE FROM audit_entries; END',
    'CREATE TABLE innocent (a)',
    'CREATE INDEX innocent ON audit_entries (at)',
    'ALTER TABLE audit_entries ADD COLUMN innocent',
    'DROP INDEX audit_entries_type',
    `ALTER TABLE audit_entries RENAME TO hidden; CREATE VIEW audit_entries AS SELECT * FROM hidden`,
  ])('is refused: %s', async (statement) => {
    tamper(log.copy, statement);
    expect(await verdict()).toMatchObject({ exitCode: 50, entries: 0 });
  });
});
