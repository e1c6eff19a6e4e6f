import type { RecognisedPlace } from '../recognise.ts';
import { cutWords, type Word } from './cut-words.ts';
import { HostError } from './host-error.ts';
import { joinWords } from './join-words.ts';
import { cutWindows } from './token-windows.ts';
import type { ReadToken, TokenReading } from './token-labels.ts';

/** A classifier of tokens, as an engine runs it. */
export interface TokenClassifier {
  /** Tokens of one word, without those that frame a text; a space stands before a word that has one in the text. */
  readonly encode: (word: string) => readonly number[];
  /** Tokens that the model wants before and after those of a text. */
  readonly frame: readonly [before: readonly number[], after: readonly number[]];
  /** One row of logits for each token. */
  readonly classify: (tokens: readonly number[]) => Promise<readonly (readonly number[])[]>;
  /** Tokens that it reads at a time, the frame included. */
  readonly contextTokens: number;
  /** Tokens of one text. */
  readonly mostTokens: number;
}

/** What a tokenizer puts around a text, seen by one token with and without it. */
export function frameOf(framed: readonly number[], bare: readonly number[]): TokenClassifier['frame'] {
  const start = framed.findIndex((_, at) => bare.every((token, on) => framed[at + on] === token));
  return [framed.slice(0, start), framed.slice(start + bare.length)];
}

export interface Recognised {
  readonly spans: readonly RecognisedPlace[];
  readonly tokens: number;
}

/**
 * Finds values in a text of any length. Each word is encoded on its own, so that every token belongs to a word whose place
 * is known. The surest of a word's tokens, in the surest of its windows, says what the word is.
 * @returns undefined when the signal fired before the end
 * @throws HostError of reason `context` for a text of too many tokens
 */
export async function recogniseNames(
  classifier: TokenClassifier,
  read: ReadToken,
  text: string,
  signal: AbortSignal,
): Promise<Recognised | undefined> {
  const words = cutWords(text);
  const [before, after] = classifier.frame;
  const room = classifier.contextTokens - before.length - after.length;
  const pieces = encodeAll(classifier, text, words, room);
  const readings: (TokenReading | undefined)[] = words.map(() => undefined);
  const lengths = pieces.map(({ tokens }) => tokens.length);
  for (const { from, to } of cutWindows(lengths, room)) {
    if (signal.aborted) return undefined;
    const inside = pieces.slice(from, to);
    // One after the other on purpose: the processor is the limit.
    const rows = await classifier.classify([...before, ...inside.flatMap(({ tokens }) => tokens), ...after]);
    let row = before.length;
    for (const { word, tokens } of inside) {
      readings[word] = surer(readings[word], readPiece(rows.slice(row, row + tokens.length), read));
      row += tokens.length;
    }
  }
  const labelled = words.map((word, at) => ({ ...word, reading: readings[at] }));
  return { spans: joinWords(text, labelled), tokens: lengths.reduce((sum, length) => sum + length, 0) };
}

/** Tokens of one word, or of a part of one that is longer than a window. */
interface Piece {
  /** Its place among the words. */
  readonly word: number;
  readonly tokens: readonly number[];
}

function encodeAll(
  { encode, mostTokens }: TokenClassifier,
  text: string,
  words: readonly Word[],
  room: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let total = 0;
  for (const [word, { start, end }] of words.entries()) {
    const lead = /\s/u.test(text.charAt(start - 1)) ? ' ' : '';
    const encoded = encode(lead + text.slice(start, end));
    total += encoded.length;
    if (total > mostTokens) throw new HostError('context', `The text has more than ${mostTokens} tokens.`);
    for (let at = 0; at < encoded.length; at += room)
      pieces.push({ word, tokens: encoded.slice(at, at + room) });
  }
  return pieces;
}

/** Its surest token; whether a value begins there, its first one says where it is of the same type. */
function readPiece(rows: readonly (readonly number[])[], read: ReadToken): TokenReading | undefined {
  const tokens = rows.map(read);
  const best = tokens.reduce(surer, undefined);
  const [first] = tokens;
  return best && { ...best, begins: (first?.type === best.type ? first : best).begins };
}

function surer(left: TokenReading | undefined, right: TokenReading | undefined): TokenReading | undefined {
  return (right?.score ?? 0) > (left?.score ?? 0) ? right : left;
}
