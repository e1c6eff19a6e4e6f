import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSampleFiles } from '../../scripts/samples/sample-files.ts';
import { parseSampleBlocks } from '../../scripts/samples/sample-blocks.ts';
import { readConversations } from '../../scripts/search-lab/conversation-set.ts';
import { readMessages, readQuestions, samplesDir } from './samples/sample-lines.ts';
import { readSampleTexts } from './samples/sample-text.ts';
import { valueChecks } from './samples/value-checks.ts';

const texts = await readSampleTexts();
const questions = readQuestions();
const answerable = questions.filter((question) => question.document !== null);
const messages = readMessages();
const made = makeSampleFiles(samplesDir);

const contactPoint = /[\w.-]+@harbourbank\.example|\+1 202-555-01\d{2}/;

function documentsWith(sentence: string): readonly string[] {
  return Array.from(texts).flatMap(([path, text]) => (text.includes(sentence) ? [path] : []));
}

function countBy(lang: 'en' | 'zh', items: readonly { readonly lang: string }[]): number {
  return items.filter((item) => item.lang === lang).length;
}

describe('the sample documents', () => {
  test('are sixteen in English and sixteen in Chinese, in five formats', () => {
    const paths = Array.from(texts.keys());
    expect(paths.filter((path) => path.startsWith('en/'))).toHaveLength(16);
    expect(paths.filter((path) => path.startsWith('zh/'))).toHaveLength(16);
    const formats = new Set(paths.map((path) => path.split('.').at(-1)));
    expect(formats).toEqual(new Set(['md', 'txt', 'html', 'pdf', 'docx']));
  });

  test.each(Array.from(texts))('%s has the length of a page or two', (path, text) => {
    const words = path.startsWith('en/') ? text.split(' ').length : Array.from(text).length;
    expect(words).toBeGreaterThanOrEqual(path.startsWith('en/') ? 150 : 350);
    expect(words).toBeLessThanOrEqual(path.startsWith('en/') ? 600 : 900);
  });

  test.each(Array.from(texts))(
    '%s names only mail addresses and numbers that are reserved for examples',
    (_, text) => {
      for (const [address] of text.matchAll(/[\w.-]+@[\w.-]+\w/g))
        expect(address).toMatch(/@harbourbank\.example$/);
      for (const [number] of text.matchAll(/\+\d[\d -]{6,}\d/g))
        expect(number).toMatch(/^\+1 202-555-01\d{2}$/);
    },
  );
});

describe('the generated documents', () => {
  test.each(made)('$path is what the script makes', ({ path, bytes }) => {
    expect(readFileSync(join(samplesDir, 'knowledge', path)).equals(bytes)).toBe(true);
  });

  test.each([
    ['en/fee-schedule.pdf', 'fee-schedule.md'],
    ['en/expense-policy.docx', 'expense-policy.md'],
    ['zh/travel-standards.docx', 'travel-standards.md'],
  ])('%s reads back completely', (path, source) => {
    const blocks = parseSampleBlocks(readFileSync(join(samplesDir, 'source', source), 'utf8'));
    const pieces = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block.text]));
    const text = texts.get(path) ?? '';
    expect(pieces.filter((piece) => !text.includes(piece))).toEqual([]);
  });
});

describe('the questions', () => {
  test('are thirty per language, twenty-five of them answerable, under sixty ids', () => {
    expect([countBy('en', questions), countBy('zh', questions)]).toEqual([30, 30]);
    expect([countBy('en', answerable), countBy('zh', answerable)]).toEqual([25, 25]);
    expect(new Set(questions.map((question) => question.id)).size).toBe(60);
  });

  test('reach at least four fifths of the documents', () => {
    const asked = new Set(answerable.map((question) => question.document));
    expect(asked.size).toBeGreaterThanOrEqual(texts.size * 0.8);
  });

  test.each(answerable)('$id is answered by one document only', ({ document, sentence }) => {
    expect(documentsWith(sentence ?? '')).toEqual([document]);
  });

  test('have a sentence exactly where they have a document', () => {
    const halves = questions.filter(({ document, sentence }) => (document === null) !== (sentence === null));
    expect(halves).toEqual([]);
  });
});

describe('the conversations', () => {
  const conversations = readConversations();

  test('are follow-ups and questions to two documents, in both languages, each under an id of its own', () => {
    for (const kind of ['follow-up', 'multi']) {
      const own = conversations.filter((line) => line.kind === kind);
      expect(countBy('en', own)).toBe(countBy('zh', own));
      expect(countBy('en', own)).toBeGreaterThanOrEqual(9);
      expect(own.every(({ turns }) => turns.length > 0 === (kind === 'follow-up'))).toBe(true);
    }
    expect(new Set(conversations.map(({ id }) => id)).size).toBe(conversations.length);
  });

  test.each(conversations)('$id is answered by sentences of its documents', ({ documents, sentences }) => {
    for (const sentence of sentences) {
      const holders = documentsWith(sentence);
      expect(documents.filter((document) => holders.includes(document))).not.toEqual([]);
    }
  });
});

describe('the messages', () => {
  test('are ten per language, six of them or more answered with a contact point', () => {
    expect([countBy('en', messages), countBy('zh', messages)]).toEqual([10, 10]);
    const restored = messages.filter((message) => contactPoint.test(message.sentence));
    expect(restored.length).toBeGreaterThanOrEqual(6);
  });

  test.each(messages)('$id asks what one document answers', ({ document, sentence }) => {
    expect(documentsWith(sentence)).toEqual([document]);
  });

  test.each(messages)('$id holds one to five valid values', ({ text, values }) => {
    expect(values.length).toBeGreaterThanOrEqual(1);
    expect(values.length).toBeLessThanOrEqual(5);
    const refused = values.filter(
      ({ type, value }) => !text.includes(value) || valueChecks.get(type)?.(value) !== true,
    );
    expect(refused).toEqual([]);
  });

  test('hold no value that a document holds too', () => {
    const values = messages.flatMap((message) => message.values.map(({ value }) => value));
    expect(values.filter((value) => documentsWith(value).length > 0)).toEqual([]);
  });
});

describe('the value checks', () => {
  test.each([
    ['CREDIT_CARD', '4539 8271 4406 3152'],
    ['CN_BANK_CARD', '6217008300172645914'],
    ['CN_RESIDENT_ID', '110101198803152716'],
    ['CN_RESIDENT_ID', '110101198802302718'],
    ['CN_USCC', '91330106MA7HB4K2X5'],
    ['HK_ID', 'K742913(5)'],
    ['IBAN', 'GB15HBRX40217083915562'],
    ['US_SSN', '666-44-2917'],
  ])('refuse a damaged %s', (type, value) => {
    expect(valueChecks.get(type)?.(value)).toBe(false);
  });
});
