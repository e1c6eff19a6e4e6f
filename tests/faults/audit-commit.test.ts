import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../server/audit/audit-log.ts';
import { openAuditDatabase } from '../../server/db/database.ts';
import { sqliteDialect } from '../../server/db/dialect.ts';
import type { AuditTables } from '../../server/db/tables.ts';
import { lockDatabase } from '../helpers/lock-database.ts';
import {
  createLogFolder,
  generatedFrom,
  groundedExchange,
  type LogFolder,
} from '../unit/audit/log-fixture.ts';
import { interceptQueries } from './audit/intercept-queries.ts';

let folder: LogFolder;
let log: AuditLog | undefined;

beforeEach(() => {
  folder = createLogFolder();
});

afterEach(async () => {
  await log?.[Symbol.asyncDispose]();
  log = undefined;
  folder[Symbol.dispose]();
});

const unavailable = { code: 'ERR_AUDIT_UNAVAILABLE', status: 503 };
const event = { type: 'auth.failed', code: 'ERR_X' } as const;

/** After the cause is gone: the next entry is taken, and the log is whole. */
async function expectToGoOn(open: AuditLog): Promise<void> {
  await open.recordEvent(event);
  expect(await open.verify()).toMatchObject({ exitCode: 0, problems: [] });
}

describe('when the log cannot be written', () => {
  it('because another program holds its lock, nothing is acknowledged, and it goes on afterwards', async () => {
    log = await openAuditLog(folder.options);
    const lock = lockDatabase(folder.options.path);
    await expect(log.recordIntent(await groundedExchange('ex_1'))).rejects.toMatchObject(unavailable);
    await expect(log.recordEvent(event)).rejects.toMatchObject(unavailable);
    lock.release();
    await expectToGoOn(log);
    expect(await log.entries({ limit: 10, exchange: 'ex_1' })).toEqual([]);
  });

  it('because it is write-protected, even root gets no entry in', async () => {
    log = await openAuditLog(folder.options);
    chmodSync(folder.options.path, 0o444);
    await expect(log.recordEvent(event)).rejects.toMatchObject(unavailable);
    await expect(log.recordEvent(event)).rejects.toMatchObject(unavailable);
    expect(await log.entries({ limit: 10 })).toHaveLength(2);
    chmodSync(folder.options.path, 0o600);
    await expectToGoOn(log);
  });

  it('because it was moved away, no entry goes into the file that nobody finds, and none is begun anew', async () => {
    log = await openAuditLog(folder.options);
    const away = join(folder.dir, 'away.db');
    renameSync(folder.options.path, away);
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(log.recordEvent(event)).rejects.toMatchObject(unavailable);
    expect(existsSync(folder.options.path)).toBe(false);
    renameSync(away, folder.options.path);
    await expectToGoOn(log);
  });

  it('because a folder stands in its place', async () => {
    log = await openAuditLog(folder.options);
    const away = join(folder.dir, 'away.db');
    renameSync(folder.options.path, away);
    mkdirSync(folder.options.path);
    await expect(log.recordEvent(event)).rejects.toMatchObject(unavailable);
    rmSync(folder.options.path, { recursive: true });
    renameSync(away, folder.options.path);
    await expectToGoOn(log);
  });

  it('because its write-ahead log was deleted under it', async () => {
    log = await openAuditLog(folder.options);
    await log.recordEvent(event);
    rmSync(`${folder.options.path}-wal`);
    await expect(log.recordEvent(event)).rejects.toMatchObject({ status: 503 });
  });

  it('because an older copy was put in its place, it is refused until the right one is back', async () => {
    log = await openAuditLog(folder.options);
    await log[Symbol.asyncDispose]();
    const older = readFileSync(folder.options.path);
    log = await openAuditLog(folder.options);
    const moved = ['', '-wal', '-shm'].map((end) => `${folder.options.path}${end}`);
    for (const file of moved) renameSync(file, `${file}.away`);
    writeFileSync(folder.options.path, older);
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(log.recordEvent(event)).rejects.toMatchObject({ status: 503 });
    for (const file of moved) renameSync(`${file}.away`, file);
    await expectToGoOn(log);
  });

  it('because the disk is full, it goes on when there is room again', async () => {
    let pages = 0;
    log = await openAuditLog({
      ...folder.options,
      async openDatabase(path, clock) {
        const db = await openAuditDatabase(path, clock);
        if (pages > 0) await sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(db);
        return db;
      },
    });
    // Reopen under the limit: the write-protection makes the log look again.
    pages = 16;
    chmodSync(folder.options.path, 0o444);
    await expect(log.recordEvent(event)).rejects.toMatchObject(unavailable);
    chmodSync(folder.options.path, 0o600);
    let acknowledged = 2;
    const fill = async (): Promise<void> => {
      for (;;) {
        await log?.recordIntent(await groundedExchange(`ex_${acknowledged}`));
        acknowledged += 1;
      }
    };
    for (let attempt = 0; attempt < 3; attempt += 1) await expect(fill()).rejects.toMatchObject(unavailable);
    expect(acknowledged).toBeGreaterThan(5);
    pages = 0;
    await log.recordEvent(event);
    expect(await log.verify()).toMatchObject({ exitCode: 0, entries: acknowledged + 1 });
  });
});

/** What one statement of a database does instead of its work. */
type Fault = (run: () => Promise<void>) => Promise<void>;

describe('when a commit fails', () => {
  let fault: Fault | undefined;

  beforeEach(async () => {
    fault = undefined;
    log = await openAuditLog({
      ...folder.options,
      async openDatabase(path, clock) {
        await (await openAuditDatabase(path, clock)).destroy();
        const dialect = sqliteDialect({ path, synchronous: 'full' });
        return new Kysely<AuditTables>({
          dialect: interceptQueries(dialect, async (query, run) => {
            if (fault === undefined || query.sql !== 'commit') return run();
            await fault(async () => {
              await run();
            });
            return { rows: [] };
          }),
        });
      },
    });
  });

  it('before it took effect, everybody in the batch is told, and no place in the chain is lost', async () => {
    fault = () => Promise.reject(new Error('disk I/O error'));
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, async () => log?.recordEvent(event)),
    );
    expect(attempts.map(({ status }) => status)).toEqual(Array(10).fill('rejected'));
    fault = undefined;
    await expect(log?.recordEvent(event)).resolves.toMatchObject({ seq: 3 });
  });

  it('after it took effect, it counts as failed, the entries stay, and the next one follows them', async () => {
    fault = async (run) => {
      await run();
      throw new Error('disk I/O error');
    };
    await expect(log?.recordEvent(event)).rejects.toMatchObject(unavailable);
    fault = undefined;
    await expect(log?.recordEvent(event)).resolves.toMatchObject({ seq: 4 });
    expect(await log?.verify()).toMatchObject({ exitCode: 0, entries: 4 });
  });

  it('after an intent took effect, the intent that nobody holds is closed', async () => {
    fault = async (run) => {
      await run();
      throw new Error('disk I/O error');
    };
    await expect(log?.recordIntent(await groundedExchange('ex_1'))).rejects.toMatchObject(unavailable);
    fault = undefined;
    await log?.recordEvent(event);
    const types = (await log?.entries({ limit: 10, exchange: 'ex_1' }))?.map(({ type }) => type);
    expect(types).toEqual(['exchange.intended', 'exchange.aborted']);
  });

  it('of an outcome, the answer is not released, and nothing else is stopped', async () => {
    const intended = await log?.recordIntent(await groundedExchange('ex_1'));
    if (log === undefined || intended === undefined) throw new Error('the log is open');
    fault = () => Promise.reject(new Error('disk I/O error'));
    await expect(log.recordOutcome(generatedFrom(intended))).rejects.toMatchObject(unavailable);
    fault = undefined;
    await log.recordOutcome(generatedFrom(intended));
    await expectToGoOn(log);
  });

  it('does not sync, nothing is acknowledged', async () => {
    await log?.[Symbol.asyncDispose]();
    const opening = openAuditLog({
      ...folder.options,
      async openDatabase(path, clock) {
        await (await openAuditDatabase(path, clock)).destroy();
        return new Kysely<AuditTables>({ dialect: sqliteDialect({ path, synchronous: 'normal' }) });
      },
    });
    await expect(opening).rejects.toMatchObject(unavailable);
    log = undefined;
  });
});

describe('when checkpoints cannot be written', () => {
  it('the log takes entries for a while, then no more, and goes on when they can be', async () => {
    log = await openAuditLog(folder.options);
    const away = join(folder.dir, 'away');
    renameSync(folder.options.checkpointDir, away);
    writeFileSync(folder.options.checkpointDir, 'in the way');
    await expect(log.checkpoint()).resolves.toContain('\n2\n');
    let acknowledged = 0;
    const fill = async (): Promise<void> => {
      for (; acknowledged < 5000; acknowledged += 1) await log?.recordEvent(event);
    };
    await expect(fill()).rejects.toMatchObject(unavailable);
    expect(acknowledged).toBeGreaterThan(256);
    rmSync(folder.options.checkpointDir);
    renameSync(away, folder.options.checkpointDir);
    await expect
      .poll(() => log?.recordEvent(event).then(() => 'recorded'), { timeout: 5000 })
      .toBe('recorded');
    expect(await log.verify()).toMatchObject({ exitCode: 0 });
  });
});
