import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Route } from '../../server/http/define-route.ts';
import { createRoutes } from '../../server/http/routes/index.ts';
import { carriers } from '../helpers/planted/carriers.ts';
import { openPlantedProduct, type PlantedProduct } from '../helpers/planted/product.ts';
import { createPlanter } from '../helpers/planted/values.ts';
import { nameOf, walkRoutes, type WalkReport } from '../helpers/planted/walk.ts';

let product: PlantedProduct;
let routes: readonly Route[];
let report: WalkReport;

beforeAll(async () => {
  product = await openPlantedProduct({ generator: 'scripted' });
  routes = createRoutes(product.context.services);
  report = await walkRoutes(product, createPlanter(20_261_127), 200);
});

afterAll(() => product[Symbol.asyncDispose]());

/** Texts that a schema takes as they come. Those of a fixed form, and of a list of words, are none. */
function freeTexts(schema: z.ZodType): number {
  let found = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, enum: words, pattern, format } = node as Record<string, unknown>;
    if (type === 'string' && words === undefined && pattern === undefined && format === undefined) found += 1;
    for (const child of Object.values(node)) visit(child);
  };
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return found;
}

/** Free texts that stand for something else: ids, the place where a page goes on, a time zone. */
const tokens: Readonly<Record<string, number>> = {
  'GET /api/conversations': 1,
  'GET /api/jobs': 2,
  'GET /api/collections/{id}/evaluations': 1,
  'GET /api/documents/{id}/versions/{version}': 1,
  'GET /api/faq': 2,
  'GET /api/insights/overview': 1,
  'GET /api/redaction/statistics': 1,
  'GET /api/redaction/statistics/export': 1,
};

describe('every route', () => {
  it('is in the table of carriers', () => {
    expect(Object.keys(carriers).toSorted()).toEqual(routes.map(nameOf).toSorted());
  });

  it('is there without text only when its schema takes none', () => {
    const unplanted = routes.filter((route) => carriers[nameOf(route)] === 'no text');
    const taking = unplanted
      .map((route) => [nameOf(route), freeTexts(route.body) + freeTexts(route.query)] as const)
      .filter(([, texts]) => texts > 0);
    expect(Object.fromEntries(taking)).toEqual(tokens);
    expect(unplanted.filter(({ bodyKind }) => bodyKind === 'upload')).toEqual([]);
  });

  it('was sent values', () => {
    expect(routes.map(nameOf).filter((name) => !report.sent.has(name))).toEqual([]);
  });
});

describe('planted values', () => {
  it('reached every model slot masked, and were kept by routes that keep them', () => {
    const bytes = product.hosts.bytes();
    for (const work of ['"generate"', '"embed"', '"classify"']) expect(bytes).toContain(`"kind":${work}`);
    expect(bytes).toMatch(/\[PHONE_1[A-Z]\]/);
    for (const [where, characters] of report.searched) expect([where, characters]).not.toEqual([where, 0]);
    for (const status of [200, 201, 202, 204, 400, 404]) expect(report.statuses.has(status)).toBe(true);
    expect([...report.statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  });

  it('are in nothing that a model got, in no error, log line, metric or audit entry, and in no open store', () => {
    expect(report.leaks).toEqual([]);
  });
});
