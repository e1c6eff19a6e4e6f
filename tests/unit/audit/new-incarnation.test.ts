import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { checkpointFiles } from '../../../server/audit/checkpoint-store.ts';
import { incarnationOf, nextIncarnation } from '../../../server/audit/incarnation-name.ts';
import { beginIncarnation } from '../../../server/audit/new-incarnation.ts';
import { verifierKeyPath } from '../../../server/audit/verifier-key-file.ts';
import {
  createLogFolder,
  generatedFrom,
  groundedExchange,
  type LogFolder,
  openAndClose,
} from './log-fixture.ts';

const event = { type: 'auth.failed', code: 'ERR_X' } as const;

let folder: LogFolder;

beforeEach(() => {
  folder = createLogFolder();
});

afterEach(() => folder[Symbol.dispose]());

function vkey(): string {
  return readFileSync(verifierKeyPath(folder.options.signingKeyPath), 'utf8');
}

async function begin(reason = 'The disk was replaced, and the last back-up was two days old.'): Promise<{
  previous: { origin: string; entries: number; root: string };
  origin: string;
}> {
  const { log, ...rest } = await beginIncarnation(folder.options, reason);
  await log[Symbol.asyncDispose]();
  return rest;
}

/** An old copy of the database, put back under checkpoints and a signer that know more. */
async function rollBack(): Promise<void> {
  const { path } = folder.options;
  await openAndClose(folder);
  cpSync(path, `${path}.old`);
  await openAndClose(folder);
  rmSync(`${path}-wal`, { force: true });
  cpSync(`${path}.old`, path);
}

describe('a new incarnation', () => {
  it('is the way on for a log that was rolled back, and says so first', async () => {
    await rollBack();
    await expect(openAuditLog(folder.options)).rejects.toMatchObject({
      code: 'ERR_AUDIT_INVALID',
      message: expect.stringContaining('audit new-incarnation'),
    });
    const { previous, origin } = await begin();
    expect(origin).toBe(`${previous.origin}/2`);
    expect(previous.entries).toBe(3);
    await using log = await openAuditLog(folder.options);
    const [first, second] = await log.entries({ limit: 2 });
    expect(first).toMatchObject({ seq: 1, type: 'audit.restored' });
    expect(first?.leaf).toMatchObject({
      origin,
      previous: previous.origin,
      entries: 3,
      root: previous.root,
      reason: expect.stringContaining('two days old'),
    });
    expect(second?.type).toBe('audit.started');
    expect(await log.verify()).toMatchObject({ exitCode: 0, problems: [], origin });
  });

  it('keeps the old log with its checkpoints and key, which still verify together', async () => {
    {
      await using log = await openAuditLog(folder.options);
      await log.recordOutcome(generatedFrom(await log.recordIntent(await groundedExchange('ex_1'))));
    }
    const old = vkey();
    await begin();
    const kept = join(folder.dir, 'signing-1.vkey');
    expect(readFileSync(kept, 'utf8')).toBe(old);
    expect(vkey()).not.toBe(old);
    const { head } = checkpointFiles(`${folder.options.checkpointDir}-1`);
    const report = await folder.verify({
      db: join(folder.dir, 'audit-1.db'),
      checkpoints: [head],
      vkeys: [readFileSync(kept, 'utf8')],
    });
    expect(report).toMatchObject({ exitCode: 0, problems: [] });
  });

  it('does not pass for the old log: a checkpoint of that is about another one', async () => {
    await openAndClose(folder);
    const { head } = checkpointFiles(folder.options.checkpointDir);
    cpSync(head, join(folder.dir, 'kept-elsewhere'));
    const key = vkey();
    await begin();
    const report = await folder.verify({ checkpoints: [join(folder.dir, 'kept-elsewhere')], vkeys: [key] });
    expect(report.exitCode).toBe(30);
  });

  it('can follow an incarnation, and a log whose database is gone', async () => {
    await openAndClose(folder);
    const { previous: first } = await begin();
    rmSync(folder.options.path);
    rmSync(`${folder.options.path}-wal`, { force: true });
    const { previous, origin } = await begin();
    expect(previous).toMatchObject({ origin: `${first.origin}/2`, entries: 0 });
    expect(origin).toBe(`${first.origin}/3`);
    expect(existsSync(join(folder.dir, 'audit-1.db'))).toBe(true);
    await openAndClose(folder);
    expect(await folder.verify()).toMatchObject({ exitCode: 0, origin });
  });

  it('is not begun while the log is open, nor where there is none', async () => {
    await expect(begin()).rejects.toMatchObject({ code: 'ERR_USAGE' });
    await using log = await openAuditLog(folder.options);
    await expect(begin()).rejects.toMatchObject({ code: 'ERR_AUDIT_UNAVAILABLE' });
    await log.recordEvent(event);
  });
});

describe('the name of an incarnation', () => {
  it.each([
    ['intramura/0123456789abcdef0123456789abcdef', 1, 'intramura/0123456789abcdef0123456789abcdef/2'],
    ['intramura/01234567890123456789012345678901', 1, 'intramura/01234567890123456789012345678901/2'],
    ['example.com/log/9', 9, 'example.com/log/10'],
  ])('of %s follows from it', (origin, number, next) => {
    expect(incarnationOf(origin)).toBe(number);
    expect(nextIncarnation(origin)).toBe(next);
  });
});
