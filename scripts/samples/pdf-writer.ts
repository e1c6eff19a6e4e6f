import { footer, layOutPages, PAGE_HEIGHT, PAGE_WIDTH, type PlacedText } from './page-layout.ts';
import type { SampleBlock } from './sample-blocks.ts';

/** Objects 1 to 5 are the catalogue, the page tree, two fonts and the document information. */
const FIRST_PAGE_OBJECT = 6;

/**
 * A PDF (ISO 32000-1) with a real text layer in the built-in Helvetica fonts.
 * The text is printable ASCII, and nothing is compressed: the same input gives the same bytes everywhere.
 * @throws Error for a character outside printable ASCII.
 */
export function writePdf(blocks: readonly SampleBlock[]): Buffer {
  const title = titleOf(blocks);
  const pages = layOutPages(blocks);
  const numbers = pages.map((_, index) => FIRST_PAGE_OBJECT + 2 * index);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title (${escapeText(title)}) /Author (Harbour Bank) >>`,
    ...pages.flatMap((page, index) => {
      const content = [...page, footer(title, index + 1, pages.length)].map(showText).join('\n');
      return [pageObject(FIRST_PAGE_OBJECT + 2 * index + 1), stream(content)];
    }),
  ];
  return assemble(objects);
}

function titleOf(blocks: readonly SampleBlock[]): string {
  return blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : [])).join(' ');
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

function pageObject(content: number): string {
  const box = `/MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}]`;
  const resources = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>';
  return `<< /Type /Page /Parent 2 0 R ${box} ${resources} /Contents ${content} 0 R >>`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function showText({ text, x, y, size, bold }: PlacedText): string {
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${y.toFixed(1)} Td (${escapeText(text)}) Tj ET`;
}

function escapeText(text: string): string {
  if (!/^[ -~]*$/.test(text)) throw new Error('The PDF writer takes printable ASCII only.');
  return text.replace(/[\\()]/g, '\\$&');
}

/** Joins the objects and writes the cross-reference table, whose lines are 20 bytes by rule. */
function assemble(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>`;
  return Buffer.from(`${body}${table}${trailer}\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}
