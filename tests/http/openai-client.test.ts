import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type Listening, listen } from '../helpers/test-client.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

const QUESTION = 'How many days of paid holiday do full-time staff get each year?';
const ANSWER = 'Full-time employees receive 25 working days of paid annual leave per calendar year.';

let context: TestContext;
let server: Listening;
let client: OpenAI;

beforeAll(async () => {
  context = await createTestContext({ environment: { INTRAMURA_SAMPLES: './samples' } });
  server = await listen(context.app);
  client = createClient(server.url, context.key);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await context[Symbol.asyncDispose]();
});

const ask = (content: string): OpenAI.ChatCompletionMessageParam[] => [{ role: 'user', content }];

describe('the official openai client', () => {
  it('gets an answer with its citation, sources and receipt', async () => {
    const completion = await client.chat.completions.create({
      model: 'starter-model',
      messages: ask(QUESTION),
    });
    expect(completion.choices[0]?.message.content).toBe(`${ANSWER} [1]`);
    expect(completion.choices[0]?.finish_reason).toBe('stop');
    expect(completion.usage?.total_tokens).toBeGreaterThan(0);
    expect(completion).toMatchObject({
      intramura: {
        decision: 'quoted',
        sources: [{ number: 1, quote: ANSWER }],
        receipt: { leaf: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
  });

  it('streams the same answer, with the extension on the last chunk', async () => {
    const stream = await client.chat.completions.create({
      model: 'starter-model',
      messages: ask(QUESTION),
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
    expect(text).toBe(`${ANSWER} [1]`);
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { total_tokens: expect.any(Number) },
      intramura: { receipt: { intent: expect.any(Number) } },
    });
    expect(chunks.slice(0, -1).some((chunk) => 'intramura' in chunk)).toBe(false);
  });

  it('gets the helper’s view of a stream', async () => {
    const stream = client.chat.completions.stream({ model: 'starter-model', messages: ask(QUESTION) });
    expect((await stream.finalChatCompletion()).choices[0]?.message.content).toBe(`${ANSWER} [1]`);
  });

  it('lists the models', async () => {
    const ids: string[] = [];
    for await (const model of client.models.list()) ids.push(model.id);
    expect(ids).toEqual(['starter-model', 'starter-embedder']);
    expect((await client.models.retrieve('starter-model')).owned_by).toBe('intramura');
  });

  it('gets vectors of length 1, in its default base64 and as numbers alike', async () => {
    const input = ['annual leave', '年假'];
    const packed = await client.embeddings.create({ model: 'starter-embedder', input });
    const plain = await client.embeddings.create({
      model: 'starter-embedder',
      input,
      encoding_format: 'float',
    });
    expect(packed.data).toHaveLength(2);
    for (const [index, { embedding }] of packed.data.entries()) {
      expect(embedding).toHaveLength(256);
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
      expect(plain.data[index]?.embedding[0]).toBeCloseTo(embedding[0] ?? NaN, 6);
    }
    const short = await client.embeddings.create({
      model: 'starter-embedder',
      input: 'leave',
      dimensions: 64,
    });
    expect(short.data[0]?.embedding).toHaveLength(64);
  });

  it('gets JSON that fits its schema', async () => {
    const completion = await client.chat.completions.create({
      model: 'starter-model',
      messages: ask('Hello'),
      max_tokens: 200,
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'verdict',
          schema: { type: 'object', properties: { verdict: { enum: ['yes', 'no'] } }, required: ['verdict'] },
        },
      },
    });
    const verdict: unknown = JSON.parse(completion.choices[0]?.message.content ?? '');
    expect(verdict).toEqual({ verdict: expect.stringMatching(/^(yes|no)$/) });
  });
});

it('calls the tool that it must call, with arguments that fit', async () => {
  const parameters = {
    type: 'object',
    properties: { days: { $ref: '#/$defs/number' } },
    required: ['days'],
    additionalProperties: false,
    $defs: { number: { enum: [5, 25] } },
  };
  const response = await client.responses.create({
    model: 'starter-model',
    input: 'Hello',
    tools: [{ type: 'function', name: 'book_leave', parameters, strict: true }],
    tool_choice: 'required',
  });
  expect(response.output).toMatchObject([
    {
      type: 'function_call',
      name: 'book_leave',
      arguments: expect.stringMatching(/^\{\s*"days":\s*(5|25)\s*\}$/),
    },
  ]);
});

describe('errors reach the client as its own classes', () => {
  it('an unknown model is not found', async () => {
    const request = client.chat.completions.create({ model: 'gpt-none', messages: ask('Hello') });
    await expect(request).rejects.toThrow(OpenAI.NotFoundError);
    await expect(request).rejects.toMatchObject({ code: 'model_not_found', param: 'model' });
  });

  it('a wrong key is an authentication error', async () => {
    const stranger = createClient(server.url, 'imk_wrong');
    await expect(stranger.models.list()).rejects.toThrow(OpenAI.AuthenticationError);
  });

  it('a prompt over the context is refused with its code', async () => {
    const messages = ask('words '.repeat(4000));
    // Our extension is one more property, which the client sends along.
    const body = { model: 'starter-model', messages, intramura: { grounding: 'off' } };
    const long = client.chat.completions.create(body);
    await expect(long).rejects.toMatchObject({ status: 400, code: 'context_length_exceeded' });
  });

  it('what this server cannot do is refused, not ignored', async () => {
    const request = client.chat.completions.create({ model: 'starter-model', messages: ask('Hello'), n: 3 });
    await expect(request).rejects.toMatchObject({ status: 400, param: 'n' });
  });

  it('a schema outside the supported subset is refused before a model is called', async () => {
    const request = client.chat.completions.create({
      model: 'starter-model',
      messages: ask('Hello'),
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'x',
          schema: { type: 'object', properties: { a: { type: 'string', pattern: 'x+' } } },
        },
      },
    });
    await expect(request).rejects.toMatchObject({ status: 400 });
  });
});
