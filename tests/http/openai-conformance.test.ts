import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenaiDescription, loadOpenaiSchemas } from '../helpers/openai-schemas.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

const QUESTION = 'How many days of paid holiday do full-time staff get each year?';

function dataOf(stream: string): string[] {
  return Array.from(stream.matchAll(/^data: (.*)$/gm), ([, data]) => data ?? '');
}

describe.skipIf(!hasOpenaiDescription)('bodies under /v1 fit OpenAI’s own description', () => {
  let context: TestContext;
  let schema: ReturnType<typeof loadOpenaiSchemas>;

  beforeAll(async () => {
    schema = loadOpenaiSchemas();
    context = await createTestContext({ environment: { INTRAMURA_SAMPLES: './samples' } });
  });

  afterAll(() => context[Symbol.asyncDispose]());

  const send = (method: 'get' | 'post', path: string, body?: object): request.Test => {
    const test = request(context.app)[method](path).set('authorization', `Bearer ${context.key}`);
    return body === undefined ? test : test.send(body);
  };

  const expectFit = (name: string, body: unknown): void => {
    const validate = schema(name);
    validate(body);
    expect(validate.errors ?? []).toEqual([]);
  };

  const question = { model: 'starter-model', messages: [{ role: 'user', content: QUESTION }] };

  it('a chat completion', async () => {
    const { body } = await send('post', '/v1/chat/completions', question).expect(200);
    expectFit('CreateChatCompletionResponse', body);
  });

  it('every chunk of a streamed one', async () => {
    const { text } = await send('post', '/v1/chat/completions', {
      ...question,
      stream: true,
      stream_options: { include_usage: true },
    }).expect(200);
    const events = text.split('\n\n').filter((event) => event !== '');
    expect(events.at(-1)).toBe('data: [DONE]');
    expect(events.length).toBeGreaterThan(3);
    for (const event of events.slice(0, -1)) {
      expectFit('CreateChatCompletionStreamResponse', JSON.parse(event.slice('data: '.length)));
    }
  });

  it('a completion, and every chunk of a streamed one', async () => {
    const asked = { model: 'starter-model', prompt: QUESTION };
    const { body } = await send('post', '/v1/completions', asked).expect(200);
    expectFit('CreateCompletionResponse', body);
    const { text } = await send('post', '/v1/completions', { ...asked, stream: true }).expect(200);
    const chunks = dataOf(text).slice(0, -1);
    expect(chunks.length).toBeGreaterThan(1);
    // OpenAI's description gives every chunk a reason to finish; its server sends null until there is one.
    for (const chunk of chunks) {
      const whole = JSON.parse(chunk, (key, value: unknown) => (key === 'finish_reason' ? 'stop' : value));
      expectFit('CreateCompletionResponse', whole);
    }
  });

  it('a response, and every event of a streamed one', async () => {
    const asked = {
      model: 'starter-model',
      input: QUESTION,
      instructions: 'Be brief.',
      metadata: { a: 'b' },
    };
    const { body } = await send('post', '/v1/responses', asked).expect(200);
    expectFit('Response', body);
    const { text } = await send('post', '/v1/responses', { ...asked, stream: true }).expect(200);
    const events = dataOf(text);
    expect(events.length).toBeGreaterThan(7);
    for (const event of events) expectFit('ResponseStreamEvent', JSON.parse(event));
  });

  it('a response with a call, and every event of a streamed one', async () => {
    const properties = { days: { enum: [5, 25] } };
    const parameters = { type: 'object', properties, required: ['days'], additionalProperties: false };
    const tools = [{ type: 'function', name: 'book_leave', parameters }];
    const asked = { model: 'starter-model', input: QUESTION, tools, tool_choice: 'required' };
    const { body } = await send('post', '/v1/responses', asked).expect(200);
    expectFit('Response', body);
    expectFit('FunctionToolCall', body.output[0]);
    const { text } = await send('post', '/v1/responses', { ...asked, stream: true }).expect(200);
    for (const event of dataOf(text)) expectFit('ResponseStreamEvent', JSON.parse(event));
  });

  it('embeddings, as numbers', async () => {
    const { body } = await send('post', '/v1/embeddings', {
      model: 'starter-embedder',
      input: 'leave',
    }).expect(200);
    expectFit('CreateEmbeddingResponse', body);
  });

  it('models', async () => {
    expectFit('ListModelsResponse', (await send('get', '/v1/models').expect(200)).body);
    expectFit('Model', (await send('get', '/v1/models/starter-model').expect(200)).body);
  });

  it('an error', async () => {
    expectFit('ErrorResponse', (await send('post', '/v1/chat/completions', { model: 'x' }).expect(400)).body);
  });
});
