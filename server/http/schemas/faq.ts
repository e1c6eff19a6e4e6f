import { z } from 'zod';
import { entryStates, faqContents } from '../../knowledge/faq/faq.ts';
import { versionStates } from '../../knowledge/faq/faq-entry.ts';

const person = z.object({ id: z.string(), name: z.string() });

export const faqDraft = faqContents.meta({
  id: 'FaqDraft',
  description:
    'What people write of an FAQ entry. `readers` narrow those of the collection; it answers until `expiresAt`.',
});

export const faqVersion = faqContents
  .extend({
    version: z.int(),
    state: z.enum(versionStates),
    /** Everybody who wrote at it: none of them approves it. */
    authors: z.array(person),
    /** Why it was sent back. */
    note: z.string().optional(),
    /** SHA-256 (hex) of its contents: whoever approves says by it what they have read. */
    digest: z.string(),
    updatedAt: z.string(),
    approvedBy: person.optional(),
    approvedAt: z.string().optional(),
  })
  .meta({ id: 'FaqVersion', description: 'One version of an FAQ entry.' });

export const faqEntry = z
  .object({
    id: z.string(),
    collection: z.string(),
    /** The version that answers. */
    live: faqVersion.optional(),
    /** The version that is being written or reviewed, and answers nothing. */
    draft: faqVersion.optional(),
    /** Newest first. */
    versions: z.array(faqVersion),
    gap: z.string().optional(),
    may: z.object({ write: z.boolean(), approve: z.boolean() }),
    updatedAt: z.string(),
  })
  .meta({ id: 'FaqEntry', description: 'A question with its answer and the versions of both.' });

export const faqListItem = z
  .object({
    id: z.string(),
    collection: z.string(),
    question: z.string(),
    states: z.array(z.enum(entryStates)),
    expiresAt: z.string().optional(),
    updatedAt: z.string(),
  })
  .meta({ id: 'FaqListItem', description: 'An FAQ entry in a list, with what there is of it.' });
