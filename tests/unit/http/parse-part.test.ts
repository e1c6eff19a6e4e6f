import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../server/errors.ts';
import { parsePart } from '../../../server/http/parse-part.ts';

const MAIL = 'lin.yue@example.com';

const schema = z.strictObject({
  age: z.int().optional(),
  people: z.array(z.strictObject({ name: z.string().max(8) })).optional(),
  kind: z.enum(['a', 'b']).optional(),
  counts: z.record(z.string().max(8), z.int()).optional(),
  either: z.union([z.strictObject({ left: z.int() }), z.string().regex(/^x$/)]).optional(),
  wanted: z.discriminatedUnion('by', [z.object({ by: z.literal('name') })]).optional(),
});

function refusal(value: unknown): AppError {
  try {
    parsePart(schema, value);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('It did not fail with an AppError.');
}

describe('a part of a request that does not fit', () => {
  it.each([
    ['age', { age: MAIL }],
    ['people.1.name', { people: [{ name: 'Lin' }, { name: MAIL }] }],
    ['people.0', { people: [{ name: 'Lin', [MAIL]: true }] }],
    ['kind', { kind: MAIL }],
    ['counts', { counts: { short: MAIL } }],
    ['counts', { counts: { [MAIL]: 1 } }],
    ['either', { either: MAIL }],
    ['either', { either: { [MAIL]: 1 } }],
    ['wanted.by', { wanted: { by: MAIL } }],
    [undefined, { [MAIL]: 1 }],
    [undefined, MAIL],
  ])('names the field at fault, %s, and nothing that was sent', (param, value) => {
    const error = refusal(value);
    expect(error).toMatchObject({ code: 'ERR_REQUEST_INVALID', status: 400, param });
    expect(error.message).toMatch(new RegExp(`^${param ?? 'request'}: .`));
    expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain(MAIL);
    expect(error.message).not.toContain('short');
  });

  it('is handed on when it fits, with its defaults', () => {
    expect(parsePart(z.object({ limit: z.coerce.number().default(5) }), {})).toEqual({ limit: 5 });
  });
});
