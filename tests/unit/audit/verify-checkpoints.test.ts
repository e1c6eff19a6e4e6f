import { appendFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { assert as holds, asyncProperty, constantFrom, integer, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { verifierKeyPath } from '../../../server/audit/signing-key.ts';
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

  it('T17 a key that the attacker brought does not help: trust is given from outside', async () => {
    const vkeys = localLog(log.copy.options).vkeys;
    using forger = createLogFolder();
    await openAndClose(forger);
    cpSync(forger.options.path, log.copy.options.path);
    cpSync(forger.options.checkpointDir, log.copy.options.checkpointDir, { recursive: true });
    cpSync(verifierKeyPath(forger.options.signingKeyPath), verifierKeyPath(log.copy.options.signingKeyPath));
    expect(await log.copy.verify()).toMatchObject({ exitCode: 0 });
    expect(await log.copy.verify({ vkeys })).toMatchObject({ exitCode: 41 });
  });

  it('a key that is no key is told', async () => {
    expect(await log.copy.verify({ vkeys: ['nonsense'] })).toMatchObject({ exitCode: 41 });
  });
});

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
          value[bit >> 3] = (value[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          db.prepare(`UPDATE audit_entries SET ${column} = CAST(? AS TEXT) WHERE seq = ?`).run(value, seq);
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
        const changed = Buffer.from(note);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(head, changed);
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
        const changed = Buffer.from(file);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(log.copy.options.path, changed);
        const { exitCode } = await log.copy.verify();
        const unchanged = exitCode === 0 ? await contentOf(log.copy) : before;
        expect(unchanged).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
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
