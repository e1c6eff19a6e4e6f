import { describe, expect, it } from 'vitest';
import { parseFaqLines, writeFaqLines } from '../../../server/cli/faq-lines.ts';
import { someAnswer } from '../../helpers/open-test-faq.ts';

const entry = {
  ...someAnswer,
  paraphrases: ['=SUM(A1), is that it?', 'Two "quoted" lines'],
  answer: 'First line,\nsecond line.',
  readers: ['agent' as const],
  sources: ['doc_1'],
};

describe('faq lines', () => {
  it.each(['jsonl', 'csv'] as const)('come back from %s as they went in', (format) => {
    expect(parseFaqLines(writeFaqLines([entry, someAnswer], format), format)).toEqual([entry, someAnswer]);
  });

  it('hold no cell that a spreadsheet program would run', () => {
    const csv = writeFaqLines([{ ...someAnswer, question: '=HYPERLINK("http://x")' }], 'csv');
    expect(csv).toContain('"\'=HYPERLINK(""http://x"")"');
  });

  it('take the language of the question when none is named', () => {
    const line = {
      question: '员工一年有几天病假？',
      answer: '十天。',
      owner: '人事',
      expiresAt: '2030-01-01T00:00:00Z',
    };
    expect(parseFaqLines(JSON.stringify(line), 'jsonl')).toMatchObject([
      { languages: ['zh'], paraphrases: [] },
    ]);
  });

  it('name the entry and field at fault, without what stands in it', () => {
    const lines = `${JSON.stringify(someAnswer)}\n${JSON.stringify({ ...someAnswer, owner: '', answer: 'secret' })}\n`;
    const parse = (): unknown => parseFaqLines(lines, 'jsonl');
    expect(parse).toThrow(/^Entry 2: owner/);
    expect(parse).not.toThrow(/secret/);
  });
});
