import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
let key: string;
let cookie: string;

beforeAll(async () => {
  context = await createTestContext({ loading: 'at-start' });
  key = context.key;
  const reply = await request(context.app)
    .post('/api/auth/login')
    .send({ username: 'admin', password: ADMIN_PASSWORD })
    .expect(200);
  cookie = reply.headers['set-cookie']?.[0] ?? '';
});

afterAll(() => context[Symbol.asyncDispose]());

const chat = (): request.Test =>
  request(context.app).post('/v1/chat/completions').set('authorization', `Bearer ${key}`);

describe('a bad request under /v1 gets an error of OpenAI’s shape', () => {
  const shape = {
    error: {
      message: expect.any(String),
      type: expect.any(String),
      param: expect.toBeOneOf([expect.any(String), null]),
      code: expect.toBeOneOf([expect.any(String), null]),
    },
  };

  it.each([
    ['malformed JSON', 400, '{"model": '],
    ['a JSON value that is no object', 400, '[1, 2]'],
    ['no messages', 400, '{"model":"starter-model"}'],
    ['an empty list of messages', 400, '{"model":"starter-model","messages":[]}'],
    ['a wrong type', 400, '{"model":"starter-model","messages":"hello"}'],
    ['an unknown role', 400, '{"model":"starter-model","messages":[{"role":"king","content":"x"}]}'],
    [
      'an image',
      400,
      '{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]}]}',
    ],
    ['tools', 400, '{"messages":[{"role":"user","content":"x"}],"tools":[{"type":"function"}]}'],
    ['only blank text', 400, '{"messages":[{"role":"user","content":"  "}]}'],
    ['a temperature out of range', 400, '{"messages":[{"role":"user","content":"x"}],"temperature":9}'],
    ['an unknown model', 404, '{"model":"x","messages":[{"role":"user","content":"x"}]}'],
    [
      'an unknown collection',
      404,
      '{"messages":[{"role":"user","content":"x"}],"intramura":{"collections":["x"]}}',
    ],
    [
      'an unknown extension',
      400,
      '{"messages":[{"role":"user","content":"x"}],"intramura":{"colections":[]}}',
    ],
  ])('%s', async (_name, status, body) => {
    const reply = await chat().set('content-type', 'application/json').send(body);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual(shape);
    expect(JSON.stringify(reply.body)).not.toMatch(/\.ts:|\.js:|node_modules|at \w+ \(/);
  });

  it('another media type', async () => {
    await chat().set('content-type', 'text/plain').send('hello').expect(415);
  });

  it('a body over the limit', async () => {
    const content = 'x'.repeat(2 * 1024 * 1024 + 1);
    const reply = await chat()
      .send({ messages: [{ role: 'user', content }] })
      .expect(413);
    expect(reply.body).toEqual(shape);
  });

  it('no key', async () => {
    const reply = await request(context.app).get('/v1/models').expect(401);
    expect(reply.body).toMatchObject({ error: { type: 'authentication_error', code: 'invalid_api_key' } });
  });

  it('a route that is not there', async () => {
    const reply = await request(context.app)
      .get('/v1/nothing')
      .set('authorization', `Bearer ${key}`)
      .expect(404);
    expect(reply.body).toEqual(shape);
  });
});

describe('a session', () => {
  it('is a cookie that scripts and other sites cannot reach', () => {
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  it('says who is signed in', async () => {
    const reply = await request(context.app).get('/api/auth/me').set('cookie', cookie).expect(200);
    expect(reply.body).toMatchObject({ user: { roles: expect.arrayContaining(['administrator']) } });
  });

  it('is not opened by a wrong password, in the same words for a name that does not exist', async () => {
    const login = (username: string): request.Test =>
      request(context.app).post('/api/auth/login').send({ username, password: 'wrong wrong wrong' });
    const [known, unknown] = [await login('admin'), await login('nobody')];
    expect([known.status, unknown.status]).toEqual([401, 401]);
    expect(known.body.error.message).toBe(unknown.body.error.message);
  });

  it('does not serve a page of another site', async () => {
    const search = (): request.Test =>
      request(context.app).post('/api/search').set('cookie', cookie).send({ query: 'leave' });
    await search().set('sec-fetch-site', 'same-origin').expect(200);
    await search().set('sec-fetch-site', 'cross-site').expect(403);
    await search().set('origin', 'https://evil.example').expect(403);
  });

  it('ends at sign-out', async () => {
    const login = await request(context.app)
      .post('/api/auth/login')
      .send({ username: 'admin', password: ADMIN_PASSWORD });
    const own = login.headers['set-cookie']?.[0] ?? '';
    await request(context.app).post('/api/auth/logout').set('cookie', own).expect(204);
    await request(context.app).get('/api/auth/me').set('cookie', own).expect(401);
  });
});

describe('a key', () => {
  it('does what its scopes allow and nothing else', async () => {
    const bearer = (path: string): request.Test =>
      request(context.app).get(path).set('authorization', `Bearer ${key}`);
    await bearer('/v1/models').expect(200);
    await bearer('/api/audit/entries').expect(403);
    await bearer('/api/users').expect(403);
  });

  it('stops working when it is revoked', async () => {
    const made = await request(context.app)
      .post('/api/api-keys')
      .set('cookie', cookie)
      .send({ name: 'short-lived', scopes: ['model:list'] })
      .expect(201);
    const list = (): request.Test =>
      request(context.app).get('/v1/models').set('authorization', `Bearer ${made.body.secret}`);
    await list().expect(200);
    await request(context.app)
      .delete(`/api/api-keys/${made.body.apiKey.id}`)
      .set('cookie', cookie)
      .expect(204);
    await list().expect(401);
  });

  it('is listed without its secret', async () => {
    const reply = await request(context.app).get('/api/api-keys').set('cookie', cookie).expect(200);
    expect(JSON.stringify(reply.body)).not.toContain(key);
    expect(JSON.stringify(reply.body)).not.toContain('secret');
  });
});

describe('knowledge over the API', () => {
  it('is uploaded, found, cited and removed', async () => {
    const as = (test: request.Test): request.Test => test.set('cookie', cookie);
    const app = request(context.app);
    await as(app.post('/api/collections')).send({ id: 'garage', name: 'Garage' }).expect(201);
    const upload = await as(app.post('/api/collections/garage/documents'))
      .attach(
        'file',
        Buffer.from('# Parking\n\nVisitors park on level minus three for two hours.\n'),
        'parking.md',
      )
      .expect(202);
    await context.services.jobs.idle();
    const job = await as(app.get(`/api/jobs/${upload.body.job.id}`)).expect(200);
    expect(job.body).toMatchObject({ state: 'done', progress: 1 });
    const hits = await as(app.post('/api/search')).send({
      query: 'where do visitors park',
      collections: ['garage'],
    });
    expect(hits.body.hits[0]).toMatchObject({ document: upload.body.document.id, title: 'Parking' });
    await as(app.delete(`/api/documents/${upload.body.document.id}`)).expect(204);
    await as(app.get(`/api/documents/${upload.body.document.id}`)).expect(404);
    const gone = await as(app.post('/api/search')).send({
      query: 'where do visitors park',
      collections: ['garage'],
    });
    expect(gone.body.hits).toEqual([]);
  });

  it('reports a damaged file as a failed job with the reason', async () => {
    const app = request(context.app);
    await app
      .post('/api/collections')
      .set('cookie', cookie)
      .send({ id: 'damaged', name: 'Damaged' })
      .expect(201);
    const upload = await app
      .post('/api/collections/damaged/documents')
      .set('cookie', cookie)
      .attach('file', Buffer.from('%PDF-1.7 cut'), 'broken.pdf')
      .expect(202);
    await context.services.jobs.idle();
    const job = await app.get(`/api/jobs/${upload.body.job.id}`).set('cookie', cookie).expect(200);
    expect(job.body).toMatchObject({ state: 'failed', error: expect.stringMatching(/\w/) });
  });
});

describe('operations', () => {
  it('tells whether it is alive and ready, and its metrics, to anybody', async () => {
    await request(context.app).get('/healthz').expect(200);
    await request(context.app).get('/readyz').expect(200);
    const metrics = await request(context.app).get('/metrics').expect(200);
    expect(metrics.text).toContain('intramura_model_ready{model="starter-model"} 1');
  });

  it('sends strict headers with every answer', async () => {
    for (const path of ['/', '/healthz', '/nothing']) {
      const { headers } = await request(context.app).get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-request-id']).toMatch(/^req_/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});
