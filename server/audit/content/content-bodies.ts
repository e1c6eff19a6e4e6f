import { z } from 'zod';
import { actor, count, instant, word, words } from '../field.ts';

/** More ranges than these go into several entries of the same request. */
export const MOST_RANGES = 1000;

/** Two people stand behind each of these: who asked, and who agreed. */
const byTwo = { actor, approver: actor, request: word };

/** Which entries a hold is about: all of a person, an exchange or a time, or what they have in common. Empty: every entry. */
export const holdScope = z.strictObject({
  actor: word.exactOptional(),
  exchange: word.exactOptional(),
  /** Included. */
  from: instant.exactOptional(),
  /** Excluded. */
  to: instant.exactOptional(),
});

/** What happens to the contents of entries. Only the log itself writes these, together with what they tell. */
export const contentBodies = [
  /**
   * `seqs`: entries whose content is gone with its keys, as ranges of the first and the last. `basis`: why it had to go, for
   * example `gdpr-17-1-b`.
   */
  z.strictObject({
    type: z.literal('content.erased'),
    ...byTwo,
    basis: word,
    seqs: z.array(z.array(count).length(2)).max(MOST_RANGES),
  }),
  /** An erasure that was not done: a hold stands against it, or the term for which contents must be kept. */
  z.strictObject({
    type: z.literal('content.kept'),
    ...byTwo,
    because: z.enum(['held', 'term']),
    /** Ids of the holds. */
    holds: words,
  }),
  /** Somebody was shown the content of an entry, originals included. */
  z.strictObject({ type: z.literal('content.opened'), ...byTwo, entry: count }),
  /** Contents and entries in its scope are neither erased nor pruned until it is cleared. */
  z.strictObject({ type: z.literal('hold.set'), ...byTwo, hold: word, scope: holdScope }),
  z.strictObject({ type: z.literal('hold.cleared'), ...byTwo, hold: word }),
] as const;
