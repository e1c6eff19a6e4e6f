import { describe, expect, test } from 'vitest';
import { parseFile, type ParseResult } from '../../../server/knowledge/parsers/parse-file.ts';
import { createNumberFormat } from '../../../server/knowledge/parsers/xlsx-formats.ts';
import { writePptx, writeSplitDocx, writeXlsx } from '../../helpers/office-files.ts';
import { zipArchive } from '../../helpers/zip-archive.ts';

const limits = { inputBytes: 2_000_000, unpackedBytes: 4_000_000, pages: 20, textCharacters: 200_000 };
const parse = (source: string, content: string | Buffer): Promise<ParseResult> =>
  parseFile(source, Buffer.from(content), limits);

describe('XLSX', () => {
  const rates = [
    ['Rates for 2026'],
    ['Card', 'Fee', 'Valid from'],
    ['Gold', { number: 0.125, style: 1 }, { number: 46_023, style: 2 }],
    ['银卡', { number: 1234.5, style: 3 }, undefined],
    [],
    ['Question', 'Answer'],
    ['Lost card?', 'Call the hotline & block it.'],
  ] as const;
  const formats = ['0.0%', 'yyyy\\-mm\\-dd', '"¥"#,##0.00'];

  test.each([{}, { inline: true }, { prefix: 'x' }])(
    'rows keep the names of their columns, numbers look as in the program (%o)',
    async (quirks) => {
      const parsed = await parse(
        'r.xlsx',
        writeXlsx([{ name: 'Fees', rows: rates }], { ...quirks, formats }),
      );
      expect(parsed).toMatchObject({
        format: 'xlsx',
        blocks: [
          {
            location: 'Fees › rows 1–4',
            text: 'Rates for 2026\nCard: Gold; Fee: 12.5%; Valid from: 2026-01-01\nCard: 银卡; Fee: ¥1,234.50',
          },
          { location: 'Fees › row 7', text: 'Question: Lost card?; Answer: Call the hotline & block it.' },
        ],
      });
    },
  );

  test('every row under a merged cell has its text', async () => {
    const rows = [
      ['Region', 'Branch'],
      ['North', 'Harbour'],
      [undefined, 'Old Town'],
    ];
    const parsed = await parse('r.xlsx', writeXlsx([{ name: 'S', rows, merged: ['A2:A3'] }]));
    expect(parsed.blocks[0]?.text).toBe('Region: North; Branch: Harbour\nRegion: North; Branch: Old Town');
  });

  test('formulas that share or cite each other are not computed: the result that was saved is read', async () => {
    const rows = [
      ['Name', 'Total'],
      [
        { xml: 't="str"><f t="shared" ref="A2:B2" si="0">B2</f><v>Fees</v>' },
        { xml: '><f t="shared" si="0">A2</f><v>7</v>' },
      ],
    ];
    const parsed = await parse('r.xlsx', writeXlsx([{ name: 'S', rows }]));
    expect(parsed.blocks[0]?.text).toBe('Name: Fees; Total: 7');
  });

  test('more text than allowed stops the reading', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [`row ${at} of the table`]);
    await expect(parse('r.xlsx', writeXlsx([{ name: 'S', rows }]))).rejects.toMatchObject({
      reason: 'too-large',
    });
  });

  test.each([
    ['0.00', 2, '2.00'],
    ['0', 2.55, '2.55'],
    ['General', 0.1 + 0.2, '0.3'],
    ['[$€-407] #,##0', 1200, '€1,200'],
    ['0"元"', 12, '12元'],
    ['m/d/yy h:mm', 45_000.5, '2023-03-15 12:00'],
    ['[h]:mm', 0.25, '06:00'],
    ['@', 3, '3'],
    ['0.00E+00', 1_200_000, '1200000'],
  ])('format %s', (code, value, text) => {
    expect(createNumberFormat(code, 1900)(value)).toBe(text);
  });
});

describe('PPTX', () => {
  test('slides in their order, with tables and notes', async () => {
    const parsed = await parse(
      'deck.pptx',
      writePptx([
        { title: 'Onboarding', lines: ['Welcome to the bank.'], notes: ['Say hello first.'] },
        {
          lines: ['员工须在三天内报到。'],
          table: [
            ['Day', 'Task'],
            ['1', 'Badge'],
          ],
        },
      ]),
    );
    expect(parsed).toMatchObject({
      format: 'pptx',
      title: 'Onboarding',
      blocks: [
        { location: 'slide 1 › Onboarding', text: 'Onboarding\nWelcome to the bank.' },
        { location: 'slide 1 › Onboarding › notes', text: 'Say hello first.' },
        { location: 'slide 2', text: '员工须在三天内报到。\nDay: 1; Task: Badge' },
      ],
    });
  });
});

describe('DOCX', () => {
  test('words that the program cut into runs are whole again', async () => {
    const parsed = await parse('a.docx', writeSplitDocx(['The annual fee is ninety-five dollars.']));
    expect(parsed.blocks).toEqual([{ location: '', text: 'The annual fee is ninety-five dollars.' }]);
  });
});

describe('archives', () => {
  const member = (name: string, content: string | Buffer): { name: string; content: Buffer } => ({
    name,
    content: Buffer.from(content),
  });

  test('the files are read as what they are; a bad one is a warning', async () => {
    const parsed = await parse(
      'all.zip',
      zipArchive([
        member('hr/leave.md', '# Leave\n\n## Days\n\nTwenty-five days.'),
        member('__MACOSX/hr/._leave.md', 'x'),
        member('deck.pptx', writePptx([{ lines: ['One slide.'] }])),
        member('broken.pdf', '%PDF-1.7 broken'),
      ]),
    );
    expect(parsed).toMatchObject({
      format: 'zip',
      blocks: [
        { location: 'hr/leave.md › Leave › Days', text: 'Twenty-five days.' },
        { location: 'deck.pptx › slide 1', text: 'One slide.' },
      ],
      warnings: [{ code: 'part-unreadable', count: 1 }],
      pages: 1,
      parts: [
        { name: 'hr/leave.md', outcome: 'imported' },
        { name: 'deck.pptx', outcome: 'imported' },
        { name: 'broken.pdf', outcome: 'refused', reason: expect.stringMatching(/damaged/) },
        { name: '__MACOSX/hr/._leave.md', outcome: 'skipped' },
      ],
    });
  });

  test('files inside of files are told with those around them, under names of a length that can be shown', async () => {
    const inner = zipArchive([member(`${'long'.repeat(100)}.txt`, 'Some words.'), member('empty.txt', '')]);
    const { parts = [] } = await parse('o.zip', zipArchive([member('inner.zip', inner)]));
    expect(parts).toMatchObject([
      { name: 'inner.zip', outcome: 'imported' },
      { name: expect.stringMatching(/^inner\.zip › longlong/), outcome: 'imported' },
      { name: 'inner.zip › empty.txt', outcome: 'refused', reason: 'The file is empty.' },
    ]);
    expect(Math.max(...parts.map(({ name }) => name.length))).toBe(200);
  });

  test('archives in archives end at a depth', async () => {
    let archive = zipArchive([member('a.txt', 'deep')]);
    for (let depth = 0; depth < 8; depth += 1) archive = zipArchive([member('inner.zip', archive)]);
    await expect(parse('deep.zip', archive)).rejects.toMatchObject({ reason: 'too-deep' });
  });

  test('what is unpacked counts together, however it is nested', async () => {
    const big = zipArchive([member('a.txt', Buffer.alloc(15_000, 'a b '))]);
    const nested = zipArchive([member('1.zip', big), member('2.zip', big), member('3.zip', big)]);
    await expect(parseFile('n.zip', nested, { ...limits, unpackedBytes: 40_000 })).resolves.toMatchObject({
      warnings: [{ code: 'part-unreadable' }],
    });
  });
});
