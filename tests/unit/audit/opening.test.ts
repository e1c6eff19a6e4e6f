import { join } from 'node:path';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { verifierKeyPath } from '../../../server/audit/verifier-key-file.ts';
import {
  actor,
  createLogFolder,
  generatedFrom,
  groundedExchange,
  type LogFolder,
  openAndClose,
} from './log-fixture.ts';

let folder: LogFolder;

beforeEach(() => {
  folder = createLogFolder();
});

afterEach(() => folder[Symbol.dispose]());

describe('opening a log', () => {
  it('makes keys for their owner only, and a public key for auditors', async () => {
    await openAndClose(folder);
    const epochKey = join(folder.options.epochKeyDir, 'audit-epoch-1.key');
    for (const path of [folder.options.signingKeyPath, epochKey]) {
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
    const vkey = readFileSync(verifierKeyPath(folder.options.signingKeyPath), 'utf8');
    expect(vkey).toMatch(/^intramura\/[0-9a-f]{32}\+[0-9a-f]{8}\+A[A-Za-z0-9+/]{43}\n$/);
  });

  it('again goes on where it ended, under the same name', async () => {
    for (let run = 0; run < 3; run += 1) {
      await using log = await openAuditLog(folder.options);
      await log.recordEvent({ type: 'auth.failed', code: 'ERR_X' });
    }
    const report = await folder.verify();
    expect(report).toMatchObject({ exitCode: 0, entries: 12, proven: 12, problems: [], remarks: [] });
    await using log = await openAuditLog(folder.options);
    const types = (await log.entries({ limit: 10 })).map(({ type }) => type);
    expect(types.slice(0, 5)).toEqual([
      'audit.started',
      'policy.loaded',
      'auth.failed',
      'audit.stopped',
      'audit.started',
    ]);
  });

  it('goes on after first starts that were cut short before the first checkpoint', async () => {
    const cut = {
      ...folder.options,
      openSigner() {
        const signer = folder.options.openSigner();
        return { ...signer, sign: () => Promise.reject(new Error('the power is cut')) };
      },
    };
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(openAuditLog(cut)).rejects.toMatchObject({ code: 'ERR_AUDIT_UNAVAILABLE' });
    await using log = await openAuditLog(folder.options);
    expect(await log.verify()).toMatchObject({ exitCode: 0, entries: 4, problems: [] });
  });

  it('records the policy bundle of each start', async () => {
    await openAndClose(folder);
    await using log = await openAuditLog({ ...folder.options, policyBundle: 'd'.repeat(64) });
    const loaded = await log.entries({ limit: 10, type: 'policy.loaded' });
    expect(loaded.map(({ leaf }) => leaf['digest'])).toEqual(['b'.repeat(64), 'd'.repeat(64)]);
  });

  it('closes the intents that the last run left open', async () => {
    const log = await openAuditLog(folder.options);
    await log.recordOutcome(generatedFrom(await log.recordIntent(await groundedExchange('ex_1'))));
    const { intent } = await log.recordIntent(await groundedExchange('ex_2'));
    await log[Symbol.asyncDispose]();
    await using again = await openAuditLog(folder.options);
    const aborted = await again.entries({ limit: 10, type: 'exchange.aborted' });
    expect(aborted.map(({ leaf }) => leaf)).toMatchObject([
      { exchange: 'ex_2', outcome_of: intent.seq, actor },
    ]);
    expect(await again.verify()).toMatchObject({ exitCode: 0 });
  });

  it('is refused while it is open elsewhere, and works after it was closed', async () => {
    const log = await openAuditLog(folder.options);
    await expect(openAuditLog(folder.options)).rejects.toMatchObject({
      code: 'ERR_AUDIT_UNAVAILABLE',
      message: expect.stringContaining('Another process'),
    });
    await log.recordEvent({ type: 'auth.failed', code: 'ERR_X' });
    await log[Symbol.asyncDispose]();
    await openAndClose(folder);
  });

  it('takes nothing more once it is closed: another process may be writing by then', async () => {
    const first = await openAuditLog(folder.options);
    const event = { type: 'auth.failed', code: 'ERR_X' } as const;
    const accepted = first.recordEvent(event);
    const closing = first[Symbol.asyncDispose]();
    await expect(first.recordEvent(event)).rejects.toMatchObject({ code: 'ERR_AUDIT_UNAVAILABLE' });
    await Promise.all([accepted, closing]);
    await using second = await openAuditLog(folder.options);
    const late = { code: 'ERR_AUDIT_UNAVAILABLE', status: 503 };
    await expect(first.recordEvent(event)).rejects.toMatchObject(late);
    await expect(first.recordIntent(await groundedExchange('ex_1'))).rejects.toMatchObject(late);
    await expect(first.checkpoint()).rejects.toMatchObject(late);
    await first[Symbol.asyncDispose]();
    await second.recordEvent(event);
    const types = (await second.entries({ limit: 10 })).map(({ type }) => type);
    expect(types.filter((type) => type === 'auth.failed')).toHaveLength(2);
    expect(types[types.lastIndexOf('audit.started') - 1]).toBe('audit.stopped');
    expect(await second.verify()).toMatchObject({ exitCode: 0, problems: [] });
  });

  it('is refused without its signing key: a new key would cut it off its past', async () => {
    await openAndClose(folder);
    rmSync(folder.options.signingKeyPath);
    await expect(openAuditLog(folder.options)).rejects.toMatchObject({ code: 'ERR_CONFIG_INVALID' });
    expect(existsSync(folder.options.signingKeyPath)).toBe(false);
  });
});
