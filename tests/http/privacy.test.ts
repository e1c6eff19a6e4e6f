import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createClient, type Listening, listen } from '../helpers/test-client.ts';
import { createTeedHosts } from '../helpers/teed-hosts.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

const messageLine = z.object({
  id: z.string(),
  text: z.string(),
  values: z.array(z.object({ type: z.string(), value: z.string() })).min(1),
  sentence: z.string(),
});

const messages = readFileSync('samples/messages.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => messageLine.parse(JSON.parse(line)));

const hosts = createTeedHosts();
let context: TestContext;
let server: Listening;

beforeAll(async () => {
  context = await createTestContext({
    overrides: { spawnHost: hosts.spawnHost },
    environment: { INTRAMURA_SAMPLES: './samples' },
  });
  server = await listen(context.app);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await context[Symbol.asyncDispose]();
});

/** Anything in brackets that looks like one of our placeholders. */
const placeholder = /\[[A-Z][A-Z_]*_\d+[A-Z]{1,3}\]/;

describe.each(messages)('message $id', ({ text, values, sentence }) => {
  it.each(['plain', 'streamed'] as const)(
    'reaches the model masked and comes back restored, %s',
    async (mode) => {
      const client = createClient(server.url, context.key);
      const before = hosts.bytes().length;
      const request = { model: 'starter-model', messages: [{ role: 'user' as const, content: text }] };
      let answer = '';
      if (mode === 'plain') {
        answer = (await client.chat.completions.create(request)).choices[0]?.message.content ?? '';
      } else {
        for await (const chunk of await client.chat.completions.create({ ...request, stream: true })) {
          answer += chunk.choices[0]?.delta.content ?? '';
        }
      }
      const given = hosts.bytes().slice(before);
      expect(given.length).toBeGreaterThan(0);
      expect(values.filter(({ value }) => contains(given, value)).map(({ type }) => type)).toEqual([]);
      expect(answer).not.toMatch(placeholder);
      expect(answer).toBe(`${sentence} [1]`);
    },
  );
});

describe('other ways into a model', () => {
  const secrets = ['jane.doe@acme-corp.example', '13812345678', '4539 1488 0343 6467'];

  it('stop sequences and the schema of the answer are masked, and come back restored', async () => {
    const client = createClient(server.url, context.key);
    const before = hosts.bytes().length;
    const completion = await client.chat.completions.create({
      model: 'starter-model',
      messages: [{ role: 'user', content: 'Which of them?' }],
      stop: [secrets[0] ?? '', secrets[1] ?? ''],
      max_tokens: 100,
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'choice',
          schema: {
            type: 'object',
            description: `about ${secrets[0]}`,
            properties: { card: { title: secrets[1], enum: [secrets[2]] } },
            required: ['card'],
            additionalProperties: false,
          },
        },
      },
    });
    const given = hosts.bytes().slice(before);
    expect(given).toContain('json-schema');
    expect(secrets.filter((secret) => contains(given, secret))).toEqual([]);
    expect(JSON.parse(completion.choices[0]?.message.content ?? '')).toEqual({ card: secrets[2] });
  });
});

describe('what the product writes', () => {
  it('holds no original in the log lines', () => {
    const lines = context.logLines.join('\n');
    expect(lines.length).toBeGreaterThan(0);
    const leaked = messages.flatMap(({ values }) => values).filter(({ value }) => contains(lines, value));
    expect(leaked.map(({ type }) => type)).toEqual([]);
  });

  it('holds no original in the audit entries and the metrics', async () => {
    const entries = JSON.stringify(await context.services.audit.entries({ limit: 10_000 }));
    const metrics = await context.services.metrics.render();
    expect(entries).toContain('exchange');
    const leaked = messages
      .flatMap(({ values }) => values)
      .filter(({ value }) => contains(entries, value) || contains(metrics, value));
    expect(leaked.map(({ type }) => type)).toEqual([]);
  });
});

/** The value as typed, or as JSON would carry it. The test's output names types only. */
function contains(haystack: string, value: string): boolean {
  return haystack.includes(value) || haystack.includes(JSON.stringify(value).slice(1, -1));
}
