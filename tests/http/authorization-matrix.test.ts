import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../server/domain/principal.ts';
import { createRoutes } from '../../server/http/routes/index.ts';
import { type AuthorizationRow, authorizationRows, type OwnedKind } from '../helpers/authorization-matrix.ts';
import { createObject, type Owner } from '../helpers/authorization-objects.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { listen, type Listening } from '../helpers/test-client.ts';
import { createScriptedModel, type ScriptedModel } from '../helpers/scripted-model.ts';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';

interface Caller extends Owner {
  cookie: string;
}

let model: ScriptedModel;
let context: TestContext;
let server: Listening;
/** One person for each role. */
let callers: readonly Caller[];
/** Of somebody with every role, and with a scope that grants nothing. */
let uselessKey: string;

beforeAll(async () => {
  model = createScriptedModel();
  const environment = { INTRAMURA_MODELS: model.modelsDir };
  context = await createTestContext({ environment, overrides: { spawnHost: model.spawnHost } });
  server = await listen(context.app);
  callers = await Promise.all(
    roles.map(async (role) => ({ role, username: `test.${role}`, ...(await signInAs(context, role)) })),
  );
  const { id } = await signInAs(context, ...roles);
  const { apiKeys } = context.services.identity;
  uselessKey = (await apiKeys.create({ name: 'Useless', ownerId: id, scopes: ['nothing:nothing'] })).secret;
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await context[Symbol.asyncDispose]();
  model[Symbol.dispose]();
});

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** What the caller learns, without the id of the request. */
function outcomeOf({ status, body }: Reply): object {
  if (status < 400) return { status };
  const { error } = JSON.parse(body);
  return { status, error: { ...error, requestId: '' } };
}

/** `missing` stands for every part of the path that is not given. */
async function call(
  { method, path, body }: AuthorizationRow,
  headers: Readonly<Record<string, string>>,
  id = 'missing',
): Promise<Reply> {
  const url = server.url + path.replace('{id}', id).replaceAll(/\{\w+\}/g, 'missing');
  const stop = new AbortController();
  const reply = await fetch(url, {
    method,
    signal: stop.signal,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: body ?? '{}' }),
  });
  // A stream may have no end: what it is allowed is known from its head.
  if (reply.headers.get('content-type')?.startsWith('text/event-stream') === true) {
    stop.abort();
    return { status: reply.status, body: '' };
  }
  return { status: reply.status, body: await reply.text() };
}

async function callAs(row: AuthorizationRow, caller: Caller, id?: string): Promise<Reply> {
  const reply = await call(row, { cookie: caller.cookie }, id);
  if (row.path === '/api/auth/logout') {
    const { token } = await context.services.identity.sessions.signIn(caller.username, ADMIN_PASSWORD);
    caller.cookie = `intramura_session=${token}`;
  }
  return reply;
}

describe('the table', () => {
  it('has a row for every route and a route for every row', () => {
    const routes = createRoutes(context.services).map(
      ({ method, path }) => `${method.toUpperCase()} ${path}`,
    );
    expect(authorizationRows.map(({ name }) => name).toSorted()).toEqual(routes.toSorted());
  });
});

describe.each(authorizationRows.filter((row) => row.public))('$name', (row) => {
  it('is open to anybody', async () => {
    const replies = await Promise.all([
      call(row, {}),
      ...callers.map((caller) => callAs(row, caller)),
      call(row, { authorization: `Bearer ${uselessKey}` }),
    ]);
    for (const { status } of replies) expect([401, 403]).not.toContain(status);
  });
});

describe.each(authorizationRows.filter((row) => !row.public))('$name', (row) => {
  it('asks who it is, and is closed to a key without a scope for it', async () => {
    expect((await call(row, {})).status).toBe(401);
    expect((await call(row, { authorization: `Bearer ${uselessKey}` })).status).toBe(403);
  });

  it('is open to its roles and closed to all others', async () => {
    const replies = await Promise.all(
      callers.map(async (caller) => ({ role: caller.role, ...(await callAs(row, caller)) })),
    );
    const open = replies.filter(({ status }) => status !== 403 && status !== 401);
    expect(open.map(({ role }) => role).toSorted()).toEqual(row.roles.toSorted());
    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
  });
});

const owned = authorizationRows.flatMap((row) =>
  row.object === undefined ? [] : [{ name: row.name, row, object: row.object }],
);

describe.each(owned)('$name', ({ row, object }) => {
  it('opens what is one’s own, and says of what is not that there is nothing', async () => {
    for (const caller of callers.filter(({ role }) => row.roles.includes(role)))
      await holdToOwner(row, caller, object);
  });
});

async function holdToOwner(row: AuthorizationRow, caller: Caller, kind: OwnedKind): Promise<void> {
  const other = callers.find(({ role }) => role !== caller.role);
  if (other === undefined) throw new Error('there is nobody else');
  const own = await callAs(row, caller, await createObject(context, kind, caller));
  const others = await callAs(row, caller, await createObject(context, kind, other));
  const missing = await callAs(row, caller);
  expect(others.status, caller.role).toBe(404);
  expect(outcomeOf(others), caller.role).toEqual(outcomeOf(missing));
  expect([401, 403, 500, 503], `${caller.role} ${own.body}`).not.toContain(own.status);
  // A part of an own object may be missing too, and then the answer says which.
  expect(outcomeOf(own), caller.role).not.toEqual(outcomeOf(others));
}
