import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ModelCard } from '../../server/domain/model-card.ts';
import { forkHost, type SpawnHost } from '../../server/inference/spawn-host.ts';
import { sha256Hex } from '../../server/util/hash.ts';
import { cardOf, MODELS } from '../unit/inference/starter-cards.ts';
import { generate, type RealInference, startRealInference, user } from './real-inference.ts';
import { maskedSchema } from '../unit/inference/intended-exchange.ts';

let real: RealInference | undefined;
let dir: string | undefined;

afterEach(async () => {
  await real?.[Symbol.asyncDispose]();
  if (dir !== undefined) rmSync(dir, { recursive: true, force: true });
  real = undefined;
  dir = undefined;
});

/** A models folder whose chat model is the starter with some bytes changed, listed with its new digest. */
function damagedModel(change: (gguf: Buffer) => Buffer): { card: ModelCard; modelsDir: string } {
  const card = cardOf('chat');
  dir = mkdtempSync(join(tmpdir(), 'models-'));
  cpSync(join(MODELS, dirname(card.path)), join(dir, dirname(card.path)), { recursive: true });
  const gguf = change(readFileSync(join(MODELS, card.path)));
  writeFileSync(join(dir, card.path), gguf);
  return { modelsDir: dir, card: { ...card, files: { [card.path]: sha256Hex(gguf) } } };
}

/** Keeps a model writing for seconds. */
const longAnswer = {
  kind: 'json-schema',
  schema: maskedSchema({ type: 'array', items: { type: 'integer' }, minItems: 900 }),
} as const;

/** Overwrites a metadata key or tensor name with one of the same length, so that the file stays well-formed. */
function rename(gguf: Buffer, from: string, to: string): Buffer {
  const at = gguf.indexOf(from, 0, 'latin1');
  expect(at).toBeGreaterThan(0);
  gguf.write(to, at, 'latin1');
  return gguf;
}

describe('a damaged model', () => {
  it.each([
    ['cut in half', (gguf: Buffer) => gguf.subarray(0, gguf.length / 2)],
    [
      'without a tensor it needs',
      (gguf: Buffer) => rename(gguf, 'blk.0.attn_q.weight', 'blk.0.attn_X.weight'),
    ],
    [
      'without its number of heads',
      (gguf: Buffer) => rename(gguf, 'llama.attention.head_count', 'llama.attention.head_cXXXX'),
    ],
    [
      'without its feed-forward length',
      (gguf: Buffer) => rename(gguf, 'llama.feed_forward_length', 'llama.feed_forward_lXXXXX'),
    ],
  ])('%s costs its own process and gives one clear error', async (_, change) => {
    const { card, modelsDir } = damagedModel(change);
    await expect(startRealInference([card], modelsDir)).rejects.toMatchObject({
      code: 'ERR_INFERENCE_UNAVAILABLE',
      message: expect.stringMatching(/^The model starter-model does not load: ./),
    });
  });

  it('whose weights are not numbers is refused instead of babbling', async () => {
    const { card, modelsDir } = damagedModel((gguf) => {
      // f16 scale of every Q8_0 block in the last part of the file (34 bytes each) becomes NaN.
      for (let at = gguf.length - 34 * 4_000; at < gguf.length; at += 1) gguf[at] = 0xff;
      return gguf;
    });
    await expect(startRealInference([card], modelsDir)).rejects.toMatchObject({
      message: expect.stringContaining('weights of the model are damaged'),
    });
  });
});

describe('a killed model process', () => {
  it('fails the answer in hand and is back for the next request', async () => {
    real = await startRealInference();
    const pid = real.service.status()[0]?.pid ?? 0;
    const answer = generate(real, [user('Count.')], longAnswer, { maxTokens: 1_500 });
    const killed = setTimeout(100).then(() => process.kill(pid, 'SIGKILL'));
    await expect(answer).rejects.toMatchObject({ code: 'ERR_INFERENCE_UNAVAILABLE', status: 503 });
    await killed;
    const next = await generate(real, [user('Hello')], { kind: 'choices', options: ['yes', 'no'] });
    expect(['yes', 'no']).toContain(next.text);
    expect(real.service.status()[0]).toMatchObject({ state: 'ready', restarts: 1 });
  });
});

describe('a model process', () => {
  it.skipIf(process.platform !== 'linux')('inherits no environment', async () => {
    vi.stubEnv('INTRAMURA_TEST_SECRET', 'do-not-pass-on');
    const child = forkHost('llama');
    try {
      await new Promise((resolve) => child.once('spawn', resolve));
      const names = readFileSync(`/proc/${child.pid}/environ`, 'utf8')
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => line.split('=')[0]);
      expect(names).toEqual(['NODE_LLAMA_CPP_SKIP_DOWNLOAD', 'NODE_LLAMA_CPP_POSTINSTALL']);
    } finally {
      child.kill('SIGKILL');
      vi.unstubAllEnvs();
    }
  });

  it.skipIf(process.platform === 'win32')(
    'outlives Ctrl-C, which reaches the whole process group, and leaves by itself when the server stops it',
    async () => {
      const exits: Promise<unknown[]>[] = [];
      const spawnHost: SpawnHost = (kind) => {
        const child = forkHost(kind);
        exits.push(once(child, 'exit'));
        return child;
      };
      const cards = [cardOf('chat'), cardOf('embedding')];
      real = await startRealInference(cards, MODELS, 1, spawnHost);
      for (const { pid = 0 } of real.service.status()) {
        process.kill(pid, 'SIGINT');
        process.kill(pid, 'SIGTERM');
      }
      const { text } = await generate(real, [user('Hello')], { kind: 'choices', options: ['yes', 'no'] });
      expect(['yes', 'no']).toContain(text);
      expect(real.service.status()).toMatchObject([{ restarts: 0 }, { restarts: 0 }]);
      const answer = generate(real, [user('Count.')], longAnswer, { maxTokens: 1_500 });
      await setTimeout(100);
      const [cut] = await Promise.allSettled([answer, real[Symbol.asyncDispose]()]);
      expect(cut).toMatchObject({ status: 'rejected', reason: { code: 'ERR_INFERENCE_UNAVAILABLE' } });
      // Code 0 and no signal: nothing had to be killed, not even the one that was writing.
      expect(await Promise.all(exits)).toEqual([
        [0, null],
        [0, null],
      ]);
    },
  );

  it.each(['llama', 'onnx'] as const)('ends when the server that started it is gone: %s', async (kind) => {
    const child = forkHost(kind);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    expect(await ended).toBe(0);
  });
});
