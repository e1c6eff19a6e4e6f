import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitNotes } from '../../../server/audit/verifier/split-notes.ts';
import { exportEntries } from '../../../server/audit/export.ts';
import { localLog, verifyAuditLog } from '../../../server/audit/verify.ts';
import { placesOf, useLogCopies } from './log-copies.ts';

const log = useLogCopies();

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
