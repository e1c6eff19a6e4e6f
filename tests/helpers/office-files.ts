import { type ArchiveFile, zipArchive } from './zip-archive.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Text in XML. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function part(name: string, content: string): ArchiveFile {
  return { name, content: Buffer.from(XML + content) };
}

function relations(
  name: string,
  targets: readonly (readonly [id: string, kind: string, target: string])[],
): ArchiveFile {
  const items = targets.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return part(name, `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`);
}

/** A cell: text, a number with the place of its style, or raw XML. */
export type TestCell =
  | string
  | { readonly number: number; readonly style?: number }
  | { readonly xml: string };

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly (TestCell | undefined)[])[];
  readonly merged?: readonly string[];
}

export interface WorkbookQuirks {
  /** Text in the cells instead of in the shared table. */
  readonly inline?: boolean;
  /** A prefix before every element, as some libraries write. */
  readonly prefix?: string;
  /** Format codes of styles 1, 2, … */
  readonly formats?: readonly string[];
}

/** An XLSX workbook. */
export function writeXlsx(sheets: readonly TestSheet[], quirks: WorkbookQuirks = {}): Buffer {
  const strings: string[] = [];
  const x = quirks.prefix === undefined ? '' : `${quirks.prefix}:`;
  const cellXml = (cell: TestCell, reference: string): string => {
    if (typeof cell !== 'string') {
      if ('xml' in cell) return `<${x}c r="${reference}" ${cell.xml}</${x}c>`;
      return `<${x}c r="${reference}" s="${cell.style ?? 0}"><${x}v>${cell.number}</${x}v></${x}c>`;
    }
    if (quirks.inline === true) {
      return `<${x}c r="${reference}" t="inlineStr"><${x}is><${x}t>${xmlText(cell)}</${x}t></${x}is></${x}c>`;
    }
    return `<${x}c r="${reference}" t="s"><${x}v>${strings.push(cell) - 1}</${x}v></${x}c>`;
  };
  const rowXml = (cells: readonly (TestCell | undefined)[], at: number): string =>
    `<${x}row r="${at + 1}">${cells
      .map((cell, column) => (cell === undefined ? '' : cellXml(cell, `${columnName(column)}${at + 1}`)))
      .join('')}</${x}row>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const space = quirks.prefix === undefined ? `xmlns="${main}"` : `xmlns:${quirks.prefix}="${main}"`;
  const parts = sheets.map(({ rows, merged = [] }, at) =>
    part(
      `xl/worksheets/sheet${at + 1}.xml`,
      `<${x}worksheet ${space}><${x}sheetData>${rows.map(rowXml).join('')}</${x}sheetData><${x}mergeCells>${merged
        .map((reference) => `<${x}mergeCell ref="${reference}"/>`)
        .join('')}</${x}mergeCells></${x}worksheet>`,
    ),
  );
  const formats = quirks.formats ?? [];
  const styles = `<styleSheet xmlns="${main}"><numFmts>${formats
    .map(
      (code, at) =>
        `<numFmt numFmtId="${200 + at}" formatCode="${xmlText(code).replaceAll('"', '&quot;')}"/>`,
    )
    .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
    .map((_, at) => `<xf numFmtId="${200 + at}"/>`)
    .join('')}</cellXfs></styleSheet>`;
  return zipArchive([
    relations('_rels/.rels', [['rId1', 'officeDocument', 'xl/workbook.xml']]),
    relations('xl/_rels/workbook.xml.rels', [
      ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['rIdS', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['rIdT', 'styles', 'styles.xml'],
    ]),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${RELATIONS}"><sheets>${sheets
        .map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    part('xl/styles.xml', styles),
    ...parts,
    part(
      'xl/sharedStrings.xml',
      `<sst xmlns="${main}">${strings.map((text) => `<si>${splitRun(text, (piece) => `<r><t xml:space="preserve">${xmlText(piece)}</t></r>`)}</si>`).join('')}</sst>`,
    ),
  ]);
}

/** Programs keep text in pieces that end anywhere, also in the middle of a word. */
function splitRun(text: string, write: (piece: string) => string): string {
  const cut = Math.ceil(text.length / 2);
  const safe = /[\uD800-\uDBFF]$/u.test(text.slice(0, cut)) ? cut + 1 : cut;
  return [text.slice(0, safe), text.slice(safe)].map(write).join('');
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

export interface TestSlide {
  readonly title?: string;
  readonly lines: readonly string[];
  readonly table?: readonly (readonly string[])[];
  readonly notes?: readonly string[];
}

/** A PPTX presentation; slides stand in it in another order than their files are numbered. */
export function writePptx(slides: readonly TestSlide[]): Buffer {
  const spaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="${RELATIONS}"`;
  const fileOf = (at: number): number => slides.length - at;
  const paragraph = (text: string): string =>
    `<a:p>${splitRun(text, (piece) => `<a:r><a:t>${xmlText(piece)}</a:t></a:r>`)}</a:p>`;
  const shape = (placeholder: string, lines: readonly string[]): string =>
    `<p:sp><p:nvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody>${lines.map(paragraph).join('')}</p:txBody></p:sp>`;
  const table = (rows: readonly (readonly string[])[]): string =>
    `<p:graphicFrame><a:graphic><a:tbl>${rows
      .map(
        (row) =>
          `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${paragraph(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`,
      )
      .join('')}</a:tbl></a:graphic></p:graphicFrame>`;
  const slideXml = ({ title, lines, table: rows }: TestSlide): string =>
    `<p:sld ${spaces}><p:cSld><p:spTree>${title === undefined ? '' : shape('<p:ph type="title"/>', [title])}${shape('<p:ph idx="1"/>', lines)}${rows === undefined ? '' : table(rows)}${shape('<p:ph type="sldNum"/>', ['7'])}</p:spTree></p:cSld></p:sld>`;
  return zipArchive([
    relations('_rels/.rels', [['rId1', 'officeDocument', 'ppt/presentation.xml']]),
    relations(
      'ppt/_rels/presentation.xml.rels',
      slides.map((_, at) => [`rId${at + 10}`, 'slide', `slides/slide${fileOf(at)}.xml`]),
    ),
    part(
      'ppt/presentation.xml',
      `<p:presentation ${spaces}><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 10}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    ),
    ...slides.flatMap((slide, at) => [
      part(`ppt/slides/slide${fileOf(at)}.xml`, slideXml(slide)),
      ...(slide.notes === undefined
        ? []
        : [
            relations(`ppt/slides/_rels/slide${fileOf(at)}.xml.rels`, [
              ['rId1', 'notesSlide', `../notesSlides/notesSlide${at + 1}.xml`],
            ]),
            part(
              `ppt/notesSlides/notesSlide${at + 1}.xml`,
              `<p:notes ${spaces}><p:cSld><p:spTree>${shape('<p:ph type="body"/>', slide.notes)}</p:spTree></p:cSld></p:notes>`,
            ),
          ]),
    ]),
  ]);
}

/** A DOCX document whose words are cut into runs anywhere. */
export function writeSplitDocx(paragraphs: readonly string[], extra = ''): Buffer {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const body = paragraphs.map(
    (text) =>
      `<w:p>${splitRun(text, (piece) => `<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">${xmlText(piece)}</w:t></w:r>`)}</w:p>`,
  );
  return zipArchive([
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    relations('_rels/.rels', [['rId1', 'officeDocument', 'word/document.xml']]),
    part(
      'word/document.xml',
      `<w:document xmlns:w="${main}"><w:body>${body.join('')}${extra}</w:body></w:document>`,
    ),
  ]);
}
