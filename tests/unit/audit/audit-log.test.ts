import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { checkProof, leafOfProof } from '../../../server/audit/check-proof.ts';
import { readCheckpoints } from '../../../server/audit/checkpoint-store.ts';
import { verifierKeyPath } from '../../../server/audit/verifier-key-file.ts';
import { sha256Hex } from '../../../server/util/hash.ts';
import {
  actor,
  ANSWER,
  createLogFolder,
  generatedFrom,
  groundedExchange,
  openAndClose,
  type LogFolder,
  QUESTION,
} from './log-fixture.ts';

let folder: LogFolder;

beforeEach(() => {
  folder = createLogFolder();
});

afterEach(() => folder[Symbol.dispose]());

function vkey(): string {
  return readFileSync(verifierKeyPath(folder.options.signingKeyPath), 'utf8');
}

describe('an exchange in the log', () => {
  it('has an intent that says who, by which policy, on which model and evidence', async () => {
    await using log = await openAuditLog(folder.options);
    const grounded = await groundedExchange('ex_1');
    const { intent } = await log.recordIntent(grounded);
    const [entry] = await log.entries({ limit: 1, exchange: 'ex_1' });
    expect(entry).toMatchObject({ seq: intent.seq, hash: intent.hash, type: 'exchange.intended' });
    expect(entry?.leaf).toMatchObject({
      exchange: 'ex_1',
      actor: { kind: 'user', id: 'user_17' },
      roles: ['member'],
      policy: 'c'.repeat(64),
      reasons: ['members-may-chat'],
      model: { id: 'starter' },
      redaction: grounded.vault.counts(),
      collections: ['handbook'],
      sources: [{ document: 'doc_1', chunk: 'chunk_1', score: 831 }],
      grounding: 'free',
      strength: 'strong',
      sampling: { max_tokens: 200, temperature_milli: 700, top_p_milli: 950, stops: 0, format: 'text' },
    });
    expect(Object.keys(grounded.vault.counts()).length).toBeGreaterThan(0);
  });

  it('names up to 256 collections, and counts and digests more', async () => {
    await using log = await openAuditLog(folder.options);
    const ids = Array.from({ length: 257 }, (_, index) => `c${index}`);
    await log.recordIntent({ ...(await groundedExchange('ex_1')), collections: ids.slice(1) });
    await log.recordIntent({ ...(await groundedExchange('ex_2')), collections: ids });
    await log.recordIntent({ ...(await groundedExchange('ex_3')), collections: ids.toReversed() });
    const entries = await log.entries({ limit: 3, type: 'exchange.intended' });
    const digest = sha256Hex(JSON.stringify(ids.toSorted()));
    expect(entries.map(({ leaf }) => leaf['collections'])).toEqual([
      ids.slice(1),
      { count: 257, digest },
      { count: 257, digest },
    ]);
    expect((await log.verify()).problems).toEqual([]);
  });

  it('has an outcome that points to the intent and says what was answered from what', async () => {
    await using log = await openAuditLog(folder.options);
    const recorded = await log.recordOutcome(
      generatedFrom(await log.recordIntent(await groundedExchange('ex_1'))),
    );
    const [, entry] = await log.entries({ limit: 2, exchange: 'ex_1' });
    expect(entry).toMatchObject({ seq: recorded.outcome.seq, hash: recorded.outcome.hash });
    expect(entry?.leaf).toMatchObject({
      type: 'exchange.completed',
      outcome_of: recorded.intent.seq,
      decision: 'answered',
      supported: 1,
      removed: 0,
      cited: [{ document: 'doc_1', chunk: 'chunk_1' }],
      tokens: { prompt: 40, completion: 9 },
      finish: 'stop',
    });
    expect(entry?.leaf['latency_ms']).toBeGreaterThan(0);
  });

  it('that fails is closed with its code and what had been sent', async () => {
    await using log = await openAuditLog(folder.options);
    const intended = await log.recordIntent(await groundedExchange('ex_1'));
    await log.recordFailure(intended, 'ERR_INFERENCE_UNAVAILABLE', 'The fee');
    const [, entry] = await log.entries({ limit: 2, exchange: 'ex_1' });
    expect(entry?.leaf).toMatchObject({
      type: 'exchange.failed',
      outcome_of: intended.intent.seq,
      code: 'ERR_INFERENCE_UNAVAILABLE',
    });
  });

  it('leaves no name, number, question or answer in any file of the log', async () => {
    {
      await using log = await openAuditLog(folder.options);
      await log.recordOutcome(generatedFrom(await log.recordIntent(await groundedExchange('ex_1'))));
    }
    const names = readdirSync(folder.dir, { recursive: true, withFileTypes: true });
    const files = names
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    expect(files).toContain(folder.options.path);
    const bytes = Buffer.concat(files.map((file) => readFileSync(file))).toString('latin1');
    expect(bytes).toContain('user_17');
    for (const raw of [
      '13812345678',
      'li.na@example.com',
      'Li Na',
      QUESTION,
      'Which fee',
      ANSWER,
      '2 percent',
    ])
      expect(bytes).not.toContain(raw);
  });
});

describe('events', () => {
  it('carry kind and id of the actor and nothing else of the principal', async () => {
    await using log = await openAuditLog(folder.options);
    const principal = { ...actor, name: 'Li Na', roles: ['member'] } as const;
    await log.recordEvent({ type: 'collection.created', actor: principal, collection: 'handbook' });
    const [entry] = await log.entries({ limit: 1, type: 'collection.created' });
    expect(entry?.leaf).toMatchObject({ actor: { kind: 'user', id: 'user_17' }, policy: 'b'.repeat(64) });
    expect(Object.keys(entry?.leaf['actor'] ?? {})).toEqual(['kind', 'id'].toSorted());
  });

  it('that do not fit their shape are refused, and the log goes on', async () => {
    await using log = await openAuditLog(folder.options);
    await expect(log.recordEvent({ type: 'auth.failed', code: 'two\nlines' })).rejects.toMatchObject({
      code: 'ERR_INTERNAL',
    });
    await expect(log.recordEvent({ type: 'auth.failed', code: 'ERR_X' })).resolves.toMatchObject({ seq: 3 });
  });

  it('are found by place, type and exchange, oldest first', async () => {
    await using log = await openAuditLog(folder.options);
    for (let index = 0; index < 5; index += 1)
      await log.recordEvent({ type: 'auth.failed', code: `E${index}` });
    const seqs = async (query: Parameters<typeof log.entries>[0]): Promise<number[]> =>
      (await log.entries(query)).map(({ seq }) => seq);
    expect(await seqs({ limit: 2 })).toEqual([1, 2]);
    expect(await seqs({ after: 5, limit: 10 })).toEqual([6, 7]);
    expect(await seqs({ limit: 10, type: 'audit.started' })).toEqual([1]);
    expect(await seqs({ limit: 10, exchange: 'ex_9' })).toEqual([]);
  });
});

describe('many callers at once', () => {
  it('each get their own entry, in one unbroken chain', async () => {
    await using log = await openAuditLog(folder.options);
    const refs = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        log.recordEvent({ type: 'auth.failed', code: `ERR_${index}` }),
      ),
    );
    expect(new Set(refs.map(({ seq }) => seq)).size).toBe(500);
    const entries = await log.entries({ limit: 1000, type: 'auth.failed' });
    for (const [index, ref] of refs.entries()) {
      expect(entries.find(({ seq }) => seq === ref.seq)?.leaf['code']).toBe(`ERR_${index}`);
    }
    expect(await log.verify()).toMatchObject({ exitCode: 0, entries: 502, problems: [] });
  });
});

describe('checkpoints', () => {
  it('are written when the log is opened and closed', async () => {
    const log = await openAuditLog(folder.options);
    expect(readCheckpoints(folder.options.checkpointDir).head).toContain('\n2\n');
    await log.recordEvent({ type: 'auth.failed', code: 'ERR_X' });
    await log[Symbol.asyncDispose]();
    const { head, history } = readCheckpoints(folder.options.checkpointDir);
    expect(head).toContain('\n4\n');
    expect(history.at(-1)).toBe(head);
  });

  it('follow a new entry by themselves', async () => {
    await using log = await openAuditLog(folder.options);
    await log.recordEvent({ type: 'auth.failed', code: 'ERR_X' });
    await expect
      .poll(() => readCheckpoints(folder.options.checkpointDir).head, { timeout: 5000 })
      .toContain('\n3\n');
  });

  it('follow 256 new entries, and one of them is kept', async () => {
    await using log = await openAuditLog(folder.options);
    await Promise.all(
      Array.from({ length: 300 }, () => log.recordEvent({ type: 'auth.failed', code: 'ERR_X' })),
    );
    await expect.poll(() => readCheckpoints(folder.options.checkpointDir).history.length).toBeGreaterThan(1);
  });

  it('cover every entry when asked for', async () => {
    await using log = await openAuditLog(folder.options);
    await log.recordEvent({ type: 'auth.failed', code: 'ERR_X' });
    expect(await log.checkpoint()).toContain('\n3\n');
  });
});

describe('a proof', () => {
  it('of every entry checks with nothing but the proof and the public key', async () => {
    await using log = await openAuditLog(folder.options);
    for (let index = 0; index < 20; index += 1) await log.recordEvent({ type: 'auth.failed', code: 'ERR_X' });
    for (let seq = 1; seq <= 22; seq += 1) {
      const proof = await log.prove(seq);
      const leaf = leafOfProof(proof) ?? '';
      expect(checkProof(proof, leaf, [vkey()])).toMatchObject({ ok: true, seq, size: 22 });
      expect(checkProof(proof, `${leaf.toString()} `, [vkey()]).ok).toBe(false);
    }
  });

  it('does not check with another key, another place, a missing hash or trailing text', async () => {
    await using log = await openAuditLog(folder.options);
    for (let index = 0; index < 5; index += 1) await log.recordEvent({ type: 'auth.failed', code: 'ERR_X' });
    const proof = await log.prove(3);
    const leaf = leafOfProof(proof) ?? '';
    using other = createLogFolder();
    await openAndClose(other);
    const otherKey = readFileSync(verifierKeyPath(other.options.signingKeyPath), 'utf8');
    expect(checkProof(proof, leaf, [otherKey]).ok).toBe(false);
    expect(checkProof(proof, leaf, []).ok).toBe(false);
    for (const damaged of [
      proof.replace('index 2', 'index 3'),
      proof.replace(/index 2\n[^\n]+\n/, 'index 2\n'),
      proof.replace('\n7\n', '\n8\n'),
      proof.replace('@v1', '@v2'),
      `${proof}more\n`,
      proof.trimEnd(),
      '',
    ]) {
      expect(damaged).not.toBe(proof);
      expect(checkProof(damaged, leaf, [vkey()]).ok).toBe(false);
    }
  });

  it.each([0, -1, 7, 1.5, Number.NaN])('of entry %d, which is not there, is not made', async (seq) => {
    await using log = await openAuditLog(folder.options);
    await expect(log.prove(seq)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND', status: 404 });
  });
});
