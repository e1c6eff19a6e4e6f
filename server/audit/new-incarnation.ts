import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { type AuditLog, openAuditLog } from './audit-log.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import { isEpochKeyFile } from './content/epoch-key.ts';
import { incarnationOf, nextIncarnation } from './incarnation-name.ts';
import { describePrevious, type PreviousLog } from './previous-log.ts';
import { lockLog } from './process-lock.ts';
import { verifierKeyPath } from './verifier-key-file.ts';

/** The log that begins, and the one that was left behind. */
export interface NewIncarnation {
  readonly log: AuditLog;
  readonly previous: PreviousLog;
  readonly origin: string;
}

/**
 * Begins a new log where one cannot go on, as after an old back-up was put back. The old one is set aside with its
 * checkpoints and keys, numbered; the first entry of the new one names it, its size and root, and why. Nobody can hide a
 * roll-back this way: the new log has another name.
 * @param reason what the operator wrote, masked
 * @throws AppError ERR_AUDIT_UNAVAILABLE while a server runs; ERR_USAGE when there is no log
 */
export async function beginIncarnation(options: AuditLogOptions, reason: string): Promise<NewIncarnation> {
  const previous = await setAside(options);
  const origin = nextIncarnation(previous.origin);
  const log = await openAuditLog({ ...options, incarnation: { origin, previous, reason } });
  return { log, previous, origin };
}

async function setAside(options: AuditLogOptions): Promise<PreviousLog> {
  const lock = await lockLog(options.path);
  try {
    const previous = await describePrevious(options.path, options.checkpointDir);
    if (previous === undefined) {
      throw new AppError('ERR_USAGE', 'There is no audit log that another could follow.', { status: 400 });
    }
    moveAside(options, incarnationOf(previous.origin));
    return previous;
  } finally {
    await lock[Symbol.asyncDispose]();
  }
}

/** The database last: until it is gone, the command can be given again. */
function moveAside(options: AuditLogOptions, number: number): void {
  const { path, checkpointDir, signingKeyPath, keysPath, epochKeyDir } = options;
  const epochKeys = existsSync(epochKeyDir) ? readdirSync(epochKeyDir).filter(isEpochKeyFile) : [];
  const setAsideKeys = join(epochKeyDir, `audit-${number}`);
  if (epochKeys.length > 0) mkdirSync(setAsideKeys, { recursive: true, mode: 0o700 });
  for (const file of epochKeys) moveIfThere(join(epochKeyDir, file), join(setAsideKeys, file));
  const vkey = verifierKeyPath(signingKeyPath);
  for (const whole of [checkpointDir, vkey, keysPath, path]) {
    for (const suffix of ['-wal', '-shm', ''])
      moveIfThere(`${whole}${suffix}`, `${numbered(whole, number)}${suffix}`);
  }
}

/** `audit.db` → `audit-1.db`. */
function numbered(path: string, number: number): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.[a-z]+)?$/.exec(basename(path)) ?? [];
  return join(dirname(path), `${stem}-${number}${extension}`);
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
