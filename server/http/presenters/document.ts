import { z } from 'zod';
import { roles } from '../../domain/principal.ts';
import {
  type DocumentVersion,
  type DocumentView,
  documentFlags,
  documentStates,
  stateAt,
} from '../../knowledge/knowledge.ts';
import { classifications } from '../../policy/resource.ts';

export const document = z
  .object({
    id: z.string(),
    collection: z.string(),
    title: z.string(),
    source: z.string(),
    /** Where a connected source has it. */
    address: z.string().optional(),
    format: z.string(),
    digest: z.string(),
    language: z.string(),
    bytes: z.int(),
    chunks: z.int(),
    /** When it was first imported, and when the version in force was. */
    createdAt: z.string(),
    updatedAt: z.string(),
    version: z.int(),
    /** Its own ones; absent where those of the collection hold. */
    classification: z.string().optional(),
    readers: z.array(z.string()).optional(),
    /** Who answers for its contents. */
    owner: z.string().optional(),
    /** It is read from then on, and no more from then on. */
    effectiveAt: z.string().optional(),
    expiresAt: z.string().optional(),
    state: z.enum(documentStates),
    /** What the import noticed and people should look at. */
    flags: z.array(z.enum(documentFlags)),
  })
  .meta({ id: 'Document', description: 'A document of the knowledge.' });

export function presentDocument(view: DocumentView, now: Date): z.input<typeof document> {
  const { id, collection, title, source, address, format, digest, language, bytes, chunks } = view;
  const { createdAt, updatedAt, version, classification, readers, owner, effectiveAt, expiresAt } = view;
  return {
    id,
    collection,
    title,
    source,
    format,
    digest,
    language,
    bytes,
    chunks,
    createdAt,
    updatedAt,
    version,
    state: stateAt(view, now),
    flags: [...view.flags],
    ...(address === undefined ? {} : { address }),
    ...(classification === undefined ? {} : { classification }),
    ...(readers === undefined ? {} : { readers: [...readers] }),
    ...(owner === undefined ? {} : { owner }),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .meta({ description: 'RFC 3339.' });

export const documentChange = z
  .object({
    title: z.string().trim().min(1).max(300),
    classification: z.enum(classifications).nullable(),
    /** Empty: every role that reads at all, where the classification allows that. */
    readers: z.array(z.enum(roles)).nullable(),
    owner: z.string().trim().min(1).max(200).nullable(),
    effectiveAt: time.nullable(),
    expiresAt: time.nullable(),
  })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'must change something')
  .meta({
    id: 'DocumentChange',
    description:
      'What to change of a document; the rest stays, and null goes back to what the collection says.',
  });

/** Rules that come with an upload, so that there is no moment at which others read the document. */
export const uploadFields = z.object({
  classification: z.enum(classifications).optional().describe('At least as confidential as the collection.'),
  readers: z
    .string()
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(roles)))
    .optional()
    .describe('Roles, with a comma between them.'),
  effectiveAt: time.optional().describe('RFC 3339. It is read from then on.'),
  expiresAt: time.optional().describe('RFC 3339. It is not read from then on.'),
});

export const documentVersion = z
  .object({
    version: z.int(),
    title: z.string(),
    format: z.string(),
    digest: z.string(),
    language: z.string(),
    bytes: z.int(),
    createdAt: z.string(),
    replacedAt: z.string(),
  })
  .meta({ id: 'DocumentVersion', description: 'A version of a document that was replaced.' });

export function presentVersion(held: DocumentVersion): z.input<typeof documentVersion> {
  const { version, title, format, digest, language, bytes, createdAt, replacedAt } = held;
  return { version, title, format, digest, language, bytes, createdAt, replacedAt };
}
