import { z } from 'zod';
import type { DocumentView } from '../../knowledge/knowledge.ts';

export const document = z
  .object({
    id: z.string(),
    collection: z.string(),
    title: z.string(),
    source: z.string(),
    format: z.string(),
    digest: z.string(),
    language: z.string(),
    bytes: z.int(),
    chunks: z.int(),
    createdAt: z.string(),
  })
  .meta({ id: 'Document', description: 'A document of the knowledge.' });

export function presentDocument(view: DocumentView): z.input<typeof document> {
  const { id, collection, title, source, format, digest, language, bytes, chunks, createdAt } = view;
  return { id, collection, title, source, format, digest, language, bytes, chunks, createdAt };
}
