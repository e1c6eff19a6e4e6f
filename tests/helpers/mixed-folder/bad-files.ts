import type { FormatProblem } from '../../../server/knowledge/parsers/format-error.ts';
import { writeSplitDocx, writeXlsx } from '../office-files.ts';
import { writeObjects } from '../scan-files.ts';
import { zipArchive } from '../zip-archive.ts';
import { writeUnicodePdf } from './write-unicode-pdf.ts';

/** A damaged or hostile file, and what its report must say. */
export interface BadFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly problems: readonly FormatProblem[];
}

const MIB = 1024 * 1024;
const part = (name: string, content: Buffer | string): { name: string; content: Buffer } => ({
  name,
  content: Buffer.from(content),
});

/** An office file of one part. */
function onePart(name: string, xml: string): Buffer {
  return zipArchive([part('_rels/.rels', relationTo(name)), part(name, xml)]);
}

function relationTo(name: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${name}"/></Relationships>`;
}

const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`;

/** A compound file (MS-CFB) whose directory names one stream. */
function compoundFile(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('D0CF11E0A1B11AE1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
}

function lockedPdf(): Buffer {
  const pdf = writeUnicodePdf(['Nobody reads this.'], 'Locked').toString('latin1');
  const key = 'ab'.repeat(32);
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<${key}> <${key}>]`;
  return Buffer.from(pdf.replace('trailer\n<< ', `trailer\n<< ${lock} `), 'latin1');
}

function lockedZip(): Buffer {
  const archive = zipArchive([part('a.txt', 'secret')]);
  archive.writeUInt16LE(1, archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 8);
  return archive;
}

/** Pages that are each other's parents. */
function cyclicPdf(): Buffer {
  return writeObjects(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] >>',
      '<< /Type /Pages /Count 2 /Kids [2 0 R 3 0 R] /Parent 2 0 R >>',
    ].map((object) => Buffer.from(object)),
  );
}

function nested(depth: number): Buffer {
  let archive = zipArchive([part('a.txt', 'deep inside')]);
  for (let level = 0; level < depth; level += 1) archive = zipArchive([part('inner.zip', archive)]);
  return archive;
}

/** Small enough to be made for every run of the tests. */
export function badFiles(): BadFile[] {
  const document = writeSplitDocx(['A sentence of a document that was cut off.']);
  return [
    {
      path: 'bad/bomb.zip',
      bytes: zipArchive([{ name: 'zeros.txt', content: Buffer.alloc(230 * MIB) }]),
      problems: ['too-large'],
    },
    {
      path: 'bad/lying-bomb.docx',
      bytes: lyingBomb(document),
      problems: ['too-large', 'damaged'],
    },
    { path: 'bad/deep.zip', bytes: nested(9), problems: ['too-deep'] },
    { path: 'bad/locked.pdf', bytes: lockedPdf(), problems: ['locked'] },
    { path: 'bad/locked.docx', bytes: compoundFile('EncryptedPackage'), problems: ['locked'] },
    { path: 'bad/locked.zip', bytes: lockedZip(), problems: ['locked'] },
    { path: 'bad/old.doc', bytes: compoundFile('WordDocument'), problems: ['old-format'] },
    { path: 'bad/old.xls', bytes: compoundFile('Workbook'), problems: ['old-format'] },
    {
      path: 'bad/program.pdf',
      bytes: Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(4000, 7)]),
      problems: ['unsupported'],
    },
    {
      path: 'bad/noise.pdf',
      bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(20_000)]),
      problems: ['damaged', 'scan', 'no-text'],
    },
    { path: 'bad/noise.txt', bytes: noise(5000), problems: ['binary', 'encoding'] },
    { path: 'bad/cyclic.pdf', bytes: cyclicPdf(), problems: ['damaged', 'scan', 'no-text'] },
    { path: 'bad/cut.docx', bytes: document.subarray(0, document.length / 2), problems: ['damaged'] },
    {
      path: 'bad/cut.pdf',
      bytes: writeUnicodePdf(['Cut off.'], 'Cut').subarray(0, 300),
      problems: ['damaged', 'scan', 'no-text'],
    },
    {
      path: 'bad/entities.docx',
      bytes: onePart(
        'word/document.xml',
        `<?xml version="1.0"?>${entities}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>`,
      ),
      problems: ['damaged'],
    },
    {
      path: 'bad/entities.xlsx',
      bytes: onePart('xl/workbook.xml', `<?xml version="1.0"?>${entities}<workbook>&m;</workbook>`),
      problems: ['damaged'],
    },
    {
      path: 'bad/empty.pptx',
      bytes: onePart('ppt/presentation.xml', '<p:presentation xmlns:p="p"/>'),
      problems: ['no-text'],
    },
    {
      path: 'bad/deep.json',
      bytes: Buffer.from(`${'['.repeat(60_000)}${']'.repeat(60_000)}`),
      problems: ['too-deep', 'damaged'],
    },
    { path: 'bad/empty.md', bytes: Buffer.alloc(0), problems: ['empty'] },
  ];
}

/** A million rows, and more text than is read; takes seconds to make. */
export function heavyFiles(): BadFile[] {
  const cells = Array.from({ length: 1_000_000 }, (_, at) => [`row ${at} of a table`]);
  return [
    {
      path: 'bad/million.xlsx',
      bytes: writeXlsx([{ name: 'S', rows: cells }], { inline: true }),
      problems: ['too-large', 'too-slow'],
    },
  ];
}

/** Word's main part unpacks to 30 MiB and states a hundred bytes. */
function lyingBomb(document: Buffer): Buffer {
  return zipArchive([
    part('_rels/.rels', relationTo('word/document.xml')),
    { name: 'word/document.xml', content: Buffer.alloc(30 * MIB), claimedSize: 100 },
    part('word/rest.bin', document),
  ]);
}

/** The same noise on every run. */
function noise(length: number): Buffer {
  let state = 7;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(state / 65_536) % 256;
    }),
  );
}
