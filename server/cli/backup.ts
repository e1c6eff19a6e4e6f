import { cp, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isEpochKeyFile } from '../audit/content/epoch-key.ts';
import { backupDatabase } from '../db/dialect.ts';
import { AppError } from '../errors.ts';
import type { CommandRun } from './command.ts';
import { configOf } from './config-of.ts';
import { parseOptions, required } from './parse-options.ts';

const databases = ['app.db', 'audit.db'];
/** After the others: what is erased meanwhile is in the copy without its key, and so as good as gone. */
const keyDatabases = ['keys.db', 'audit-keys.db'];
/** Copied as they are. The search index is not among them: it is rebuilt from app.db. */
const folders = ['keys', 'checkpoints', 'files'];
/** What the audit log's signer remembers; elsewhere when another user runs it. */
const signer = 'signer';

/** Those of the back-up itself would open the keys in it, erased ones included: they go elsewhere, or nowhere. */
const epochKeys = { 'epoch-keys': { type: 'string' } } as const;

export const backup: CommandRun = async (args, terminal) => {
  const { positionals, values } = parseOptions(args, epochKeys);
  const target = required(positionals[0], 'DIR');
  const elsewhere = values['epoch-keys'];
  const { dataDir, auditEpochDir } = configOf(terminal);
  await assertEmpty(target);
  await mkdir(target, { recursive: true, mode: 0o700 });
  // Checkpoints before the log: a log newer than its checkpoint is sound, an older one looks rolled back.
  for (const folder of folders) await copyFolder(join(dataDir, folder), join(target, folder));
  await copySigner(dataDir, target);
  // A data folder that only an earlier version has opened lacks some, and one whose log was begun anew has more.
  const names = await namesIn(dataDir);
  for (const folder of names.filter(isSetAside('checkpoints', '')))
    await copyFolder(join(dataDir, folder), join(target, folder));
  for (const file of [...databases, ...names.filter(isSetAside('audit', '.db'))])
    await backupDatabase(join(dataDir, file), join(target, file));
  const copyEpochKeys = (): Promise<void> => copyEpochFiles(auditEpochDir, elsewhere);
  // Before and after: an erasure may begin a new epoch meanwhile.
  await copyEpochKeys();
  const keys = [
    ...keyDatabases.filter((name) => names.includes(name)),
    ...names.filter(isSetAside('audit-keys', '.db')),
  ];
  for (const file of keys) await backupDatabase(join(dataDir, file), join(target, file));
  await copyEpochKeys();
  terminal.err.write(
    elsewhere === undefined
      ? "Done. The back-up holds the keys: keep it as safe as the server. Without --epoch-keys DIR the texts beside the audit log's entries cannot be opened after a restore.\n"
      : 'Done. The back-up holds the keys: keep it as safe as the server, and the epoch key apart from it.\n',
  );
  return 0;
};

export const restoreBackup: CommandRun = async (args, terminal) => {
  const { positionals, values } = parseOptions(args, epochKeys);
  const source = required(positionals[0], 'DIR');
  const elsewhere = values['epoch-keys'];
  const { dataDir, auditEpochDir } = configOf(terminal);
  const found = await namesIn(source);
  if (!databases.every((file) => found.includes(file))) {
    throw new AppError('ERR_USAGE', 'DIR is not a back-up: app.db or audit.db is missing.', {
      status: 400,
    });
  }
  await assertEmpty(dataDir);
  // Into the folder as it is: it may be a mount. The database that says it is complete comes last.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  for (const folder of folders) await copyFolder(join(source, folder), join(dataDir, folder));
  await copySigner(source, dataDir);
  for (const folder of found.filter(isSetAside('checkpoints', '')))
    await copyFolder(join(source, folder), join(dataDir, folder));
  for (const file of found.filter(isSetAside('audit', '.db')))
    await cp(join(source, file), join(dataDir, file));
  if (elsewhere !== undefined) await copyEpochFiles(elsewhere, auditEpochDir);
  // Without the key above them the keys of contents open nothing; the log begins new ones.
  const usable = keyDatabases.filter((name) => name !== 'audit-keys.db' || elsewhere !== undefined);
  for (const file of usable.filter((name) => found.includes(name)))
    await cp(join(source, file), join(dataDir, file));
  for (const file of databases.toReversed()) await cp(join(source, file), join(dataDir, file));
  terminal.err.write('Restored. The search index is rebuilt at the next start.\n');
  return 0;
};

/** Whether a name is that of a log which another has taken the place of: `audit-1.db`, `checkpoints-1`. */
function isSetAside(stem: string, extension: string): (name: string) => boolean {
  return (name) => {
    const number = name.slice(stem.length + 1, name.length - extension.length);
    return /^[1-9]\d{0,5}$/.test(number) && name === `${stem}-${number}${extension}`;
  };
}

/** Not the lock: it is held by a process, not by a folder. A folder that an earlier version has made has no signer. */
async function copySigner(from: string, to: string): Promise<void> {
  if (!(await namesIn(from)).includes(signer)) return;
  await cp(join(from, signer), join(to, signer), { recursive: true, filter: isNoLock });
}

function isNoLock(path: string): boolean {
  return !basename(path).startsWith('state.lock');
}

function copyFolder(from: string, to: string): Promise<void> {
  return cp(from, to, { recursive: true, filter: (path) => !isEpochKeyFile(basename(path)) });
}

async function copyEpochFiles(from: string, to: string | undefined): Promise<void> {
  if (to === undefined) return;
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of (await namesIn(from)).filter(isEpochKeyFile)) await cp(join(from, name), join(to, name));
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
