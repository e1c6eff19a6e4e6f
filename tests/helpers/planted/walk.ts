import type { Route } from '../../../server/http/define-route.ts';
import { createRoutes } from '../../../server/http/routes/index.ts';
import { ADMIN_PASSWORD } from '../test-context.ts';
import { type CallLog, createCaller, createCallLog } from './caller.ts';
import { type Carrier, carriers, type Walk } from './carriers.ts';
import { modelCarriers } from './carriers-models.ts';
import { findLeaksInStores } from './find-leaks.ts';
import { type Leak, LeakSearch } from './leak-search.ts';
import type { Person, PlantedProduct } from './product.ts';
import type { PlantedValue } from './values.ts';

export interface WalkReport {
  readonly leaks: readonly Leak[];
  /** Messages with planted values, by route. */
  readonly sent: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<number, number>;
  /** Characters that were looked through, by where they were written. */
  readonly searched: ReadonlyMap<string, number>;
}

/** Routes that end a session; whoever called one signs in again. */
const endsSession = /auth\/(?:logout|sessions)|\/api\/sessions|\{id\}\/sessions/;
/** They look at everything there is: once is enough. */
const heavy = new Set([
  'POST /api/audit/verify',
  'POST /api/audit/verifications',
  'POST /api/policies/tests',
  'GET /api/audit/export',
]);

/** Walks beside each other. */
const AT_ONCE = 3;
/** Times that a further round goes the ways to a model. */
const MORE_TO_MODELS = 3;

/** Walks every route until as many messages were sent, and looks for their values in all that the product wrote. */
export async function walkRoutes(
  product: PlantedProduct,
  next: () => PlantedValue,
  messages: number,
): Promise<WalkReport> {
  const search = new LeakSearch();
  const sealed = new LeakSearch();
  const log = createCallLog();
  const collection = 'planted';
  const newWalk = (): Walk => ({
    ...createCaller({ product, next, search, sealed, log }),
    product,
    collection,
  });
  const first = newWalk();
  await first.send({ route: 'POST /api/collections', json: { id: collection, name: 'Planted' } });
  await carry(carriers['POST /api/collections/{id}/documents'], first);
  await walkOnce(first, () => true, 0);
  const rounds = async (walk: Walk): Promise<void> => {
    while (countOf(log) < messages)
      await walkOnce(walk, (route) => !heavy.has(nameOf(route)), MORE_TO_MODELS);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, newWalk).map(rounds));
  await product.context.services.gaps.settled();
  const { leaks, searched } = await findLeaksInStores(product, search, sealed);
  return { ...log, leaks: [...log.leaks, ...leaks], searched };
}

function countOf({ sent }: CallLog): number {
  return [...sent.values()].reduce((sum, count) => sum + count, 0);
}

/** Every way in, `more` times those to a model, and every route. */
async function walkOnce(walk: Walk, isWanted: (route: Route) => boolean, more: number): Promise<void> {
  for (const carrier of new Set(Object.values(carriers))) await carry(carrier, walk);
  for (let time = 0; time < more; time += 1)
    for (const carrier of new Set(Object.values(modelCarriers))) await carry(carrier, walk);
  const routes = createRoutes(walk.product.context.services);
  for (const route of routes.filter(isWanted)) await plantEverywhere(walk, route);
  await plantNowhere(walk);
}

export function nameOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${path}`;
}

async function carry(carrier: Carrier | 'no text' | undefined, walk: Walk): Promise<void> {
  if (carrier !== undefined && carrier !== 'no text') await carrier(walk);
}

/** Values where nobody expects any: path, query, headers, unknown fields, and bodies that cannot be read. */
async function plantEverywhere({ plant, send, product }: Walk, { path, ...route }: Route): Promise<void> {
  const name = nameOf({ path, ...route });
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, found]) => found ?? '');
  const params = Object.fromEntries(names.map((param) => [param, plant(`path ${param}`)]));
  const query = { q: plant('query'), after: plant('after'), limit: plant('limit') };
  const headers = {
    'user-agent': encodeURIComponent(plant('agent')),
    'x-request-id': encodeURIComponent(plant('id')),
  };
  const as = endsSession.test(path) ? await signedIn(product) : product.people[0];
  switch (route.bodyKind) {
    case 'none':
      await send({ route: name, params, query, headers, as });
      return;
    case 'json':
      await send({
        route: name,
        params,
        headers,
        as,
        json: { [plant('unknown field')]: plant('its value') },
      });
      await send({ route: name, params, query, as, raw: `{"text": "${plant('broken JSON')}` });
      return;
    case 'upload': {
      const file = { field: plant('form field'), name: plant('file name'), text: plant('text') };
      await send({ route: name, params, headers, as, file });
      await send({
        route: name,
        as,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        raw: plant('broken form'),
      });
      return;
    }
    default:
      route.bodyKind satisfies never;
  }
}

/** Paths that are no route. */
async function plantNowhere({ plant, send }: Walk): Promise<void> {
  for (const route of ['GET /{none}', 'GET /api/{none}', 'GET /v1/{none}', 'GET /assets/{none}'])
    await send({ route, params: { none: plant('path') } });
}

/** Somebody who signs in for one call. */
async function signedIn({ context, passer }: PlantedProduct): Promise<Person> {
  const { token } = await context.services.identity.sessions.signIn(passer.username, ADMIN_PASSWORD);
  return { ...passer, cookie: `intramura_session=${token}` };
}
