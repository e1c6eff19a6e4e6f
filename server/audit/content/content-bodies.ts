import { z } from 'zod';
import { actor, count, word } from '../field.ts';

/** More ranges than these go into several entries of the same request. */
export const MOST_RANGES = 1000;

/** Two people stand behind each of these: who asked, and who agreed. */
const byTwo = { actor, approver: actor, request: word };

/** What happens to the contents of entries. Only the log itself writes these, together with what they tell. */
export const contentBodies = [
  /** `seqs`: entries whose content is gone with its keys, as ranges of the first and the last. `basis`: why it had to go, for example `gdpr-17-1-b`. */
  z.strictObject({
    type: z.literal('content.erased'),
    ...byTwo,
    basis: word,
    seqs: z.array(z.array(count).length(2)).max(MOST_RANGES),
  }),
  /** Somebody was shown the content of an entry, originals included. */
  z.strictObject({ type: z.literal('content.opened'), ...byTwo, entry: count }),
] as const;
