import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Inference } from '../../../server/inference/inference.ts';
import { loadOnDemand } from '../../../server/inference/load-on-demand.ts';
import { ask, chat, collect, createFakeInference, embedder, statusOf } from './fake-inference.ts';
import { masked } from './intended-exchange.ts';

const { prepare, close } = createFakeInference(() => undefined);
let loaded: string[] = [];
let service: Inference;

beforeEach(() => {
  loaded = [];
  service = loadOnDemand(prepare(), async ({ id }) => {
    expect(statusOf(service, id)?.state).toBe('ready');
    loaded.push(id);
  });
});
afterEach(close);

it('starts no process that nobody uses', async () => {
  await service.start();
  expect(service.status().map(({ pid }) => pid)).toEqual([undefined, undefined]);
  await service.embed(embedder, [masked('a')]);
  expect(statusOf(service, embedder.id)?.pid).toBeDefined();
  expect(statusOf(service, chat.id)?.pid).toBeUndefined();
});

it('tells of each load once, before the first piece of work, however many come at the same time', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map((text) => collect(ask(service, text))));
  expect(answers.map(({ text }) => text)).toEqual(['begun a', 'begun b', 'begun c']);
  expect(loaded).toEqual([chat.id]);
});

it('gives no work to a model whose load could not be told', async () => {
  await close();
  const untold = loadOnDemand(prepare(), () => Promise.reject(new Error('the log is full')));
  await expect(untold.embed(embedder, [masked('a')])).rejects.toThrow('the log is full');
});

it('loads those it is told to at the start', async () => {
  await service.start([embedder, chat]);
  expect(loaded.toSorted()).toEqual([embedder.id, chat.id].toSorted());
});
