import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitNotes } from '../../../server/audit/verifier/split-notes.ts';
import { exportEntries } from '../../../server/audit/export.ts';
import { localLog, verifyAuditLog } from '../../../server/audit/verify.ts';
import type { AuditEntriesTable } from '../../../server/db/tables.ts';
import { placesOf, useLogCopies } from './log-copies.ts';
import { createLogFolder, openAndClose } from './log-fixture.ts';
import { provenBelow, renumberOutcomes, rewrite, tamper } from './tampered-log.ts';

const log = useLogCopies();

function edited(row: AuditEntriesTable, from: string, to: string): AuditEntriesTable {
  const leaf = row.leaf.replace(from, to);
  expect(leaf).not.toBe(row.leaf);
  return { ...row, leaf };
}

describe('an honest log', () => {
  it('verifies, and says how much of it is proven', async () => {
    expect(await log.copy.verify()).toMatchObject({
      exitCode: 0,
      entries: 42,
      proven: 42,
      unanchored: 0,
      problems: [],
      remarks: [],
    });
  });

  it('verifies as an export, without the database', async () => {
    const file = join(log.copy.dir, 'export.jsonl');
    for await (const line of exportEntries(log.copy.options.path, 'jsonl')) appendFileSync(file, `${line}\n`);
    rmSync(log.copy.options.path);
    const { checkpoints, vkeys } = localLog(log.copy.options);
    const report = await verifyAuditLog({ export: file, checkpoints, vkeys });
    expect(report).toMatchObject({ exitCode: 0, entries: 42, proven: 42 });
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.toSpliced(11, 1).join('\n'));
    const cut = await verifyAuditLog({ export: file, checkpoints, vkeys });
    expect(cut).toMatchObject({ exitCode: 40, proven: 2 });
    expect(placesOf(cut)[0]?.[0]).toBe(12);
  });

  it('with no checkpoint is sound but proves nothing', async () => {
    expect(await log.copy.verify({ checkpoints: [] })).toMatchObject({
      exitCode: 10,
      proven: 0,
      unanchored: 42,
    });
  });

  it('with a tail over the limit is sound, and the tail is counted', async () => {
    const history = join(log.copy.options.checkpointDir, 'history');
    writeFileSync(history, splitNotes(readFileSync(history, 'utf8')).notes[0] ?? '');
    const checkpoints = [history];
    expect(await log.copy.verify({ checkpoints })).toMatchObject({ exitCode: 0, proven: 2, unanchored: 40 });
    expect(await log.copy.verify({ checkpoints, maxUnanchored: 39 })).toMatchObject({ exitCode: 10 });
  });

  it('reports its progress', async () => {
    const seen: number[] = [];
    await log.copy.verify({ onProgress: (count) => void seen.push(count) });
    expect(seen.at(-1)).toBe(42);
  });
});

describe('tampering', () => {
  it('T01 an edited entry is named', async () => {
    tamper(log.copy, `UPDATE audit_entries SET leaf = replace(leaf, 'user_17', 'user_18') WHERE seq = 12`);
    const report = await log.copy.verify();
    expect(report).toMatchObject({ exitCode: 40, proven: provenBelow(12) });
    expect(report.problems[0]).toMatchObject({ kind: 'entry', from: 12, to: 12 });
    expect(report.summary).toContain('Entry 12');
  });

  it.each(['hash', 'prev', 'type', 'exchange', 'at', 'actor', 'model', 'decision'])(
    'T01 an edited column %s is named',
    async (column) => {
      tamper(log.copy, `UPDATE audit_entries SET ${column} = '${'9'.repeat(64)}' WHERE seq = 12`);
      const report = await log.copy.verify();
      expect(report.exitCode).toBe(40);
      expect(report.problems[0]).toMatchObject({ from: 12, to: 12 });
    },
  );

  it('T02 deleted entries in the middle are named', async () => {
    tamper(log.copy, 'DELETE FROM audit_entries WHERE seq BETWEEN 12 AND 14');
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ from: 12, to: 14, message: 'missing' });
  });

  it('T02 the first entry deleted is named', async () => {
    tamper(log.copy, 'DELETE FROM audit_entries WHERE seq = 1');
    expect((await log.copy.verify()).problems[0]).toMatchObject({ from: 1, to: 1, message: 'missing' });
  });

  it('T03 two swapped entries are both named', async () => {
    tamper(
      log.copy,
      'UPDATE audit_entries SET seq = 1000 WHERE seq = 12',
      'UPDATE audit_entries SET seq = 12 WHERE seq = 13',
      'UPDATE audit_entries SET seq = 13 WHERE seq = 1000',
    );
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(40);
    expect(placesOf(report).flat()).toEqual(expect.arrayContaining([12, 13]));
  });

  it('T04 an inserted entry is named', async () => {
    tamper(
      log.copy,
      `INSERT INTO audit_entries SELECT 43, '${'a'.repeat(64)}', '${'b'.repeat(64)}', type, exchange, at, leaf, actor, model, decision FROM audit_entries WHERE seq = 12`,
    );
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ from: 43, to: 43 });
    expect(report.proven).toBe(42);
  });

  it('T04 entries with numbers below 1 do not hide', async () => {
    tamper(
      log.copy,
      `INSERT INTO audit_entries SELECT -5, '${'a'.repeat(64)}', '${'b'.repeat(64)}', type, exchange, at, leaf, actor, model, decision FROM audit_entries WHERE seq = 12`,
    );
    expect(await log.copy.verify()).toMatchObject({ exitCode: 40, entries: 43 });
  });

  it('T05 a doubled entry is noticed, chained again or not', async () => {
    rewrite(log.copy, (rows) => rows.toSpliced(12, 0, ...rows.slice(11, 12)));
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(40);
    expect(placesOf(report)).toContainEqual([13, 13]);
  });

  it.each([1, 2, 25])('T06 the last %i entries cut off are named', async (cut) => {
    tamper(log.copy, `DELETE FROM audit_entries WHERE seq > ${42 - cut}`);
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(30);
    expect(report.problems.at(-1)).toMatchObject({ kind: 'diverged', from: 43 - cut, to: 42 });
  });

  it('T07 an edit with a new chain differs from the checkpoints', async () => {
    rewrite(log.copy, (rows) =>
      rows.map((row) =>
        row.seq === 14 ? edited(row, '"decision":"answered"', '"decision":"declined"') : row,
      ),
    );
    const report = await log.copy.verify();
    expect(report).toMatchObject({ exitCode: 30, proven: provenBelow(14) });
    const [problem] = report.problems;
    expect(problem?.from).toBeLessThanOrEqual(14);
    expect(problem?.to).toBeGreaterThanOrEqual(14);
  });

  it('T08 a deletion with a new chain differs from the checkpoints', async () => {
    // An exchange as a whole, so that nothing but the checkpoints can tell.
    rewrite(log.copy, (rows) => renumberOutcomes(rows.filter(({ exchange }) => exchange !== 'ex_1_3')));
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(30);
    expect(report.problems.map(({ kind }) => kind)).not.toContain('entry');
  });

  it('T09 a rewritten log differs from the checkpoints', async () => {
    rewrite(log.copy, (rows) => rows.map((row) => edited(row, '"version":"1.2.3"', '"version":"1.2.4"')));
    expect(await log.copy.verify()).toMatchObject({ exitCode: 30, proven: 0 });
  });

  it('T10 a tail cut off and written anew to the same length differs from the checkpoints', async () => {
    rewrite(log.copy, (rows) =>
      rows.map((row) => (row.seq === 41 ? edited(row, '"supported":1', '"supported":0') : row)),
    );
    expect(await log.copy.verify()).toMatchObject({ exitCode: 30, entries: 42 });
  });

  it('T11 T12 a back-up put back is smaller than, or differs from, the checkpoints', async () => {
    using later = createLogFolder();
    cpSync(log.honest.dir, later.dir, { recursive: true });
    await openAndClose(later);
    const { checkpoints } = localLog(later.options);
    expect(await log.copy.verify({ checkpoints })).toMatchObject({ exitCode: 30, proven: 42 });
    for (let run = 0; run < 2; run += 1) await openAndClose(log.copy);
    expect(await log.copy.verify({ checkpoints })).toMatchObject({ exitCode: 30, entries: 48, proven: 42 });
  });

  it('T13 a time set back with a new chain differs from the checkpoints', async () => {
    rewrite(log.copy, (rows) =>
      rows.map((row) => (row.seq === 12 ? edited(row, '2026-01-05', '2026-01-04') : row)),
    );
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(30);
    expect(report.remarks).toContain('The clock went back before entry 12.');
  });

  it('T14 a dropped table is no audit log', async () => {
    tamper(log.copy, 'DROP TABLE audit_entries');
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(50);
    expect(report.problems.map(({ message }) => message)).toContain('audit_entries is missing');
  });

  it('T25 the same meaning in other bytes is not the same entry', async () => {
    tamper(log.copy, `UPDATE audit_entries SET leaf = ' ' || leaf WHERE seq = 12`);
    expect((await log.copy.verify()).problems[0]).toMatchObject({ from: 12 });
  });

  it.each(['9223372036854775807', '9007199254740993', '-9223372036854775807'])(
    'T04 an entry with the impossible number %s does not hide',
    async (seq) => {
      tamper(
        log.copy,
        `INSERT INTO audit_entries SELECT ${seq}, 'a', 'b', type, exchange, at, leaf, actor, model, decision FROM audit_entries WHERE seq = 12`,
      );
      expect(await log.copy.verify()).toMatchObject({ exitCode: 40 });
    },
  );

  it('an entry blown up to a size that none can have is noticed without reading it', async () => {
    tamper(log.copy, `UPDATE audit_entries SET leaf = zeroblob(50000000) WHERE seq = 12`);
    const report = await log.copy.verify();
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ from: 12, to: 12 });
  });

  it.each([`hash = x'00'`, 'leaf = CAST(leaf AS BLOB)'])(
    'T25 an entry stored as something else than text is noticed: %s',
    async (change) => {
      tamper(log.copy, `UPDATE audit_entries SET ${change} WHERE seq = 12`);
      expect(await log.copy.verify()).toMatchObject({ exitCode: 40 });
    },
  );

  it.each([
    'CREATE VIEW innocent AS SELECT 1',
    'CREATE TRIGGER innocent AFTER INSERT ON audit_entries BEGIN DELETE FROM audit_entries; END',
    'CREATE TABLE innocent (a)',
    'CREATE INDEX innocent ON audit_entries (at)',
    'ALTER TABLE audit_entries ADD COLUMN innocent',
    'DROP INDEX audit_entries_type',
    `ALTER TABLE audit_entries RENAME TO hidden; CREATE VIEW audit_entries AS SELECT * FROM hidden`,
  ])('T27 a foreign schema is refused: %s', async (statement) => {
    tamper(log.copy, statement);
    expect(await log.copy.verify()).toMatchObject({ exitCode: 50 });
  });
});
