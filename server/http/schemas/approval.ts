import { z } from 'zod';
import { approvalStates } from '../../desk/approval.ts';

const word = z.string().min(1).max(256);
const instant = z.iso.datetime({ precision: 3 });

export const scope = z
  .strictObject({
    actor: word.optional(),
    exchange: word.optional(),
    from: instant.optional().meta({ description: 'Included.' }),
    to: instant.optional().meta({ description: 'Excluded.' }),
  })
  .meta({
    id: 'HoldScope',
    description:
      'Which entries: all of a person, an exchange or a time, or what they have in common. Empty: every entry.',
  });

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reveal'), entry: z.int() }),
  z.object({
    kind: z.literal('erasure'),
    basis: z.string(),
    actor: z.string().optional().meta({ description: 'Absent where a value names whom it is about.' }),
  }),
  z.object({ kind: z.literal('hold'), scope }),
  z.object({ kind: z.literal('release'), hold: z.string() }),
]);

export const approval = z
  .object({
    id: z.string(),
    about,
    reason: z.string().meta({ description: 'As the audit log keeps it: types stand in place of values.' }),
    state: z.enum(approvalStates),
    askedBy: z.string(),
    askedByName: z.string().optional().meta({ description: 'Absent once there is no such account.' }),
    askedAt: z.string(),
    expiresAt: z.string(),
    decidedBy: z.string().optional(),
    decidedByName: z.string().optional(),
    decidedAt: z.string().optional(),
  })
  .meta({ id: 'AuditRequest', description: 'A request that takes a second person.' });

export const writtenReason = z
  .string()
  .trim()
  .min(10)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line');

/** A short code, for example `gdpr-17-1-b`. */
export const legalBasis = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be a short code in lower case, for example gdpr-17-1-b');
