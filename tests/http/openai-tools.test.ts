import type OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScriptedProduct, type ScriptedProduct } from '../helpers/scripted-product.ts';

type Events = OpenAI.Responses.ResponseStreamEvent[];

let product: ScriptedProduct;

beforeAll(async () => {
  product = await openScriptedProduct();
});

afterAll(() => product[Symbol.asyncDispose]());

const model = 'starter-model';
/** Our extension is one more property, which the client sends along. */
const ungrounded = { model, intramura: { grounding: 'off' } };

const parameters = { type: 'object', properties: { to: { type: 'string' } }, required: ['to'] };

function tool(name: string, more: object = {}): OpenAI.Responses.FunctionTool {
  return { type: 'function', name, parameters: { ...parameters, ...more }, strict: true };
}

describe('tools', () => {
  const asked = { ...ungrounded, input: 'Write to lin@example.com. The password is Tr0ub4dor\\&3x.' };

  it('are called by name, with arguments that stay JSON when values come back', async () => {
    product.script.say(
      '{"call":"write_letter", "arguments":{"to":"<<EMAIL>>","secret":"<<PASSWORD>>","id":12345678901234567890}}',
    );
    const response = await product.client.responses.create({ ...asked, tools: [tool('write_letter')] });
    expect(response).toMatchObject({ status: 'completed', output_text: '', tools: [tool('write_letter')] });
    const [call] = response.output;
    expect(call).toMatchObject({ type: 'function_call', name: 'write_letter', status: 'completed' });
    const given = call?.type === 'function_call' ? call.arguments : '';
    expect(JSON.parse(given)).toMatchObject({ to: 'lin@example.com', secret: 'Tr0ub4dor\\&3x' });
    expect(given).toContain('12345678901234567890');
  });

  it('are told to the model masked, in words and in what it may write', async () => {
    product.script.say('{"answer":"Fine."}');
    const before = product.hosts.bytes().length;
    const described = tool('look_up', {
      properties: {
        who: { enum: ['lin@example.com'], description: 'chen@example.com', default: 'wu@example.com' },
      },
      required: [],
      $defs: { day: { enum: ['mo@example.com'] } },
    });
    const response = await product.client.responses.create({
      ...ungrounded,
      input: 'Who?',
      tools: [{ ...described, description: 'Ask li@example.com.' }, tool('other')],
    });
    expect(response.output_text).toBe('Fine.');
    const { messages, constraint } = product.requestSince(before);
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(messages[0]?.content).toMatch(
      /\nlook_up: Ask \[EMAIL_\w+\]\.\n\{.*"enum":\["\[EMAIL_\w+\]"\],"description":"\[EMAIL_\w+\]".*\nother: \n/,
    );
    expect(constraint).toMatchObject({
      kind: 'json-schema',
      schema: {
        oneOf: [
          {
            properties: {
              call: { const: 'look_up' },
              arguments: { properties: { who: { enum: [expect.stringMatching(/^\[EMAIL_/)] } } },
            },
          },
          { properties: { call: { const: 'other' } } },
          { properties: { answer: { type: 'string' } } },
        ],
        $defs: { day: {} },
      },
    });
    expect(product.hosts.bytes().slice(before)).not.toContain('example.com');
  });

  it.each([
    ['required', 'required', ['a', 'b']],
    ['one of them', { type: 'function', name: 'b' }, ['b']],
  ] as const)('must be called when the choice is %s', async (_name, choice, names) => {
    product.script.say(`{"call":"${names.at(-1)}","arguments":{"to":"x"}}`);
    const before = product.hosts.bytes().length;
    const tools = [tool('a'), tool('b')];
    await product.client.responses.create({ ...asked, tools, tool_choice: choice });
    const options = names.map((name) => ({ properties: { call: { const: name } } }));
    expect(product.requestSince(before).constraint).toMatchObject({ schema: { oneOf: options } });
    expect(JSON.stringify(product.requestSince(before).constraint)).not.toContain('answer');
  });

  it('are not told when the choice is none', async () => {
    product.script.say('No.');
    const before = product.hosts.bytes().length;
    const response = await product.client.responses.create({
      ...asked,
      tools: [tool('write_letter')],
      tool_choice: 'none',
    });
    expect(response.output_text).toBe('No.');
    expect(product.hosts.bytes().slice(before)).not.toContain('write_letter');
  });

  it('are streamed as calls, and text beside them as a message', async () => {
    product.script.say('{"call":"write_letter","arguments":{"to":"<<EMAIL>>"}}');
    const called: Events = [];
    const body = { ...asked, tools: [tool('write_letter')], stream: true as const };
    for await (const event of await product.client.responses.create(body)) called.push(event);
    expect(called.map(({ type }) => type)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.function_call_arguments.delta',
      'response.function_call_arguments.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(called[4]).toMatchObject({ name: 'write_letter', arguments: '{"to":"lin@example.com"}' });
    product.script.say('{"answer":"Written to <<EMAIL>>."}');
    const texts: string[] = [];
    for await (const event of await product.client.responses.create(body))
      if (event.type === 'response.output_text.delta') texts.push(event.delta);
    expect(texts).toEqual(['Written to lin@example.com.']);
  });

  it('give no output when the call was cut off', async () => {
    product.script.say('{"call":"write_letter","argu');
    const response = await product.client.responses.create({ ...asked, tools: [tool('write_letter')] });
    expect(response.output).toEqual([]);
  });
});

async function refusalOf(fields: object): Promise<unknown> {
  const body = { model, input: 'x', ...fields };
  return product.client.responses.create(body).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('what is refused of tools', () => {
  const x = { type: 'string' };

  it.each([
    ['tools', { tools: [tool('a'), tool('a')] }, /different names/],
    ['tool_choice', { tool_choice: 'required' }, /without tools/],
    ['tool_choice', { tools: [tool('a')], tool_choice: { type: 'function', name: 'b' } }, /one of the tools/],
    ['tool_choice', { tools: [tool('a')], tool_choice: { type: 'file_search' } }, /not supported/],
    [
      'text.format',
      { tools: [tool('a')], text: { format: { type: 'json_object' } } },
      /where tools are offered/,
    ],
    ['tools', { tools: [tool('a', { $defs: { x } }), tool('b', { $defs: { x } })] }, /rename one/],
    ['tools', { tools: [tool('a')], intramura: { grounding: 'required' } }, /cannot be grounded/],
  ])('%s, by name, with a code and a way out', async (param, fields, message) => {
    expect(await refusalOf(fields)).toMatchObject({
      status: 400,
      param,
      code: 'ERR_REQUEST_INVALID',
      message: expect.stringMatching(message),
    });
  });
});
