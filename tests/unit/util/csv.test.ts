import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { toCsv } from '../../../server/util/csv.ts';

it('writes what a reader of CSV reads', () => {
  const rows = [
    ['type', 'values'],
    ['a "quoted" word, and\r\nanother line', 3],
    ['电子邮箱', 0],
  ];
  expect(parse(toCsv(rows))).toEqual(rows.map((row) => row.map(String)));
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('lets no spreadsheet run %j', (formula) => {
  expect(parse(toCsv([[formula]]))).toEqual([[`'${formula}`]]);
});

it('leaves negative numbers what they are', () => {
  expect(toCsv([[-1]])).toBe('-1\r\n');
});
