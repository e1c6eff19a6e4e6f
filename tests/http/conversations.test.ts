import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askTurn } from '../helpers/ask-turn.ts';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';

const QUESTION = 'How many days of paid holiday do full-time staff get each year?';
const GOLD = 'Full-time employees receive 25 working days of paid annual leave per calendar year.';
const SECRET = 'zebrafish-umbrella';

let context: TestContext;
let member: SignedInAs;
let stranger: SignedInAs;

beforeAll(async () => {
  context = await createTestContext({ environment: { INTRAMURA_SAMPLES: './samples' } });
  member = await signInAs(context, 'member');
  stranger = await signInAs(context, 'supervisor');
});

afterAll(() => context[Symbol.asyncDispose]());

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
const call = (who: SignedInAs, verb: Verb, path: string): request.Test =>
  request(context.app)[verb](`/api/conversations${path}`).set('cookie', who.cookie);

const start = async (who: SignedInAs = member): Promise<string> =>
  String((await call(who, 'post', '').send({}).expect(201)).body.id);
const ask = (id: string, body: object): ReturnType<typeof askTurn> =>
  askTurn(context.app, member.cookie, id, body);
const read = async (id: string): Promise<request.Response['body']> =>
  (await call(member, 'get', `/${id}`).expect(200)).body;
const events = async (type: string): Promise<unknown[]> =>
  (await context.services.audit.entries({ limit: 1000 }))
    .filter((entry) => entry.type === type)
    .map(({ leaf }) => leaf);

describe('a conversation', () => {
  it('keeps what was asked, answered and seen by the model, and is named after its first question', async () => {
    const id = await start();
    const told = await ask(id, { question: `My name is Laura Bennett. ${QUESTION}` });
    expect(told.answer).toBe(`${GOLD} [1]`);
    expect(told.intramura).toMatchObject({
      decision: 'quoted',
      sources: [{ number: 1, quote: GOLD, attached: false }],
      redaction: { PERSON: 1 },
      seen: { messages: [{ role: 'system' }, { role: 'user' }], answer: `${GOLD} [1]` },
    });
    expect(JSON.stringify(told.intramura.seen)).not.toContain('Bennett');
    expect(told.intramura.seen.messages[1]?.content).toContain(GOLD);

    const kept = await read(id);
    expect(kept.conversation).toMatchObject({
      title: expect.stringMatching(/^My name is Laura Bennett\. .*…$/),
      turns: 1,
    });
    expect(kept.turns).toHaveLength(1);
    const { turn, ...outcome } = told.intramura;
    expect(kept.turns[0]).toMatchObject({
      id: turn,
      position: 1,
      question: `My name is Laura Bennett. ${QUESTION}`,
      answer: told.answer,
      state: 'complete',
      model: 'starter-model',
      outcome,
    });
  });

  it('gives a value the same placeholder in every turn, sealed in between', async () => {
    const id = await start();
    const db = new Database(join(context.dataDir, 'app.db'), { readonly: true });
    const names = db.prepare(
      `select number, form, sealed from vault_values where conversation_id = ? and label = 'PERSON'`,
    );
    await ask(id, { question: `My name is Laura Bennett. ${QUESTION}` });
    const [first] = names.all(id);
    // This turn has no history: only the conversation still knows the name.
    const [turn] = (await read(id)).turns;
    await ask(id, { replaces: turn.id, question: `LAURA BENNETT asks. ${QUESTION}` });
    await ask(id, { question: `Laura Bennett asks. ${QUESTION}` });
    expect(names.all(id)).toEqual([first, expect.objectContaining({ number: 1, form: 1 })]);
    expect(first).toMatchObject({ number: 1, form: 0, sealed: expect.not.stringMatching(/bennett/i) });
    db.close();
  });

  it('is asked again and edited: the new turn takes the place of the old one and of all after it', async () => {
    const id = await start();
    const first = await ask(id, { question: 'Who was the first king of Atlantis?' });
    expect(first.intramura.decision).toBe('declined');
    await ask(id, { question: 'And the second?' });
    const retried = await ask(id, { replaces: first.intramura.turn });
    expect((await read(id)).turns).toMatchObject([
      { id: retried.intramura.turn, question: 'Who was the first king of Atlantis?' },
    ]);
    await ask(id, { replaces: retried.intramura.turn, question: QUESTION });
    expect((await read(id)).turns).toMatchObject([
      { position: 1, question: QUESTION, answer: `${GOLD} [1]` },
    ]);
    await call(member, 'post', `/${id}/turns`).send({ replaces: first.intramura.turn }).expect(404);
    await call(member, 'post', `/${id}/turns`).send({}).expect(400);
  });

  it('says what the model saw when no model was asked: nothing', async () => {
    const told = await ask(await start(), { question: 'Who was the first king of Atlantis?' });
    expect(told.intramura.seen).toEqual({ messages: [], answer: told.answer });
  });

  it('is renamed, found by its words, listed by pages and deleted', async () => {
    const [one, two] = [await start(), await start()];
    await ask(one, { question: `Does the ${SECRET} policy apply?` });
    const renamed = await call(member, 'patch', `/${two}`).send({ title: '  Quokka notes ' }).expect(200);
    expect(renamed.body.title).toBe('Quokka notes');
    const find = async (query: string): Promise<string[]> =>
      (await call(member, 'post', '/search').send({ query }).expect(200)).body.hits.map(
        (hit: { conversation: { id: string } }) => hit.conversation.id,
      );
    expect(await find('QUOKKA')).toEqual([two]);
    expect(await find(`policy ${SECRET}`)).toEqual([one]);
    expect(await find('no such words')).toEqual([]);

    const page = (await call(member, 'get', '?limit=1').expect(200)).body;
    expect(page.conversations).toMatchObject([{ id: two }]);
    const next = (await call(member, 'get', `?limit=1&after=${page.next}`).expect(200)).body;
    expect(next.conversations).toMatchObject([{ id: one }]);
    await call(member, 'get', '?after=nonsense').expect(400);

    await call(member, 'delete', `/${one}`).expect(204);
    await call(member, 'get', `/${one}`).expect(404);
    expect(await find(SECRET)).toEqual([]);
  });

  it('may be asked of the models and collections that its owner may use', async () => {
    const reply = await call(member, 'get', '/choices').expect(200);
    expect(reply.body).toEqual({
      models: [{ id: 'starter-model', name: expect.any(String), ungrounded: true }],
      collections: [{ id: 'handbook', name: 'Harbour Bank (sample)' }],
    });
    await context.services.knowledge.createCollection({
      id: 'board',
      name: 'Board',
      classification: 'confidential',
      readers: ['supervisor'],
    });
    const again = await call(member, 'get', '/choices').expect(200);
    expect(again.body.collections).toHaveLength(1);
    expect((await call(stranger, 'get', '/choices').expect(200)).body.collections).toHaveLength(2);
  });

  it('is named after the question it begins with', async () => {
    const reply = await call(member, 'post', '').send({ question: ' Where is\nit? ' }).expect(201);
    expect(reply.body.title).toBe('Where is it?');
  });

  it('takes feedback on an answer, and takes it back', async () => {
    const id = await start();
    const { turn } = (await ask(id, { question: QUESTION })).intramura;
    const value = { rating: 'down', reasons: ['incomplete'], comment: `see ${SECRET}` };
    const path = `/${id}/turns/${turn}/feedback`;
    await call(member, 'put', path).send(value).expect(204);
    expect((await read(id)).turns[0].feedback).toEqual(value);
    await call(member, 'put', path).send({ rating: 'sideways' }).expect(400);
    await call(member, 'delete', path).expect(204);
    expect((await read(id)).turns[0].feedback).toBeUndefined();
    await call(member, 'put', `/${id}/turns/turn_x/feedback`).send(value).expect(404);
  });

  it('leaves its changes in the audit log, without a word of what was said', async () => {
    const entries = JSON.stringify(await context.services.audit.entries({ limit: 1000 }));
    expect(await events('conversation.created')).not.toEqual([]);
    expect(await events('conversation.rated')).not.toEqual([]);
    expect(await events('conversation.deleted')).toMatchObject([{ actor: { id: member.id } }]);
    expect(entries).not.toMatch(/zebrafish|Quokka|Atlantis|Bennett/);
  });
});

describe('a file in a conversation', () => {
  it('answers questions of this conversation, cited by its name, masked like everything else', async () => {
    const id = await start();
    const text = `# Garden rota\n\nThe watering of the ${SECRET} bed is done by jo@mail.example on Tuesdays.\n`;
    const added = await call(member, 'post', `/${id}/files`)
      .attach('file', Buffer.from(text), 'garden rota.md')
      .expect(201);
    expect(added.body).toMatchObject({ name: 'garden rota.md', format: 'text/markdown', passages: 1 });
    const question = `Who does the watering of the ${SECRET} bed?`;
    const told = await ask(id, { question });
    expect(told.answer).toBe(`The watering of the ${SECRET} bed is done by jo@mail.example on Tuesdays. [1]`);
    expect(told.intramura.sources).toMatchObject([
      { attached: true, document: added.body.id, title: 'garden rota.md' },
    ]);
    expect(JSON.stringify(told.intramura.seen)).not.toContain('jo@mail.example');

    const elsewhere = await ask(await start(), { question });
    expect(elsewhere.intramura.decision).toBe('declined');
    const found = await context.services.knowledge.search({
      text: SECRET,
      collections: ['handbook'],
      limit: 5,
      mode: 'text',
    });
    expect(found).toEqual([]);

    expect((await call(member, 'get', `/${id}/files`).expect(200)).body.files).toHaveLength(1);
    await call(member, 'delete', `/${id}/files/${added.body.id}`).expect(204);
    await call(member, 'delete', `/${id}/files/${added.body.id}`).expect(404);
    expect((await ask(id, { question })).intramura.decision).toBe('declined');
  });

  it('is refused when it cannot be read', async () => {
    const id = await start();
    const reply = await call(member, 'post', `/${id}/files`)
      .attach('file', Buffer.from([0, 1, 2, 3]), 'noise.bin')
      .expect(422);
    expect(reply.body.error.code).toBe('ERR_KNOWLEDGE_FORMAT');
    await call(member, 'post', `/${id}/files`).expect(400);
  });
});

describe('somebody else’s conversation', () => {
  it('is like one that is not there, for everybody, in every route', async () => {
    const id = await start();
    const { turn } = (await ask(id, { question: QUESTION })).intramura;
    const admin = await administrator();
    for (const who of [stranger, admin]) {
      for (const [verb, path] of routesOf(id, turn)) {
        const mine = await call(who, verb, path).send(bodyFor(path));
        const missing = await call(who, verb, path.replace(id, 'conv_none')).send(bodyFor(path));
        expect([mine.status, missing.status], path).toEqual([404, 404]);
        expect(mine.body.error.message).toBe(missing.body.error.message);
      }
      const listed = await call(who, 'get', '').expect(200);
      expect(listed.body.conversations).toEqual([]);
      const found = await call(who, 'post', '/search').send({ query: 'holiday' }).expect(200);
      expect(found.body.hits).toEqual([]);
    }
    expect((await read(id)).turns).toHaveLength(1);
  });

  it('is not read with a key, not even by its owner’s', async () => {
    const { secret } = await context.services.identity.apiKeys.create({
      name: 'Mine',
      ownerId: member.id,
      scopes: ['conversation:read', 'conversation:write', 'chat:create'],
    });
    const id = await start();
    for (const path of ['', `/${id}`]) {
      const reply = await request(context.app)
        .get(`/api/conversations${path}`)
        .set('authorization', `Bearer ${secret}`);
      expect(reply.status).toBe(403);
    }
    const asked = await request(context.app)
      .post(`/api/conversations/${id}/turns`)
      .set('authorization', `Bearer ${secret}`)
      .send({ question: QUESTION });
    expect(asked.status).toBe(404);
  });

  const routesOf = (id: string, turn: string): [Verb, string][] => [
    ['get', `/${id}`],
    ['patch', `/${id}`],
    ['delete', `/${id}`],
    ['post', `/${id}/turns`],
    ['put', `/${id}/turns/${turn}/feedback`],
    ['delete', `/${id}/turns/${turn}/feedback`],
    ['get', `/${id}/files`],
    ['delete', `/${id}/files/file_x`],
  ];

  function bodyFor(path: string): object {
    if (path.endsWith('turns')) return { question: QUESTION };
    return path.endsWith('feedback') ? { rating: 'up' } : { title: 'Mine' };
  }

  async function administrator(): Promise<SignedInAs> {
    const { sessions, users } = context.services.identity;
    const { token } = await sessions.signIn('admin', ADMIN_PASSWORD);
    const id = (await users.list()).find(({ username }) => username === 'admin')?.id ?? '';
    return { id, cookie: `intramura_session=${token}` };
  }
});

describe('at rest', () => {
  /** Names of the files under the data folder that hold the text. */
  function filesWith(text: string): string[] {
    return readdirSync(context.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(text));
  }

  function checkpoint(): void {
    const database = new Database(join(context.dataDir, 'app.db'));
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
  }

  it('nothing that was said stands in any file of the data folder', async () => {
    const id = await start();
    await call(member, 'patch', `/${id}`).send({ title: 'Wombatesque title' }).expect(200);
    const { turn } = (await ask(id, { question: `Narwhalesque question? ${QUESTION}` })).intramura;
    const comment = 'Okapiesque comment';
    await call(member, 'put', `/${id}/turns/${turn}/feedback`).send({ rating: 'up', comment }).expect(204);
    await call(member, 'post', `/${id}/files`)
      .attach('file', Buffer.from('Axolotlesque text of a file.'), 'pangolinesque.txt')
      .expect(201);
    checkpoint();
    expect(filesWith(id)).not.toEqual([]);
    for (const word of ['Wombatesque', 'Narwhalesque', 'Okapiesque', 'Axolotlesque', 'pangolinesque'])
      expect(filesWith(word), word).toEqual([]);
  });

  it('deleting a conversation destroys its key: it is in no file any more', async () => {
    const id = await start();
    await ask(id, { question: QUESTION });
    const database = new Database(join(context.dataDir, 'keys.db'), { readonly: true });
    const { wrapped } = database.prepare('select wrapped from content_keys where id = ?').get(id) as {
      wrapped: string;
    };
    database.close();
    expect(filesWith(wrapped)).toEqual([join(context.dataDir, 'keys.db')]);
    await call(member, 'delete', `/${id}`).expect(204);
    expect(filesWith(wrapped)).toEqual([]);
  });
});
