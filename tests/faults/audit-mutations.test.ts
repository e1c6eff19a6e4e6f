import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveFromFiles } from '../../server/audit/prove.ts';
import { localLog, type VerifyOptions } from '../../server/audit/verify.ts';
import type { VerifyReport } from '../../server/audit/verifier/verify-report.ts';
import type { LogFolder } from '../unit/audit/log-fixture.ts';
import { contentOf, copyLog, createHonestLog, tamper } from '../unit/audit/tampered-log.ts';
import { judgeStandalone, runStandalone } from '../unit/audit/verifier/judges.ts';
import { createDice, type Dice } from '../helpers/dice.ts';
import { rounds } from './audit/rounds.ts';

/** Anything that a checkpoint covers, changed in any way, anywhere: it must never verify. */

/** Of the long run. */
const LONGEST_MS = 4 * 3_600_000;
const EACH = rounds({ short: 30, long: 20_000 });

let honest: LogFolder;
let copy: LogFolder;
let evidence: Pick<VerifyOptions, 'checkpoints' | 'vkeys'>;

beforeAll(async () => {
  honest = await createHonestLog();
  // Everything into the database file itself.
  tamper(honest, 'PRAGMA wal_checkpoint(TRUNCATE)');
  copy = copyLog(honest);
  const { checkpoints, vkeys } = localLog(honest.options);
  evidence = { checkpoints, vkeys };
});
afterAll(() => {
  honest[Symbol.dispose]();
  copy[Symbol.dispose]();
});

/** Mutations that were not found, each with what it takes to try it again. */
async function missed(seed: number, tryOne: (dice: Dice) => string | undefined): Promise<string[]> {
  const found: string[] = [];
  for (let round = 0; round < EACH; round += 1) {
    const what = tryOne(createDice(seed + round));
    if (what !== undefined) found.push(`seed ${seed + round}: ${what}`);
    // Others get their turn.
    if (round % 100 === 0) await setImmediate();
  }
  return found;
}

function covers({ problems }: VerifyReport, seq: number): boolean {
  return problems.some(({ from, to }) => from <= seq + 1 && seq <= to);
}

function placesOf(bytes: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}

function flip(bytes: Buffer, at: number, dice: Dice): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8));
  return changed;
}

describe('every mutation is found', { timeout: LONGEST_MS }, () => {
  it('of an export: a byte or a line changed, taken out, put in, doubled or moved', async () => {
    const lines = await contentOf(honest);
    const file = join(copy.dir, 'mutated.jsonl');
    const found = await missed(1_000_000, (dice) => {
      const place = dice.below(lines.length);
      const other = dice.below(lines.length);
      const line = lines[place] ?? '';
      const at = dice.below(line.length);
      const ways: Readonly<Record<string, () => string[]>> = {
        flip: () => lines.with(place, flip(Buffer.from(line), at, dice).toString('latin1')),
        cut: () => lines.with(place, line.slice(0, at) + line.slice(at + 1)),
        add: () =>
          lines.with(
            place,
            `${line.slice(0, at)}${String.fromCharCode(32 + dice.below(95))}${line.slice(at)}`,
          ),
        drop: () => lines.toSpliced(place, 1),
        double: () => lines.toSpliced(other, 0, line),
        move: () => lines.toSpliced(place, 1).toSpliced(other, 0, line),
      };
      const [name, change] = dice.pick(Object.entries(ways));
      const mutated = change();
      if (mutated.join('\n') === lines.join('\n')) return undefined;
      writeFileSync(file, `${mutated.join('\n')}\n`, 'latin1');
      const report = judgeStandalone({ ...evidence, export: file });
      const first = Math.min(place, name === 'move' || name === 'double' ? other : place) + 1;
      return report.exitCode >= 30 && covers(report, first)
        ? undefined
        : `${name} at ${place + 1}, ${other + 1}`;
    });
    expect(found).toEqual([]);
  });

  it('of the database: a bit of an entry or of its sealed content', async () => {
    const bytes = readFileSync(honest.options.path);
    const parts = (await contentOf(honest)).map((line, index) => ({ seq: index + 1, text: line }));
    const db = new Database(honest.options.path, { readonly: true });
    for (const { seq, sealed } of db
      .prepare<[], { seq: number; sealed: string }>('SELECT * FROM audit_content')
      .all())
      parts.push({ seq, text: sealed.slice(0, 300) });
    db.close();
    const found = await missed(2_000_000, (dice) => {
      const { seq, text } = dice.pick(parts);
      const offset = dice.below(text.length);
      const bit = 1 << dice.below(8);
      const changed = Buffer.from(bytes);
      // SQLite leaves old copies of rows behind when it moves them, so that all are changed.
      for (const place of placesOf(bytes, text))
        changed[place + offset] = (changed[place + offset] ?? 0) ^ bit;
      writeFileSync(copy.options.path, changed);
      const report = judgeStandalone({ ...evidence, db: copy.options.path });
      return report.exitCode >= 30 && covers(report, seq) ? undefined : `offset ${offset}`;
    });
    expect(found).toEqual([]);
  });

  it('of any page of the database, or it changes nothing that was recorded', async () => {
    const bytes = readFileSync(honest.options.path);
    const { root: honestRoot } = judgeStandalone({ ...evidence, db: honest.options.path });
    const found = await missed(3_000_000, (dice) => {
      // The first 100 bytes say how SQLite is to treat the file, not what is in it.
      const offset = 100 + dice.below(bytes.length - 100);
      writeFileSync(copy.options.path, flip(bytes, offset, dice));
      const { exitCode, root } = judgeStandalone({ ...evidence, db: copy.options.path });
      return exitCode >= 30 || root === honestRoot ? undefined : `offset ${offset}`;
    });
    expect(found).toEqual([]);
  });

  it('of the newest checkpoint', async () => {
    const [head = ''] = evidence.checkpoints;
    const note = readFileSync(head);
    const file = join(copy.dir, 'mutated-head');
    const found = await missed(4_000_000, (dice) => {
      const at = dice.below(note.length);
      writeFileSync(file, flip(note, at, dice));
      const report = judgeStandalone({ db: honest.options.path, checkpoints: [file], vkeys: evidence.vkeys });
      return report.exitCode === 41 && report.proven === 0 ? undefined : `byte ${at}`;
    });
    expect(found).toEqual([]);
  });

  it('of a proof', async () => {
    const proofs: Buffer[] = [];
    for (const seq of [1, 12, 30, 42]) proofs.push(Buffer.from(await proveFromFiles(honest.options, seq)));
    const file = join(copy.dir, 'mutated-proof');
    const [vkey = ''] = evidence.vkeys;
    const args = ['check-proof', file, '--vkey', vkey];
    for (const proof of proofs) {
      writeFileSync(file, proof);
      expect(runStandalone(args).code).toBe(0);
    }
    const found = await missed(5_000_000, (dice) => {
      const proof = dice.pick(proofs);
      const at = dice.below(proof.length);
      writeFileSync(file, flip(proof, at, dice));
      return runStandalone(args).code === 40 ? undefined : `byte ${at}`;
    });
    expect(found).toEqual([]);
  });
});
