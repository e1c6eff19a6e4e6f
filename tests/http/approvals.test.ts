import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntryView } from '../../server/audit/audit-log.ts';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

const REASON = 'Complaint 17 of Li Na, 13812345678, is being looked into.';

let context: TestContext;
let auditor: SignedInAs;
let officer: SignedInAs;
let second: SignedInAs;
let member: SignedInAs;

beforeAll(async () => {
  context = await createTestContext();
  auditor = await signInAs(context, 'auditor');
  officer = await signInAs(context, 'privacy-officer');
  second = await signInAs(context, 'privacy-officer', 'auditor');
  member = await signInAs(context, 'member');
});

afterAll(() => context[Symbol.asyncDispose]());

const get = (path: string, as = auditor): request.Test =>
  request(context.app).get(`/api/audit/${path}`).set('cookie', as.cookie);
const post = (path: string, as: SignedInAs, body: object = {}): request.Test =>
  request(context.app).post(`/api/audit/${path}`).set('cookie', as.cookie).send(body);

async function ask(content: string): Promise<{ intent: number; outcome: number }> {
  const { body } = await request(context.app)
    .post('/v1/chat/completions')
    .set('cookie', member.cookie)
    .send({ messages: [{ role: 'user', content }], max_tokens: 8, intramura: { grounding: 'off' } })
    .expect(200);
  return body.intramura.receipt;
}

async function entriesOf(type: string): Promise<AuditEntryView[]> {
  return context.services.audit.entries({ type, limit: 500 });
}

async function requested(path: string, as: SignedInAs, body: object): Promise<string> {
  return (await post(path, as, { reason: REASON, ...body }).expect(201)).body.request.id;
}

describe('seeing what an entry was about', () => {
  it('takes a reason and a second person, and every look is in the log', async () => {
    const { intent } = await ask('My mobile is 13911112222.');
    const id = await requested('reveals', auditor, { entry: intent });
    await post(`requests/${id}/content`, auditor).expect(409);
    const own = await post(`requests/${id}/grant`, auditor).expect(403);
    expect(own.body.error).toMatchObject({ code: 'ERR_POLICY_DENIED' });
    await post(`requests/${id}/grant`, officer).expect(200);
    const shown = await post(`requests/${id}/content`, auditor).expect(200);
    expect(shown.body.text).not.toContain('13911112222');
    expect(shown.body.values).toEqual([expect.objectContaining({ original: '13911112222' })]);
    await post(`requests/${id}/content`, officer).expect(404);
    const opened = (await entriesOf('content.opened')).filter(({ leaf }) => leaf['request'] === id);
    expect(opened.map(({ leaf }) => leaf)).toEqual([
      expect.objectContaining({
        entry: intent,
        actor: { kind: 'user', id: auditor.id },
        approver: { kind: 'user', id: officer.id },
      }),
    ]);
  });

  it('is refused by the second person, or taken back, for good', async () => {
    const { intent } = await ask('Hello');
    for (const as of [officer, auditor]) {
      const id = await requested('reveals', auditor, { entry: intent });
      expect((await post(`requests/${id}/refuse`, as).expect(200)).body.request.state).toBe('refused');
      await post(`requests/${id}/grant`, officer).expect(409);
      await post(`requests/${id}/content`, auditor).expect(409);
    }
    expect(await entriesOf('approval.refused')).toHaveLength(2);
  });

  it('keeps the reason without the values that were written into it', async () => {
    const id = await requested('reveals', auditor, { entry: 1 });
    const { reason } = (await get(`requests/${id}`).expect(200)).body.request;
    expect(reason).toContain('Complaint 17');
    expect(reason).not.toContain('13812345678');
    const entry = (await entriesOf('approval.requested')).find(({ leaf }) => leaf['request'] === id);
    expect(entry?.leaf).toMatchObject({ kind: 'reveal', reason });
    await post('reveals', auditor, { entry: 1, reason: 'because' }).expect(400);
  });
});

describe('erasing', () => {
  it('takes a second person and says in the log what is gone', async () => {
    const { intent, outcome } = await ask('Write to wang.wei@example.com.');
    const body = { value: 'Wang.Wei@example.com', basis: 'gdpr-17-1-b' };
    await post('erasures', auditor, { ...body, reason: REASON }).expect(403);
    const id = await requested('erasures', officer, body);
    await post(`requests/${id}/grant`, officer).expect(403);
    expect((await post(`requests/${id}/grant`, second).expect(200)).body.request.state).toBe('done');
    const [erased] = (await entriesOf('content.erased')).filter(({ leaf }) => leaf['request'] === id);
    expect(erased?.leaf).toMatchObject({
      seqs: [[intent, outcome]],
      basis: 'gdpr-17-1-b',
      actor: { id: officer.id },
      approver: { id: second.id },
    });
    expect(JSON.stringify(erased?.leaf)).not.toContain('wang');
    const look = await requested('reveals', auditor, { entry: intent });
    await post(`requests/${look}/grant`, officer).expect(200);
    await post(`requests/${look}/content`, auditor).expect(404);
  });

  it('is refused by a hold, which the log says, and done when the hold is cleared', async () => {
    const { intent } = await ask('Write to zhao.min@example.com.');
    const exchange = (await context.services.audit.entry(intent)).leaf['exchange'];
    const holdRequest = await requested('holds', auditor, { scope: { exchange } });
    expect((await get('holds').expect(200)).body.holds).toEqual([]);
    await post(`requests/${holdRequest}/grant`, officer).expect(200);
    const [hold] = (await get('holds').expect(200)).body.holds;
    expect(hold).toMatchObject({ scope: { exchange } });

    const body = { value: 'zhao.min@example.com', basis: 'gdpr-17-1-b' };
    const first = await requested('erasures', officer, body);
    const kept = await post(`requests/${first}/grant`, second).expect(409);
    expect(kept.body.error).toMatchObject({ code: 'ERR_AUDIT_RETAINED' });
    expect((await get(`requests/${first}`)).body.request.state).toBe('failed');
    const [entry] = await entriesOf('content.kept');
    expect(entry?.leaf).toMatchObject({ request: first, because: 'held', holds: [hold.id] });

    const release = await requested(`holds/${hold.id}/releases`, officer, {});
    await post(`requests/${release}/grant`, auditor).expect(200);
    expect((await get('holds').expect(200)).body.holds).toEqual([]);
    const again = await requested('erasures', officer, body);
    await post(`requests/${again}/grant`, second).expect(200);
  });
});

describe('the requests', () => {
  it('are paged, the newest first, and name nobody who is to be erased', async () => {
    const id = await requested('erasures', officer, { value: 'sun.li@example.com', basis: 'pipl-47' });
    const { requests, next } = (await get('requests?limit=2').expect(200)).body;
    expect(requests[0]).toMatchObject({ id, state: 'open', about: { kind: 'erasure', basis: 'pipl-47' } });
    expect(JSON.stringify(requests)).not.toContain('sun.li');
    const second2 = (await get(`requests?limit=2&after=${next}`).expect(200)).body.requests;
    expect(second2).toHaveLength(2);
    expect(second2[0].id).not.toBe(requests[1].id);
  });
});
