import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Source } from '../../server/knowledge/sources/source.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { openLocalGitFixture } from '../helpers/sources/git-fixture.ts';
import { openS3Fixture } from '../helpers/sources/s3-fixture.ts';
import type { SourceFixture } from '../helpers/sources/source-fixture.ts';
import { listen, type Listening } from '../helpers/test-client.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let place: SourceFixture;
let context: TestContext;
let server: Listening;
let cookie: string;

beforeAll(async () => {
  place = await openLocalGitFixture();
  context = await createTestContext({
    environment: { INTRAMURA_SOURCE_ROOTS: place.deps.access.roots.join(':') },
  });
  server = await listen(context.app);
  ({ cookie } = await signInAs(context, 'knowledge-editor'));
  for (const id of ['handbook', 'other'])
    await context.services.knowledge.createCollection({
      id,
      name: id,
      classification: 'internal',
      readers: [],
    });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await context[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

interface Reply {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- the shape is what each test holds it against
  readonly body: any;
}

async function call(method: string, path: string, body?: object): Promise<Reply> {
  const reply = await fetch(server.url + path, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, body: await reply.json() };
}

/** Runs a source to its end; the source with its last run. */
async function run(id: string, confirmRemovals = 0): Promise<Source> {
  expect((await call('POST', `/api/sources/${id}/runs`, { confirmRemovals })).status).toBe(202);
  await context.services.jobs.idle();
  return (await call('GET', `/api/sources/${id}`)).body.source;
}

async function add(id: string, more: object = {}): Promise<Reply> {
  const body = { id, collection: 'handbook', name: 'Handbook', settings: place.settings, ...more };
  const reply = await call('POST', '/api/sources', body);
  await context.services.jobs.idle();
  return reply;
}

async function found(query: string): Promise<string[]> {
  const { body } = await call('POST', '/api/search', { query, collections: ['handbook'], mode: 'text' });
  return body.hits.map(({ text }: { text: string }) => text);
}

describe('a source of documents', () => {
  it('is read at once, and its documents are found, replaced and gone as they are at the source', async () => {
    await place.put('leave.md', '# Leave\n\nStaff have thirty days of leave each year.\n');
    await place.put('travel/trains.md', '# Trains\n\nTrains are booked in second class.\n');
    await place.put('meals.md', '# Meals\n\nA lunch costs four crowns.\n');
    await place.put('broken.docx', Buffer.from('PK\u0003\u0004 cut short'));
    expect(await add('repository')).toMatchObject({
      status: 201,
      body: { source: { kind: 'git', enabled: true } },
    });
    expect((await call('GET', '/api/sources')).body.sources).toEqual([
      expect.objectContaining({
        id: 'repository',
        lastRun: expect.objectContaining({
          outcome: 'done',
          added: 3,
          failed: 1,
          failures: [expect.objectContaining({ path: 'broken.docx', code: 'ERR_KNOWLEDGE_FORMAT' })],
        }),
      }),
    ]);
    expect(await found('lunch crowns')).toEqual([expect.stringContaining('four crowns')]);

    expect((await run('repository')).lastRun).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
      removed: 0,
      failed: 1,
    });

    await place.put('meals.md', '# Meals\n\nA lunch costs five crowns.\n');
    await place.remove('travel/trains.md');
    await place.remove('broken.docx');
    expect((await run('repository')).lastRun).toMatchObject({
      changed: 1,
      unchanged: 1,
      removed: 2,
      failed: 0,
    });
    expect(await found('lunch crowns')).toEqual([expect.stringContaining('five crowns')]);
    expect(await found('trains second class')).toEqual([]);
    expect(await found('days of leave')).toEqual([expect.stringContaining('thirty days')]);
  });

  it('shares no document with another source, whatever the names are', async () => {
    await add('second', { collection: 'other' });
    await add('third', { collection: 'other' });
    const { body } = await call('GET', '/api/collections/other/documents');
    expect(body.total).toBe(4);
  });

  it('keeps its documents when it suddenly holds nothing, until somebody agrees to lose them', async () => {
    await place.remove('leave.md');
    await place.remove('meals.md');
    expect((await run('repository')).lastRun).toMatchObject({ outcome: 'held', held: 2, removed: 0 });
    expect(await found('days of leave')).toHaveLength(1);
    expect((await run('repository', 1)).lastRun).toMatchObject({ outcome: 'held', held: 2 });
    expect((await run('repository', 2)).lastRun).toMatchObject({ outcome: 'done', held: 0, removed: 2 });
    expect(await found('days of leave')).toEqual([]);
  });

  it('gives new documents their readers and owner, and leaves what people change', async () => {
    await place.put('board.md', '# Board\n\nThe board meets in March.\n');
    await add('ruled', {
      defaults: { classification: 'confidential', readers: ['supervisor'], owner: 'Board office' },
    });
    const [document] = await context.services.knowledge
      .documents('handbook')
      .then((all) => all.filter(({ origin }) => origin === 'ruled'));
    expect(document).toMatchObject({
      classification: 'confidential',
      readers: ['supervisor'],
      owner: 'Board office',
    });
  });

  it('tells its own state: switched off, a wrong address, a host that policy does not list', async () => {
    expect((await call('PATCH', '/api/sources/second', { enabled: false })).body.source).toMatchObject({
      enabled: false,
    });
    expect((await call('POST', '/api/sources/second/runs', {})).status).toBe(409);
    const webdav = { kind: 'webdav', url: 'https://files.example.org/dav' };
    expect((await call('POST', '/api/sources/test', { settings: webdav })).body).toMatchObject({
      ok: false,
      code: 'ERR_EGRESS_DENIED',
      reason: expect.stringContaining('Add `files.example.org` under `allow`'),
    });
    expect((await call('POST', '/api/sources/test', { settings: place.settings })).body).toEqual({
      ok: true,
    });
    await add('elsewhere', { settings: webdav });
    expect((await call('GET', '/api/sources/elsewhere')).body.source.lastRun).toMatchObject({
      outcome: 'failed',
      code: 'ERR_EGRESS_DENIED',
    });
    expect((await call('GET', '/api/sources/elsewhere/runs')).body.runs).toHaveLength(1);
    await run('elsewhere');
    expect((await call('GET', '/api/sources/elsewhere/runs')).body.runs).toHaveLength(1);
  });

  it('goes with its documents or without them', async () => {
    await call('DELETE', '/api/sources/ruled?documents=keep');
    await call('DELETE', '/api/sources/third?documents=remove');
    await context.services.jobs.idle();
    const { sources } = (await call('GET', '/api/sources')).body;
    expect(sources.map(({ id }: { id: string }) => id)).toEqual(['elsewhere', 'repository', 'second']);
    expect(await found('board meets')).toEqual([]);
    const origins = async (collection: string): Promise<(string | undefined)[]> =>
      (await context.services.knowledge.documents(collection)).map(({ origin }) => origin);
    expect(await origins('handbook')).toContain('ruled');
    expect(await origins('other')).toEqual(['second', 'second']);
  });

  it('runs by itself when it is due', async () => {
    await place.put('late.md', '# Late\n\nTrams run until midnight.\n');
    await call('PATCH', '/api/sources/repository', { intervalSeconds: 10 });
    const stop = context.services.sources.startSchedule();
    await expect.poll(() => found('trams midnight'), { timeout: 20_000 }).toHaveLength(1);
    await stop();
  });
});

describe('the credentials of a source', () => {
  it('are kept sealed, given to their own place alone, and told to nobody', async () => {
    await using bucket = await openS3Fixture();
    const { credentials } = bucket;
    const made = await add('bucket', { settings: bucket.settings, credentials });
    expect(made.body.source).toMatchObject({ hasCredentials: true });
    const moved = { ...bucket.settings, endpoint: 'https://elsewhere.example.org' };
    expect(await call('PATCH', '/api/sources/bucket', { settings: moved })).toMatchObject({
      status: 400,
      body: { error: { param: 'credentials' } },
    });
    const secret = credentials?.secret ?? '';
    const entries = await context.services.audit.entries({ limit: 200 });
    const stored = await readFile(join(context.dataDir, 'app.db'), 'latin1');
    const log = await readFile(join(context.dataDir, 'app.db-wal'), 'latin1').catch(() => '');
    for (const text of [
      JSON.stringify(made.body),
      JSON.stringify(entries),
      context.logLines.join('\n'),
      stored,
      log,
    ])
      expect(text).not.toContain(secret);
  });
});
