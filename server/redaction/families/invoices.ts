import type { EntityFamily } from '../rule.ts';

const codeGroupings = ['4-4-4', '3-3-4', '2-2-2-2-2'];

/** Invoices of the Chinese tax authority. */
export const invoices: EntityFamily = {
  types: [
    {
      id: 'CN_INVOICE',
      label: 'INVOICE',
      tier: 'attribute',
      locale: 'CN',
      canonical: 'compact',
      context:
        '发票代码|发票号码|发票号|发票编号|数电票|数电发票|电子发票|电子发票号码|全电发票|增值税发票|专票|普票|invoice number|invoice no|invoice code|fapiao'.split(
          '|',
        ),
    },
  ],
  rules: [
    {
      id: 'cn-invoice-number',
      type: 'CN_INVOICE',
      kind: 'number',
      validator: 'eight digits, context',
      score: 0.75,
      context: 'required',
      lengths: [8],
      groupings: ['4-4'],
      // A date is written beside most invoices.
      accept: (digits) => !/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits),
      tests: {
        found: ['发票号码：⟦04567891⟧', '专票号码⟦12345678⟧'],
        ignored: ['发票号码：20260315', '座位04567891'],
      },
    },
    {
      id: 'cn-invoice-code-10',
      type: 'CN_INVOICE',
      kind: 'number',
      validator: 'province code and year, ten digits, context',
      score: 0.75,
      context: 'required',
      lengths: [10],
      groupings: codeGroupings,
      accept: (digits) => /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{2}[012]\d/.test(digits),
      tests: {
        found: ['发票代码：⟦1100203130⟧', '发票代码 ⟦3100193130⟧'],
        ignored: ['发票代码：9900203130', '档口1100203130'],
      },
    },
    {
      id: 'cn-invoice-code-12',
      type: 'CN_INVOICE',
      kind: 'number',
      validator: 'twelve digits from 0 or 1, context',
      score: 0.75,
      context: 'required',
      lengths: [12],
      groupings: codeGroupings,
      accept: (digits) => /^[01](?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/.test(digits),
      tests: {
        found: ['发票代码：⟦011002000311⟧', '电子发票 ⟦144032109110⟧'],
        ignored: ['发票代码：911002000311', '箱号011002000311'],
      },
    },
    {
      id: 'cn-invoice-digital-20',
      type: 'CN_INVOICE',
      kind: 'number',
      validator: 'year and province code, twenty digits, context',
      score: 0.85,
      context: 'required',
      lengths: [20],
      groupings: ['4-4-4-4-4', '2-2-1-15', '5-5-5-5'],
      accept: (digits) => /^2[1-9](?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/.test(digits),
      tests: {
        found: ['数电票：⟦24312000000012345678⟧', '发票号码 ⟦2544 2000 0000 1234 5678⟧'],
        ignored: ['发票号码：99312000000012345678', '批次24312000000012345678'],
      },
    },
  ],
};
