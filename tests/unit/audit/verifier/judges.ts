import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect } from 'vitest';
import { entrySchemas } from '../../../../server/audit/leaf.ts';
import { verifyAuditLog, type VerifyOptions } from '../../../../server/audit/verify.ts';
import { runVerifier } from '../../../../server/audit/verifier/run-verifier.ts';
import type { VerifyReport } from '../../../../server/audit/verifier/verify-report.ts';

const schemas = entrySchemas();

/** What came of a command of a verifier. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
}

/** Every implementation that judges a log. They must agree. */
export interface Judges {
  /** Judges with all of them. @returns what the verifier that needs nothing but Node says */
  readonly judge: (options: VerifyOptions) => Promise<VerifyReport>;
  /** Checks one proof with both that check proofs. @returns the exit code */
  readonly checkProof: (file: string, vkeys: readonly string[]) => Promise<number>;
}

/** Starts the second implementation for the tests of a file. */
export function useJudges(): Judges {
  let python: Python;
  beforeAll(() => {
    python = startPython();
  });
  afterAll(() => python.stop());
  return {
    async judge(options) {
      const own = await verifyAuditLog(options);
      const standalone = judgeStandalone(options);
      const second: VerifyReport = JSON.parse((await python.run(argumentsOf(options))).out);
      expect(essence(second)).toEqual(essence(standalone));
      // SQLite's own check of its file, which only the server asks for, may say more.
      const problems = own.problems.filter(({ message }) => !message.startsWith('SQLite: '));
      expect(essence({ ...own, problems })).toEqual(essence(standalone));
      expect(own.counts).toEqual(standalone.counts);
      return standalone;
    },
    async checkProof(file, vkeys) {
      const args = ['check-proof', file, ...vkeys.flatMap((vkey) => ['--vkey', vkey])];
      const first = runStandalone(args);
      const second = await python.run(args);
      expect(second.code).toBe(first.code);
      return first.code;
    },
  };
}

/** Judges with the verifier that needs nothing but Node alone. */
export function judgeStandalone(options: VerifyOptions): VerifyReport {
  const report: VerifyReport = JSON.parse(runStandalone(argumentsOf(options)).out);
  return report;
}

export function runStandalone(args: readonly string[]): CommandResult {
  let out = '';
  const take = (text: string): void => void (out += text);
  const code = runVerifier(args, { out: take, err: take }, schemas);
  return { code, out };
}

function argumentsOf(options: VerifyOptions): string[] {
  const { db, checkpoints, vkeys, maxUnanchored, maxSilence } = options;
  return [
    'verify',
    ...(options.export === undefined ? ['--db', db ?? ''] : ['--export', options.export]),
    ...checkpoints.flatMap((file) => ['--checkpoint', file]),
    ...vkeys.flatMap((vkey) => ['--vkey', vkey]),
    ...(maxUnanchored === undefined ? [] : ['--max-unanchored', String(maxUnanchored)]),
    ...(maxSilence === undefined ? [] : ['--max-silence', String(maxSilence)]),
    '--json',
  ];
}

/** What all implementations must say alike: everything but words. */
function essence(report: VerifyReport): unknown {
  const { exitCode, origin, entries, root, proven, unanchored, checkpoints, erased } = report;
  const places = placesByKind(report);
  return { exitCode, origin, entries, root, proven, unanchored, checkpoints, erased, places };
}

/** Every broken range once, whatever the order and the words in which it was told. */
function placesByKind({ problems }: VerifyReport): string[] {
  const sorted = problems.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.from - b.from || a.to - b.to);
  const merged: { kind: string; from: number; to: number }[] = [];
  for (const { kind, from, to } of sorted) {
    const last = merged.at(-1);
    if (last?.kind === kind && last.to + 1 >= from) last.to = Math.max(last.to, to);
    else merged.push({ kind, from, to });
  }
  return merged.map(({ kind, from, to }) => `${kind} ${from}-${to}`);
}

interface Python {
  run(args: readonly string[]): Promise<CommandResult>;
  stop(): void;
}

function startPython(): Python {
  const child: ChildProcessWithoutNullStreams = spawn('python3', ['tests/helpers/audit-verify-batch.py']);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  return {
    async run(args) {
      child.stdin.write(`${JSON.stringify(args)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`The second implementation ended: ${complaint}`);
      const result: CommandResult = JSON.parse(value);
      return result;
    },
    stop: () => void child.stdin.end(),
  };
}
