import { z } from 'zod';
import { roles } from '../../domain/principal.ts';
import type { Collection } from '../../knowledge/knowledge.ts';
import { classifications } from '../../policy/resource.ts';

export const collection = z
  .object({
    id: z.string(),
    name: z.string(),
    classification: z.string(),
    readers: z.array(z.string()),
  })
  .meta({ id: 'Collection', description: 'Documents that are read by the same people.' });

export const newCollection = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes'),
    name: z.string().min(1).max(200),
    classification: z.enum(classifications).default('internal'),
    /** Empty: every role that reads at all, where the classification allows that. */
    readers: z.array(z.enum(roles)).default([]),
  })
  .meta({ id: 'NewCollection', description: 'A collection to create.' });

export function presentCollection({
  id,
  name,
  classification,
  readers,
}: Collection): z.input<typeof collection> {
  return { id, name, classification, readers: [...readers] };
}
