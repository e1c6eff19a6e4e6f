import * as fc from 'fast-check';
import type { KeptValues } from '../../server/domain/kept-values.ts';
import type { StreamRestorer, Vault } from '../../server/domain/masked.ts';
import { MAX_PLACEHOLDER_LENGTH } from '../../server/redaction/placeholder-grammar.ts';

/** Opens a vault of a conversation of its own, or of the one that handed these values on. */
export type OpenVault = (kept?: KeptValues) => Vault;

const values = fc.constantFrom(
  '13728194605',
  '137 2819 4605',
  'lin@example.com',
  'LIN@example.com',
  '客户林秋月',
  'My name is John Carter',
  'JOHN CARTER',
  'password: a1"b2\\c3!',
  '身份证号310104198706123070',
  '6228480012345678903',
  'https://a:b1c2@x.cn/',
  `-----BEGIN PRIVATE KEY-----\nMIIB"x\\y\n-----END PRIVATE KEY-----`,
);

const lookAlikes = fc.constantFrom(
  '[PERSON_1K]',
  '[phone 1b]',
  '【CN_ID_2Q】',
  '\\[EMAIL\\_1K\\]',
  '[LITERAL_1K]',
  '[**CARD_1K**]',
  '[PHONE#ACDEFGHJKLMNPQRT]',
  '[AGE~30-39]',
);

const pieces = fc.constantFrom(
  '[',
  ']',
  '\\',
  '\\[',
  '\\]',
  '【',
  '］',
  '[PERSON_',
  '1K]',
  '[[',
  '[1]',
  '_',
  '*',
  '\n',
  ' ',
  '，',
  '"',
);
const units = fc.constantFrom('\ud83d', '\udc00', '😀', '\u200b', 'Ａ', '１');

/** Text that is likely to hold values, look-alikes of placeholders, brackets, escapes and broken surrogates. */
export const hostileText = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), values, lookAlikes, pieces, units), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

/** What a model makes of masked text, and what an attacker writes. */
const mangling = fc.constantFrom<(masked: string) => string>(
  (masked) => masked,
  (masked) => masked.replaceAll('_', '\\_'),
  (masked) => masked.toLowerCase(),
  (masked) => masked.replaceAll('[', '【').replaceAll(']', '】'),
  (masked) => masked.replaceAll('[', '\\[').replaceAll(']', '\\]'),
  (masked) => masked.slice(1),
  (masked) => `${masked}[PERSON_1`,
);

/** The text comes back exactly. */
export const roundTrip = (open: OpenVault) =>
  fc.asyncProperty(hostileText, async (text) => {
    const vault = open();
    return vault.restore(await vault.mask(text)) === text;
  });

/** However an answer is cut, its pieces give what the whole gives. */
export const everySplit = (open: OpenVault) =>
  splitting(open, (vault, mixed) => ({ vault, answer: mixed, into: 'text' }));

/** The same for an answer in JSON, which stays JSON and holds what the text would hold. */
export const everySplitOfJson = (open: OpenVault) =>
  splitting(open, (vault, mixed) => ({
    vault,
    answer: JSON.stringify({ [mixed]: [mixed, 1] }),
    into: 'json',
  }));

interface Answered {
  readonly vault: Vault;
  readonly answer: string;
  readonly into: 'text' | 'json';
}

function splitting(open: OpenVault, compose: (vault: Vault, mixed: string) => Answered) {
  return fc.asyncProperty(hostileText, hostileText, mangling, async (text, extra, mangle) => {
    const opened = open();
    const { vault, answer, into } = compose(opened, mangle(await opened.mask(text)) + extra);
    const whole = vault.restore(answer, into);
    if (into === 'json') JSON.parse(whole);
    for (let split = 0; split <= answer.length; split += 1) {
      const restorer = vault.streamRestorer(into);
      const shown = [answer.slice(0, split), answer.slice(split)].map((piece) => restorer.push(piece));
      if (shown.join('') + restorer.end() !== whole) return false;
    }
    return unitByUnit(vault.streamRestorer(into), answer, vault.restore(answer, into));
  });
}

function unitByUnit(restorer: StreamRestorer, answer: string, whole: string): boolean {
  let shown = '';
  for (const unit of answer.split('')) shown += restorer.push(unit);
  return shown + restorer.end() === whole;
}

/** Fewer characters than the longest placeholder wait at any time, in text and in JSON. */
export const littleHeldBack = (open: OpenVault) =>
  fc.property(hostileText, fc.constantFrom('text', 'json'), (text, into) => {
    const restorer = open().streamRestorer(into);
    let shown = 0;
    return text.split('').every((unit, at) => {
      shown += restorer.push(unit).length;
      return at + 1 - shown < MAX_PLACEHOLDER_LENGTH;
    });
  });

/** An answer in JSON holds the values themselves. */
export const jsonRoundTrip = (open: OpenVault) =>
  fc.asyncProperty(hostileText, async (text) => {
    const vault = open();
    const masked = await vault.mask(text);
    const parsed: unknown = JSON.parse(vault.restore(JSON.stringify([masked]), 'json'));
    return Array.isArray(parsed) && parsed[0] === text;
  });

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
const person = fc
  .array(fc.constantFrom(...letters), { minLength: 8, maxLength: 8 })
  .map((name) => `${name.join('')}@example.com`);

/** No value of one conversation comes back in another one, whatever is put into it: placeholders, or texts around them. */
export const noForeignValue = (open: OpenVault) =>
  fc.asyncProperty(
    fc.uniqueArray(person, { minLength: 4, maxLength: 8 }),
    hostileText,
    async (people, noise) => {
      const half = people.length >> 1;
      const [mine, theirs] = [people.slice(0, half), people.slice(half)];
      const [own, other] = [open(), open()];
      await own.mask(`${mine.join(' ')} ${noise}`);
      const foreign = await other.mask(`${theirs.join(' ')} ${noise}`);
      const next = open(other.unkept());
      const shown = [
        own.restore(foreign),
        own.restore(await own.mask(foreign)),
        next.restore(await own.mask(mine.join(' '))),
      ];
      const [asIs, escaped, later] = shown;
      return (
        theirs.every((value) => asIs?.includes(value) === false && escaped?.includes(value) === false) &&
        mine.every((value) => later?.includes(value) === false) &&
        // What a conversation's own exchanges put in comes back as it was, look-alikes included.
        escaped === foreign
      );
    },
  );

/** An exchange goes on where the one before it ended: the same placeholders, and the originals behind them. */
export const handedOn = (open: OpenVault) =>
  fc.asyncProperty(hostileText, hostileText, async (first, second) => {
    const before = open();
    const masked = await before.mask(first);
    const after = open(before.unkept());
    const again = await after.mask(first);
    const later = await after.mask(second);
    return again === masked && after.restore(masked) === first && after.restore(later) === second;
  });
