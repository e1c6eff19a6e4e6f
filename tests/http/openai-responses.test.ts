import { setTimeout as pause } from 'node:timers/promises';
import type OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScriptedProduct, type ScriptedProduct } from '../helpers/scripted-product.ts';

type Events = OpenAI.Responses.ResponseStreamEvent[];

const QUESTION = 'How many days of paid holiday do full-time staff get each year?';
const SENTENCE = 'Full-time employees receive 25 working days of paid annual leave [1].';

let product: ScriptedProduct;

beforeAll(async () => {
  product = await openScriptedProduct({ pauseMs: 1 });
});

afterAll(() => product[Symbol.asyncDispose]());

const model = 'starter-model';
/** Our extension is one more property, which the client sends along. */
const ungrounded = { model, intramura: { grounding: 'off' } };

async function refusalOf(fields: object): Promise<unknown> {
  const body = { model, input: 'x', ...fields };
  return product.client.responses.create(body).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the official client’s responses', () => {
  it('are answered from the knowledge, with sources, usage and receipt', async () => {
    product.script.say(SENTENCE);
    const response = await product.client.responses.create({
      model,
      input: QUESTION,
      instructions: 'Be brief.',
      metadata: { ticket: '7' },
    });
    expect(response.output_text).toBe(SENTENCE);
    expect(response).toMatchObject({
      id: expect.stringMatching(/^resp_[0-9a-f]{32}$/),
      object: 'response',
      status: 'completed',
      store: false,
      instructions: 'Be brief.',
      metadata: { ticket: '7' },
      usage: { input_tokens: 10, output_tokens: SENTENCE.length, total_tokens: 10 + SENTENCE.length },
      intramura: { decision: 'answered', sources: [{ number: 1 }], receipt: { intent: expect.any(Number) } },
    });
    const entries = await product.context.services.audit.entries({ limit: 10, exchange: response.id });
    expect(entries.map(({ type }) => type).toSorted()).toEqual(['exchange.completed', 'exchange.intended']);
  });

  it('are streamed as numbered events in OpenAI’s order, values put back', async () => {
    product.script.say('Write to <<EMAIL>> today.');
    const body = { ...ungrounded, input: 'Whom? lin@example.com', stream: true } as const;
    const events: Events = [];
    for await (const event of await product.client.responses.create(body)) events.push(event);
    expect(events.map((event) => event.sequence_number)).toEqual(events.map((_event, at) => at));
    const types = events.map(({ type }) => type);
    const deltas = types.filter((type) => type === 'response.output_text.delta');
    expect(deltas.length).toBeGreaterThan(3);
    expect(types.filter((type, at) => type !== types[at - 1])).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    const text = events
      .map((event) => (event.type === 'response.output_text.delta' ? event.delta : ''))
      .join('');
    expect(text).toBe('Write to lin@example.com today.');
    expect(events.at(-4)).toMatchObject({ type: 'response.output_text.done', text });
    expect(events.at(-1)).toMatchObject({
      response: { status: 'completed', intramura: { redaction: { EMAIL: 1 } } },
    });
    expect(JSON.stringify(events.slice(0, -1))).not.toContain('intramura');
  });

  it('give the helper’s view of a stream', async () => {
    product.script.say('Yes.');
    const stream = product.client.responses.stream({ ...ungrounded, input: 'Is it?' });
    const { output } = await stream.finalResponse();
    expect(output).toMatchObject([{ type: 'message', content: [{ type: 'output_text', text: 'Yes.' }] }]);
  });

  it('are parsed where a schema says what they are', async () => {
    product.script.say('{"to":"<<EMAIL>>"}');
    const schema = { type: 'object', properties: { to: { type: 'string' } }, required: ['to'] };
    const response = await product.client.responses.create({
      model,
      input: 'Whom? "lin"@example.com or lin@example.com',
      text: { format: { type: 'json_schema', name: 'letter', schema } },
    });
    expect(JSON.parse(response.output_text)).toHaveProperty('to');
    expect(response.text?.format).toMatchObject({ type: 'json_schema', name: 'letter', schema });
  });

  it('take earlier items back, as they were given out', async () => {
    product.script.say('A colleague.');
    const first = await product.client.responses.create({ ...ungrounded, input: 'Who is lin@example.com?' });
    const before = product.hosts.bytes().length;
    await product.client.responses.create({
      ...ungrounded,
      instructions: 'Ask chen@example.com.',
      input: [
        { role: 'user', content: 'Who is lin@example.com?' },
        ...first.output,
        { type: 'function_call', call_id: 'c', name: 'look_up', arguments: '{"to":"lin@example.com"}' },
        { type: 'function_call_output', call_id: 'c', output: '{"phone":13728194605}' },
        { role: 'user', content: [{ type: 'input_text', text: 'And now?' }] },
      ],
    });
    expect(product.requestSince(before).messages).toMatchObject([
      { role: 'system', content: expect.stringMatching(/^Ask \[EMAIL_/) },
      { role: 'user' },
      { role: 'assistant', content: 'A colleague.' },
      { role: 'assistant', content: expect.stringMatching(/^look_up \{"to":"\[EMAIL_/) },
      { role: 'tool', content: expect.stringMatching(/^\{"phone":"\[PHONE_/) },
      { role: 'user', content: 'And now?' },
    ]);
    expect(product.hosts.bytes().slice(before)).not.toMatch(/example\.com|13728194605/);
  });
});

describe('what responses refuse', () => {
  it.each([
    ['previous_response_id', { previous_response_id: 'resp_1' }, /again in `input`/],
    ['conversation', { conversation: 'conv_1' }, /keeps no responses/],
    ['store', { store: true }, /must be false/],
    ['background', { background: true }, /not supported/],
    ['truncation', { truncation: 'auto' }, /not supported/],
    ['tools.0.type', { tools: [{ type: 'web_search' }] }, /hosted tools are not supported/],
    ['include.0', { include: ['message.output_text.logprobs'] }, /not supported/],
    ['reasoning.effort', { reasoning: { effort: 'high' } }, /not supported/],
    ['prompt', { prompt: { id: 'p' } }, /not supported/],
    ['input', { input: ' ' }, /must have text/],
    ['input', { input: [] }, />=1 items/],
    ['input', { input: [{ type: 'item_reference', id: 'x' }] }, /references/],
    ['input', { input: [{ role: 'user', content: [{ type: 'input_image', image_url: 'x' }] }] }, /pictures/],
    ['input', { input: [{ role: 'user', content: [{ type: 'input_file', file_id: 'x' }] }] }, /files/],
    ['max_output_tokens', { max_output_tokens: 0 }, />=1/],
  ])('%s, by name, with a code and a way out', async (param, fields, message) => {
    expect(await refusalOf(fields)).toMatchObject({
      status: 400,
      param,
      code: 'ERR_REQUEST_INVALID',
      message: expect.stringMatching(message),
    });
  });

  it('what the pipeline refuses, under the names of this endpoint', async () => {
    const schema = { type: 'object', properties: { a: { type: 'string', pattern: 'x+' } } };
    const format = { type: 'json_schema', name: 'x', schema };
    expect(await refusalOf({ text: { format } })).toMatchObject({
      status: 400,
      param: 'text.format',
      code: 'ERR_INFERENCE_GRAMMAR',
    });
    expect(await refusalOf({ model: 'gpt-none' })).toMatchObject({ status: 404, code: 'model_not_found' });
  });
});

describe('a response that does not end well', () => {
  it('is audited as failed when the caller goes away', async () => {
    product.script.say('word '.repeat(400));
    const stream = await product.client.responses.create({ ...ungrounded, input: 'Go on.', stream: true });
    let id = '';
    for await (const event of stream) {
      if (event.type === 'response.created') id = event.response.id;
      if (event.type === 'response.output_text.delta') break;
    }
    const types = async (): Promise<string[]> =>
      (await product.context.services.audit.entries({ limit: 10, exchange: id }))
        .map(({ type }) => type)
        .toSorted();
    for (let tries = 0; tries < 100 && (await types()).length < 2; tries += 1) await pause(20);
    expect(await types()).toEqual(['exchange.failed', 'exchange.intended']);
  });

  it('ends its stream with an event that says so, and nothing behind it', async () => {
    product.script.say('word '.repeat(400));
    const events: Events = [];
    for await (const event of await product.client.responses.create({
      ...ungrounded,
      input: 'Go on.',
      stream: true,
    })) {
      if (event.type === 'response.output_text.delta' && events.length === 4)
        product.hosts.latest('llama').kill('SIGKILL');
      events.push(event);
    }
    expect(events.at(-1)).toMatchObject({
      type: 'response.failed',
      response: {
        status: 'failed',
        output: [],
        error: { code: 'server_error', message: expect.any(String) },
      },
    });
  });
});
