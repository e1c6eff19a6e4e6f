import { withoutPlaceholders } from '../../domain/placeholder.ts';
import { normaliseText } from '../normalise-text.ts';
import { atMost } from './asked-limit.ts';
import { stem } from '../stem.ts';
import { spellAlike, standIn } from './same-words.ts';

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
  hello hi hey dear long often soon quickly exactly actually currently needed necessary require required requires permitted`.split(
    /\s+/u,
  ),
);

const askingWords =
  /请问一下|请问|麻烦|如果|要是|假如|的话|自己|您好|你好|我想知道|想知道|想问|告诉我|什么时候|什么时间|多长时间|时间|多少钱|多少[个台张位本名条家种份件辆间部]?|多久|为什么|为何|什么|怎么样|怎么办|怎么|怎样|如何|哪一?[个些里儿位种天年月日]|哪|几[个点号台张位本名条家种份件辆间部]?|谁|何时|是否|能否|可否|能不能|可不可以|是不是|有没有|需不需要|需要|可以|能够|应该|应当|必须|可|一下|我们|你们|我|你|您|吗|呢|吧|啊|呀|的|了|着|要|能|会|是|有|个|请|在|来|时候|时|里/gu;

/** A comma between thousands: `5,000` is one number. */
const separators = /(?<=\d),(?=\d{3}(?!\d))/gu;
const tokenPattern = /(?<han>\p{Script=Han}+)|(?<word>(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['’][a-z]+)?)/gu;

/**
 * What a question is about: English stems and Chinese characters in simplified script, each as often as it occurs, without
 * the words that only ask. Two wordings of one question share them; two questions that differ in one word do not.
 */
export function questionWords(question: string): string[] {
  const plain = spellAlike(normaliseText(withoutPlaceholders(question)))
    .replaceAll(separators, '')
    .replaceAll(atMost, ' ');
  return Array.from(plain.matchAll(tokenPattern)).flatMap(({ groups: { han, word } = {} }) => {
    if (han !== undefined) return Array.from(han.replaceAll(askingWords, ''));
    return word === undefined ? [] : wordOf(word);
  });
}

function wordOf(token: string): string[] {
  const word = token.toLowerCase().replace(/['’](?:s|ll|re|ve|d|m)$/u, '');
  if (functionWords.has(word)) return [];
  return [/\d/u.test(word) ? word : standIn(word)];
}

/** The words that the other lacks, each as often as it does. */
export function wordsMissing(words: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const held = left.get(word) ?? 0;
    left.set(word, held - 1);
    return held <= 0;
  });
}

/** Words that a question may lack and still be the same: they stand for any doing. */
const lightWords: ReadonlySet<string> = new Set(
  `take until ${stem('money')} 做 用 想 办 就 也 都 把`.split(' '),
);

export function isLight(word: string): boolean {
  return lightWords.has(word);
}

/** How many words these are; a Chinese character is half of one. */
export function sizeOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (/^\p{Script=Han}$/u.test(word) ? 0.5 : 1), 0);
}
