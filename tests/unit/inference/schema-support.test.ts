import { describe, expect, it } from 'vitest';
import { assertSchemaSupported } from '../../../server/inference/schema-support.ts';

describe('assertSchemaSupported', () => {
  it.each([
    [
      'an object with every kind of value',
      {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 40, description: 'who' },
          age: { type: 'integer' },
          tags: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 5 },
          mood: { enum: ['good', 'bad', null] },
          kind: { const: 'person', type: 'string' },
          when: { type: 'string', format: 'date' },
          maybe: { type: ['string', 'null'] },
          either: { oneOf: [{ type: 'number' }, { type: 'boolean' }] },
          child: { $ref: '#/$defs/child' },
        },
        required: ['name', 'age'],
        additionalProperties: false,
        $defs: { child: { type: 'object', properties: {} } },
      },
    ],
    ['free keys', { type: 'object', additionalProperties: { type: 'integer' }, maxProperties: 3 }],
    [
      'recursion',
      {
        $ref: '#/$defs/node',
        $defs: {
          node: { type: 'object', properties: { next: { type: 'array', items: { $ref: '#/$defs/node' } } } },
        },
      },
    ],
  ])('accepts %s', (_, schema) => {
    expect(() => assertSchemaSupported(schema)).not.toThrow();
  });

  it.each([
    ['#/anyOf', { anyOf: [{ type: 'string' }] }],
    ['#/allOf', { allOf: [] }],
    ['#', { 'jane@acme.example': true, type: 'null' }],
    ['#/pattern', { type: 'string', pattern: '^a$' }],
    ['#/minimum', { type: 'integer', minimum: 1 }],
    ['#/properties/[1]/pattern', { type: 'object', properties: { a: { type: 'string', pattern: 'x' } } }],
    ['#/required', { type: 'object', required: ['missing'] }],
    ['#/format', { type: 'string', format: 'email' }],
    ['#/type', { type: ['object', 'null'] }],
    ['#/type', {}],
    ['#/type', { type: 'text' }],
    ['#/$ref', { $ref: 'https://example.org/schema' }],
    ['#/$ref', { $ref: '#/$defs/none' }],
    ['#/properties', { $ref: '#/$defs/a', properties: {}, $defs: { a: { type: 'null' } } }],
    ['#/$defs/[1]/not', { type: 'null', $defs: { a: { not: {} } } }],
    ['#/enum', { enum: [] }],
    ['#/enum', { type: 'string', enum: ['a', 1] }],
    ['#/const', { const: { a: 1 } }],
    ['#/maxLength', { type: 'string', maxLength: 1e9 }],
    ['#/maxItems', { type: 'array', minItems: 3, maxItems: 2 }],
    ['#/items', { type: 'array', items: true }],
    ['#/properties', { type: 'object', properties: { 'a\u0000': { type: 'null' } } }],
  ])('refuses what the grammar cannot keep, naming %s', (place, schema) => {
    expect(() => assertSchemaSupported(schema)).toThrow(
      expect.objectContaining({
        code: 'ERR_INFERENCE_GRAMMAR',
        status: 400,
        param: 'response_format',
        message: expect.stringContaining(`${place} `),
      }),
    );
  });

  it('refuses a schema that is too deep', () => {
    let schema: Record<string, unknown> = { type: 'null' };
    for (let depth = 0; depth < 40; depth += 1) schema = { type: 'array', items: schema };
    expect(() => assertSchemaSupported(schema)).toThrow(
      expect.objectContaining({ code: 'ERR_INFERENCE_GRAMMAR' }),
    );
  });
});
