import { z } from 'zod';
import { roles } from '../../domain/principal.ts';
import { type Collection, type CollectionCounts, maskings } from '../../knowledge/knowledge.ts';
import { classifications } from '../../policy/resource.ts';

export const collection = z
  .object({
    id: z.string(),
    name: z.string(),
    classification: z.string(),
    /** Whether its documents are masked whenever a model is to see them, or before they are stored, for good. */
    masking: z.enum(maskings),
    readers: z.array(z.string()),
    changedAt: z.string(),
    /** Only for callers who may read it. */
    counts: z.object({ documents: z.int(), chunks: z.int(), bytes: z.int() }).optional(),
    /** What else this caller may do with it. */
    may: z.object({
      read: z.boolean(),
      update: z.boolean(),
      delete: z.boolean(),
      addDocuments: z.boolean(),
    }),
  })
  .meta({ id: 'Collection', description: 'Documents that are read by the same people.' });

export const newCollection = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes'),
    name: z.string().min(1).max(200),
    classification: z.enum(classifications).default('internal'),
    /** Empty: every role that reads at all, where the classification allows that. */
    readers: z.array(z.enum(roles)).default([]),
    /** `in-store`: values are gone from what is stored, and the files are not kept. It cannot be changed later. */
    masking: z.enum(maskings).default('at-use'),
  })
  .meta({ id: 'NewCollection', description: 'A collection to create.' });

export const collectionChange = newCollection
  .omit({ id: true, masking: true })
  .partial()
  .extend({
    classification: z.enum(classifications).optional(),
    readers: z.array(z.enum(roles)).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'must change something')
  .meta({ id: 'CollectionChange', description: 'What to change in a collection; the rest stays.' });

export type CollectionRights = z.input<typeof collection>['may'];

export function presentCollection(
  { id, name, classification, masking, readers, changedAt }: Collection,
  may: CollectionRights,
  counts: CollectionCounts | undefined,
): z.input<typeof collection> {
  return {
    id,
    name,
    classification,
    masking,
    readers: [...readers],
    changedAt,
    ...(counts === undefined ? {} : { counts }),
    may,
  };
}
