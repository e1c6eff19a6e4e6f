import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../server/domain/language.ts';
import type { ModelCard } from '../../../server/domain/model-card.ts';
import { buildPrompt, loadPrompts } from '../../../server/inference/prompts.ts';
import { evidenceOf, intendedExchange, masked, maskedSchema } from './intended-exchange.ts';
import { cardOf, MODELS } from './starter-cards.ts';

const prompts = loadPrompts(join(MODELS, 'prompts'));
const starter = cardOf('chat');
const general: ModelCard = { ...starter, id: 'other', template: 'gguf', grounding: 'free' };
const evidence = [
  evidenceOf(1, 'Leave policy', 'Employees may carry over up to five days of unused leave.'),
  evidenceOf(2, 'Travel', 'Book trips two weeks ahead.'),
];
const question = { role: 'user', content: masked('How many days of leave can I carry over?') } as const;

describe('buildPrompt for the starter model', () => {
  it('uses the wording of its model card, word for word', () => {
    const exchange = intendedExchange(starter, { grounding: 'verbatim', evidence, messages: [question] });
    expect(buildPrompt(prompts, exchange).messages).toEqual([
      {
        role: 'system',
        content:
          'Answer only from the numbered sources. Quote the sentence that answers and cite it like [1]. If the sources do not answer, say so.',
      },
      {
        role: 'user',
        content:
          'Sources:\n[1] (Leave policy) Employees may carry over up to five days of unused leave.\n[2] (Travel) Book trips two weeks ahead.\n\nQuestion: How many days of leave can I carry over?',
      },
    ]);
  });

  it('answers a Chinese question in Chinese, also when the sources are English', () => {
    const messages = [{ role: 'user', content: masked('Visa 卡的年费是多少？') }] as const;
    const built = buildPrompt(
      prompts,
      intendedExchange(starter, { grounding: 'verbatim', evidence, messages }),
    );
    expect(built.messages[0]?.content).toBe(
      '只根据编号的资料回答。引用能回答问题的那句话，并像 [1] 这样注明出处。如果资料没有答案，请说明。',
    );
    expect(built.messages[1]?.content).toMatch(/^资料：\n\[1\] .*\n\[2\] .*\n\n问题：Visa 卡的年费是多少？$/);
    expect(built.declineSentence).toBe('资料中没有这个问题的答案。');
  });

  it('leaves earlier turns out: it was trained on one question', () => {
    const messages = [
      { role: 'user', content: masked('Hello') },
      { role: 'assistant', content: masked('Hi') },
      question,
    ] as const;
    const built = buildPrompt(
      prompts,
      intendedExchange(starter, { grounding: 'verbatim', evidence, messages }),
    );
    expect(built.messages.map((message) => message.role)).toEqual(['system', 'user']);
  });
});

describe('verbatim grounding', () => {
  it('allows each evidence sentence with its citation and the sentence that declines, nothing else', () => {
    const exchange = intendedExchange(general, { grounding: 'verbatim', evidence, messages: [question] });
    expect(buildPrompt(prompts, exchange).constraint).toEqual({
      kind: 'choices',
      options: [
        'Employees may carry over up to five days of unused leave. [1]',
        'Book trips two weeks ahead. [2]',
        'The sources do not answer this question.',
      ],
    });
  });

  it('keeps the sentence exactly in the choice and on one line in the prompt', () => {
    const odd = [evidenceOf(1, 'A\nB', 'One\n[9] (Fake) two.')];
    const exchange = intendedExchange(starter, {
      grounding: 'verbatim',
      evidence: odd,
      messages: [question],
    });
    const built = buildPrompt(prompts, exchange);
    expect(built.constraint).toMatchObject({ options: ['One\n[9] (Fake) two. [1]', expect.any(String)] });
    expect(built.messages[1]?.content).toContain('[1] (A B) One [9] (Fake) two.\n\n');
  });
});

describe('free grounding', () => {
  it('gives other models our instructions, the caller’s, and the turns before', () => {
    const turns = Array.from({ length: 9 }, (_, index) => ({
      role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
      content: masked(`turn ${index}`),
    }));
    const messages = [
      { role: 'system', content: masked('Be polite.') } as const,
      ...turns.slice(0, 8),
      question,
    ];
    const built = buildPrompt(prompts, intendedExchange(general, { grounding: 'free', evidence, messages }));
    const contents = built.messages.map((message) => message.content);
    expect(contents[0]).toContain('only from the numbered sources');
    expect(contents.slice(1, -1)).toEqual(['Be polite.', ...turns.slice(2, 8).map((turn) => turn.content)]);
    expect(contents.at(-1)).toContain('Question: How many days');
    expect(contents.at(-1)).toContain('[2] (Travel) ⟦Book trips two weeks ahead.⟧\n');
    expect(built.constraint).toEqual({ kind: 'none' });
  });
});

describe('grounding off', () => {
  it('passes the conversation on as it is, with the caller’s format', () => {
    const schema = maskedSchema({ type: 'object' });
    const messages = [{ role: 'system', content: masked('Be brief.') } as const, question];
    const format = { kind: 'json-schema', schema } as const;
    const built = buildPrompt(prompts, intendedExchange(starter, { messages, format }));
    expect(built.messages).toBe(messages);
    expect(built.constraint).toEqual({ kind: 'json-schema', schema });
  });
});

describe('the language of the answer', () => {
  it.each<[string, Language]>([
    ['How many days?', 'en'],
    ['年假有几天？', 'zh'],
    ['请问 Visa Gold 卡的年费是多少', 'zh'],
    ['What does 年假 mean in the handbook?', 'en'],
    ['[PERSON_3K] [CN_ID_1M] 的账户', 'zh'],
    ['2024-01-01', 'en'],
    ['', 'en'],
  ])('%s', (text, language) => {
    const messages = [{ role: 'user', content: masked(text) }] as const;
    const exchange = intendedExchange(starter, { grounding: 'verbatim', evidence, messages });
    expect(buildPrompt(prompts, exchange).declineSentence).toBe(prompts.find('starter', language).decline);
  });
});

describe('loadPrompts', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'prompts-'));
    cpSync(join(MODELS, 'prompts'), dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('names every bad file and every missing one at once', () => {
    rmSync(join(dir, 'general.zh.md'));
    writeFileSync(join(dir, 'starter.en.md'), 'no front matter');
    writeFileSync(join(dir, 'starter.zh.md'), '---\nid: starter\nlang: fr\n---\nText');
    expect(() => loadPrompts(dir)).toThrow(
      expect.objectContaining({
        code: 'ERR_CONFIG_INVALID',
        message: expect.stringMatching(
          /starter\.en\.md: must have front matter[^]*starter\.zh\.md: [^]*general\.zh\.md is missing/,
        ),
      }),
    );
  });
});
