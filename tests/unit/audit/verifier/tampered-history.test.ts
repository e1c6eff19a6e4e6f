import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../../server/audit/audit-log.ts';
import { signCheckpoint } from '../../../../server/audit/checkpoint.ts';
import { createCompactRange } from '../../../../server/audit/compact-range.ts';
import { leafHash } from '../../../../server/audit/tree-hash.ts';
import { localLog } from '../../../../server/audit/verify.ts';
import { splitNotes } from '../../../../server/audit/verifier/split-notes.ts';
import type { VerifyReport } from '../../../../server/audit/verifier/verify-report.ts';
import type { AuditEntriesTable } from '../../../../server/db/tables.ts';
import { useLogCopies } from '../log-copies.ts';
import {
  createLogFolder,
  generatedFrom,
  groundedExchange,
  type LogFolder,
  openAndClose,
} from '../log-fixture.ts';
import { contentOf, provenBelow, renumberOutcomes, rewrite, tamper } from '../tampered-log.ts';
import { useJudges } from './judges.ts';

/** Classes T06 to T13, T16, T17, T21, T22 and T28 to T30 of docs/audit-tampering.md: only what was kept elsewhere can tell. */

const log = useLogCopies();
const { judge } = useJudges();

/** Judges the copy by what was kept of the honest log. */
function verdict(): Promise<VerifyReport> {
  const { checkpoints, vkeys } = localLog(log.honest.options);
  return judge({ db: log.copy.options.path, checkpoints, vkeys });
}

function edited(row: AuditEntriesTable, from: string, to: string): AuditEntriesTable {
  const leaf = row.leaf.replaceAll(from, to);
  expect(leaf).not.toBe(row.leaf);
  return { ...row, leaf };
}

/** Takes contents along: what is left of them would tell. */
function cutAfter(seq: number): void {
  for (const table of ['audit_entries', 'audit_content'])
    tamper(log.copy, `DELETE FROM ${table} WHERE seq > ${seq}`);
}

describe('T06 a tail cut off', () => {
  it.each([1, 2, 25])('by %i entries is named', async (cut) => {
    cutAfter(42 - cut);
    const report = await verdict();
    expect(report.exitCode).toBe(30);
    expect(report.problems.at(-1)).toMatchObject({ kind: 'diverged', from: 43 - cut, to: 42 });
  });
});

describe('T07 an edit with a new chain', () => {
  it('differs from the checkpoints, and its place is narrowed down to between two of them', async () => {
    rewrite(log.copy, (rows) =>
      rows.map((row) =>
        row.seq === 14 ? edited(row, '"decision":"answered"', '"decision":"declined"') : row,
      ),
    );
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 30, proven: provenBelow(14) });
    expect(report.problems[0]).toMatchObject({ kind: 'diverged', from: 3, to: 21 });
  });
});

describe('T08 a deletion with a new chain', () => {
  it('differs from the checkpoints', async () => {
    // An exchange as a whole, so that nothing but the checkpoints can tell.
    rewrite(log.copy, (rows) => renumberOutcomes(rows.filter(({ exchange }) => exchange !== 'ex_1_3')));
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 30, proven: 23 });
    expect(report.problems).toMatchObject([{ kind: 'diverged', from: 41, to: 42 }]);
  });
});

describe('T09 a rewritten log', () => {
  it('differs from the first checkpoint on', async () => {
    rewrite(log.copy, (rows) => rows.map((row) => edited(row, '"version":"1.2.3"', '"version":"1.2.4"')));
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 30, proven: 0 });
    expect(report.problems[0]).toMatchObject({ kind: 'diverged', from: 1, to: 2 });
  });
});

describe('T10 a tail written anew to the same length', () => {
  it('differs from the checkpoints', async () => {
    rewrite(log.copy, (rows) =>
      rows.map((row) => (row.seq === 41 ? edited(row, '"supported":1', '"supported":0') : row)),
    );
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 30, entries: 42, proven: 23 });
    expect(report.problems[0]).toMatchObject({ kind: 'diverged', from: 24, to: 42 });
  });
});

describe('T11 T12 a back-up put back', () => {
  it('is smaller than the checkpoints, and when it goes on it differs from them', async () => {
    using later = createLogFolder();
    cpSync(log.honest.dir, later.dir, { recursive: true });
    await openAndClose(later);
    const { checkpoints, vkeys } = localLog(later.options);
    const stopped = await judge({ db: log.copy.options.path, checkpoints, vkeys });
    expect(stopped).toMatchObject({ exitCode: 30, proven: 42 });
    expect(stopped.problems[0]).toMatchObject({ kind: 'diverged', from: 43, to: 45 });
    for (let run = 0; run < 2; run += 1) await openAndClose(log.copy);
    const forked = await judge({ db: log.copy.options.path, checkpoints, vkeys });
    expect(forked).toMatchObject({ exitCode: 30, entries: 48, proven: 42 });
    expect(forked.problems[0]).toMatchObject({ kind: 'diverged', from: 43 });
  });
});

describe('T13 a time set back with a new chain', () => {
  it('differs from the checkpoints, and is remarked', async () => {
    rewrite(log.copy, (rows) =>
      rows.map((row) => (row.seq === 12 ? edited(row, '2026-01-05', '2026-01-04') : row)),
    );
    const report = await verdict();
    expect(report).toMatchObject({ exitCode: 30, proven: 2 });
    expect(report.remarks).toContain('The clock went back before entry 12.');
  });
});

describe('T16 a log rewritten and signed with the stolen key', () => {
  it('disagrees with every checkpoint that was kept elsewhere', async () => {
    rewrite(log.copy, (rows) => renumberOutcomes(rows.filter(({ exchange }) => exchange !== 'ex_0_4')));
    const forged = await signedAnew(log.copy);
    const kept = localLog(log.honest.options);
    const db = log.copy.options.path;
    // What the machine itself holds is all of one piece: this is why checkpoints are kept elsewhere.
    expect(await judge({ db, checkpoints: [forged], vkeys: kept.vkeys })).toMatchObject({ exitCode: 0 });
    const report = await judge({ db, checkpoints: [forged, ...kept.checkpoints], vkeys: kept.vkeys });
    expect(report).toMatchObject({ exitCode: 30, proven: 40 });
    expect(report.problems[0]).toMatchObject({ kind: 'diverged' });
  });
});

describe('T17 a key that the attacker brought', () => {
  it('does not help: trust is given from outside', async () => {
    const { vkeys } = localLog(log.copy.options);
    using forger = createLogFolder();
    await openAndClose(forger);
    const own = localLog(forger.options);
    expect(await judge(own)).toMatchObject({ exitCode: 0 });
    expect(await judge({ ...own, vkeys })).toMatchObject({ exitCode: 41, checkpoints: 0 });
  });
});

describe('T21 an old checkpoint shown as the newest', () => {
  it('leaves a tail that is counted, and the log cut down to it is told by any newer one', async () => {
    const { checkpoints, vkeys } = localLog(log.honest.options);
    const old = join(log.copy.dir, 'old');
    writeFileSync(old, splitNotes(readFileSync(checkpoints[1] ?? '', 'utf8')).notes[1] ?? '');
    const db = log.copy.options.path;
    const tail = await judge({ db, checkpoints: [old], vkeys, maxUnanchored: 10 });
    expect(tail).toMatchObject({ exitCode: 10, proven: 21, unanchored: 21 });
    cutAfter(21);
    expect(await judge({ db, checkpoints: [old], vkeys })).toMatchObject({ exitCode: 0, proven: 21 });
    const told = await verdict();
    expect(told.exitCode).toBe(30);
    expect(told.problems[0]).toMatchObject({ from: 22, to: 42 });
  });
});

describe('T22 two auditors who were shown two logs', () => {
  it('see it when either tries the other’s checkpoint', async () => {
    using other = createLogFolder();
    cpSync(log.honest.dir, other.dir, { recursive: true });
    for (const folder of [log.copy, other]) await answerOne(folder);
    const [first, second] = [localLog(log.copy.options), localLog(other.options)];
    expect(await judge(first)).toMatchObject({ exitCode: 0 });
    expect(await judge(second)).toMatchObject({ exitCode: 0 });
    const crossed = await judge({ ...first, checkpoints: second.checkpoints });
    expect(crossed).toMatchObject({ exitCode: 30, proven: 42 });
    expect(crossed.problems[0]).toMatchObject({ kind: 'diverged', from: 43 });
  });
});

describe('T28 a log that was switched off for a while', () => {
  it('has a silence longer than allowed, or a run without its stop', async () => {
    const noon = (text: string): string => text.replace('T09:00', 'T12:00');
    rewrite(log.copy, (rows) =>
      rows.map((row) =>
        row.seq >= 30 ? { ...row, leaf: row.leaf.replace(/"at":"[^"]+"/, (at) => noon(at)) } : row,
      ),
    );
    const checkpoints = [await signedAnew(log.copy)];
    const { vkeys } = localLog(log.honest.options);
    const evidence = { db: log.copy.options.path, checkpoints, vkeys };
    expect(await judge(evidence)).toMatchObject({ exitCode: 0 });
    const report = await judge({ ...evidence, maxSilence: 120 });
    expect(report).toMatchObject({ exitCode: 10, unanchored: 0 });
    expect(report.remarks[0]).toMatch(/^Nothing was recorded for 10\d\d\d s before entry 30\.$/);
    rewrite(log.copy, (rows) => renumberOutcomes(rows.filter(({ seq }) => seq !== 21)));
    const killed = await judge({ ...evidence, checkpoints: [] });
    expect(killed.remarks).toContain('The run before entry 21 ended without audit.stopped.');
  });
});

describe('T29 an omission before signing', () => {
  it('cannot show in the log: the counts of another system, and receipts, are held against it', async () => {
    using lying = createLogFolder();
    const answered = 3;
    await using open = await openAuditLog(lying.options);
    // The server answers three times and records two of them.
    for (let index = 0; index < answered - 1; index += 1) {
      const intended = await open.recordIntent(await groundedExchange(`ex_${index}`));
      await open.recordOutcome(generatedFrom(intended));
    }
    await open.checkpoint();
    const report = await judge(localLog(lying.options));
    expect(report.exitCode).toBe(0);
    expect(report.counts['exchange.completed']).toBe(answered - 1);
  });
});

describe('T30 two writers', () => {
  it('fork the chain, and the second branch is named', async () => {
    using other = createLogFolder();
    cpSync(log.honest.dir, other.dir, { recursive: true });
    for (const folder of [log.copy, other]) await answerOne(folder);
    // Entries of the other branch end up behind those of the first, as two writers on one file would leave them.
    tamper(
      log.copy,
      `ATTACH '${other.options.path}' AS other`,
      `INSERT INTO audit_entries SELECT seq + 5, hash, prev, type, exchange, at, leaf, actor, model, decision FROM other.audit_entries WHERE seq > 42`,
    );
    const report = await judge(localLog(log.copy.options));
    expect(report.exitCode).toBe(40);
    expect(report.problems[0]).toMatchObject({ kind: 'entry', from: 48, to: 48 });
    expect(report.proven).toBe(47);
  });

  it('are kept apart: the second one is refused', async () => {
    await using first = await openAuditLog(log.copy.options);
    await expect(openAuditLog(log.copy.options)).rejects.toMatchObject({ code: 'ERR_AUDIT_UNAVAILABLE' });
    expect(first.state().size).toBe(44);
  });
});

async function answerOne({ options }: LogFolder): Promise<void> {
  await using open = await openAuditLog(options);
  await open.recordOutcome(generatedFrom(await open.recordIntent(await groundedExchange('ex_fork'))));
}

/** A checkpoint over the log as it is, with the key of its machine. */
async function signedAnew(folder: LogFolder): Promise<string> {
  const range = createCompactRange();
  const lines = await contentOf(folder);
  for (const line of lines) range.append(leafHash(Buffer.from(line)));
  const { origin }: { origin: string } = JSON.parse(lines[0] ?? '');
  const privateKey = createPrivateKey(readFileSync(folder.options.signingKeyPath));
  const file = join(folder.dir, 'forged');
  rmSync(file, { force: true });
  writeFileSync(
    file,
    signCheckpoint({ origin, size: range.size, root: range.root() }, { name: origin, privateKey }),
  );
  return file;
}
