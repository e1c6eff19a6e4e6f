import { describe, expect, it } from 'vitest';
import { exampleValue } from '../../../../admin-ui/src/pages/reference/document/example-value.ts';
import {
  findOperations,
  groupByTag,
  isChanging,
} from '../../../../admin-ui/src/pages/reference/document/find-operations.ts';
import { readOperations } from '../../../../admin-ui/src/pages/reference/document/read-operations.ts';

const schema = { type: 'object' };
const document = {
  paths: {
    '/api/things': {
      get: {
        operationId: 'listThings',
        summary: 'All things.',
        tags: ['Things'],
        'x-permission': 'thing:list',
        parameters: [
          { name: 'limit', in: 'query', schema },
          { name: 'session', in: 'cookie', schema },
        ],
        responses: { 200: { description: 'Things.', content: { 'application/json': { schema } } } },
      },
      post: {
        operationId: 'addThing',
        summary: 'Add a thing.',
        tags: ['Things'],
        'x-permission': 'thing:create',
        requestBody: { content: { 'application/json': { schema } } },
        responses: { 204: { description: 'Done.' } },
      },
      summary: 'Not an operation.',
    },
    '/api/search': {
      post: {
        summary: 'Find things.',
        tags: ['Knowledge'],
        'x-permission': 'knowledge:search',
        responses: {},
      },
    },
    '/healthz': { get: { tags: ['Things'], 'x-permission': 'public', responses: {} } },
  },
};
const operations = readOperations(document);

describe('the operations of a document', () => {
  it('are read with what they take and give', () => {
    expect(operations).toHaveLength(4);
    expect(operations[0]).toEqual({
      id: 'listThings',
      method: 'get',
      path: '/api/things',
      summary: 'All things.',
      tag: 'Things',
      permission: 'thing:list',
      parameters: [{ name: 'limit', in: 'query', required: false, description: '', schema }],
      replies: [
        { status: '200', description: 'Things.', content: { mediaType: 'application/json', schema } },
      ],
    });
    expect(operations[1]).toMatchObject({
      body: { mediaType: 'application/json' },
      replies: [{ status: '204', description: 'Done.' }],
    });
    expect(operations[2]?.id).toBe('post /api/search');
  });

  it('stand in one group for each tag, in the order of the document', () => {
    expect(groupByTag(operations).map(({ tag, operations: { length } }) => [tag, length])).toEqual([
      ['Things', 3],
      ['Knowledge', 1],
    ]);
  });

  it('are found by words of the path, the summary or the permission, in any order', () => {
    const ids = (query: string): string[] => findOperations(operations, query).map(({ id }) => id);
    expect(ids('THINGS post')).toEqual(['addThing', 'post /api/search']);
    expect(ids('thing:list')).toEqual(['listThings']);
    expect(ids('things nothing')).toEqual([]);
    expect(ids('  ')).toHaveLength(4);
  });

  it('warn where they change something, and not where they only read', () => {
    expect(operations.filter(isChanging).map(({ id }) => id)).toEqual(['addThing']);
  });
});

describe('an example value', () => {
  it.each([
    [{ type: 'string', minLength: 8 }, 'text----'],
    [{ type: 'integer', minimum: 3 }, 3],
    [{ type: 'string', enum: ['b', 'a'] }, 'b'],
    [{ type: ['boolean', 'null'] }, false],
    [{ type: 'object', properties: { a: { type: 'null' }, b: {} }, required: ['a'] }, { a: null }],
    [{ type: 'array', items: { const: 1 } }, [1]],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'text'],
    [{ type: 'integer', default: 5 }, 5],
    [{ type: 'string', default: 'b', examples: ['a', 'c'] }, 'a'],
  ])('of %j', (given, expected) => {
    expect(exampleValue({}, given)).toEqual(expected);
  });

  it('ends where a schema holds itself', () => {
    const endless = { type: 'object', required: ['next'], properties: { next: { $ref: '#/Node' } } };
    expect(JSON.stringify(exampleValue({ Node: endless }, { $ref: '#/Node' }))).toMatch(
      /^(\{"next":)+null\}+$/,
    );
  });
});
