import { deflateSync } from 'node:zlib';
import { writeObjects } from '../scan-files.ts';

const PER_LINE = 34;
const PER_PAGE = 30;

/**
 * A PDF as browsers print it: compressed, its characters numbered as they come and explained by a ToUnicode table.
 * Lines are broken anywhere, and every page has a header and a number.
 */
export function writeUnicodePdf(paragraphs: readonly string[], header: string): Buffer {
  const codes = new Map<string, number>();
  const hexOf = (text: string): string =>
    Array.from(text, (character) => {
      const code = codes.get(character) ?? codes.size + 1;
      codes.set(character, code);
      return code.toString(16).padStart(4, '0');
    }).join('');
  const lines = paragraphs.flatMap((text) => [...linesOf(text), '']);
  const pages = Array.from({ length: Math.ceil(lines.length / PER_PAGE) }, (_, at) =>
    lines.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
  );
  const show = (text: string, y: number): string =>
    text === '' ? '' : `BT /F 10 Tf 1 0 0 1 50 ${y} Tm <${hexOf(text)}> Tj ET\n`;
  const contents = pages.map((page, at) =>
    [show(header, 810), ...page.map((line, row) => show(line, 770 - row * 22)), show(`${at + 1}`, 30)].join(
      '',
    ),
  );
  const firstPage = 7;
  const kids = pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ');
  return writeObjects(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Noto /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Noto /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 5 0 R >>',
      '<< /Type /FontDescriptor /FontName /AAAAAA+Noto /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
      streamOf(toUnicode(codes)),
      ...contents.flatMap((content, at) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${firstPage + at * 2 + 1} 0 R >>`,
        streamOf(content),
      ]),
    ].map((object) => Buffer.from(object)),
  );
}

function linesOf(text: string): string[] {
  const characters = Array.from(text);
  return Array.from({ length: Math.ceil(characters.length / PER_LINE) }, (_, at) =>
    characters.slice(at * PER_LINE, (at + 1) * PER_LINE).join(''),
  );
}

function streamOf(text: string): Buffer {
  const packed = deflateSync(text);
  return Buffer.concat([
    Buffer.from(`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

/** Blocks of at most 100 lines (Adobe Technical Note 5411). */
function toUnicode(codes: ReadonlyMap<string, number>): string {
  const entries = [...codes].map(([character, code]) => {
    const utf16 = Buffer.from(character, 'utf16le').swap16().toString('hex');
    return `<${code.toString(16).padStart(4, '0')}> <${utf16}>`;
  });
  const blocks = Array.from({ length: Math.ceil(entries.length / 100) }, (_, at) => {
    const block = entries.slice(at * 100, (at + 1) * 100);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}
