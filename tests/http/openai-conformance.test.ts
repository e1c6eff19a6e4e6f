import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenaiDescription, loadOpenaiSchemas } from '../helpers/openai-schemas.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

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

  const question = {
    model: 'starter-model',
    messages: [{ role: 'user', content: 'How many days of paid holiday do full-time staff get each year?' }],
  };

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
