import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type ParseLimits,
  parseFile,
  type ParseResult,
} from '../../../server/knowledge/parsers/parse-file.ts';
import { zipArchive } from '../../helpers/zip-archive.ts';

const limits: ParseLimits = {
  inputBytes: 2_000_000,
  unpackedBytes: 1_000_000,
  pages: 20,
  textCharacters: 100_000,
};
const parse = (source: string, content: string | Buffer): Promise<ParseResult> =>
  parseFile(source, Buffer.from(content), limits);
const sample = (path: string): Buffer =>
  readFileSync(new URL(`../../../samples/knowledge/${path}`, import.meta.url));
const refused = { code: 'ERR_KNOWLEDGE_FORMAT', status: 422 };

describe('Markdown', () => {
  test('headings are locations; paragraphs, items and rows are lines without markup', async () => {
    const parsed = await parse(
      'leave.md',
      [
        '---',
        'owner: hr',
        '---',
        '# Leave policy',
        'Applies to **all** staff in [the handbook](https://x.example/a).',
        '',
        '## Carry-over',
        'Up to five days',
        'may be carried over.',
        '- first `item`',
        '- second_item_name',
        '',
        '### Limits',
        '| Grade | Days | Note |',
        '|---|:-:|---|',
        '| A | 25 | |',
        '| B | 30 | from 2026 |',
        '',
        'Travel',
        '------',
        '> Ask first.',
      ].join('\n'),
    );
    expect(parsed).toEqual({
      format: 'markdown',
      warnings: [],
      title: 'Leave policy',
      blocks: [
        { location: '', text: 'Applies to all staff in the handbook.' },
        {
          location: 'Carry-over',
          text: 'Up to five days may be carried over.\nfirst item\nsecond_item_name',
        },
        {
          location: 'Carry-over › Limits',
          text: 'Grade: A; Days: 25\nGrade: B; Days: 30; Note: from 2026',
        },
        { location: 'Travel', text: 'Ask first.' },
      ],
    });
  });

  test('wrapped Chinese lines are joined without a space', async () => {
    const parsed = await parse('a.md', '# 休假\n\n员工每年享有\n十天年假。\n');
    expect(parsed.blocks).toEqual([{ location: '', text: '员工每年享有十天年假。' }]);
  });
});

describe('text', () => {
  test('a first short paragraph is the title, numbered short lines above text are headings', async () => {
    const parsed = await parse(
      'r.txt',
      'CARD READER\nMANUAL\n\n1. First use\n\nPull the strip out.\n\n2. Battery\n\nTwo cells.\n',
    );
    expect(parsed).toMatchObject({
      title: 'CARD READER MANUAL',
      blocks: [
        { location: '1. First use', text: 'Pull the strip out.' },
        { location: '2. Battery', text: 'Two cells.' },
      ],
    });
  });

  test('hard-wrapped lines become one line again, list items stay apart', async () => {
    const long = 'Every employee who leaves the building after nine in the evening must';
    const parsed = await parse('r.txt', `${long}\nsign the book at the gate.\n\n1. Badge\n2. Book\n`);
    expect(parsed.blocks).toEqual([
      { location: '', text: `${long} sign the book at the gate.\n1. Badge\n2. Book` },
    ]);
  });

  test.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFF年假十天。', 'utf16le')],
    ['GB18030', Buffer.from([0xc4, 0xea, 0xbc, 0xd9, 0xca, 0xae, 0xcc, 0xec, 0xa1, 0xa3])],
    ['UTF-8 with its mark', Buffer.from('\uFEFF年假十天。')],
  ])('%s is read', async (_, bytes) => {
    expect((await parse('a.txt', bytes)).blocks).toEqual([{ location: '', text: '年假十天。' }]);
  });
});

describe('HTML', () => {
  test('keeps the content, drops what surrounds it, and turns tables into lines', async () => {
    const parsed = await parse(
      'page.html',
      `<!doctype html><html><head><title>Site</title><style>p{}</style></head><body>
       <header>Logo</header><nav><a href="/">Home</a></nav>
       <main><h1>Card &amp; fees</h1><p>Annual <b>fee</b>: $95.<br>Free for staff.</p>
       <script>alert(1)</script><div hidden>secret</div>
       <h2>Limits</h2><ul><li>Cash: $1,000</li></ul>
       <table><tr><th>Card</th><th>Fee</th></tr><tr><td>Gold</td><td>$95</td></tr></table></main>
       <aside>Ad</aside><footer>Imprint</footer></body></html>`,
    );
    expect(parsed).toEqual({
      format: 'html',
      warnings: [],
      title: 'Card & fees',
      blocks: [
        { location: '', text: 'Annual fee: $95.\nFree for staff.' },
        { location: 'Limits', text: 'Cash: $1,000\nCard: Gold; Fee: $95' },
      ],
    });
  });

  test('thousands of nested elements neither break nor hang the parser', async () => {
    const deep = `${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}<p>shallow</p>`;
    const parsed = await parse('deep.html', `<p>first</p>${deep}`);
    expect(parsed.blocks[0]?.text).toContain('first');
  });
});

describe('PDF', () => {
  test('the sample has its headings, its pages, its tables and no page numbers', async () => {
    const parsed = await parse('fees.pdf', sample('en/fee-schedule.pdf'));
    const text = parsed.blocks.map((block) => block.text).join('\n');
    expect(parsed.title).toBe('Fee schedule for private customers');
    expect(parsed.blocks.map((block) => block.location)).toContain('p. 1 › Cards');
    expect(parsed.blocks.map((block) => block.location)).toContain('p. 2 › Devices');
    expect(text).toContain('Service: Copy of a statement older than 12 months; Charge: $8.00');
    expect(text).toContain('An international transfer ordered at a branch costs $35.');
    expect(text).not.toMatch(/Page \d of \d/u);
  });

  test('the content decides, not the name', async () => {
    expect((await parse('fees.txt', sample('en/fee-schedule.pdf'))).format).toBe('pdf');
  });

  test('more pages than allowed are refused', async () => {
    const one = { ...limits, pages: 1 };
    await expect(parseFile('f.pdf', sample('en/fee-schedule.pdf'), one)).rejects.toMatchObject(refused);
  });
});

describe('DOCX', () => {
  test('the samples are read with headings and tables', async () => {
    const parsed = await parse('travel.docx', sample('zh/travel-standards.docx'));
    expect(parsed.title).toBe('差旅费管理标准');
    expect(parsed.blocks).toContainEqual({
      location: '标准一览',
      text: [
        '人员: 普通员工; 高铁座位: 二等座; 住宿上限: 120元',
        '人员: 部门总经理; 高铁座位: 一等座; 住宿上限: 160元',
        '人员: 行领导; 高铁座位: 商务座; 住宿上限: 260元',
      ].join('\n'),
    });
  });
});

describe('bad files are refused, each with its reason', () => {
  const bomb = { name: 'word/document.xml', content: Buffer.alloc(5_000_000) };
  const encrypted = zipArchive([{ name: 'word/document.xml', content: Buffer.from('<w:document/>') }]);
  const flag = encrypted.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 8;
  encrypted.writeUInt16LE(1, flag);

  test.each<[string, string, Buffer, RegExp]>([
    ['an empty file', 'a.md', Buffer.alloc(0), /empty/u],
    ['a file without text', 'a.md', Buffer.from('# Title only\n'), /no text/u],
    ['a file over the size limit', 'a.txt', Buffer.alloc(2_000_001, 'a'), /bytes/u],
    ['more text than allowed', 'a.txt', Buffer.alloc(150_000, 'a b '), /characters/u],
    ['an unknown kind', 'a.xyz', Buffer.from('text'), /not supported/u],
    ['binary data named PDF', 'a.pdf', Buffer.from('no\u0000pdf'), /content is not/u],
    ['binary data named text', 'a.txt', Buffer.from([0x41, 0x00, 0x42]), /binary/u],
    ['bytes of no encoding', 'a.txt', Buffer.from([0xff, 0x80, 0x81, 0x20, 0xfe]), /UTF-8/u],
    ['a truncated PDF', 'a.pdf', sample('en/fee-schedule.pdf').subarray(0, 300), /damaged|no text/u],
    ['a truncated DOCX', 'a.docx', sample('en/expense-policy.docx').subarray(0, 2000), /damaged/u],
    [
      'an archive that is no Word document',
      'a.docx',
      zipArchive([{ name: 'x', content: Buffer.from('x') }]),
      /no DOCX/u,
    ],
    [
      'a Word document without its parts',
      'a.docx',
      zipArchive([{ name: 'word/document.xml', content: Buffer.from('<a') }]),
      /damaged/u,
    ],
    ['a zip bomb', 'a.docx', zipArchive([bomb]), /allowed size/u],
    [
      'a zip bomb that states a small size',
      'a.zip',
      zipArchive([{ ...bomb, claimedSize: 10 }]),
      /allowed size/u,
    ],
    ['an encrypted archive', 'a.docx', encrypted, /password/u],
  ])('%s', async (_, source, bytes, reason) => {
    await expect(parse(source, bytes)).rejects.toMatchObject(refused);
    await expect(parse(source, bytes)).rejects.toThrow(reason);
  });
});
