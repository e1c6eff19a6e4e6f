import { describe, expect, it } from 'vitest';
import {
  type SchemaNode,
  toSchemaTree,
} from '../../../../admin-ui/src/pages/reference/document/schema-tree.ts';

const document = {
  components: {
    schemas: {
      Source: {
        type: 'object',
        description: 'Where it stands.',
        properties: { id: { type: 'string' }, score: { type: 'number' } },
        required: ['id'],
      },
      Folder: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          inside: { type: 'array', items: { $ref: '#/components/schemas/Folder' } },
        },
      },
    },
  },
};

const treeOf = (schema: unknown): SchemaNode => toSchemaTree(document, schema);
const child = (node: SchemaNode, name: string): SchemaNode | undefined =>
  node.children.find((candidate) => candidate.name === name);

describe('a schema as a tree', () => {
  it('names the fields, their types and which of them are required', () => {
    const tree = treeOf({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', description: 'Shown to people.' },
        age: { type: ['integer', 'null'] },
      },
    });
    expect(tree).toMatchObject({ type: 'object', relation: 'fields' });
    expect(tree.children).toMatchObject([
      { name: 'name', type: 'string', required: true, description: 'Shown to people.' },
      { name: 'age', type: 'integer | null', required: false },
    ]);
  });

  it('follows references and keeps the name; a description beside the reference counts', () => {
    expect(treeOf({ $ref: '#/components/schemas/Source' })).toMatchObject({
      schemaName: 'Source',
      description: 'Where it stands.',
      children: [{ name: 'id' }, { name: 'score' }],
    });
    expect(treeOf({ $ref: '#/components/schemas/Source', description: 'The best one.' }).description).toBe(
      'The best one.',
    );
  });

  it('shows what a list holds, and nothing more for plain items', () => {
    const list = treeOf({ type: 'array', items: { $ref: '#/components/schemas/Source' } });
    expect(list).toMatchObject({ type: 'Source[]', relation: 'items' });
    expect(list.children).toMatchObject([{ schemaName: 'Source', children: [{ name: 'id' }, {}] }]);
    expect(treeOf({ type: 'array', items: { type: 'string' } })).toMatchObject({
      type: 'string[]',
      children: [],
    });
  });

  it('shows what a list that may be null holds', () => {
    const list = treeOf({ type: ['array', 'null'], items: { type: ['string', 'integer'] } });
    expect(list.type).toBe('(string | integer)[] | null');
  });

  it('keeps the limits of items', () => {
    const list = treeOf({ type: 'array', maxItems: 3, items: { type: 'string', minLength: 2 } });
    expect(list.constraints).toEqual([{ kind: 'maxItems', value: 3 }]);
    expect(list.children[0]?.constraints).toEqual([{ kind: 'minLength', value: 2 }]);
  });

  it('unfolds a choice, and treats null as part of the type', () => {
    const choice = treeOf({
      anyOf: [{ $ref: '#/components/schemas/Source' }, { type: 'string' }, { type: 'null' }],
    });
    expect(choice).toMatchObject({ type: 'Source | string | null', relation: 'one-of' });
    expect(choice.children.map(({ type, schemaName }) => schemaName ?? type)).toEqual(['Source', 'string']);
  });

  it('shows values under any name', () => {
    const map = treeOf({ type: 'object', additionalProperties: { type: 'integer', minimum: 0 } });
    expect(map).toMatchObject({ relation: 'values' });
    expect(map.children).toMatchObject([{ type: 'integer', constraints: [{ kind: 'minimum', value: 0 }] }]);
  });

  it('does not unfold a schema inside itself', () => {
    const folder = treeOf({ $ref: '#/components/schemas/Folder' });
    const inner = child(folder, 'inside')?.children[0];
    expect(inner).toMatchObject({ schemaName: 'Folder', recursive: true, children: [] });
    expect(folder.recursive).toBe(false);
  });

  it.each([
    ['choices', { type: 'string', enum: ['a', 'b'] }, { kind: 'enum', values: ['"a"', '"b"'] }],
    ['one value', { const: 7 }, { kind: 'enum', values: ['7'] }],
    ['a default', { type: 'boolean', default: false }, { kind: 'default', value: 'false' }],
    ['a pattern', { type: 'string', pattern: '^a$' }, { kind: 'pattern', value: '^a$' }],
    ['a format', { type: 'string', format: 'binary' }, { kind: 'format', value: 'binary' }],
    ['a range', { type: 'integer', maximum: 9 }, { kind: 'maximum', value: 9 }],
  ])('tells %s', (_what, schema, constraint) => {
    expect(treeOf(schema).constraints).toEqual([constraint]);
  });

  it('tells that no other fields are taken', () => {
    const closed = treeOf({
      type: 'object',
      properties: { a: { type: 'string' } },
      additionalProperties: false,
    });
    expect(closed.constraints).toEqual([{ kind: 'closed' }]);
  });

  it('gives every line a key of its own', () => {
    const keys = (node: SchemaNode): readonly string[] => [node.key, ...node.children.flatMap(keys)];
    const all = keys(
      treeOf({
        type: 'object',
        properties: {
          one: { $ref: '#/components/schemas/Source' },
          two: {
            anyOf: [
              { $ref: '#/components/schemas/Source' },
              { type: 'array', items: { $ref: '#/components/schemas/Folder' } },
            ],
          },
        },
      }),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([undefined, null, 3, 'x', {}, { $ref: '#/nowhere' }])('survives %j', (schema) => {
    expect(treeOf(schema)).toMatchObject({ type: 'any', children: [] });
  });
});
