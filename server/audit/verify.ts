import { existsSync, readFileSync } from 'node:fs';
import { openAuditCopy } from '../db/database.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import { createChainCheck } from './chain-check.ts';
import { checkpointFiles } from './checkpoint-store.ts';
import { findDamage, findSchemaProblems } from './expected-schema.ts';
import { openCheckpointFiles } from './open-checkpoint-files.ts';
import { hasUnreadableNumbers, readExport, readStoredRows } from './read-stored.ts';
import { verifierKeyPath } from './signing-key.ts';
import type { StoredEntry } from './stored-entry.ts';
import { createTreeCheck } from './tree-check.ts';
import { createProblemList, exitFor, type ProblemList, type VerifyReport } from './verify-report.ts';

export type { Problem, VerifyExit, VerifyReport } from './verify-report.ts';

export interface VerifyOptions {
  /** Database file; it may be in use. Give this or `export`. */
  readonly db?: string;
  /** JSON Lines export. */
  readonly export?: string;
  /** Files of signed checkpoints. Those kept away from the server are worth most. */
  readonly checkpoints: readonly string[];
  /** Verifier keys, `name+id+key`. Nothing in the log is trusted as a key. */
  readonly vkeys: readonly string[];
  /** Entries that may follow the newest checkpoint; 256 when absent. */
  readonly maxUnanchored?: number;
  readonly onProgress?: (entries: number) => void;
}

const MAX_UNANCHORED = 256;
const PROGRESS_ENTRIES = 1000;

/**
 * Verifies a log against checkpoints, treating every byte as hostile: the bytes that are stored are hashed, never
 * their meaning. The report lists all broken ranges and the prefix that is proven good.
 * @throws Error when a file cannot be read at all
 */
export async function verifyAuditLog(options: VerifyOptions): Promise<VerifyReport> {
  const problems = createProblemList();
  // Before the log: a log in use may be newer than the checkpoints, but never older.
  const { checkpoints, remarks } = openCheckpointFiles(options.checkpoints, options.vkeys, problems);
  const chain = createChainCheck(problems);
  const tree = createTreeCheck(checkpoints, problems);
  await readAll(options, problems, (entry) => {
    tree.take(chain.take(entry));
    if (tree.size % PROGRESS_ENTRIES === 0) options.onProgress?.(tree.size);
  });
  chain.end();
  tree.end(chain.origin);
  options.onProgress?.(tree.size);
  const unanchored = tree.size - tree.proven;
  const limit = options.maxUnanchored ?? MAX_UNANCHORED;
  const report = {
    exitCode: exitFor(problems, checkpoints.length > 0 && unanchored <= limit),
    origin: chain.origin,
    entries: tree.size,
    root: tree.root().toString('base64'),
    proven: tree.proven,
    unanchored,
    checkpoints: checkpoints.length,
    problems: problems.all(),
    remarks: [...remarks, ...chain.remarks],
  };
  return { ...report, summary: summarize(report) };
}

/** The database, checkpoints and key of a log on this machine. */
export function localLog(
  paths: Pick<AuditLogOptions, 'path' | 'checkpointDir' | 'signingKeyPath'>,
): VerifyOptions {
  const { head, history } = checkpointFiles(paths.checkpointDir);
  const vkey = verifierKeyPath(paths.signingKeyPath);
  return {
    db: paths.path,
    checkpoints: [head, history].filter((file) => existsSync(file)),
    vkeys: existsSync(vkey) ? [readFileSync(vkey, 'utf8')] : [],
  };
}

async function readAll(
  options: VerifyOptions,
  problems: ProblemList,
  take: (entry: StoredEntry) => void,
): Promise<void> {
  if (options.export !== undefined) {
    for await (const entry of readExport(options.export)) take(entry);
  } else if (options.db !== undefined) await readDatabase(options.db, problems, take);
  else throw new TypeError('Give a database or an export.');
}

async function readDatabase(
  path: string,
  problems: ProblemList,
  take: (entry: StoredEntry) => void,
): Promise<void> {
  const db = openAuditCopy(path);
  let taken = 0;
  try {
    // One transaction sees one state of the log, however long it takes.
    await db.transaction().execute(async (snapshot) => {
      const foreign = await findSchemaProblems(snapshot);
      for (const what of foreign) problems.add('schema', 0, 0, what);
      if (foreign.length > 0) return;
      for (const what of await findDamage(snapshot)) problems.add('entry', 0, 0, `SQLite: ${what}`);
      if (await hasUnreadableNumbers(snapshot))
        problems.add('entry', 0, 0, 'an entry has an impossible number');
      for await (const entry of readStoredRows(snapshot)) {
        take(entry);
        taken += 1;
      }
    });
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    const from = taken + 1;
    problems.add(taken > 0 ? 'entry' : 'schema', from, from, `unreadable from here on (${error.code})`);
  } finally {
    await db.destroy();
  }
}

function isSqliteError(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_')
  );
}

function summarize(report: Omit<VerifyReport, 'summary'>): string {
  const { exitCode, entries, proven, unanchored, problems } = report;
  const [first] = problems;
  const where = first === undefined || first.from === 0 ? '' : `${placeOf(first.from, first.to)}: `;
  const what = first === undefined ? '' : `${where}${first.message}`;
  switch (exitCode) {
    case 0:
      return `Verified: ${entries} entries, ${proven} of them under a signed checkpoint.`;
    case 10:
      return `Sound as far as it goes, but ${unanchored} of ${entries} entries are under no signed checkpoint.`;
    case 11:
      return 'Too few witnesses have signed.';
    case 20:
      return `Verified: ${entries} entries; some content has been erased.`;
    case 30:
      return `NOT THE SIGNED LOG. ${what}. Proven good: ${proven} entries.`;
    case 40:
      return `INVALID. ${what}. Proven good: ${proven} entries.`;
    case 41:
      return `A CHECKPOINT IS NOT TO BE TRUSTED: ${what}.`;
    case 50:
      return `NOT AN AUDIT LOG OF THIS VERSION. ${what}.`;
    default:
      return exitCode satisfies never;
  }
}

function placeOf(from: number, to: number): string {
  return from === to ? `Entry ${from}` : `Entries ${from} to ${to}`;
}
