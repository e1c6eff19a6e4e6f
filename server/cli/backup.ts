import { cp, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { backupDatabase } from '../db/dialect.ts';
import { AppError } from '../errors.ts';
import type { CommandRun } from './command.ts';
import { configOf } from './config-of.ts';
import { parseOptions, required } from './parse-options.ts';

const databases = ['app.db', 'audit.db'];
/** After app.db: a conversation that is deleted meanwhile is in the copy without its key, and so as good as gone. */
const contentKeys = 'keys.db';
/** Copied as they are. The search index is not among them: it is rebuilt from app.db. */
const folders = ['keys', 'checkpoints', 'files'];
/** What the audit log's signer remembers; elsewhere when another user runs it. */
const signer = 'signer';

export const backup: CommandRun = async (args, terminal) => {
  const target = required(parseOptions(args, {}).positionals[0], 'DIR');
  const { dataDir } = configOf(terminal);
  await assertEmpty(target);
  await mkdir(target, { recursive: true, mode: 0o700 });
  // Checkpoints before the log: a log newer than its checkpoint is sound, an older one looks rolled back.
  for (const folder of folders) await cp(join(dataDir, folder), join(target, folder), { recursive: true });
  await copySigner(dataDir, target);
  for (const file of databases) await backupDatabase(join(dataDir, file), join(target, file));
  // A data folder that only an earlier version has opened has none.
  if ((await namesIn(dataDir)).includes(contentKeys))
    await backupDatabase(join(dataDir, contentKeys), join(target, contentKeys));
  terminal.err.write('Done. The back-up holds the keys: keep it as safe as the server.\n');
  return 0;
};

export const restoreBackup: CommandRun = async (args, terminal) => {
  const source = required(parseOptions(args, {}).positionals[0], 'DIR');
  const { dataDir } = configOf(terminal);
  const found = await namesIn(source);
  if (!databases.every((file) => found.includes(file))) {
    throw new AppError('ERR_USAGE', 'DIR is not a back-up: app.db or audit.db is missing.', {
      status: 400,
    });
  }
  await assertEmpty(dataDir);
  // Into the folder as it is: it may be a mount. The database that says it is complete comes last.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  for (const folder of folders) await cp(join(source, folder), join(dataDir, folder), { recursive: true });
  await copySigner(source, dataDir);
  if (found.includes(contentKeys)) await cp(join(source, contentKeys), join(dataDir, contentKeys));
  for (const file of databases.toReversed()) await cp(join(source, file), join(dataDir, file));
  terminal.err.write('Restored. The search index is rebuilt at the next start.\n');
  return 0;
};

/** Not the lock: it is held by a process, not by a folder. A folder that an earlier version has made has no signer. */
async function copySigner(from: string, to: string): Promise<void> {
  if (!(await namesIn(from)).includes(signer)) return;
  await cp(join(from, signer), join(to, signer), { recursive: true, filter: isNoLock });
}

function isNoLock(path: string): boolean {
  return !basename(path).startsWith('state.lock');
}

/** Names in a folder; none when it is not there. */
async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function assertEmpty(dir: string): Promise<void> {
  if ((await namesIn(dir)).length === 0) return;
  throw new AppError('ERR_USAGE', `${dir} is not empty. Nothing was changed.`, { status: 400 });
}
