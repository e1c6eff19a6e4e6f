import { randomBytes } from 'node:crypto';

/** Random bytes, passed in wherever they are needed so that tests decide them. */
export type RandomBytes = (size: number) => Buffer;

export const systemRandom: RandomBytes = (size) => randomBytes(size);

/** A random id of 128 bits with a readable prefix, for example `doc_3f…`. */
export function randomId(prefix: string, random: RandomBytes): string {
  return `${prefix}_${random(16).toString('hex')}`;
}
