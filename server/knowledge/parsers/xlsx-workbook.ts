import type { OfficePackage } from './office-package.ts';
import type { ParseBudget } from './parse-budget.ts';
import { prefixedAttribute, readXml } from './read-xml.ts';
import { type NumberFormat, readNumberFormats } from './xlsx-formats.ts';

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
}

export function readWorkbook(parts: OfficePackage, part: string, budget: ParseBudget): Workbook {
  const targets = parts.relations(part);
  const sheets: { name: string; part: string }[] = [];
  let calendar: 1900 | 1904 = 1900;
  readXml(parts.read(part) ?? Buffer.alloc(0), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(?:1|true)$/u.test(attributes['date1904'] ?? '')) calendar = 1904;
      if (name !== 'sheet') return;
      const id = prefixedAttribute(attributes, 'id');
      const target = targets.find((relation) => relation.id === id && relation.kind === 'worksheet');
      if (target !== undefined) sheets.push({ name: attributes['name'] ?? '', part: target.target });
    },
  });
  const ofKind = (kind: string): Buffer | undefined => {
    const target = targets.find((relation) => relation.kind === kind)?.target;
    return target === undefined ? undefined : parts.read(target);
  };
  return {
    sheets,
    strings: readStrings(ofKind('sharedStrings'), budget),
    formats: readNumberFormats(ofKind('styles'), calendar),
  };
}

/** Texts that cells share. A text may be in pieces of different type; readings of Japanese characters are left out. */
function readStrings(content: Buffer | undefined, budget: ParseBudget): string[] {
  if (content === undefined) return [];
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isReading = false;
  readXml(content, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') isText = !isReading;
      else if (name === 'rPh') isReading = true;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'si') {
        budget.takeText(current.length);
        strings.push(current);
      }
    },
  });
  return strings;
}
