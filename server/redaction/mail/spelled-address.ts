import type { Span } from '../rule.ts';
import { domainEnd } from './written-address.ts';

/** Characters that an address spelled out takes before the at sign, and after it. */
const BEFORE = 70;
const AFTER = 120;
const LOCAL = /[A-Za-z0-9._%+-]{1,64} ?$/;
const DOMAIN =
  /^ ?[A-Za-z0-9-]{1,63}(?: ?(?:[[({<](?:dot|点)[\])}>]|\.|点| dot ) ?[A-Za-z0-9-]{1,63}){0,3} ?(?:[[({<](?:dot|点)[\])}>]|\.|点| dot ) ?[A-Za-z]{2,24}/i;

/** The address around a word that stands for the at sign. */
export function aroundSpelledAt({ start, end }: Span, text: string): Span | undefined {
  const local = LOCAL.exec(text.slice(Math.max(0, start - BEFORE), start));
  const domain = DOMAIN.exec(text.slice(end, end + AFTER));
  return local === null || domain === null
    ? undefined
    : { start: start - local[0].length, end: end + domain[0].length };
}

/** `anna at example dot com`, read from its first `dot`. */
export function beforeDotWord({ start, end }: Span, text: string): Span | undefined {
  const head = /[A-Za-z0-9._%+-]{2,64} at [A-Za-z0-9-]{1,63} $/i.exec(
    text.slice(Math.max(0, start - AFTER), start),
  );
  const tail = /^ [A-Za-z0-9-]{2,63}(?: dot [A-Za-z]{2,24}){0,3}/i.exec(text.slice(end, end + AFTER));
  if (head === null || tail === null || / at the $/i.test(head[0])) return undefined;
  return { start: start - head[0].length, end: end + tail[0].length };
}

/** The nearest `name#domain` before a note that says to put an at sign in. */
export function aroundHash({ start }: Span, text: string): Span | undefined {
  const from = Math.max(0, start - BEFORE - AFTER);
  const before = text.slice(from, start);
  const hash = before.lastIndexOf('#');
  const local = LOCAL.exec(before.slice(0, hash < 0 ? 0 : hash));
  const stop = hash < 0 ? undefined : domainEnd(text, from + hash + 1);
  return local === null || stop === undefined
    ? undefined
    : { start: from + hash - local[0].length, end: stop };
}
