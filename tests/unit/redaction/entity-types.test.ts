import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';
import type { Rule } from '../../../server/redaction/rule.ts';
import { negatives, positives } from './cases.ts';
import { createEverythingRedactor, readMarked } from './redaction-bench.ts';

const catalog = builtInCatalog();
const redactor = createEverythingRedactor();

function valuesOf(type: string, text: string): readonly string[] {
  const { findings } = redactor.previewByRules(text);
  return findings.filter((finding) => finding.type === type).map(({ start, end }) => text.slice(start, end));
}

function foundTexts(rule: Rule): readonly string[] {
  return rule.tests.found;
}

describe('each entity type', () => {
  it.each(catalog.types.map(({ id }) => id))('%s is found with all others looked for, too', (type) => {
    const marked = positives[type] ?? catalog.rules.filter((rule) => rule.type === type).flatMap(foundTexts);
    const isFound = marked.map(readMarked).some(({ text, value }) => valuesOf(type, text).includes(value));
    expect(isFound).toBe(true);
  });

  it.each(Object.entries(positives).flatMap(([type, texts]) => texts.map((text) => ({ type, text }))))(
    '$type is found in: $text',
    ({ type, text: marked }) => {
      const { text, value } = readMarked(marked);
      expect(valuesOf(type, text)).toEqual([value]);
    },
  );

  it.each(negatives.map(([type, text]) => ({ type, text })))(
    '$type is not found in: $text',
    ({ type, text }) => {
      expect(valuesOf(type, text)).toEqual([]);
    },
  );
});

describe('written forms of one value', () => {
  it.each([
    ['zero width', '身份证号3\u200b1\u200b0\u200b1\u200b0\u200b4\u200b198706123070'],
    ['soft hyphen', '身份证号31010419\u00ad8706123070'],
    ['direction mark', '身份证号310104\u200e198706123070'],
    ['full width', '身份证号３１０１０４１９８７０６１２３０７０'],
    ['Arabic-Indic digits', '身份证号٣١٠١٠٤١٩٨٧٠٦١٢٣٠٧٠'],
    ['mathematical digits', '身份证号𝟑𝟏𝟎𝟏𝟎𝟒𝟏𝟗𝟖𝟕𝟎𝟔𝟏𝟐𝟑𝟎𝟕𝟎'],
    ['no-break spaces', '身份证号310104\u00a019870612\u00a03070'],
    ['letter by letter', '身份证号3 1 0 1 0 4 1 9 8 7 0 6 1 2 3 0 7 0'],
    ['over two lines', '身份证号310104198\n706123070'],
    ['base64', `身份证号${Buffer.from('310104198706123070').toString('base64')}`],
    ['Chinese numerals', '身份证号三一〇一〇四 一九八七〇六一二 三〇七〇'],
    ['percent-encoded', '身份证号%33%31%30%31%30%34%31%39%38%37%30%36%31%32%33%30%37%30'],
  ])('%s: nothing of it is left', (_form, text) => {
    const { masked, findings } = redactor.previewByRules(text);
    expect(findings.map(({ type }) => type)).toEqual(['CN_RESIDENT_ID']);
    expect(masked).toMatch(/^身份证号\[CN_ID_1[A-Z]\]$/);
  });
});
