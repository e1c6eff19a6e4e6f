/** How a name gets its value. */
export type Assignment =
  | 'assigned'
  | 'element'
  | 'attribute'
  | 'flag'
  | 'call'
  | 'pair'
  | 'spaced'
  | 'sentence';

/** A value after a name. */
export interface AssignedValue {
  readonly assignment: Assignment;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** A line of a configuration file: the name begins it, and the value goes to its end. */
  readonly configured: boolean;
}

const MOST_CHARACTERS = 512;
/** Characters before the name that are read for the `<` of its element. */
const ELEMENT_REACH = 80;

const TYPED = /\s{0,3}:\s{0,2}[A-Za-z&*][\w<>[\]. ?|*']{0,30}\s{0,2}=\s{0,8}/y;
const SIGN =
  /\\{0,3}["'`\])]{0,2}\s{0,20}(?:===?|!==?|:=|=>|->|<-|\?=|\+=|=|:)[ \t]{0,20}(?:\\?\n\s{1,20})?/y;
const ELEMENT = /["']?>\s{0,20}(?:<!\[CDATA\[)?/y;
const ATTRIBUTE = /["']?,?\s{1,24}(?:- )?["']?(?:value|Value|VALUE|content)["']?\s{0,2}[:=]\s{0,4}/y;
const JSON_VALUE = /\\{0,3}["'],\s{0,24}\\{0,3}["'](?:value|Value|VALUE)\\{0,3}["']\s{0,2}:\s{0,4}/y;
const CALL = /\(\s{0,4}/y;
const PAIR = /\\{0,3}["'`]\)?\s{0,2},\s{0,4}/y;
const SENTENCE =
  /(?: (?:for|of|to|on) [\w .@'-]{1,40}?)? (?:(?:is|was|has been|will be)(?: now| set to| reset to| changed to)?|(?:re)?set to|changed to|to):? {1,2}/y;
const SPACE = /["']?[ \t]{1,20}/y;
const FLAG = /["']?(?:[ \t]{0,2}=[ \t]{0,2}|["']?,?[ \t]{1,4})/y;
const HANZI =
  /["'”」]?\s?(?:[已被]?(?:重置|修改|更改|变更|改|设置|设定|设|默认|统一)?(?:为|成|是)|就是|:|=|→)?[\s"'“「(]{0,3}/y;

const OPENING = /[brufLR@$&]{0,2}(\\{0,3}(?:"""|'''|["'`]))/y;
/** In code a value without quotes ends where an argument or a statement does. */
const CODE_VALUE = /[^\s"'`,;<>(){}[\]|&]{1,512}/y;
/** What follows one `&` in a password; in a query a name and `=` do. */
const AFTER_AMPERSAND = /\\?&[^\s"'`,;<>(){}[\]|&=]{1,64}/y;
const LINE_VALUE = /[^\s"'`<>]{1,512}/y;
const ELEMENT_VALUE = /[^<>\n]{1,512}/y;
const HANZI_VALUE = /[!#-&(-~]{1,512}/y;
const QUERY_VALUE = /[^\s"'`<>&#]{1,512}/y;

/** Reads the value of the name that stands from `start` to `end`. */
export function valueAfter(text: string, start: number, end: number): AssignedValue | undefined {
  if (text.charAt(start - 1) === '-') {
    const flag = valueAt(text, endOf(FLAG, text, end), 'flag', LINE_VALUE);
    if (flag !== undefined) return flag;
  }
  const typed = valueAt(text, endOf(TYPED, text, end), 'assigned', undefined);
  if (typed !== undefined) return typed;
  return (
    namedValue(text, end) ??
    assignedValue(text, start, end) ??
    elementValue(text, start, end) ??
    valueAt(text, endOf(CALL, text, end), 'call', undefined) ??
    valueAt(text, endOf(PAIR, text, end), 'pair', undefined) ??
    valueAt(text, endOf(SENTENCE, text, end), 'sentence', LINE_VALUE) ??
    valueAt(text, endOf(SPACE, text, end), 'spaced', LINE_VALUE)
  );
}

/** Reads the value after a Chinese word for a secret. */
export function valueAfterHanzi(text: string, end: number): AssignedValue | undefined {
  return valueFrom(text, endOf(HANZI, text, end), 'sentence', HANZI_VALUE);
}

function namedValue(text: string, end: number): AssignedValue | undefined {
  const at = endOf(JSON_VALUE, text, end);
  return valueAt(text, at < 0 ? endOf(ATTRIBUTE, text, end) : at, 'attribute', LINE_VALUE);
}

function assignedValue(text: string, start: number, end: number): AssignedValue | undefined {
  const at = endOf(SIGN, text, end);
  if (at < 0) return undefined;
  const before = text.charAt(start - 1);
  if (before === '?' || before === '&') return valueFrom(text, at, 'assigned', QUERY_VALUE);
  const sign = text.slice(end, at);
  const isTight = sign === '=' || sign === ': ' || sign === ':' || sign === '": ';
  if (isTight && beginsLine(text, start)) {
    const whole = valueAt(text, at, 'assigned', LINE_VALUE);
    if (whole !== undefined && (endsLine(text, whole.end) || isOption(text, start)))
      return { ...whole, configured: true };
  }
  const value = valueAt(text, at, 'assigned', CODE_VALUE);
  if (value === undefined || value.quoted) return value;
  if ('([{'.includes(text.charAt(value.end) || ' ')) return undefined;
  return { ...value, end: pastAmpersand(text, value.end) };
}

function pastAmpersand(text: string, at: number): number {
  const end = endOf(AFTER_AMPERSAND, text, at);
  return end < 0 || text.charAt(end) === '=' ? at : end;
}

function elementValue(text: string, start: number, end: number): AssignedValue | undefined {
  const at = endOf(ELEMENT, text, end);
  if (at < 0) return undefined;
  const lead = text.slice(Math.max(0, start - ELEMENT_REACH), start);
  const open = lead.lastIndexOf('<');
  if (open < 0 || lead.includes('>', open) || lead.charAt(open + 1) === '/') return undefined;
  const value = valueFrom(text, at, 'element', ELEMENT_VALUE);
  return value === undefined || text.charAt(value.end) !== '<' ? undefined : { ...value, quoted: true };
}

/** The value in quotes that begins at `at`, or else what the pattern reads there. */
function valueAt(
  text: string,
  at: number,
  assignment: Assignment,
  bare: RegExp | undefined,
): AssignedValue | undefined {
  if (at < 0) return undefined;
  OPENING.lastIndex = at;
  const quote = OPENING.exec(text)?.[1];
  if (quote !== undefined) {
    const start = OPENING.lastIndex;
    const end = closingQuote(text, start, quote);
    return end < 0 ? undefined : { assignment, start, end, quoted: true, configured: false };
  }
  return bare === undefined ? undefined : valueFrom(text, at, assignment, bare);
}

function valueFrom(
  text: string,
  at: number,
  assignment: Assignment,
  bare: RegExp,
): AssignedValue | undefined {
  const stop = at < 0 ? -1 : endOf(bare, text, at);
  if (stop < 0) return undefined;
  let end = stop;
  // A sentence or a statement ends here, not the value.
  while (end > at && /[.,;:?)\]}"'\\]/.test(text.charAt(end - 1))) end -= 1;
  if (assignment === 'sentence' && text.charAt(end - 1) === '!' && end < stop) end -= 1;
  return end === at ? undefined : { assignment, start: at, end, quoted: false, configured: false };
}

/** On the same line, not behind a backslash. */
function closingQuote(text: string, from: number, quote: string): number {
  const limit = Math.min(text.length, from + MOST_CHARACTERS);
  for (let index = from; index < limit; index += 1) {
    if (text.startsWith(quote, index)) return index;
    const character = text.charAt(index);
    if (character === '\n' && quote.length < 3) return -1;
    if (character === '\\' && quote.charAt(0) !== '\\') index += 1;
  }
  return -1;
}

function beginsLine(text: string, start: number): boolean {
  let index = start;
  while (index > 0 && start - index < ELEMENT_REACH && /[ \t"'-]/.test(text.charAt(index - 1))) index -= 1;
  if (index === 0 || text.charAt(index - 1) === '\n') return true;
  return (
    /(?:export|set|ENV|env|ARG|setx)$/.test(text.slice(Math.max(0, index - 6), index)) ||
    isOption(text, start)
  );
}

/** `docker run -e NAME=value`, `helm --set name=value`: the value goes to the next space. */
function isOption(text: string, start: number): boolean {
  return /(?:^|\s)(?:-e|--env|--set|--build-arg|-D|env)[ =]?["']?$/.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

function endsLine(text: string, end: number): boolean {
  const next = text.charAt(end);
  if (next === '' || next === '\n' || next === '\r') return true;
  return (next === ' ' || next === '\t') && /^[ \t]{1,20}(?:#|$|\r?\n)/.test(text.slice(end, end + 24));
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
