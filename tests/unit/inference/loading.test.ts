import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, chat, collect, createFakeInference, embedder, statusOf } from './fake-inference.ts';
import { masked } from './intended-exchange.ts';

const { start, close } = createFakeInference();

afterEach(close);

describe('loading and unloading by hand', () => {
  const gone = { code: 'ERR_MODEL_UNLOADED', status: 503, expose: true };

  it('unloads: the process ends, requests are told what to do, and the rest counts as ready', async () => {
    const service = await start();
    const pid = statusOf(service)?.pid ?? 0;
    const cutOff = collect(ask(service, 'mute'));
    const [answer] = await Promise.allSettled([cutOff, service.unload(chat)]);
    expect(answer).toMatchObject({ status: 'rejected', reason: gone });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(statusOf(service)).toMatchObject({ state: 'unloaded', pid: undefined, readySince: undefined });
    await expect(collect(ask(service, 'late'))).rejects.toMatchObject({
      ...gone,
      message: expect.stringContaining('ask an administrator to load it'),
    });
    expect((await service.embed(embedder, [masked('x')])).vectors).toHaveLength(1);
    expect(service.ready()).toBe(true);
  });

  it('loads again, once, however often it is asked to', async () => {
    const service = await start();
    await service.unload(chat);
    await Promise.all([service.load(chat), service.load(chat)]);
    const { pid, readySince } = statusOf(service) ?? {};
    expect(readySince).toBeInstanceOf(Date);
    expect(await collect(ask(service, 'back'))).toMatchObject({ text: 'begun back' });
    await service.load(chat);
    expect(statusOf(service)?.pid).toBe(pid);
  });

  it('stays failed with the reason when it does not load, and can be tried again', async () => {
    const service = await start({}, [['load'], ['refuse'], ['load']]);
    await service.unload(chat);
    await expect(service.load(chat)).rejects.toMatchObject({ code: 'ERR_INFERENCE_UNAVAILABLE' });
    expect(statusOf(service)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('the weights are odd'),
    });
    expect(service.ready()).toBe(false);
    await service.load(chat);
    expect(statusOf(service)).toMatchObject({ state: 'ready', problem: undefined });
  });

  it('can be unloaded while it loads', async () => {
    const service = await start({}, [['load'], ['never']]);
    await service.unload(chat);
    const loading = service.load(chat);
    await vi.waitFor(() => expect(statusOf(service)?.pid).toEqual(expect.any(Number)));
    const [result] = await Promise.allSettled([loading, service.unload(chat)]);
    expect(result).toMatchObject({ status: 'rejected', reason: gone });
    expect(statusOf(service)).toMatchObject({ state: 'unloaded', pid: undefined });
  });
});

it('measures in rounds that requests can go between', async () => {
  const service = await start();
  const shares: number[] = [];
  const [speed, answer] = await Promise.all([
    service.measure(chat, (share) => shares.push(share)),
    collect(ask(service, 'between')),
  ]);
  expect(speed).toEqual({
    of: 'generation',
    rounds: 3,
    promptTokens: 200,
    firstTokenMs: 100,
    promptTokensPerSecond: 2_000,
    completionTokens: 50,
    completionTokensPerSecond: 100,
  });
  expect(answer.text).toBe('begun between');
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});

it('knows how the files stood when they were last hashed', async () => {
  const service = await start();
  const { files = [], at } = statusOf(service)?.files ?? {};
  expect(files).toMatchObject([{ path: chat.path, state: 'verified', bytes: expect.any(Number) }]);
  const again = await service.verify(chat);
  expect(again.files).toEqual(files);
  expect(again.at.getTime()).toBeGreaterThanOrEqual(at?.getTime() ?? Number.NaN);
});
