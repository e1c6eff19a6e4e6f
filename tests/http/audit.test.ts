import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkProof, leafOfProof } from '../../server/audit/check-proof.ts';
import { splitNotes } from '../../server/audit/verifier/split-notes.ts';
import type { EntryFilters } from '../../server/audit/audit-log.ts';
import type { Receipt } from '../../server/domain/exchange.ts';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
let auditor: SignedInAs;
let administrator: SignedInAs;
let member: SignedInAs;
let receipt: Receipt;

beforeAll(async () => {
  context = await createTestContext();
  auditor = await signInAs(context, 'auditor');
  administrator = await signInAs(context, 'administrator');
  member = await signInAs(context, 'member');
  receipt = (await ask()).body.intramura.receipt;
});

afterAll(() => context[Symbol.asyncDispose]());

const ask = (): request.Test =>
  request(context.app)
    .post('/v1/chat/completions')
    .set('cookie', member.cookie)
    .send({ messages: [{ role: 'user', content: 'Hello' }], max_tokens: 8, intramura: { grounding: 'off' } })
    .expect(200);

const get = (path: string, as = auditor): request.Test =>
  request(context.app).get(`/api/audit/${path}`).set('cookie', as.cookie);

const post = (path: string, body: object = {}, as = auditor): request.Test =>
  request(context.app).post(`/api/audit/${path}`).set('cookie', as.cookie).send(body);

interface Entry {
  readonly seq: number;
  readonly type: string;
  readonly hash: string;
  readonly leaf: Readonly<Record<string, unknown>>;
}

async function search(filters: EntryFilters): Promise<{ search: number; total: number }> {
  return (await post('searches', filters).expect(200)).body;
}

async function found(number: number, page = ''): Promise<Entry[]> {
  return (await get(`searches/${number}/entries${page}`).expect(200)).body.entries;
}

async function entriesOf(type: string): Promise<Entry[]> {
  return [...(await context.services.audit.entries({ type, limit: 500 }))];
}

describe('a receipt', () => {
  const verify = (body: object, as = member): request.Test =>
    request(context.app).post('/api/receipts/verify').set('cookie', as.cookie).send(body);

  it('is held against the log and its signed checkpoint', async () => {
    const { body } = await verify(receipt).expect(200);
    expect(body).toEqual({
      ok: true,
      message: expect.stringContaining('unchanged'),
      entries: expect.any(Number),
      checkpoint: expect.any(String),
    });
    expect(body.entries).toBeGreaterThanOrEqual(receipt.outcome);
    expect(splitNotes(body.checkpoint).notes).toHaveLength(1);
  });

  it('answers alike for another hash, another place and nothing at all, and shows no more', async () => {
    const other = (await ask()).body.intramura.receipt;
    const wrong = [
      { ...receipt, leaf: 'f'.repeat(64) },
      { ...receipt, outcome: receipt.outcome + 1 },
      { ...receipt, outcome: 1_000_000_000 },
      { ...receipt, intent: other.intent },
      { ...receipt, intent: 1_000_000_000 },
      { intent: other.intent, outcome: other.outcome, leaf: receipt.leaf },
    ];
    for (const body of wrong) {
      const reply = await verify(body).expect(200);
      expect(reply.body).toEqual({
        ok: false,
        message: 'The audit log holds no exchange with this receipt.',
      });
    }
  });

  it('is for whoever may ask, and for the auditor', async () => {
    await verify(receipt, auditor).expect(200);
    await verify(receipt, administrator).expect(403);
    await verify({ ...receipt, leaf: 'short' }).expect(400);
  });
});

describe('a search', () => {
  it('is recorded once with what was looked for, however many pages are read', async () => {
    const before = await entriesOf('audit.read');
    const { search: number, total } = await search({ actor: member.id, decision: 'chatted' });
    expect(total).toBe((await entriesOf('exchange.completed')).length);
    const pages = [await found(number, '?limit=1'), await found(number, '?limit=1&offset=1')].flat();
    expect(pages.map(({ type }) => type)).toEqual(['exchange.completed', 'exchange.completed']);
    expect(await entriesOf('audit.read')).toHaveLength(before.length);
    const recorded = (await entriesOf('audit.searched')).at(-1);
    expect(recorded).toMatchObject({
      seq: number,
      leaf: { actor: { id: auditor.id }, filters: { actor: member.id, decision: 'chatted' } },
    });
  });

  it('keeps its pages while the log grows', async () => {
    const { search: number, total } = await search({});
    const first = await found(number, '?limit=3');
    expect(first.map(({ seq }) => seq)).toEqual([number - 1, number - 2, number - 3]);
    await ask();
    expect(await found(number, '?limit=3')).toEqual(first);
    expect(total).toBe(number - 1);
    expect(await found(number, `?offset=${total}`)).toEqual([]);
    expect(await found(number, '?order=oldest&limit=2')).toMatchObject([{ seq: 1 }, { seq: 2 }]);
  });

  it('finds by type, exchange, model and time', async () => {
    const numbers = async (filters: EntryFilters): Promise<number[]> => {
      const { search: number, total } = await search(filters);
      const entries = await found(number, '?order=oldest&limit=500');
      expect(entries).toHaveLength(total);
      return entries.map(({ seq }) => seq);
    };
    const [intent] = await context.services.audit.entries({ limit: 1, after: receipt.intent - 1 });
    const { exchange } = Object(intent?.leaf);
    expect(await numbers({ exchange })).toEqual([receipt.intent, receipt.outcome]);
    expect(await numbers({ exchange, model: 'starter-model' })).toEqual([receipt.intent]);
    expect(await numbers({ exchange, model: 'starter-model', decision: 'chatted' })).toEqual([
      receipt.outcome,
    ]);
    expect(await numbers({ exchange, model: 'starter-model', type: 'exchange.completed' })).toEqual([
      receipt.outcome,
    ]);
    expect(await numbers({ model: 'no-such-model', type: 'exchange.completed' })).toEqual([]);
    expect(await numbers({ type: 'audit.started' })).toEqual([1]);
    const at = String(intent?.at);
    expect(await numbers({ from: at, exchange })).toContain(receipt.intent);
    expect(await numbers({ to: at, exchange })).toEqual([]);
    await post('searches', { from: 'yesterday' }).expect(400);
  });

  it('belongs to whoever made it', async () => {
    const other = await signInAs(context, 'auditor', 'member');
    const { search: number } = await search({});
    await get(`searches/${number}/entries`, other).expect(404);
    await get('searches/1/entries').expect(404);
    await get('searches/999999999/entries').expect(404);
  });
});

describe('a page of the log', () => {
  it('continues from either end, and each page is recorded', async () => {
    const oldest = await get('entries?limit=2').expect(200);
    expect(oldest.body).toMatchObject({ entries: [{ seq: 1 }, { seq: 2 }], next: 2 });
    const newest = await get('entries?order=newest&limit=2&before=10').expect(200);
    expect(newest.body).toMatchObject({ entries: [{ seq: 9 }, { seq: 8 }], next: 8 });
    expect((await entriesOf('audit.read')).at(-1)?.leaf).toMatchObject({
      after: 0,
      before: 10,
      limit: 2,
      actor: { id: auditor.id },
    });
    await get('entries?type=audit.started').expect(200);
    expect((await entriesOf('audit.read')).at(-1)?.leaf).toMatchObject({
      filters: { type: 'audit.started' },
    });
  });

  it('does not take over what was typed into a filter and no entry has', async () => {
    const mail = 'lin.yue@example.com';
    const query = `actor=${mail}&type=${mail}&exchange=${mail}&model=${mail}`;
    expect((await get(`entries?${query}`).expect(200)).body.entries).toEqual([]);
    expect((await search({ actor: mail })).total).toBe(0);
    await get(`export?${query}`).expect(200);
    const [read] = (await entriesOf('audit.read')).slice(-1);
    expect(read?.leaf).toMatchObject({ filters: { actor: 'unknown', model: 'unknown' } });
    const entries = JSON.stringify(await context.services.audit.entries({ limit: 10_000 }));
    expect(entries).not.toContain('lin.yue');
  });
});

describe('an entry', () => {
  it('comes with its neighbours, its exchange and its proof', async () => {
    const { body } = await get(`entries/${receipt.outcome}`).expect(200);
    expect(body).toMatchObject({
      seq: receipt.outcome,
      hash: receipt.leaf,
      type: 'exchange.completed',
      intact: true,
      linked: true,
      proof: 'proven',
      previous: { seq: receipt.outcome - 1, hash: body.leaf.prev },
      following: { seq: receipt.outcome + 1 },
      exchange: [{ seq: receipt.intent }, { seq: receipt.outcome }],
    });
    expect(JSON.parse(body.text)).toEqual(body.leaf);
    const { text: proof } = await get(`proofs/${receipt.outcome}`).expect(200);
    expect(leafOfProof(proof)?.toString()).toBe(body.text);
    expect(checkProof(proof, body.text, [])).toMatchObject({ ok: false });
    await get('entries/1').expect(200);
    await get('entries/999999999').expect(404);
  });

  it('is recorded as read before it is shown', async () => {
    await get(`entries/${receipt.intent}`).expect(200);
    expect((await entriesOf('audit.read')).at(-1)?.leaf).toMatchObject({
      after: receipt.intent - 1,
      limit: 1,
    });
  });
});

describe('the state of the log', () => {
  it('tells size, checkpoint and what the last verification found', async () => {
    await post('verify').expect(200);
    const { body } = await get('state', administrator).expect(200);
    expect(body).toMatchObject({
      origin: expect.stringMatching(/^intramura\//),
      size: expect.any(Number),
      checkpoint: {
        size: expect.any(Number),
        at: expect.any(String),
        key: expect.any(String),
        failing: false,
      },
      verification: {
        ok: true,
        exit: 0,
        entries: expect.any(Number),
        message: expect.any(String),
        problems: [],
      },
    });
    expect(body.size).toBeGreaterThanOrEqual(body.checkpoint.size);
    await get('state', member).expect(403);
  });

  it('follows a verification that runs as a job', async () => {
    const { body } = await post('verifications').expect(202);
    expect(body.job).toMatchObject({ kind: 'verify-audit' });
    await vi.waitFor(async () => {
      const state = await get('state').expect(200);
      expect(state.body.anchoring).toEqual({ need: 0, strict: false, maxAgeSeconds: 300, anchors: [] });
      expect(state.body.task).toMatchObject({ job: body.job.id, state: 'done', progress: 1 });
    }, 20_000);
    expect((await entriesOf('audit.verified')).at(-1)?.leaf).toMatchObject({
      actor: { id: auditor.id },
      exit: 0,
    });
    await post('verifications', {}, member).expect(403);
  });
});

describe('an export', () => {
  it.each([
    ['jsonl', /^\{"actor"/, 'application/x-ndjson'],
    ['ocsf', /"class_uid":/, 'application/x-ndjson'],
    ['cef', /^CEF:0\|Intramura\|/, 'text/plain; charset=utf-8'],
  ])('gives what fits as %s', async (format, pattern, type) => {
    const reply = await get(`export?format=${format}&actor=${member.id}&type=exchange.completed`)
      .expect(200)
      .expect('content-type', type)
      .expect('content-disposition', /^attachment; filename="audit-\d{4}-\d\d-\d\d\./)
      .responseType('blob');
    const lines = reply.body.toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength((await entriesOf('exchange.completed')).length);
    for (const line of lines) expect(line).toMatch(pattern);
    expect((await entriesOf('audit.exported')).at(-1)?.leaf).toMatchObject({
      actor: { id: auditor.id },
      format,
      filters: { actor: member.id, type: 'exchange.completed' },
    });
  });

  it('of everything is the log up to the export, entry for entry', async () => {
    const reply = await get('export').expect(200).responseType('blob');
    const seqs = reply.body
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line: string) => JSON.parse(line).seq);
    const { seq } = (await entriesOf('audit.exported')).at(-1) ?? { seq: 0 };
    expect(seqs).toEqual(Array.from({ length: seq - 1 }, (_, index) => index + 1));
  });
});

describe('separated duties', () => {
  it('lets nobody but the auditor see what the log holds', async () => {
    for (const as of [administrator, member, await signInAs(context, 'privacy-officer')]) {
      await get('entries', as).expect(403);
      await get('entries/1', as).expect(403);
      await get('export', as).expect(403);
      await post('searches', {}, as).expect(403);
      await get('searches/1/entries', as).expect(403);
    }
  });
});
