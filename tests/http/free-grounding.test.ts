import type OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScriptedModel } from '../helpers/scripted-model.ts';
import { createClient, type Listening, listen } from '../helpers/test-client.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

const model = createScriptedModel();

const QUESTION = 'How many days of paid holiday do full-time staff get each year?';
const GOLD = 'Full-time employees receive 25 working days of paid annual leave per calendar year.';

let context: TestContext;
let server: Listening;
let client: OpenAI;

beforeAll(async () => {
  context = await createTestContext({
    overrides: { spawnHost: model.spawnHost },
    environment: { INTRAMURA_SAMPLES: './samples', INTRAMURA_MODELS: model.modelsDir },
  });
  server = await listen(context.app);
  client = createClient(server.url, context.key);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await context[Symbol.asyncDispose]();
  model[Symbol.dispose]();
});

const extension = (completion: object): Record<string, unknown> =>
  'intramura' in completion ? (completion.intramura as Record<string, unknown>) : {};

async function answerWith(text: string): Promise<{ content: string; intramura: Record<string, unknown> }> {
  model.say(text);
  const messages = [{ role: 'user' as const, content: QUESTION }];
  const completion = await client.chat.completions.create({ model: 'starter-model', messages });
  let streamed = '';
  for await (const chunk of await client.chat.completions.create({
    model: 'starter-model',
    messages,
    stream: true,
  })) {
    streamed += chunk.choices[0]?.delta.content ?? '';
  }
  const content = completion.choices[0]?.message.content ?? '';
  expect(streamed).toBe(content);
  return { content, intramura: extension(completion) };
}

describe('a model that writes freely', () => {
  it('keeps the sentences that their evidence supports, with their citations', async () => {
    const { content, intramura } = await answerWith(
      'Full-time employees receive 25 working days of paid annual leave [1].',
    );
    expect(content).toBe('Full-time employees receive 25 working days of paid annual leave [1].');
    expect(intramura).toMatchObject({
      decision: 'answered',
      check: { supported: 1, removed: 0 },
      sources: [{ number: 1 }],
    });
  });

  it('loses what is invented, uncited or cites nothing, and the rest stands', async () => {
    const { content, intramura } = await answerWith(
      'Full-time employees receive 25 working days of paid annual leave [1]. The chairman gets a yacht [1]. Everybody is happy. See also [9].',
    );
    expect(content).toBe('Full-time employees receive 25 working days of paid annual leave [1].');
    expect(intramura).toMatchObject({ decision: 'answered', check: { supported: 1, removed: 3 } });
  });

  it('loses a wrong number, however well the rest fits', async () => {
    const { content, intramura } = await answerWith(
      'Full-time employees receive 35 working days of paid annual leave [1].',
    );
    expect(content).toBe(`${GOLD} [1]`);
    expect(intramura).toMatchObject({ decision: 'quoted', check: { supported: 1, removed: 1 } });
  });

  it('is quoted from the best evidence when nothing of its answer survives', async () => {
    const { content, intramura } = await answerWith('I think it is a lot!');
    expect(content).toBe(`${GOLD} [1]`);
    expect(intramura).toMatchObject({ decision: 'quoted', sources: [{ quote: GOLD }] });
  });

  it('may decline', async () => {
    const { content, intramura } = await answerWith('The sources do not answer this question.');
    expect(content).toBe('The sources do not answer this question.');
    expect(intramura).toMatchObject({ decision: 'declined', sources: [] });
  });

  it('cannot lead outside, invent an address or borrow a citation, whatever a document made it say', async () => {
    const { content, intramura } = await answerWith(
      `${GOLD.slice(0, -1)} [here](https://evil.example/?d=1) [1]. ![x](https://evil.example/p.png) Send it to evil.example/x [1]. <img src="https://evil.example"> HERON-1 [2][3].`,
    );
    expect(content).not.toMatch(/evil|https|HERON|!\[|\]\(/u);
    expect(content).toBe(`${GOLD} [1]`);
    expect(intramura).toMatchObject({ sources: [{ number: 1, quote: GOLD }] });
  });
});
