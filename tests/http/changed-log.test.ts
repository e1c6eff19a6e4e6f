import { join } from 'node:path';
import Database from 'better-sqlite3';
import request from 'supertest';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Receipt } from '../../server/domain/exchange.ts';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
let auditor: SignedInAs;
let administrator: SignedInAs;
let member: SignedInAs;
let receipt: Receipt;

beforeEach(async () => {
  context = await createTestContext();
  auditor = await signInAs(context, 'auditor');
  administrator = await signInAs(context, 'administrator');
  member = await signInAs(context, 'member');
  const { body } = await request(context.app)
    .post('/v1/chat/completions')
    .set('cookie', member.cookie)
    .send({ messages: [{ role: 'user', content: 'Hello' }], max_tokens: 8, intramura: { grounding: 'off' } });
  receipt = body.intramura.receipt;
});

afterEach(() => context[Symbol.asyncDispose]());

const get = (path: string): request.Test =>
  request(context.app).get(`/api/audit/${path}`).set('cookie', auditor.cookie);

/** Behind a checkpoint: a change before it would close the log at once. */
async function change(statement: string): Promise<void> {
  await context.services.audit.checkpoint();
  const database = new Database(join(context.dataDir, 'audit.db'));
  database.exec(statement);
  database.close();
}

it('a changed log says so in the job, the state and the entry', async () => {
  await change(
    `UPDATE audit_entries SET leaf = replace(leaf, '"v":1', '"v":2') WHERE seq = ${receipt.outcome}`,
  );
  const { body } = await request(context.app)
    .post('/api/audit/verifications')
    .set('cookie', auditor.cookie)
    .expect(202);
  await vi.waitFor(async () => {
    const state = await get('state').expect(200);
    expect(state.body.task).toMatchObject({ job: body.job.id, state: 'done' });
  }, 20_000);
  const state = await get('state').expect(200);
  expect(state.body.verification).toMatchObject({
    ok: false,
    exit: 40,
    message: expect.stringContaining(`Entry ${receipt.outcome}`),
  });
  expect(state.body.verification.problems[0]).toMatchObject({ from: receipt.outcome });
  const entry = await get(`entries/${receipt.outcome}`).expect(200);
  expect(entry.body).toMatchObject({ intact: false, proof: 'changed' });
  const checked = await request(context.app)
    .post('/api/receipts/verify')
    .set('cookie', member.cookie)
    .send(receipt);
  expect(checked.body).toEqual({ ok: false, message: expect.stringContaining('was changed') });
});

it('a log is verified although it can no longer be signed', async () => {
  await change('DELETE FROM audit_entries WHERE seq > (SELECT max(seq) - 3 FROM audit_entries)');
  const { body } = await request(context.app)
    .post('/api/audit/verify')
    .set('cookie', administrator.cookie)
    .expect(200);
  expect(body).toMatchObject({ ok: false, message: expect.stringMatching(/NOT THE SIGNED LOG|INVALID/) });
});
