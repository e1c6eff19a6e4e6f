import { existsSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { openAuditCopy } from '../db/database.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import { checkpointFiles } from './checkpoint-store.ts';
import { findDamage, findSchemaProblems } from './expected-schema.ts';
import { verifiersLeafReader } from './leaf.ts';
import { hasUnreadableNumbers, readStoredItems } from './read-stored.ts';
import { createLogCheck, type Evidence, type LogCheck } from './verifier/log-check.ts';
import { readExport } from './verifier/read-export.ts';
import type { StoredItem } from './verifier/stored-entry.ts';
import type { VerifyReport } from './verifier/verify-report.ts';
import { verifierKeyPath } from './verifier-key-file.ts';

export type { Problem, VerifyExit, VerifyReport } from './verifier/verify-report.ts';

export interface VerifyOptions extends Evidence {
  /** Database file; it may be in use. Give this or `export`. */
  readonly db?: string;
  /** JSON Lines export. */
  readonly export?: string;
  readonly onProgress?: (entries: number) => void;
}

const PROGRESS_ENTRIES = 1000;

/**
 * Verifies a log against checkpoints, treating every byte as hostile: the bytes that are stored are hashed, never
 * their meaning. The report lists all broken ranges and the prefix that is proven good.
 * @throws Error when a file cannot be read at all
 */
export async function verifyAuditLog(options: VerifyOptions): Promise<VerifyReport> {
  const check = createLogCheck(options, verifiersLeafReader());
  const take = (item: StoredItem): void => {
    check.take(item);
    if (check.size % PROGRESS_ENTRIES === 0) options.onProgress?.(check.size);
  };
  if (options.export !== undefined) await takeExport(options.export, take);
  else if (options.db !== undefined) await takeDatabase(options.db, check, take);
  else throw new TypeError('Give a database or an export.');
  options.onProgress?.(check.size);
  return check.end();
}

/** The database, checkpoints and key of a log on this machine. */
export function localLog(
  paths: Pick<AuditLogOptions, 'path' | 'checkpointDir' | 'signingKeyPath'>,
): VerifyOptions {
  const { head, history, cosigned } = checkpointFiles(paths.checkpointDir);
  const vkey = verifierKeyPath(paths.signingKeyPath);
  return {
    db: paths.path,
    checkpoints: [head, history, cosigned].filter((file) => existsSync(file)),
    vkeys: existsSync(vkey) ? [readFileSync(vkey, 'utf8')] : [],
  };
}

async function takeExport(path: string, take: (item: StoredItem) => void): Promise<void> {
  let taken = 0;
  for (const entry of readExport(path)) {
    take(entry);
    taken += 1;
    if (taken % PROGRESS_ENTRIES === 0) await setImmediate();
  }
}

async function takeDatabase(
  path: string,
  { problems }: LogCheck,
  take: (item: StoredItem) => void,
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
      for await (const item of readStoredItems(snapshot)) {
        take(item);
        if ('bytes' in item) taken += 1;
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
