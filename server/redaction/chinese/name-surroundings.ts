import { contextBit, type Lexicon } from './lexicon.ts';
import { AFTER_NAME, contextBonus } from './context-bonus.ts';
import type { NameSurroundings } from './name-reader.ts';
import { isHanzi } from './simplified-text.ts';

const { label, data, title } = contextBit;
const GAP = 4;
const AFTER_NUMBER = /\d{7}[ ,、:(\t]{1,3}$/;
/** Surnames that count things after a number: 3)班, 5元. */
const MEASURES = '班元台车门米包万层于时项单束节';
const AFTER_COUNT = /[)）\d]/;
const NAME_LABEL = /(?:name|contact|attn|to|from|cc|姓名)[ "']{0,2}[:：=][ "']{0,2}$/i;

/** Reads what stands beyond the Hanzi that hold a name. `text` is as long as `units` and has the same characters where they are no Hanzi. */
export function readSurroundings(text: string, units: Uint16Array, lexicon: Lexicon): NameSurroundings {
  return { before, after };

  function before(start: number, bits: number): number {
    const last = text.charAt(start - 1);
    if (last === '@') return 5;
    if (last === '《' || last === '<') return -2;
    if (AFTER_COUNT.test(last) && MEASURES.includes(text.charAt(start))) return -6;
    const isField = /[:：=]/.test(last) || (/[ "“「[(（【\t|]/.test(last) && (bits & label) !== 0);
    if ((bits & AFTER_NAME) !== 0) return 3.5;
    if (bits !== 0) {
      if (/[,，\n]/.test(last)) return contextBonus(bits) / 3;
      return contextBonus(bits) + (isField ? 1 : 0);
    }
    if (':= "\''.includes(last) && NAME_LABEL.test(text.slice(Math.max(0, start - 14), start))) return 6.5;
    if (' ,、:(\t'.includes(last) && AFTER_NUMBER.test(text.slice(Math.max(0, start - 10), start)))
      return 3.5;
    return start === 0 || '\n\t|。；;!！?？'.includes(last) ? 0.7 : 0;
  }

  function after(end: number): number {
    let at = end;
    while (at < end + GAP && ' \t,，、(（:：|/;；-—_=>'.includes(text.charAt(at)) && at < text.length)
      at += 1;
    const unit = units[at] ?? 0;
    const gap = at - end;
    const speaker = text.charAt(end) === ':' || text.charAt(end) === '：' ? 2 : 0;
    if (isHanzi(unit)) return gap === 0 ? 0 : Math.max(speaker, hanziAfter(at, unit, text.charAt(end)));
    return unit > 0x20 && unit < 0x7f ? Math.max(speaker, asciiAfter(at, gap)) : Math.max(speaker, 0.7);
  }

  function asciiAfter(at: number, gap: number): number {
    if (isNumber(at)) return 5.5;
    if (/^\d{1,3}岁/.test(text.slice(at, at + 4))) return 4;
    return gap > 0 && /^[A-Za-z0-9._-]{2,30}@/.test(text.slice(at, at + 32)) ? 4 : 0.7;
  }

  function hanziAfter(at: number, unit: number, separator: string): number {
    const next = units[at + 1] ?? 0;
    if (unit === 0x7537 || unit === 0x5973)
      return isHanzi(next) && next !== 0x751f && next !== 0x6027 ? 1 : 5;
    const slot = isHanzi(next) ? lexicon.slotOf(unit, next) : -1;
    const bits = slot < 0 ? 0 : (lexicon.pairBits[slot] ?? 0);
    if ((bits & data) !== 0) return 4.5;
    if ((bits & title) !== 0) return separator === '(' || separator === '（' ? 3 : 1;
    return separator === '、' ? 1 : 0.7;
  }

  /** A telephone or identity number, not a sum or a count. */
  function isNumber(at: number): boolean {
    return /^(?:\+|1[3-9][\d -]{5}|\d[\d -]{9}|0\d{2,3}-)/.test(text.slice(at, at + 11));
  }
}
