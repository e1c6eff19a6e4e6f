import { expect, it } from 'vitest';
import type { InspectedModel } from '../../../admin-ui/src/api/schema.ts';
import { consequenceOfUnloading } from '../../../admin-ui/src/pages/models/unload-consequences.ts';

function model(change: Partial<InspectedModel>): InspectedModel {
  return {
    id: 'one',
    title: 'One',
    purpose: 'chat',
    licence: 'MIT',
    contextTokens: 2048,
    state: 'ready',
    default: true,
    usable: true,
    path: 'one.gguf',
    files: {},
    bytes: 1,
    memoryMib: 1,
    restarts: 0,
    queue: { running: 0, waiting: 0 },
    ...change,
  };
}

it.each([
  ['the only chat model', model({}), [], 'lastChat'],
  ['the only chat model that runs', model({}), [model({ id: 'two', state: 'failed' })], 'lastChat'],
  ['the only chat model, though not the default', model({ default: false }), [], 'lastChat'],
  ['the default beside another', model({}), [model({ id: 'two' })], 'defaultChat'],
  ['a second chat model', model({ default: false }), [model({ id: 'two' })], 'other'],
  ['the default embedder', model({ purpose: 'embedding' }), [model({ id: 'two' })], 'defaultEmbedding'],
  ['a model that finds names', model({ purpose: 'ner' }), [model({ id: 'two' })], 'names'],
  ['a model that checks answers', model({ purpose: 'nli' }), [model({ id: 'two' })], 'other'],
  ['another embedder', model({ purpose: 'embedding', default: false }), [], 'other'],
])('names what stops with %s', (_name, unloaded, others, consequence) => {
  expect(consequenceOfUnloading(unloaded, [unloaded, ...others])).toBe(consequence);
});
