import { readFileSync } from 'node:fs';
import type { SampleBlock } from '../../../scripts/samples/sample-blocks.ts';
import { writePdf } from '../../../scripts/samples/pdf-writer.ts';
import { writePptx, writeSplitDocx, writeXlsx, xmlText } from '../office-files.ts';
import { pictureOf, scannedPdf } from '../scan-files.ts';
import { zipArchive } from '../zip-archive.ts';
import { base64Lines, encodeText, quotedPrintable } from './encode-text.ts';
import { sampleSentences } from './sample-sentences.ts';
import { writeUnicodePdf } from './write-unicode-pdf.ts';

/** A file with the sentences that must be found again. */
export interface GoodFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly sentences: readonly string[];
}

type Language = 'en' | 'zh';
type Write = (sentences: readonly string[], language: Language) => Buffer;

const utf8 = (text: string): Buffer => Buffer.from(text);
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>Page</title>${head}</head><body>${body}</body></html>`;
const paragraphs = (sentences: readonly string[]): string =>
  sentences.map((line) => `<p>${xmlText(line)}</p>`).join('\n');
const heading = (language: Language): string => (language === 'en' ? 'Rules of the house' : '内部规定');
const legacy = (text: string, language: Language): Buffer =>
  language === 'zh' ? encodeText(text, 'gb18030') : Buffer.from(text, 'latin1');
const furniture = `<nav><a href="/">Home</a><a href="/a">Products</a></nav><div class="related-posts"><a href="/x">Other things we wrote</a></div><div id="cookie-banner">We use cookies.</div>`;

const documentTable = (sentences: readonly string[]): string =>
  `<w:tbl>${sentences
    .map(
      (line, at) =>
        `<w:tr><w:tc><w:p><w:r><w:t>${at + 1}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>${xmlText(line)}</w:t></w:r></w:p></w:tc></w:tr>`,
    )
    .join('')}</w:tbl>`;

const rows = (sentences: readonly string[]): string[][] => [
  ['Number', 'Rule', 'Area'],
  ...sentences.map((line, at) => [`R-${at}`, line, 'Desk']),
];

function mail(headers: readonly string[], body: string): string {
  const common = [
    'From: Desk <desk@bank.example>',
    'Date: Tue, 5 May 2026 09:30:00 +0000',
    'MIME-Version: 1.0',
  ];
  return [...common, ...headers, '', body].join('\r\n');
}

function mailWith(name: string, content: Buffer): string {
  return mail(
    ['Subject: With a file', 'Content-Type: multipart/mixed; boundary="=_b"'],
    [
      '--=_b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee the file.',
      `--=_b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(content)}`,
      '--=_b--',
    ].join('\r\n'),
  );
}

const charsetOf = (language: Language): string => (language === 'zh' ? 'gb2312' : 'iso-8859-1');

/** Every format in the ways that programs write it. */
const writers: Readonly<Record<string, Write>> = {
  'headings.md': (lines, language) => utf8(`# ${heading(language)}\n\n## A\n\n${lines.join('\n\n')}\n`),
  'list.md': (lines) => utf8(`\uFEFF- ${lines.join('\r\n- ')}\r\n`),
  'plain.txt': (lines) => utf8(lines.join('\n\n')),
  'legacy.txt': (lines, language) => legacy(lines.join('\r\n\r\n'), language),
  'utf16.txt': (lines) => Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'),
  'utf16be.txt': (lines) => Buffer.from(`\uFEFF${lines.join('\n')}`, 'utf16le').swap16(),
  'page.html': (lines, language) =>
    utf8(
      page(`${furniture}<main><h1>${heading(language)}</h1>${paragraphs(lines)}</main><footer>x</footer>`),
    ),
  'blog.html': (lines) => utf8(page(`${furniture}<div class="content">${paragraphs(lines)}</div>`)),
  'legacy.htm': (lines, language) =>
    legacy(
      page(
        paragraphs(lines),
        `<meta http-equiv="Content-Type" content="text/html; charset=${charsetOf(language)}">`,
      ),
      language,
    ),
  'web.doc': (lines) =>
    utf8(
      `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><table><tr><td><div>${paragraphs(lines)}</div></td></tr></table></body></html>`,
    ),
  'split.docx': (lines) => writeSplitDocx(lines),
  'table.docx': (lines) => writeSplitDocx(['Rules'], documentTable(lines)),
  'shared.xlsx': (lines) => writeXlsx([{ name: 'Rules', rows: rows(lines) }]),
  'inline.xlsx': (lines) =>
    writeXlsx(
      [
        { name: 'A', rows: [['x']] },
        { name: 'Rules', rows: rows(lines) },
      ],
      { inline: true },
    ),
  'merged.xlsx': (lines) =>
    writeXlsx([{ name: 'S', rows: [['Rules of 2026'], [], ...rows(lines)], merged: ['A1:C1'] }], {
      prefix: 'x',
    }),
  'deck.pptx': (lines, language) =>
    writePptx([
      { title: heading(language), lines: lines.slice(0, 2), notes: lines.slice(2, 3) },
      { lines: lines.slice(3) },
    ]),
  'table.pptx': (lines) => writePptx([{ title: 'Rules', lines: [], table: rows(lines) }]),
  'rules.csv': (lines) =>
    utf8(
      rows(lines)
        .map((row) => row.map((cell) => `"${cell}"`).join(','))
        .join('\r\n'),
    ),
  'excel.csv': (lines, language) =>
    legacy(
      rows(lines)
        .map((row) => row.join(';'))
        .join('\r\n'),
      language,
    ),
  'rules.tsv': (lines) =>
    utf8(
      rows(lines)
        .map((row) => row.join('\t'))
        .join('\n'),
    ),
  'rules.json': (lines) =>
    utf8(JSON.stringify({ bank: 'Harbour', rules: lines.map((text, id) => ({ id, text })) }, undefined, 2)),
  'rules.jsonl': (lines) =>
    utf8(lines.map((text) => JSON.stringify({ meta: { lang: 'x' }, text })).join('\n')),
  'quoted.eml': (lines, language) =>
    utf8(
      mail(
        [
          'Subject: =?utf-8?B?6KeE5a6a?=',
          `Content-Type: text/plain; charset=${charsetOf(language)}`,
          'Content-Transfer-Encoding: quoted-printable',
        ],
        quotedPrintable(legacy(lines.join('\n\n'), language)),
      ),
    ),
  'html.eml': (lines) =>
    utf8(
      mail(
        ['Subject: Rules', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'],
        base64Lines(utf8(page(`<table><tr><td>${paragraphs(lines)}</td></tr></table>`))),
      ),
    ),
  'attached.eml': (lines) => utf8(mailWith('rules.xlsx', writeXlsx([{ name: 'R', rows: rows(lines) }]))),
  'several.zip': (lines) =>
    zipArchive([
      { name: 'a/one.md', content: utf8(lines.slice(0, 1).join('')) },
      { name: 'two.docx', content: writeSplitDocx(lines.slice(1, 2)) },
      { name: '规定.html', content: utf8(page(paragraphs(lines.slice(2)))) },
    ]),
  'print.pdf': (lines, language) => writeUnicodePdf(lines, heading(language)),
  'misnamed.docx': (lines, language) => writeUnicodePdf(lines, heading(language)),
  'misnamed.pdf': (lines) => writeSplitDocx(lines),
};

/** Files of every kind in both languages, each with sentences of its own. */
export function goodFiles(): GoodFile[] {
  return (['en', 'zh'] as const).flatMap((language) => {
    const sentences = sampleSentences(language);
    const names = Object.entries(writers);
    const each = Math.min(4, Math.floor(sentences.length / names.length));
    if (each < 2) throw new Error(`Only ${sentences.length} sentences for ${names.length} files.`);
    return names.map(([name, write], at) => {
      const own = sentences.slice(at * each, (at + 1) * each);
      return { path: `${language}/${name}`, bytes: write(own, language), sentences: own };
    });
  });
}

/** Scans and pictures; needs pdftoppm. */
export function scannedFiles(): GoodFile[] {
  const sentences = sampleSentences('en').slice(-12);
  const pdfOf = (lines: readonly string[]): Buffer =>
    writePdf([
      { kind: 'title', text: 'Scanned rules' },
      ...lines.map((text): SampleBlock => ({ kind: 'paragraph', text })),
    ]);
  const group = (at: number): string[] => sentences.slice(at * 3, at * 3 + 3);
  const chinese = (name: string, lines: readonly string[]): GoodFile => ({
    path: `scans/${name}.png`,
    bytes: readFileSync(`tests/fixtures/scans/${name}.png`),
    sentences: lines,
  });
  return [
    { path: 'scans/scan.pdf', bytes: scannedPdf([pictureOf(pdfOf(group(0)), 'jpeg')]), sentences: group(0) },
    { path: 'scans/page.tiff', bytes: pictureOf(pdfOf(group(1)), 'tiff'), sentences: group(1) },
    { path: 'scans/page.jpg', bytes: pictureOf(pdfOf(group(2)), 'jpeg'), sentences: group(2) },
    {
      path: 'scans/mail.eml',
      bytes: utf8(mailWith('scan.png', pictureOf(pdfOf(group(3)), 'png'))),
      sentences: group(3),
    },
    chinese('zh-hans', ['未使用的年假可以结转至次年三月底', '超出部分须由部门经理书面批准']),
    chinese('zh-hant', ['未使用的年假可以結轉至次年三月底', '超出部分須由部門經理書面批准']),
  ];
}
