import type OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScriptedProduct, type ScriptedProduct } from '../helpers/scripted-product.ts';

const QUESTION = 'How many days of paid holiday do full-time staff get each year?';
const SENTENCE = 'Full-time employees receive 25 working days of paid annual leave [1].';

let product: ScriptedProduct;

beforeAll(async () => {
  product = await openScriptedProduct();
});

afterAll(() => product[Symbol.asyncDispose]());

const model = 'starter-model';
/** Our extension is one more property, which the client sends along. */
const ungrounded = { model, intramura: { grounding: 'off' } };

async function refusalOf(fields: object): Promise<unknown> {
  const body = { model, prompt: 'x', ...fields };
  return product.client.completions.create(body).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the official client’s completions', () => {
  it('are answered from the knowledge, with sources, usage and receipt', async () => {
    product.script.say(SENTENCE);
    const completion = await product.client.completions.create({ model, prompt: QUESTION });
    expect(completion).toMatchObject({
      id: expect.stringMatching(/^cmpl_[0-9a-f]{32}$/),
      object: 'text_completion',
      model,
      choices: [{ index: 0, text: SENTENCE, logprobs: null, finish_reason: 'stop' }],
      usage: { prompt_tokens: 10, completion_tokens: SENTENCE.length },
      intramura: { decision: 'answered', sources: [{ number: 1 }] },
    });
    const entries = await product.context.services.audit.entries({ limit: 10, exchange: completion.id });
    expect(entries.map(({ type }) => type).toSorted()).toEqual(['exchange.completed', 'exchange.intended']);
  });

  it('are streamed piece by piece, values put back, with usage and extension at the end', async () => {
    product.script.say('Write to <<EMAIL>> today.');
    const body = {
      ...ungrounded,
      prompt: 'Whom? lin@example.com',
      stream: true,
      stream_options: { include_usage: true },
    } as const;
    const chunks: OpenAI.Completion[] = [];
    for await (const chunk of await product.client.completions.create(body)) chunks.push(chunk);
    const texts = chunks.flatMap(({ choices }) => choices.map(({ text }) => text));
    expect(texts.join('')).toBe('Write to lin@example.com today.');
    expect(texts.length).toBeGreaterThan(3);
    expect(chunks.at(-2)?.choices).toMatchObject([{ text: '', finish_reason: 'stop' }]);
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 10 },
      intramura: { redaction: { EMAIL: 1 } },
    });
    expect(chunks.slice(0, -1).some((chunk) => 'intramura' in chunk)).toBe(false);
  });

  it('carry the extension on the last chunk without usage too', async () => {
    product.script.say('Yes.');
    const chunks: OpenAI.Completion[] = [];
    for await (const chunk of await product.client.completions.create({
      ...ungrounded,
      prompt: 'Is it?',
      stream: true,
    }))
      chunks.push(chunk);
    expect(chunks.at(-1)).toMatchObject({
      choices: [{ finish_reason: 'stop' }],
      intramura: { decision: 'chatted' },
    });
  });

  it('answer each of several prompts in an exchange of its own, with a vault of its own', async () => {
    product.script.say('<<EMAIL>>');
    const before = product.hosts.bytes().length;
    const prompt = ['Say lin@example.com', 'Say chen@example.com'];
    const completion = await product.client.completions.create({ ...ungrounded, prompt });
    expect(completion.choices).toMatchObject([
      { index: 0, text: 'lin@example.com', intramura: { redaction: { EMAIL: 1 } } },
      { index: 1, text: 'chen@example.com', intramura: { redaction: { EMAIL: 1 } } },
    ]);
    expect(completion.usage?.prompt_tokens).toBe(20);
    expect(product.hosts.bytes().slice(before)).not.toContain('example.com');
  });

  it('mask stop sequences, and send no seed as it was written', async () => {
    product.script.say('Yes.');
    const before = product.hosts.bytes().length;
    await product.client.completions.create({
      ...ungrounded,
      prompt: 'x',
      stop: 'lin@example.com',
      seed: 13_728_194_605,
    });
    const sent = product.hosts.bytes().slice(before);
    expect(sent).toMatch(/"stop":\["\[EMAIL_1[A-Z]\]"\]/);
    expect(sent).toMatch(/"seed":\d{1,10}\b/);
    expect(sent).not.toContain('13728194605');
  });
});

describe('what completions refuse', () => {
  it.each([
    ['n', { n: 2 }],
    ['best_of', { best_of: 3 }],
    ['suffix', { suffix: 'end' }],
    ['echo', { echo: true }],
    ['logprobs', { logprobs: 2 }],
    ['logit_bias', { logit_bias: { 50256: -100 } }],
    ['frequency_penalty', { frequency_penalty: 1 }],
    ['prompt', { prompt: [1, 2, 3] }],
    ['prompt', { prompt: [[1, 2], [3]] }],
    ['prompt', { prompt: [] }],
    ['prompt', { prompt: ' ' }],
    ['prompt', { prompt: Array.from({ length: 17 }, () => 'x') }],
    ['prompt', { prompt: ['x', 'y'], stream: true }],
    ['max_tokens', { max_tokens: 0 }],
    ['intramura', { intramura: { colections: [] } }],
  ])('%s, by name and with a code: %j', async (param, fields) => {
    expect(await refusalOf(fields)).toMatchObject({
      status: 400,
      param,
      code: 'ERR_REQUEST_INVALID',
      type: 'invalid_request_error',
    });
  });

  it('nothing of what asks for what happens anyway', async () => {
    product.script.say('Yes.');
    const neutral = { n: 1, best_of: 1, echo: false, suffix: null, logprobs: null, logit_bias: null };
    await expect(
      product.client.completions.create({ ...ungrounded, prompt: 'x', ...neutral }),
    ).resolves.toBeDefined();
  });

  it('an unknown model', async () => {
    expect(await refusalOf({ model: 'gpt-none' })).toMatchObject({ status: 404, code: 'model_not_found' });
  });
});
