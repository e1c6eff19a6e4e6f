import { extendAddressLeft, extendAddressRight } from '../chinese-address.ts';
import type { EntityFamily, Span } from '../rule.ts';

/** A road or a housing estate with a number: from here the address is read in both directions. */
const ANCHOR =
  /(?:路|街|道|巷|弄|胡同|里|村|镇|苑|园|小区|花园|大厦|广场|新村|公寓|家园)(?:[东西南北中]?[一二三四五六七八九十]{0,3}段)?\d{1,5}(?:-\d{1,4})?(?:号|弄|栋|幢|座|单元|室|巷)/g;
const LABELLED = /[\u4e00-\u9fff0-9A-Za-z()#·-]{4,60}/y;

/** Postal addresses of the Chinese-speaking world. */
export const chineseAddresses: EntityFamily = {
  types: [
    {
      id: 'CN_ADDRESS',
      label: 'ADDRESS',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: [
        '地址',
        '住址',
        '家住',
        '收件地址',
        '收货地址',
        '户籍',
        '户籍地',
        '居住地',
        '现住',
        '送货',
        '寄到',
        '寄往',
        '送到',
        '位于',
        '住在',
        '居住在',
        '通讯地址',
        '联系地址',
        '注册地址',
        '办公地址',
        '家庭住址',
        '地址是',
        'address',
      ],
    },
  ],
  rules: [
    {
      id: 'cn-address',
      type: 'CN_ADDRESS',
      kind: 'pattern',
      validator: 'suffix grammar',
      score: 0.85,
      context: 'free',
      pattern: ANCHOR,
      accept: addressAround,
    },
    {
      id: 'cn-address-labelled',
      type: 'CN_ADDRESS',
      kind: 'label',
      validator: 'suffix grammar, context',
      score: 0.75,
      value: LABELLED,
      accept: labelledAddress,
    },
  ],
};

function addressAround(match: RegExpExecArray, text: string): Span {
  return {
    start: extendAddressLeft(text, match.index),
    end: extendAddressRight(text, match.index + match[0].length),
  };
}

/** After the word, anything with the parts of an address, up to the next punctuation. */
function labelledAddress(match: RegExpExecArray): Span | undefined {
  const parts = match[0].match(/[省市区县镇乡村路街道巷弄号栋幢座室楼苑园里]/g)?.length ?? 0;
  return parts < 2 ? undefined : { start: match.index, end: match.index + match[0].length };
}
