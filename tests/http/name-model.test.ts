import { Readable, Writable } from 'node:stream';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { redact } from '../../server/cli/redact.ts';
import { findProduct } from '../../server/product.ts';
import { addModels } from '../helpers/add-models.ts';
import { createScriptedModel } from '../helpers/scripted-model.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { createTeedHosts, workIn } from '../helpers/teed-hosts.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';
import { writeTinyTagger } from '../helpers/tiny-tagger.ts';

/** The whole product with a model that finds names in its catalogue. */
const script = createScriptedModel();
addModels(script.modelsDir, [writeTinyTagger()]);
const hosts = createTeedHosts(script.spawnHost);
const environment = { INTRAMURA_MODELS: script.modelsDir };
let context: TestContext;
let cookie: string;

beforeAll(async () => {
  script.say('It is so.');
  context = await createTestContext({ environment, overrides: { spawnHost: hosts.spawnHost } });
  ({ cookie } = await signInAs(context, 'administrator', 'privacy-officer', 'member', 'knowledge-editor'));
});

afterAll(async () => {
  await context[Symbol.asyncDispose]();
  script[Symbol.dispose]();
});

const TEXT = 'Where does Zorblat live?';

function send(method: 'get' | 'post', path: string, body?: object): request.Test {
  const sent = request(context.app)[method](path).set('cookie', cookie);
  return body === undefined ? sent : sent.send(body);
}

const ask = (): request.Test =>
  send('post', '/v1/chat/completions', {
    messages: [{ role: 'user', content: TEXT }],
    intramura: { grounding: 'off' },
  });
const embed = (): request.Test => send('post', '/v1/embeddings', { model: 'starter-embedder', input: TEXT });
const preview = (): request.Test => send('post', '/api/redaction/preview', { text: TEXT });

function linesSince(before: number): { readonly kind: string; readonly line: string }[] {
  const lines = hosts.bytes().slice(before).split('\n').filter(Boolean);
  return lines.map((line) => ({ kind: String(JSON.parse(line).kind), line }));
}

describe('with a model for names', () => {
  it('what it finds reaches no other model', async () => {
    const before = hosts.bytes().length;
    await ask().expect(200);
    await embed().expect(200);
    const lines = linesSince(before);
    expect(workIn(hosts.bytes().slice(before))).toEqual(expect.arrayContaining(['generate', 'embed']));
    const held = lines.filter(({ line }) => line.includes('Zorblat'));
    expect(new Set(held.map(({ kind }) => kind))).toEqual(new Set(['recognise']));
    expect(lines.filter(({ line }) => line.includes('[PERSON_1')).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['generate', 'embed']),
    );
    expect(context.logLines.join('')).not.toContain('Zorblat');
  });

  it('a preview tells what it found, and the coverage lists its rule', async () => {
    const { body } = await preview().expect(200);
    expect(body.findings).toMatchObject([
      { type: 'PERSON', start: 11, end: 18, rule: 'ner.tiny-ner.PERSON', operator: 'mask' },
    ]);
    const { body: type } = await send('get', '/api/redaction/types/PERSON').expect(200);
    expect(type.rules).toContainEqual(
      expect.objectContaining({ id: 'ner.tiny-ner.PERSON', kind: 'model', score: 0.5, positives: [] }),
    );
    const { body: models } = await send('get', '/api/models').expect(200);
    expect(models.models).toContainEqual(expect.objectContaining({ id: 'tiny-ner', purpose: 'ner' }));
  });

  it('every path is closed while it is unloaded, nothing is imported, and all opens again with it', async () => {
    await send('post', '/api/collections', { id: 'leave', name: 'Leave' }).expect(201);
    await send('post', '/api/models/tiny-ner/unload', {}).expect(200);
    const before = hosts.bytes().length;
    for (const path of [ask, embed, preview]) {
      const { body } = await path().expect(503);
      expect(body.error).toMatchObject({ code: 'ERR_REDACTION_FAILED' });
    }
    const upload = send('post', '/api/collections/leave/documents');
    const { body } = await upload.attach('file', Buffer.from(`# A\n\n${TEXT}\n`), { filename: 'a.md' });
    await context.services.jobs.idle();
    const { body: job } = await send('get', `/api/jobs/${body.job.id}`).expect(200);
    expect(job).toMatchObject({ state: 'failed' });
    expect(workIn(hosts.bytes().slice(before))).toEqual([]);
    await send('post', '/api/models/tiny-ner/load', {}).expect(202);
    await vi.waitFor(() => ask().expect(200), { timeout: 15_000, interval: 200 });
  });
});

/** `redact` on this input; what it writes. */
async function run(args: readonly string[], input: string): Promise<string> {
  const written: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(Buffer.from(chunk));
      done();
    },
  });
  const product = findProduct(import.meta.url);
  const streams = { input: Readable.from([input]), out, err: out };
  const code = await redact(args, { ...streams, environment, workingDir: product.dir, product });
  expect(code).toBe(0);
  return Buffer.concat(written).toString('utf8');
}

describe('the command', () => {
  it('masks with the model, and lists its rules', async () => {
    const found = await run([], JSON.stringify({ text: TEXT }));
    expect(JSON.parse(found)).toMatchObject({ findings: [{ rule: 'ner.tiny-ner.PERSON' }] });
    expect(await run(['--list'], '')).toContain('"ner.tiny-ner.PERSON"');
  });
});
