import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, chat, collect, createFakeInference, embedder, nli, statusOf } from './fake-inference.ts';
import { masked } from './intended-exchange.ts';

const unavailable = { code: 'ERR_INFERENCE_UNAVAILABLE', status: 503, expose: true };

let logged = '';
const { start, current, close } = createFakeInference((text) => void (logged += text));

afterEach(async () => {
  await close();
  logged = '';
});

describe('a healthy model process', () => {
  it('answers, streams and reports itself', async () => {
    const service = await start();
    expect(service.ready()).toBe(true);
    expect(await collect(ask(service, 'hello'))).toEqual({ text: 'begun hello', finish: 'stop' });
    expect(statusOf(service)).toMatchObject({
      state: 'ready',
      rss: 10,
      restarts: 0,
      pid: expect.any(Number),
    });
  });

  it('works on one request after the other', async () => {
    const service = await start();
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((text) => collect(ask(service, text))));
    expect(answers.map((answer) => answer.text)).toEqual(['begun a', 'begun b', 'begun c', 'begun d']);
  });

  it('embeds long lists piece by piece, in order', async () => {
    const service = await start();
    const texts = Array.from({ length: 35 }, (_, index) => masked(`text ${index}`));
    const { vectors, tokens } = await service.embed(embedder, texts);
    expect(vectors.map((vector) => vector[0])).toEqual([
      ...Array.from({ length: 32 }, () => 16),
      ...Array.from({ length: 3 }, () => 3),
    ]);
    expect(tokens).toBe(35);
    expect(await service.embed(embedder, [])).toEqual({ vectors: [], tokens: 0 });
  });

  it('counts tokens while an answer is being written, and says so when the process is gone', async () => {
    const service = await start();
    const stopping = new AbortController();
    const answer = collect(ask(service, 'until-aborted', stopping.signal));
    expect(await service.countTokens(chat, [masked('four'), masked('')])).toEqual([4, 0]);
    stopping.abort();
    expect((await answer).finish).toBe('aborted');
    await expect(service.countTokens(chat, [masked('crash')])).rejects.toMatchObject(unavailable);
  });

  it('says what premises say of their claims, in order', async () => {
    const service = await start({}, [], [nli]);
    const said = await service.entail(nli, [
      [masked('Lunch is free.'), masked('Lunch is free.')],
      [masked('Lunch is free.'), masked('Lunch is not free.')],
    ]);
    expect(said.map(({ entailment, contradiction }) => [entailment > 0.9, contradiction > 0.9])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('knows only the models of the catalogue', async () => {
    const service = await start();
    const stranger = { ...embedder, id: 'stranger' };
    await expect(service.embed(stranger, [masked('x')])).rejects.toMatchObject({
      code: 'ERR_MODEL_UNKNOWN',
      status: 404,
    });
  });

  it('turns a prompt over the context into a 400 and goes on', async () => {
    const service = await start();
    await expect(collect(ask(service, 'too-long'))).rejects.toMatchObject({
      code: 'ERR_INFERENCE_CONTEXT',
      status: 400,
      message: '9 tokens, 4 fit',
    });
    expect(await collect(ask(service, 'next'))).toMatchObject({ text: 'begun next' });
    expect(statusOf(service)?.restarts).toBe(0);
  });
});

describe('when the process fails', () => {
  it.each([
    ['dies', 'crash', {}],
    ['breaks the protocol', 'babble', {}],
    ['hangs', 'spin', { ping: 100, missedPings: 4 }],
    ['never finishes a request', 'mute', { silence: 600 }],
  ])(
    '%s: the request fails with 503 after what was streamed, the next one works',
    async (_, command, limits) => {
      const service = await start(limits);
      const before = statusOf(service)?.pid;
      const pieces: string[] = [];
      const broken = async (): Promise<void> => {
        for await (const event of ask(service, command)) if (event.kind === 'text') pieces.push(event.text);
      };
      await expect(broken()).rejects.toMatchObject(unavailable);
      expect(pieces).toEqual(['begun ']);
      expect(await collect(ask(service, 'again'))).toEqual({ text: 'begun again', finish: 'stop' });
      expect(statusOf(service)).toMatchObject({ state: 'ready', restarts: 1 });
      expect(statusOf(service)?.pid).not.toBe(before);
    },
  );

  it('keeps what waits in the queue', async () => {
    const service = await start();
    const [first, second] = await Promise.allSettled([
      collect(ask(service, 'crash')),
      collect(ask(service, 'wait')),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: unavailable });
    expect(second).toEqual({ status: 'fulfilled', value: { text: 'begun wait', finish: 'stop' } });
  });

  it('lets a request wait for the restart, but not for ever', async () => {
    const service = await start({ restartWait: 80 }, [['load'], ['never']]);
    await expect(collect(ask(service, 'crash'))).rejects.toMatchObject(unavailable);
    await expect(collect(ask(service, 'next'))).rejects.toMatchObject({
      ...unavailable,
      message: expect.stringContaining('being restarted'),
    });
    expect(service.ready()).toBe(false);
  });

  it('refuses at once after failing again and again, and recovers when the cause is gone', async () => {
    const service = await start({ failures: 2, backoff: 30, backoffMost: 60 }, [
      ['load'],
      ['die'],
      ['die'],
      ['load'],
    ]);
    await expect(collect(ask(service, 'crash'))).rejects.toMatchObject(unavailable);
    await vi.waitFor(() => expect(statusOf(service)?.state).toBe('failed'), 5_000);
    await expect(collect(ask(service, 'next'))).rejects.toMatchObject(unavailable);
    await vi.waitFor(() => expect(statusOf(service)?.state).toBe('ready'), 5_000);
    expect(await collect(ask(service, 'back'))).toMatchObject({ text: 'begun back' });
  });

  it('does not disturb the other model', async () => {
    const service = await start();
    const [, vectors] = await Promise.allSettled([
      collect(ask(service, 'crash')),
      service.embed(embedder, [masked('x')]),
    ]);
    expect(vectors.status).toBe('fulfilled');
    expect(statusOf(service, embedder.id)?.restarts).toBe(0);
  });
});

describe('when a model does not load', () => {
  it.each([
    ['refuses', 'refuse', /starter-model does not load: the weights are odd/],
    ['dies', 'die', /starter-model does not load: it died of SIGABRT/],
    ['takes too long', 'never', /starter-model does not load: loading took too long/],
  ])('%s: the start fails with the reason', async (_, behaviour, reason) => {
    await expect(start({ load: 2_000 }, [[behaviour]])).rejects.toMatchObject({
      code: 'ERR_INFERENCE_UNAVAILABLE',
      message: expect.stringMatching(reason),
    });
  });
});

describe('limits', () => {
  it('refuses what does not fit into the queue', async () => {
    const service = await start({ queue: 2 });
    const leave = new AbortController();
    const events = ['until-aborted', 'x', 'y', 'z'].map((text) => collect(ask(service, text, leave.signal)));
    await expect(events[3]).rejects.toMatchObject({
      ...unavailable,
      message: expect.stringContaining('waiting'),
    });
    leave.abort();
    const ends = await Promise.all(events.slice(0, 3));
    expect(ends.map((end) => end.finish)).toEqual(['aborted', 'aborted', 'aborted']);
  });

  it('replaces an ONNX process that holds too much memory, and never while it works', async () => {
    const service = await start({ recycleMib: 5, ping: 50, missedPings: 60 });
    const before = statusOf(service, embedder.id);
    await vi.waitFor(() =>
      expect(statusOf(service, embedder.id)?.restarts).toBeGreaterThan(before?.restarts ?? 0),
    );
    expect(statusOf(service, chat.id)?.restarts).toBe(0);
    const { vectors } = await service.embed(embedder, [masked('x')]);
    expect(vectors).toHaveLength(1);
    expect(statusOf(service, embedder.id)?.pid).not.toBe(before?.pid);
  });
});

describe('aborting', () => {
  it('stops the running request when the signal fires', async () => {
    const service = await start();
    const leave = new AbortController();
    const answer = collect(ask(service, 'until-aborted', leave.signal));
    setTimeout(() => leave.abort(), 20);
    expect(await answer).toEqual({ text: 'begun ', finish: 'aborted' });
  });

  it('does not start a request whose caller has gone', async () => {
    const service = await start();
    expect(await collect(ask(service, 'crash', AbortSignal.abort()))).toMatchObject({ finish: 'aborted' });
    expect(statusOf(service)?.restarts).toBe(0);
  });

  it('stops the model when the reader leaves early', async () => {
    const service = await start();
    for await (const event of ask(service, 'until-aborted')) {
      expect(event.kind).toBe('text');
      break;
    }
    expect(await collect(ask(service, 'next'))).toMatchObject({ text: 'begun next' });
  });
});

describe('stopping', () => {
  it('ends the processes and fails what is under way', async () => {
    const service = await start();
    const pid = statusOf(service)?.pid ?? 0;
    const answer = collect(ask(service, 'mute'));
    const [result] = await Promise.allSettled([answer, service[Symbol.asyncDispose]()]);
    expect(result).toMatchObject({ status: 'rejected', reason: unavailable });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expect(collect(ask(service, 'late'))).rejects.toMatchObject(unavailable);
  });

  it('ends a start that is under way', async () => {
    const starting = start({}, [['never']]);
    await vi.waitFor(() => expect(statusOf(current(), embedder.id)?.state).toBe('ready'));
    const [result] = await Promise.allSettled([starting, current()?.[Symbol.asyncDispose]()]);
    expect(result).toMatchObject({ status: 'rejected', reason: unavailable });
  });

  it('ends a process that hangs', async () => {
    const service = await start();
    const pid = statusOf(service)?.pid ?? 0;
    const answer = collect(ask(service, 'spin')).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await service[Symbol.asyncDispose]();
    await answer;
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

it.each(['complain', 'last-words'])(
  'logs that a process complained, never what it said: %s',
  async (command) => {
    const service = await start();
    await Promise.allSettled([collect(ask(service, command))]);
    await vi.waitFor(() => expect(logged).toContain('complains'));
    expect(await collect(ask(service, 'next'))).toMatchObject({ text: 'begun next' });
    expect(logged).not.toContain('SECRET-OF-A-CUSTOMER');
  },
);
