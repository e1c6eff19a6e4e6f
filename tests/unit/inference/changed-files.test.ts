import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInference, type Inference } from '../../../server/inference/inference.ts';
import { createLogger } from '../../../server/logger.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { sha256Hex } from '../../../server/util/hash.ts';
import { intendedExchange, masked } from './intended-exchange.ts';
import { cardOf } from './starter-cards.ts';

const fakeHost = fileURLToPath(new URL('fake-host.mjs', import.meta.url));
/** As much of a GGUF file as the server looks at. */
const honest = Buffer.from('GGUF\x03\0\0\0\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0', 'latin1');
const poisoned = Buffer.concat([honest, Buffer.from('poison')]);
const card = { ...cardOf('chat'), path: 'tiny.gguf', files: { 'tiny.gguf': sha256Hex(honest) } };

let modelsDir: string;
let logged: string;
let spawned: number;
let service: Inference;

beforeEach(() => {
  modelsDir = mkdtempSync(join(tmpdir(), 'intramura-models-'));
  logged = '';
  spawned = 0;
  service = createInference({
    cards: [card],
    modelsDir,
    logger: createLogger('debug', { write: (line) => void (logged += line) }),
    clock: systemClock,
    threads: 1,
    limits: { backoff: 10, backoffMost: 40 },
    spawnHost: () => {
      spawned += 1;
      return spawn(process.execPath, [fakeHost], { stdio: 'pipe' });
    },
  });
});

afterEach(async () => {
  await service[Symbol.asyncDispose]();
  rmSync(modelsDir, { recursive: true });
});

async function ask(command: string): Promise<string> {
  const request = {
    exchange: intendedExchange(card),
    messages: [{ role: 'user', content: masked(command) }] as const,
    constraint: { kind: 'none' } as const,
  };
  let text = '';
  for await (const event of service.generate(request, new AbortController().signal))
    if (event.kind === 'text') text += event.text;
  return text;
}

describe('weights that are not those of the catalogue', () => {
  it('stop the start, and no process gets to see them', async () => {
    writeFileSync(join(modelsDir, card.path), poisoned);
    await expect(service.start()).rejects.toMatchObject({ code: 'ERR_MODEL_DIGEST' });
    expect(service.status()).toMatchObject([{ state: 'failed', pid: undefined }]);
    expect(spawned).toBe(0);
  });

  it('are not loaded after a crash either: the model answers 503 until the right ones are back', async () => {
    writeFileSync(join(modelsDir, card.path), honest);
    await service.start();
    writeFileSync(join(modelsDir, card.path), poisoned);
    const unavailable = { code: 'ERR_INFERENCE_UNAVAILABLE', status: 503 };
    await expect(ask('crash')).rejects.toMatchObject(unavailable);
    await vi.waitFor(() => expect(service.status()).toMatchObject([{ state: 'failed' }]));
    await expect(ask('next')).rejects.toMatchObject(unavailable);
    expect(spawned).toBe(1);
    expect(logged).toContain('ERR_MODEL_DIGEST');
    writeFileSync(join(modelsDir, card.path), honest);
    await vi.waitFor(() => expect(service.ready()).toBe(true), 5_000);
    expect(await ask('back')).toBe('begun back');
  });

  it('are not waited for once the server stops', async () => {
    writeFileSync(join(modelsDir, card.path), honest);
    const starting = service.start();
    const stopping = service[Symbol.asyncDispose]();
    await expect(starting).rejects.toMatchObject({ code: 'ERR_INFERENCE_UNAVAILABLE' });
    await stopping;
    expect(service.status()).toMatchObject([{ state: 'stopped', pid: undefined }]);
    expect(spawned).toBe(0);
  });

  it('are told apart from missing ones when the files are verified while the model runs', async () => {
    writeFileSync(join(modelsDir, card.path), honest);
    await service.start();
    writeFileSync(join(modelsDir, card.path), poisoned);
    const [changed] = (await service.verify(card)).files;
    expect(changed).toMatchObject({ state: 'mismatch', actual: sha256Hex(poisoned), bytes: poisoned.length });
    rmSync(join(modelsDir, card.path));
    expect((await service.verify(card)).files).toEqual([
      { path: card.path, state: 'missing', expected: sha256Hex(honest) },
    ]);
    expect(service.status()).toMatchObject([{ state: 'ready' }]);
    expect(await ask('still')).toBe('begun still');
  });
});
