import type { SampleBlock } from './sample-blocks.ts';
import { writeZip } from './zip-writer.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const STYLES = { title: 'Heading1', heading: 'Heading2', paragraph: undefined } as const;

/** A Word document (ECMA-376) with heading styles and tables, the parts that readers use and nothing more. */
export function writeDocx(blocks: readonly SampleBlock[]): Buffer {
  const parts = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relationships('styles', 'styles.xml'),
    'word/styles.xml': styles(),
    'word/document.xml': document(blocks),
  };
  return writeZip(Object.entries(parts).map(([name, xml]) => ({ name, data: Buffer.from(XML + xml) })));
}

function contentTypes(): string {
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${partType('document', 'document.main')}${partType('styles', 'styles')}</Types>`
  );
}

function partType(name: string, type: string): string {
  return `<Override PartName="/word/${name}.xml" ContentType="${WORD_TYPE}.${type}+xml"/>`;
}

function relationships(type: string, target: string): string {
  return (
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE_RELATION}/${type}" Target="${target}"/></Relationships>`
  );
}

function styles(): string {
  const headings = headingStyle(1, 36) + headingStyle(2, 26);
  return `<w:styles xmlns:w="${WORD}">${headings}</w:styles>`;
}

function headingStyle(level: number, halfPoints: number): string {
  return (
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>` +
    `<w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr>` +
    `<w:rPr><w:b/><w:sz w:val="${halfPoints}"/></w:rPr></w:style>`
  );
}

function document(blocks: readonly SampleBlock[]): string {
  return `<w:document xmlns:w="${WORD}"><w:body>${blocks.map(block).join('')}</w:body></w:document>`;
}

function block(item: SampleBlock): string {
  return item.kind === 'table' ? table(item.rows) : paragraph(item.text, STYLES[item.kind]);
}

function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (cells: readonly string[], index: number): string =>
    `<w:tr>${index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cell).join('')}</w:tr>`;
  const grid = `<w:tblGrid>${'<w:gridCol/>'.repeat(rows[0]?.length ?? 0)}</w:tblGrid>`;
  const properties = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>';
  return `<w:tbl>${properties}${grid}${rows.map(row).join('')}</w:tbl>${paragraph('')}`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
