import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../../../server/audit/audit-log.ts';
import { checkProof, leafOfProof } from '../../../../server/audit/check-proof.ts';
import { verifierKeyPath } from '../../../../server/audit/verifier-key-file.ts';
import { subjectTerms } from '../../../../server/redaction/subject-terms.ts';
import { systemRandom } from '../../../../server/util/random.ts';
import {
  actor,
  ANSWER,
  createLogFolder,
  generatedFrom,
  groundedExchange,
  type LogFolder,
} from '../log-fixture.ts';

const order = {
  actor,
  approver: { kind: 'user', id: 'user_18' },
  request: 'req_1',
  basis: 'gdpr-17-1-b',
} as const;
const byTwo = { actor: order.actor, approver: order.approver, request: 'req_2' };
const mobile = { kind: 'named', terms: subjectTerms('13812345678') } as const;

let folder: LogFolder;
/** Everything random that the log drew, 32 bytes at a time: keys above all. */
let drawn: Buffer[];
beforeEach(() => {
  folder = createLogFolder();
  drawn = [];
});
afterEach(() => folder[Symbol.dispose]());

function open(): Promise<AuditLog> {
  const random = (size: number): Buffer => {
    const bytes = systemRandom(size);
    if (size === 32) drawn.push(Buffer.from(bytes));
    return bytes;
  };
  return openAuditLog({ ...folder.options, random });
}

async function exchange(log: AuditLog, id: string, question?: string): Promise<number[]> {
  const intended = await log.recordIntent(await groundedExchange(id, question));
  const { intent, outcome } = await log.recordOutcome(generatedFrom(intended));
  return [intent.seq, outcome.seq];
}

describe('erasing what is about somebody', () => {
  it('takes the prompts that name them with their answers, and leaves the others', async () => {
    await using log = await open();
    const named = await exchange(log, 'ex_1');
    const other = await exchange(log, 'ex_2', 'Which fee applies?');
    expect(await log.contents.erase(mobile, order)).toMatchObject({ entries: 2 });
    for (const seq of named)
      await expect(log.contents.open(seq, byTwo)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
    for (const seq of other) expect((await log.contents.open(seq, byTwo)).text).not.toBe('');
    expect(await log.contents.find(mobile)).toEqual([]);
    expect((await exchange(log, 'ex_3')).length).toBe(2);
    expect(await log.contents.find(mobile)).toHaveLength(2);
  });

  it('takes all that a person has asked', async () => {
    await using log = await open();
    await exchange(log, 'ex_1');
    await exchange(log, 'ex_2', 'Which fee applies?');
    expect(await log.contents.erase({ kind: 'actor', id: actor.id }, order)).toMatchObject({ entries: 4 });
    expect(storedRows(folder.options.path, 'audit_content')).toBe(0);
  });

  it('is in the log with two people, the ground and the entries, also when there was nothing', async () => {
    await using log = await open();
    const [intent, outcome] = await exchange(log, 'ex_1');
    await log.contents.erase(mobile, order);
    await log.contents.erase(mobile, { ...order, request: 'req_3' });
    const entries = await log.entries({ limit: 9, type: 'content.erased' });
    expect(entries.map(({ leaf }) => leaf['seqs'])).toEqual([[[intent, outcome]], []]);
    expect(entries[0]?.leaf).toMatchObject(order);
  });

  it('changes no entry: what was proven stays proven', async () => {
    await using log = await open();
    const [seq = 0] = await exchange(log, 'ex_1');
    const before = await log.entry(seq);
    await log.contents.erase(mobile, order);
    expect((await log.entry(seq)).text).toBe(before.text);
    const proof = await log.prove(seq);
    const vkeys = [readFileSync(verifierKeyPath(folder.options.signingKeyPath), 'utf8')];
    expect(checkProof(proof, leafOfProof(proof) ?? Buffer.alloc(0), vkeys)).toMatchObject({ ok: true, seq });
  });

  it('leaves no byte of a key that opens it, in the files or in a back-up made before', async () => {
    const backup = createLogFolder();
    let answer = '';
    {
      await using log = await open();
      await exchange(log, 'ex_1');
      await exchange(log, 'ex_2', 'Which fee applies?');
      answer = sealedOf(folder, 2);
      // A back-up has the databases and not the key of the epoch.
      cpSync(folder.options.path, backup.options.path);
      cpSync(folder.options.keysPath, backup.options.keysPath);
      await log.contents.erase(mobile, order);
    }
    const files = [...filesOf(folder.dir), ...filesOf(backup.dir)];
    expect(files.length).toBeGreaterThan(6);
    const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
    const [epoch] = drawn;
    if (epoch === undefined) throw new Error('no key was drawn');
    expect(bytes.includes(epoch)).toBe(false);
    for (const key of drawn) {
      const isCurrent = readFileSync(join(folder.options.epochKeyDir, 'audit-epoch-2.key')).equals(key);
      for (const form of [key, key.toString('hex'), key.toString('base64').slice(0, -2)])
        expect(bytes.includes(form)).toBe(isCurrent && form === key);
    }
    for (const text of ['13812345678', 'li.na@example.com', ANSWER]) expect(bytes.includes(text)).toBe(false);
    expect(readFileSync(folder.options.keysPath).includes(answer)).toBe(false);
    backup[Symbol.dispose]();
  });

  it('makes a copy of the keys worthless even with the key of the new epoch', async () => {
    const copy = createLogFolder();
    await using log = await open();
    await exchange(log, 'ex_1');
    const [kept = 0] = await exchange(log, 'ex_2', 'Which fee applies?');
    for (const from of [folder.options.path, `${folder.options.path}-wal`, folder.options.keysPath])
      cpSync(from, join(copy.dir, from.slice(folder.dir.length + 1)));
    cpSync(folder.options.signingKeyPath, copy.options.signingKeyPath);
    cpSync(folder.options.checkpointDir, copy.options.checkpointDir, { recursive: true });
    await log.contents.erase(mobile, order);
    // The new key under the old name: the best that whoever has both can try.
    cpSync(
      join(folder.options.epochKeyDir, 'audit-epoch-2.key'),
      join(copy.options.epochKeyDir, 'audit-epoch-1.key'),
      { recursive: true },
    );
    await expect(openAuditLog(copy.options)).rejects.toMatchObject({ code: 'ERR_AUDIT_UNAVAILABLE' });
    // Nor do the new keys of subjects open the old rows of content keys.
    const old = wrappedKeys(copy);
    const now = wrappedKeys(folder);
    expect([...now.keys()].filter((id) => old.get(id) === now.get(id))).toEqual([]);
    expect((await log.contents.open(kept, byTwo)).text).not.toBe('');
    copy[Symbol.dispose]();
  });

  it('is finished at the next start when a crash came between the entry and the keys', async () => {
    let seqs: number[] = [];
    {
      await using log = await open();
      seqs = await exchange(log, 'ex_1');
    }
    const before = mkdtempSync(join(tmpdir(), 'intramura-before-'));
    cpSync(folder.options.keysPath, join(before, 'keys.db'));
    const epochKey = join(folder.options.epochKeyDir, 'audit-epoch-1.key');
    cpSync(epochKey, join(before, 'epoch.key'));
    {
      await using log = await open();
      await log.contents.erase(mobile, order);
    }
    // The keys as they were, with the note that the erasure has begun.
    cpSync(join(before, 'keys.db'), folder.options.keysPath);
    cpSync(join(before, 'epoch.key'), epochKey);
    const db = new Database(folder.options.keysPath);
    db.prepare('INSERT INTO audit_erasures VALUES (?, ?)').run(order.request, JSON.stringify([seqs]));
    db.prepare('INSERT INTO audit_erasures VALUES (?, ?)').run('req_never_logged', '[[1,99]]');
    db.close();
    expect(wrappedKeys(folder).size).toBeGreaterThan(1);
    await using log = await open();
    expect(wrappedKeys(folder).size).toBe(0);
    expect(readdirSync(folder.options.epochKeyDir)).toEqual(['audit-epoch-2.key']);
    expect((await exchange(log, 'ex_2')).length).toBe(2);
  });
});

function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

function storedRows(path: string, table: string): number {
  const db = new Database(path, { readonly: true });
  const row = db.prepare<[], { count: number }>(`SELECT count(*) AS count FROM ${table}`).get();
  db.close();
  return row?.count ?? -1;
}

function sealedOf({ options }: LogFolder, place: number): string {
  const db = new Database(options.path, { readonly: true });
  const rows = db.prepare<[], { sealed: string }>('SELECT sealed FROM audit_content ORDER BY seq').all();
  db.close();
  return rows[place - 1]?.sealed ?? '';
}

function wrappedKeys({ options }: LogFolder): Map<string, string> {
  const db = new Database(options.keysPath, { readonly: true });
  const rows = db
    .prepare<[], { id: string; wrapped: string }>('SELECT id, wrapped FROM audit_content_keys')
    .all();
  db.close();
  return new Map(rows.map(({ id, wrapped }) => [id, wrapped]));
}
