import { appendFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { assert as holds, asyncProperty, constantFrom, integer, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { hashLeaf } from '../../../server/audit/leaf.ts';
import { localLog } from '../../../server/audit/verify.ts';
import { placesOf, useLogCopies } from './log-copies.ts';
import { createLogFolder, openAndClose } from './log-fixture.ts';
import { contentOf, tamper } from './tampered-log.ts';

const log = useLogCopies();

describe('checkpoints and keys', () => {
  it('a damaged checkpoint file is told', async () => {
    truncateSync(join(log.copy.options.checkpointDir, 'head'), 100);
    expect(await log.copy.verify()).toMatchObject({ exitCode: 41 });
  });

  it('the checkpoints of another log are told', async () => {
    using other = createLogFolder();
    await openAndClose(other);
    const { checkpoints, vkeys } = localLog(other.options);
    expect(await log.copy.verify({ checkpoints })).toMatchObject({ exitCode: 41 });
    expect(await log.copy.verify({ checkpoints, vkeys })).toMatchObject({ exitCode: 30 });
  });

  it('a key that is no key is told', async () => {
    expect(await log.copy.verify({ vkeys: ['nonsense'] })).toMatchObject({ exitCode: 41 });
  });
});

function flipBit(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

/** Bytes before a record's first text that hold all of its header and its number. */
const HEADER_BYTES = 16;

describe('any single bit', () => {
  it('changed in a leaf, hash or link is noticed', async () => {
    const columns = ['leaf', 'hash', 'prev', 'type', 'at'] as const;
    await holds(
      asyncProperty(
        integer({ min: 1, max: 40 }),
        constantFrom(...columns),
        nat(),
        async (seq, column, position) => {
          cpSync(log.honest.options.path, log.copy.options.path);
          const db = new Database(log.copy.options.path);
          const { value } = db
            .prepare<[number], { value: Buffer }>(
              `SELECT CAST(${column} AS BLOB) AS value FROM audit_entries WHERE seq = ?`,
            )
            .get(seq) ?? { value: Buffer.alloc(0) };
          const bit = position % (value.length * 8);
          db.prepare(`UPDATE audit_entries SET ${column} = CAST(? AS TEXT) WHERE seq = ?`).run(
            flipBit(value, bit),
            seq,
          );
          db.close();
          const report = await log.copy.verify();
          expect(report.exitCode).toBeGreaterThanOrEqual(30);
          expect(placesOf(report).some(([from, to]) => from <= seq + 1 && seq <= to)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('changed in the newest checkpoint is noticed', async () => {
    const head = join(log.copy.options.checkpointDir, 'head');
    const note = readFileSync(head);
    await holds(
      asyncProperty(nat(note.length * 8 - 1), async (bit) => {
        writeFileSync(head, flipBit(note, bit));
        expect((await log.copy.verify()).exitCode).toBe(41);
      }),
      { numRuns: 150 },
    );
  });

  it('changed in a page of the database that holds entries is noticed, or changes nothing that was recorded', async () => {
    const file = readFileSync(log.honest.options.path);
    const before = await contentOf(log.honest);
    await holds(
      asyncProperty(integer({ min: 800, max: file.length * 8 - 1 }), async (bit) => {
        writeFileSync(log.copy.options.path, flipBit(file, bit));
        const { exitCode } = await log.copy.verify();
        const unchanged = exitCode === 0 ? await contentOf(log.copy) : before;
        expect(unchanged).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['entry 12', (hashes: readonly string[]) => `${hashes[11]}${hashes[10]}`],
    ['the newest entry', (hashes: readonly string[]) => `${hashes[41]}${hashes[40]}`],
    ['the table', () => 'tableaudit_entriesaudit_entries'],
    ['an index', () => 'indexaudit_entries_ataudit_entries'],
  ])(
    'changed in the number or the header of the record of %s is noticed, or changes nothing; an export ends',
    async (_, textOf) => {
      const file = readFileSync(log.honest.options.path);
      const before = await contentOf(log.honest);
      const start = file.indexOf(textOf(before.map((line) => hashLeaf(line)))) - HEADER_BYTES;
      const exits: number[] = [];
      const missed: number[] = [];
      for (let bit = start * 8; bit < (start + HEADER_BYTES) * 8; bit += 1) {
        writeFileSync(log.copy.options.path, flipBit(file, bit));
        const { exitCode } = await log.copy.verify();
        exits.push(exitCode);
        const after = await contentOf(log.copy).catch(() => []);
        if (exitCode === 0 && !isDeepStrictEqual(after, before)) missed.push(bit);
      }
      expect(missed).toEqual([]);
      // The record that is read stands there, not a copy that SQLite left behind.
      expect(exits.filter((code) => code >= 40).length).toBeGreaterThan(HEADER_BYTES);
    },
  );
});

describe('opening', () => {
  it.each([
    ['a cut tail', 'DELETE FROM audit_entries WHERE seq > 38'],
    [
      'a changed hash under the checkpoint',
      `UPDATE audit_entries SET hash = '${'a'.repeat(64)}' WHERE seq = 7`,
    ],
    ['an emptied table', 'DELETE FROM audit_entries'],
  ])('a log with %s is refused', async (_, statement) => {
    tamper(log.copy, statement);
    await expect(openAuditLog(log.copy.options)).rejects.toMatchObject({ code: 'ERR_AUDIT_INVALID' });
  });

  it('a log whose database is gone is refused, and none is begun in its place', async () => {
    rmSync(log.copy.options.path);
    await expect(openAuditLog(log.copy.options)).rejects.toMatchObject({ code: 'ERR_AUDIT_INVALID' });
    await expect(openAuditLog(log.copy.options)).rejects.toMatchObject({ code: 'ERR_AUDIT_INVALID' });
  });

  it('a log whose checkpoints are gone or damaged is refused', async () => {
    truncateSync(join(log.copy.options.checkpointDir, 'head'), 100);
    await expect(openAuditLog(log.copy.options)).rejects.toMatchObject({ code: 'ERR_AUDIT_INVALID' });
    rmSync(log.copy.options.checkpointDir, { recursive: true });
    await expect(openAuditLog(log.copy.options)).rejects.toMatchObject({ code: 'ERR_AUDIT_INVALID' });
  });

  it('a log whose history was torn by a power cut works, and verifies afterwards', async () => {
    appendFileSync(join(log.copy.options.checkpointDir, 'history'), 'intramura/torn\n12\nAbC');
    expect((await log.copy.verify()).exitCode).toBe(0);
    await openAndClose(log.copy);
    const { exitCode, remarks } = await log.copy.verify();
    expect(exitCode).toBe(0);
    expect(remarks.filter((remark) => remark.includes('checkpoint'))).toEqual([]);
  });
});
