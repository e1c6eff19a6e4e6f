import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../../../server/audit/audit-log.ts';
import { sha256Hex } from '../../../../server/util/hash.ts';
import { subjectTerms } from '../../../../server/redaction/subject-terms.ts';
import {
  actor,
  ANSWER,
  createLogFolder,
  generatedFrom,
  groundedExchange,
  type LogFolder,
  QUESTION,
} from '../log-fixture.ts';
import { tamper } from '../tampered-log.ts';

const byTwo = { actor, approver: { kind: 'user', id: 'user_18' }, request: 'req_1' } as const;

let folder: LogFolder;
beforeEach(() => {
  folder = createLogFolder();
});
afterEach(() => folder[Symbol.dispose]());

async function exchange(
  log: AuditLog,
  id: string,
  question?: string,
): Promise<{ intent: number; outcome: number }> {
  const intended = await log.recordIntent(await groundedExchange(id, question));
  const { intent, outcome } = await log.recordOutcome(generatedFrom(intended));
  return { intent: intent.seq, outcome: outcome.seq };
}

describe('the content of an exchange', () => {
  it('opens with what was asked, what was found and what the placeholders stand for', async () => {
    await using log = await openAuditLog(folder.options);
    const { intent, outcome } = await exchange(log, 'ex_1');
    const prompt = await log.contents.open(intent, byTwo);
    expect(prompt.text).toContain('The fee is 2 percent.');
    expect(prompt.text).not.toContain('13812345678');
    const restored = prompt.values.reduce(
      (text, { placeholder, original }) => text.replaceAll(placeholder, original),
      prompt.text,
    );
    expect(restored).toContain(QUESTION);
    expect((await log.contents.open(outcome, byTwo)).text).toBe(JSON.stringify(ANSWER));
    await expect(log.contents.open(1, byTwo)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
  });

  it('is opened only after the log says by whom, and who agreed', async () => {
    await using log = await openAuditLog(folder.options);
    const { intent } = await exchange(log, 'ex_1');
    await log.contents.open(intent, byTwo);
    const [entry] = await log.entries({ limit: 1, type: 'content.opened' });
    expect(entry?.leaf).toMatchObject({ ...byTwo, entry: intent });
  });

  it('is bound to its entry by digest and commitment', async () => {
    await using log = await openAuditLog(folder.options);
    const { intent } = await exchange(log, 'ex_1');
    const { leaf } = await log.entry(intent);
    const row = storedContents(folder).find(({ seq }) => seq === intent);
    expect(leaf['prompt']).toMatchObject({ ct: sha256Hex(Buffer.from(row?.sealed ?? '', 'base64')) });
  });

  it.each([
    ['changed', "UPDATE audit_content SET sealed = replace(sealed, substr(sealed, 60, 4), 'AAAA')"],
    [
      'of another entry',
      'UPDATE audit_content SET sealed = (SELECT sealed FROM audit_content ORDER BY seq DESC LIMIT 1)',
    ],
  ])('that was %s is not shown', async (_, statement) => {
    await using log = await openAuditLog(folder.options);
    const { intent } = await exchange(log, 'ex_1');
    tamper(folder, statement);
    await expect(log.contents.open(intent, byTwo)).rejects.toMatchObject({ code: 'ERR_AUDIT_INVALID' });
  });

  it('of equal exchanges says nothing about their being equal', async () => {
    await using log = await openAuditLog(folder.options);
    const first = await log.entry((await exchange(log, 'ex_1')).intent);
    const second = await log.entry((await exchange(log, 'ex_1')).intent);
    expect(first.leaf['prompt']).not.toEqual(second.leaf['prompt']);
    const [one, , two] = storedContents(folder).map(({ sealed }) => sealed);
    expect(one?.length).toBe(two?.length);
  });

  it('still opens in the next run, and keys that sealed nothing are gone', async () => {
    let seqs = { intent: 0, outcome: 0 };
    {
      await using log = await openAuditLog(folder.options);
      seqs = await exchange(log, 'ex_1');
    }
    await using log = await openAuditLog(folder.options);
    expect(keyRows(folder)).toEqual([{ seq: seqs.intent }, { seq: seqs.outcome }]);
    expect((await log.contents.open(seqs.outcome, byTwo)).text).toBe(JSON.stringify(ANSWER));
  });

  it('is found by whoever is named in it, in any written form', async () => {
    await using log = await openAuditLog(folder.options);
    const first = await exchange(log, 'ex_1');
    await exchange(log, 'ex_2', 'Which fee applies?');
    const third = await exchange(log, 'ex_3', 'Call 138-1234-5678 about it.');
    const terms = subjectTerms('+86 13812345678'.slice(4));
    expect(await log.contents.find({ kind: 'named', terms })).toEqual([
      first.intent,
      first.outcome,
      third.intent,
      third.outcome,
    ]);
    expect(await log.contents.find({ kind: 'named', terms: subjectTerms('Nobody') })).toEqual([]);
    expect(await log.contents.find({ kind: 'actor', id: actor.id })).toHaveLength(6);
    expect(await log.contents.find({ kind: 'actor', id: 'user_99' })).toEqual([]);
  });

  it('is indexed at the next start when a crash came before the index was written', async () => {
    const crashed = mkdtempSync(join(tmpdir(), 'intramura-crashed-'));
    {
      await using log = await openAuditLog(folder.options);
      await exchange(log, 'ex_1');
      cpSync(folder.dir, crashed, { recursive: true, filter: (path) => !path.endsWith('.lock') });
    }
    using copy = createLogFolder(crashed);
    expect(keyRows(copy).every(({ seq }) => seq === null)).toBe(true);
    await using log = await openAuditLog(copy.options);
    const found = await log.contents.find({ kind: 'named', terms: subjectTerms('13812345678') });
    expect(found).toHaveLength(2);
    for (const seq of found) expect((await log.contents.open(seq, byTwo)).text).not.toBe('');
  });
});

describe('the keys of contents', () => {
  it.each(['keysPath', 'epoch key'] as const)('are missed when their %s is gone', async (what) => {
    {
      await using log = await openAuditLog(folder.options);
      await exchange(log, 'ex_1');
    }
    const epochKey = join(folder.options.epochKeyDir, 'audit-epoch-1.key');
    const path = what === 'keysPath' ? folder.options.keysPath : epochKey;
    rmSync(path);
    await expect(openAuditLog(folder.options)).rejects.toMatchObject({ code: 'ERR_CONFIG_INVALID' });
    expect(existsSync(path)).toBe(false);
  });

  it('begin anew when a back-up was restored without any: the log stays sound, old contents stay shut', async () => {
    let seq = 0;
    {
      await using log = await openAuditLog(folder.options);
      seq = (await exchange(log, 'ex_1')).intent;
    }
    rmSync(folder.options.keysPath);
    rmSync(folder.options.epochKeyDir, { recursive: true });
    await using log = await openAuditLog(folder.options);
    await expect(log.contents.open(seq, byTwo)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
    const later = await exchange(log, 'ex_2');
    expect((await log.contents.open(later.outcome, byTwo)).text).toBe(JSON.stringify(ANSWER));
    expect(await log.verify()).toMatchObject({ exitCode: 0, problems: [] });
  });

  it('cannot be written: then nothing is answered', async () => {
    await using log = await openAuditLog(folder.options);
    const lock = new Database(folder.options.keysPath);
    lock.exec('DROP TABLE audit_content_keys');
    lock.close();
    await expect(log.recordIntent(await groundedExchange('ex_1'))).rejects.toMatchObject({
      code: 'ERR_AUDIT_UNAVAILABLE',
    });
    expect(await log.entries({ limit: 9, type: 'exchange.intended' })).toEqual([]);
  });
});

interface StoredContent {
  readonly seq: number;
  readonly sealed: string;
}

function storedContents({ options }: LogFolder): StoredContent[] {
  const db = new Database(options.path, { readonly: true });
  const rows = db.prepare<[], StoredContent>('SELECT seq, sealed FROM audit_content ORDER BY seq').all();
  db.close();
  return rows;
}

function keyRows({ options }: LogFolder): { seq: number | null }[] {
  const db = new Database(options.keysPath, { readonly: true });
  const rows = db
    .prepare<[], { seq: number | null }>('SELECT seq FROM audit_content_keys ORDER BY seq')
    .all();
  db.close();
  return rows;
}
