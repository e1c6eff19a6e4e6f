import { readFileSync, statSync } from 'node:fs';
import { checkProof, leafOfProof } from '../check-proof.ts';
import { formatProof } from '../tlog-proof.ts';
import { findDifference } from './find-difference.ts';
import type { EntrySchemas } from './leaf-check.ts';
import { createLeafReader, type LeafReader } from './leaf-reader.ts';
import { createLogCheck } from './log-check.ts';
import { guessSource, readEntries, readSource, sourceOf } from './log-source.ts';
import { openCheckpointFiles } from './open-checkpoint-files.ts';
import { type Arguments, parseArguments } from './parse-arguments.ts';
import { proveEntry } from './prove-entry.ts';
import { formatReport } from './summarize.ts';
import { UsageError } from './usage-error.ts';
import { createProblemList } from './verify-report.ts';

/** Where the answer and the complaints go. */
export interface VerifierOutput {
  out(text: string): void;
  err(text: string): void;
}

interface Command {
  readonly usage: string;
  run(args: Arguments, output: VerifierOutput, readLeaf: LeafReader): number;
}

const SOURCE = '(--db FILE | --export FILE | --tiles DIR)';
const EXIT_DIVERGED = 30;
const EXIT_INVALID = 40;
const EXIT_SIGNATURE = 41;
/** sysexits.h EX_USAGE */
const EXIT_USAGE = 64;

const options = {
  db: 'value',
  export: 'value',
  tiles: 'value',
  checkpoint: 'values',
  vkey: 'values',
  leaf: 'value',
  seq: 'value',
  'max-unanchored': 'value',
  'max-silence': 'value',
  json: 'flag',
} as const;

const commands: Readonly<Record<string, Command>> = {
  verify: {
    usage: `${SOURCE} --checkpoint FILE… --vkey KEY… [--max-unanchored N] [--max-silence SECONDS] [--json]`,
    run: verify,
  },
  prove: { usage: `${SOURCE} --checkpoint FILE --vkey KEY… --seq N`, run: prove },
  'check-proof': { usage: 'FILE --vkey KEY… [--leaf FILE]', run: checkOneProof },
  consistency: { usage: `OLD NEW ${SOURCE} --vkey KEY…`, run: checkConsistency },
  diff: { usage: 'LOG LOG', run: compareLogs },
};

/**
 * Runs one command of the verifier that needs nothing but Node.
 * @param schemas the closed schema of entries
 * @returns the exit code: that of the finding, or 64 for wrong usage
 */
export function runVerifier(args: readonly string[], output: VerifierOutput, schemas: EntrySchemas): number {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(`There is no command ${JSON.stringify(name)}.`);
    return command.run(parseArguments(rest, options), output, createLeafReader(schemas));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.err(`${error.message}\n${help()}`);
    return EXIT_USAGE;
  }
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { usage }]) => `  ${name} ${usage}\n`);
  return `Usage: node audit-verify.mjs COMMAND\n${lines.join('')}`;
}

function verify(args: Arguments, output: VerifierOutput, readLeaf: LeafReader): number {
  const maxUnanchored = args.number('max-unanchored', 0);
  const maxSilence = args.number('max-silence', 1);
  const check = createLogCheck(
    {
      checkpoints: args.values('checkpoint').map(assertFile),
      vkeys: args.values('vkey'),
      ...(maxUnanchored !== undefined && { maxUnanchored }),
      ...(maxSilence !== undefined && { maxSilence }),
    },
    readLeaf,
  );
  for (const entry of readSource(sourceOf(args), check.problems)) check.take(entry);
  const report = check.end();
  output.out(args.flag('json') ? `${JSON.stringify(report)}\n` : formatReport(report));
  return report.exitCode;
}

function prove(args: Arguments, output: VerifierOutput): number {
  const seq = args.number('seq', 1);
  const [file = ''] = args.values('checkpoint');
  if (seq === undefined || file === '') throw new UsageError('Give --seq and --checkpoint.');
  const problems = createProblemList();
  const { checkpoints } = openCheckpointFiles([assertFile(file)], args.values('vkey'), problems);
  const checkpoint = checkpoints.find(({ size }) => size >= seq);
  if (checkpoint === undefined) {
    output.err(`No checkpoint of the file that a given key has signed covers entry ${seq}.\n`);
    return problems.has('signature') ? EXIT_SIGNATURE : EXIT_USAGE;
  }
  const proven = proveEntry(readEntries(sourceOf(args), problems), seq, checkpoint);
  if (proven === undefined) {
    output.err(`NOT PROVEN: the log does not lead to the checkpoint of ${checkpoint.size} entries.\n`);
    return EXIT_DIVERGED;
  }
  const { leaf, path } = proven;
  output.out(formatProof({ index: seq - 1, path, extra: leaf, checkpoint: checkpoint.note }));
  return 0;
}

function checkOneProof(args: Arguments, output: VerifierOutput): number {
  const text = readFileSync(assertFile(args.positionals[0]), 'utf8');
  const given = args.value('leaf');
  const leaf = given === undefined ? leafOfProof(text) : readFileSync(assertFile(given));
  const result = checkProof(text, leaf ?? Buffer.alloc(0), args.values('vkey'));
  output.out(
    result.ok
      ? `Proven: entry ${result.seq} is in ${result.origin} of ${result.size} entries.\n`
      : `NOT PROVEN: ${result.reason}.\n`,
  );
  return result.ok ? 0 : EXIT_INVALID;
}

/** Whether the log leads to both checkpoints, and so the newer one goes on from the older one. */
function checkConsistency(args: Arguments, output: VerifierOutput, readLeaf: LeafReader): number {
  const [old, now] = args.positionals.map(assertFile);
  if (old === undefined || now === undefined) throw new UsageError('Give two files of checkpoints.');
  const check = createLogCheck({ checkpoints: [old, now], vkeys: args.values('vkey') }, readLeaf);
  for (const entry of readSource(sourceOf(args), check.problems)) check.take(entry);
  const { problems, checkpoints, proven } = check.end();
  const graver = problems.filter(({ kind }) => kind === 'diverged' || kind === 'signature');
  const [first] = graver;
  if (first === undefined) {
    output.out(`Consistent: the log leads to all ${checkpoints} checkpoints, up to entry ${proven}.\n`);
    return 0;
  }
  output.out(`NOT CONSISTENT. ${first.message}. Proven good: ${proven} entries.\n`);
  return first.kind === 'signature' ? EXIT_SIGNATURE : EXIT_DIVERGED;
}

function compareLogs(args: Arguments, output: VerifierOutput): number {
  const [a, b] = args.positionals.map((path) => guessSource(path, isFolder(path)));
  if (a === undefined || b === undefined) throw new UsageError('Give two logs.');
  const problems = createProblemList();
  const { common, diverged } = findDifference(readEntries(a, problems), readEntries(b, problems));
  output.out(
    diverged
      ? `DIVERGED at entry ${common + 1}. The first ${common} entries are the same.\n`
      : `The first ${common} entries are the same, and one log ends there.\n`,
  );
  return diverged ? EXIT_DIVERGED : 0;
}

function assertFile(path: string | undefined): string {
  if (path === undefined) throw new UsageError('Name a file.');
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`There is no file ${path}.`);
  return path;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
