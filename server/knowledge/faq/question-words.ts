import { withoutPlaceholders } from '../../domain/placeholder.ts';
import { normaliseText } from '../normalise-text.ts';
import { stem } from '../stem.ts';

/**
 * Words that ask or join and say nothing of what is asked for. Fewer than search leaves out: `another`, `own`, `out` and
 * `until` turn one question into another.
 */
const functionWords: ReadonlySet<string> = new Set(
  `a about also am an and any anyone are as at be been being but by can could did do does doing each either every for
  from get gets getting go going goes had has have having he her here hers him his how i if in into is it its just
  kindly know let like many may me might mine much must my need needs of on one or our ours please possible shall she
  should so some someone tell than thank thanks that the their them then there these they this those to us use want
  wants was we were what when where which while who whom whose why will with would you your yours allow allowed able
  hello hi hey dear long often soon quickly exactly actually currently`.split(/\s+/u),
);

/** One spelling for what is the same: left is read as right. */
const sameWords: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/\be-mail(?=s?\b)/giu, 'email'],
  [/\b(?:what|which) (?:time|date)\b/giu, 'when'],
  [/\bwhat number of\b/giu, 'how many'],
  [/\bwhat (?:part|share) of\b/giu, 'how much of'],
  [/电话号码/gu, '电话'],
  [/计算/gu, '算'],
  [/\bhow much money\b/giu, 'how much'],
  [/\b(?:annual(?:ly)?|yearly|(?:per|a|each|every) (?:calendar )?year)\b/giu, ' year '],
  [/\b(?:monthly|(?:per|a|each|every) month)\b/giu, ' month '],
  [/\b(?:weekly|(?:per|a|each|every) week)\b/giu, ' week '],
  [/\b(?:daily|(?:per|a|each|every) day)\b/giu, ' day '],
  [/\b(?:per|for each)\b/giu, ' '],
  [/每个?年|每一年|一年(?![期定以内后前])/gu, '每年'],
  [/每个?月|每一个?月|一个月(?![以内后前])/gu, '每月'],
  [/每个?(?:周|星期|礼拜)|一(?:周|个?星期)(?![以内后前])/gu, '每周'],
  [/每一?[天日]|一[天日](?![以内后前])/gu, '每天'],
];

const askingWords =
  /请问一下|请问|麻烦|自己|您好|你好|我想知道|想知道|想问|告诉我|什么时候|什么时间|多长时间|多少钱|多少|多久|为什么|为何|什么|怎么样|怎么办|怎么|怎样|如何|哪一?[个些里儿位种天年月日]|哪|几[个天点号年月次台张位]?|谁|何时|是否|能否|可否|能不能|可不可以|是不是|有没有|需不需要|需要|可以|能够|应该|一下|我们|你们|我|你|您|吗|呢|吧|啊|呀|的|了|着|要|能|会|是|有|个|请|在|来|时候|时|里/gu;

const tokenPattern = /(?<han>\p{Script=Han}+)|(?<word>[\p{L}\p{N}]+(?:['’][a-z]+)?)/gu;

/**
 * What a question is about: English stems and Chinese characters in simplified script, each as often as it occurs, without
 * the words that only ask. Two wordings of one question share them; two questions that differ in one word do not.
 */
export function questionWords(question: string): string[] {
  const plain = sameWords.reduce(
    (text, [pattern, word]) => text.replaceAll(pattern, word),
    normaliseText(withoutPlaceholders(question)),
  );
  return Array.from(plain.matchAll(tokenPattern)).flatMap(({ groups: { han, word } = {} }) => {
    if (han !== undefined) return Array.from(han.replaceAll(askingWords, ''));
    return word === undefined ? [] : wordOf(word);
  });
}

function wordOf(token: string): string[] {
  const word = token.toLowerCase().replace(/['’](?:s|ll|re|ve|d|m)$/u, '');
  if (functionWords.has(word)) return [];
  return [oneForm.get(word) ?? (/\d/u.test(word) ? word : stem(word))];
}

/** Number words as digits, and past forms that no rule of stemming brings back. */
const oneForm: ReadonlyMap<string, string> = new Map([
  ...'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at): [string, string] => [word, String(at + 2)]),
  ...`kept keep, paid pay, sent send, lost lose, withdrawn withdraw, withdrew withdraw, bought buy, sold sell, spent spend,
    made make, taken take, took take, given give, gave give, chosen choose, broken break, stolen steal, forgotten forget,
    forgot forget, held hold, left leave, found find, built build, written write, told tell, lent lend, met meet`
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .map(([form = '', word = '']): [string, string] => [form, stem(word)]),
]);

/** How much of each text the other lacks, in words; a Chinese character is half a word. */
export interface WordDifference {
  readonly onlyLeft: number;
  readonly onlyRight: number;
  /** Words of the longer one. */
  readonly length: number;
}

export function compareWords(left: readonly string[], right: readonly string[]): WordDifference {
  return {
    onlyLeft: lacking(left, right),
    onlyRight: lacking(right, left),
    length: Math.max(sizeOf(left), sizeOf(right)),
  };
}

function lacking(words: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return sizeOf(
    words.filter((word) => {
      const held = left.get(word) ?? 0;
      left.set(word, held - 1);
      return held <= 0;
    }),
  );
}

function sizeOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (/^\p{Script=Han}$/u.test(word) ? 0.5 : 1), 0);
}
