import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { listen } from '../helpers/test-client.ts';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';

const uiDir = mkdtempSync(join(tmpdir(), 'intramura-ui-'));
let context: TestContext;
let app: Express;
let cookie: string;

beforeAll(async () => {
  mkdirSync(join(uiDir, 'assets'));
  writeFileSync(join(uiDir, 'index.html'), '<!doctype html><title>Intramura</title>');
  writeFileSync(join(uiDir, 'assets', 'app-1.js'), 'export {};\n');
  context = await createTestContext();
  app = createApp(context.services, uiDir);
  const reply = await request(app)
    .post('/api/auth/login')
    .send({ username: 'admin', password: ADMIN_PASSWORD });
  cookie = reply.headers['set-cookie']?.[0] ?? '';
});

afterAll(async () => {
  await context[Symbol.asyncDispose]();
  rmSync(uiDir, { recursive: true, force: true });
});

/** Our error, as JSON, with nothing of the server's inside. */
function expectOwnWords(reply: request.Response, status: number): void {
  expect(reply.status).toBe(status);
  expect(reply.headers['content-type']).toMatch(/^application\/json/);
  expect(reply.body.error.message).toMatch(/\w/);
  expect(JSON.stringify(reply.body)).not.toMatch(/ENOENT|node_modules|uri|Unexpected end|inflate/i);
}

describe('a file that cannot be served', () => {
  it.each([
    ['is missing', '/assets/x.js', 404],
    ['has a path that is no UTF-8', '/assets/%E0%A4%A', 400],
    ['has a zero byte in its path', '/assets/%00', 400],
    ['would lie outside the folder', '/assets/%2e%2e/index.html', 404],
  ])('%s', async (_name, path, status) => {
    expectOwnWords(await request(app).get(path), status);
  });

  it('is asked for in a range that it does not have', async () => {
    const reply = await request(app).get('/assets/app-1.js').set('range', 'bytes=900-');
    expectOwnWords(reply, 416);
    expect(reply.headers['last-modified']).toBeUndefined();
  });

  it('while the page and its files are', async () => {
    await request(app).get('/').expect(200).expect('cache-control', 'no-store');
    await request(app)
      .get('/assets/app-1.js')
      .expect(200)
      .expect('cache-control', /immutable/);
  });
});

describe('a path that cannot be decoded', () => {
  it.each(['/api/jobs/%E0%A4%A', '/v1/models/%E0%A4%A'])('%s', async (path) => {
    expectOwnWords(await request(app).get(path).set('cookie', cookie), 400);
  });

  it.each(['/%E0%A4%A', '/%00'])('%s is no route', async (path) => {
    expectOwnWords(await request(app).get(path), 404);
  });
});

describe('a JSON body that cannot be read', () => {
  const search = (): request.Test =>
    request(app).post('/api/search').set('cookie', cookie).set('content-type', 'application/json');

  it('is not what its content-encoding says', async () => {
    const body = Buffer.from('{"query":"x"}');
    expectOwnWords(await search().set('content-encoding', 'gzip').serialize(asIs).send(body), 400);
  });

  it('is cut gzip', async () => {
    const body = gzipSync('{"query":"x"}').subarray(0, 12);
    expectOwnWords(await search().set('content-encoding', 'gzip').serialize(asIs).send(body), 400);
  });

  it('has an unknown encoding', async () => {
    expectOwnWords(await search().set('content-encoding', 'lzma').send('{"query":"x"}'), 415);
  });
});

describe('an upload that cannot be read', () => {
  const upload = (): request.Test => request(app).post('/api/collections/x/documents').set('cookie', cookie);

  it('has no boundary', async () => {
    expectOwnWords(await upload().set('content-type', 'multipart/form-data').send('x'), 400);
  });

  it('is truncated', async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\nhalf';
    expectOwnWords(await upload().set('content-type', 'multipart/form-data; boundary=b').send(body), 400);
  });

  it('has too many fields', async () => {
    const test = upload();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) test.field(name, 'x');
    expectOwnWords(await test, 400);
  });

  it('has a field that is too large', async () => {
    expectOwnWords(await upload().field('a', 'x'.repeat(5000)), 413);
  });

  it('has two files, or one in another field', async () => {
    expectOwnWords(
      await upload().attach('file', Buffer.from('a'), 'a.md').attach('file', Buffer.from('b'), 'b.md'),
      400,
    );
    expectOwnWords(await upload().attach('other', Buffer.from('a'), 'a.md'), 400);
  });

  it('is cut off by a caller that goes away, which is no failure of the server', async () => {
    const server = await listen(app);
    const before = context.logLines.length;
    const { hostname, port } = new URL(server.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        const head = [
          'POST /api/collections/x/documents HTTP/1.1',
          'host: localhost',
          `cookie: ${cookie.split(';')[0] ?? ''}`,
          'content-type: multipart/form-data; boundary=b',
          'content-length: 1000',
        ].join('\r\n');
        socket.write(`${head}\r\n\r\n--b\r\n`, () => setTimeout(() => socket.destroy(), 100));
      });
      socket.once('close', () => resolve());
    });
    await server[Symbol.asyncDispose]();
    const lines = context.logLines.slice(before).map((line) => JSON.parse(line));
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
    expect(lines.find(({ msg }) => msg === 'request')).toMatchObject({ code: 'ERR_REQUEST_INVALID' });
  });
});

/** Sends a body byte by byte as it is: superagent would turn a Buffer with a JSON type into JSON. */
function asIs(body: unknown): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node's request takes a Buffer where this type asks for a string
  return body as string;
}
