import { z } from 'zod';

/**
 * The building blocks of an entry. Nothing is unbounded, nothing is null, and numbers are integers: what RFC 8785
 * writes has then one spelling in every language.
 */

/** A name or id. Control characters and lone surrogates are refused. */
export const word = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
/** A few sentences that somebody wrote for this entry. Masked before they get here. */
export const note = z
  .string()
  .min(1)
  .max(4_000)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
export const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
export const count = z.int().min(0);
/** A list with more members than this is recorded by its digest. */
export const MOST_WORDS = 256;
export const words = z.array(word).max(MOST_WORDS);
/** A list that may be long: its members, or how many there are and SHA-256 (hex) of their RFC 8785 array, sorted. */
export const manyWords = z.union([words, z.strictObject({ count, digest: hex64 })]);
export const actor = z.strictObject({ kind: z.enum(['user', 'api-key']), id: word });
/** A time in the form that `at` has, so that text compares as time does. */
export const instant = z.iso.datetime({ precision: 3 });
/** `ct`: SHA-256 of the sealed content; entries made before content was kept have none. */
export const commitment = z.strictObject({ c: hex64, bucket: z.int().min(256), ct: hex64.exactOptional() });
/** Which entries somebody looked for. An absent field leaves it open; times are RFC 3339, UTC. */
export const entryFilters = z.strictObject({
  type: word.exactOptional(),
  actor: word.exactOptional(),
  exchange: word.exactOptional(),
  model: word.exactOptional(),
  decision: word.exactOptional(),
  /** Included. */
  from: instant.exactOptional(),
  /** Excluded. */
  to: instant.exactOptional(),
});
export const passage = z.strictObject({ document: word, chunk: word });

/** How many values, by entity type. */
export const typeCounts = z.record(z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/), count);
