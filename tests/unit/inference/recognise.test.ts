import { afterEach, describe, expect, it } from 'vitest';
import { unmasked } from '../../helpers/recogniser-contract.ts';
import { createFakeInference, embedder, ner, statusOf } from './fake-inference.ts';
import { masked } from './intended-exchange.ts';

let logged = '';
const { start, close } = createFakeInference((text) => void (logged += text));
const open = () => start({}, [], [embedder, ner]);
const unavailable = { code: 'ERR_INFERENCE_UNAVAILABLE', status: 503 };
const never = new AbortController().signal;

afterEach(async () => {
  await close();
  logged = '';
});

describe('the door for text that is not masked', () => {
  it('gives what the model found', async () => {
    const service = await open();
    expect(await service.recognise(ner, unmasked('Ann'), never)).toEqual([
      { type: 'PERSON', start: 0, end: 3, score: 0.5 },
    ]);
  });

  it('leads to no model of another purpose', async () => {
    const service = await open();
    await expect(service.recognise(embedder, unmasked('Ann'), never)).rejects.toThrow(
      'Only a model that finds names reads text that is not masked.',
    );
    await service.embed(embedder, [masked('text')]);
  });

  it.each(['crash', 'complain', 'beyond'])('fails when the process does: %s', async (text) => {
    const service = await open();
    await expect(service.recognise(ner, unmasked(text), never)).rejects.toMatchObject(unavailable);
    expect(logged).not.toContain('SECRET');
    expect(await service.recognise(ner, unmasked('Ann'), never)).toHaveLength(1);
  });

  it('says so when a text has too many tokens', async () => {
    const service = await open();
    await expect(service.recognise(ner, unmasked('too-long'), never)).rejects.toMatchObject({
      code: 'ERR_REQUEST_TOO_LARGE',
      status: 413,
      message: expect.stringContaining('100 tokens'),
    });
  });

  it('ends a reading that nobody waits for, in the process and in the queue', async () => {
    const service = await open();
    const [first, second] = [new AbortController(), new AbortController()];
    const reading = service.recognise(ner, unmasked('until-aborted'), first.signal);
    const waiting = service.recognise(ner, unmasked('Ann'), second.signal);
    second.abort();
    await expect(waiting).rejects.toMatchObject(unavailable);
    first.abort();
    await expect(reading).rejects.toMatchObject(unavailable);
    expect(statusOf(service, ner.id)).toMatchObject({ state: 'ready', restarts: 0, running: 0, waiting: 0 });
  });
});
