import { describe, expect, test } from 'vitest';
import { parseFile, type ParseResult } from '../../../server/knowledge/parsers/parse-file.ts';

const limits = { inputBytes: 2_000_000, unpackedBytes: 1_000_000, pages: 20, textCharacters: 100_000 };
const parse = (source: string, content: string | Buffer): Promise<ParseResult> =>
  parseFile(source, Buffer.from(content), limits);

describe('CSV', () => {
  test.each([
    ['commas', 'Card,Fee\n"Gold, new",95\nSilver,"said ""free"""\n'],
    ['semicolons', 'Card;Fee\r\n"Gold, new";95\r\nSilver;"said ""free"""\r\n'],
    ['tabs', '\uFEFFCard\tFee\nGold, new\t95\nSilver\tsaid "free"\n'],
  ])('%s', async (_, text) => {
    expect(await parse('r.csv', text)).toMatchObject({
      format: 'csv',
      blocks: [{ location: 'rows 2–3', text: 'Card: Gold, new; Fee: 95\nCard: Silver; Fee: said "free"' }],
    });
  });

  test('numbers only have no names of columns', async () => {
    expect((await parse('r.csv', '1,2\n3,4\n')).blocks[0]?.text).toBe('1; 2\n3; 4');
  });

  test('a quotation mark that is never closed is damage', async () => {
    await expect(parse('r.csv', 'a,b\n"c,d\n')).rejects.toMatchObject({ reason: 'damaged' });
  });
});

describe('JSON', () => {
  test('records are lines with the names of their values', async () => {
    const value = {
      bank: 'Harbour',
      faqs: [
        { question: 'Lost card?', answer: 'Call us.', tags: ['card', 'loss'] },
        { question: '年假几天？', answer: '十天。', open: true, note: null },
      ],
      limits: { cash: { daily: 1000 } },
    };
    expect(await parse('a.json', JSON.stringify(value))).toMatchObject({
      format: 'json',
      blocks: [
        { location: '', text: 'bank: Harbour' },
        {
          location: 'faqs › records 1–2',
          text: 'question: Lost card?; answer: Call us.; tags: card; tags: loss\nquestion: 年假几天？; answer: 十天。; open: true',
        },
        { location: 'limits › cash', text: 'daily: 1000' },
      ],
    });
  });

  test('JSON Lines: the number of the line is the place', async () => {
    expect((await parse('a.jsonl', '{"a":"x"}\n\n{"a":"y"}\n')).blocks).toEqual([
      { location: 'records 1–3', text: 'a: x\na: y' },
    ]);
  });

  test.each([
    ['arrays', `${'['.repeat(45_000)}1${']'.repeat(45_000)}`],
    ['objects', `${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`],
  ])('%s nested without end are refused', async (_, text) => {
    await expect(parse('a.json', text)).rejects.toMatchObject({
      reason: expect.stringMatching(/^(?:too-deep|damaged)$/u),
    });
  });
});

describe('mail', () => {
  const headers = [
    'From: =?GB2312?B?0OzE3Q==?= <xu@bank.example>',
    'To: Desk <desk@bank.example>',
    'Subject: =?utf-8?Q?Fees_from_May?=',
    'Date: Tue, 5 May 2026 09:30:00 +0000',
    'MIME-Version: 1.0',
  ];
  const quoted = 'Content-Transfer-Encoding: quoted-printable';

  test('headers, the words in their encoding, and attachments as the files they are', async () => {
    const inner = ['Subject: Inner', 'MIME-Version: 1.0', 'Content-Type: text/plain', '', 'Forwarded words.'];
    const lines = [
      ...headers,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=gb2312',
      quoted,
      '',
      '=C4=EA=BC=D9=CA=AE=CC=EC=A1=A3',
      '',
      '--b',
      'Content-Type: text/csv; name="rates.csv"',
      'Content-Disposition: attachment; filename="rates.csv"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('Card,Fee\nGold,95\n').toString('base64'),
      '--b',
      'Content-Type: message/rfc822',
      '',
      ...inner,
      '--b',
      'Content-Type: application/pdf; name="bad.pdf"',
      'Content-Disposition: attachment; filename="bad.pdf"',
      '',
      'nothing',
      '\u0000--b--',
      '',
    ];
    const parsed = await parse('m.eml', lines.join('\r\n'));
    expect(parsed).toMatchObject({
      format: 'eml',
      title: 'Fees from May',
      blocks: [
        {
          location: '',
          text: 'Subject: Fees from May\nFrom: 徐妮 <xu@bank.example>\nTo: Desk <desk@bank.example>\nDate: 2026-05-05 09:30',
        },
        { location: '', text: '年假十天。' },
        { location: 'attachment rates.csv › row 2', text: 'Card: Gold; Fee: 95' },
        { location: 'attachment 2.eml › Inner', text: 'Subject: Inner' },
        { location: 'attachment 2.eml › Inner', text: 'Forwarded words.' },
      ],
      warnings: [{ code: 'part-unreadable' }],
      parts: [
        { name: 'rates.csv', outcome: 'imported' },
        { name: '2.eml', outcome: 'imported' },
        { name: 'bad.pdf', outcome: 'refused' },
      ],
    });
  });

  test('HTML is read when the text only points to it', async () => {
    const html = `<p>${'The fee for a gold card is ninety-five dollars. '.repeat(3)}</p>`;
    const lines = [
      ...headers,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the HTML.',
      '--b',
      'Content-Type: text/html',
      '',
      html,
      '--b--',
    ];
    const parsed = await parse('m.txt', lines.join('\n'));
    expect(parsed.blocks[1]?.text).toMatch(/^The fee for a gold card/u);
  });
});

describe('the bytes decide, not the name', () => {
  test.each([
    ['a web page named Word', 'a.doc', '<html><body><p>Words.</p></body></html>', 'html'],
    ['text named PDF', 'a.pdf', 'Plain words.', 'text'],
    ['a web page named text', 'a.txt', '<!DOCTYPE html><p>Words.</p>', 'html'],
  ])('%s', async (_, source, content, format) => {
    expect((await parse(source, content)).format).toBe(format);
  });
});

describe('encodings', () => {
  test.each([
    ['Big5', [0xa6, 0x7e, 0xb0, 0xb2, 0xa4, 0x51, 0xa4, 0xd1, 0xa1, 0x43], '年假十天。'],
    [
      'Shift-JIS',
      [0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x97, 0xbf, 0x8b, 0xe0, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42],
      'これは料金です。',
    ],
    [
      'Windows-1252',
      Array.from(Buffer.from('Die K\u00FCndigung gilt sofort.', 'latin1')),
      'Die Kündigung gilt sofort.',
    ],
    ['UTF-16 without a mark', Array.from(Buffer.from('Fee: 十元。', 'utf16le')), 'Fee: 十元。'],
  ])('%s', async (_, bytes, text) => {
    expect((await parse('a.txt', Buffer.from(bytes))).blocks[0]?.text).toBe(text);
  });
});
