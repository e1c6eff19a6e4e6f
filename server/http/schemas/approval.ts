import { z } from 'zod';
import { holdScope } from '../../audit/content/content-bodies.ts';
import { approvalAbout, approvalStates } from '../../desk/approval.ts';

export const scope = holdScope.meta({
  id: 'HoldScope',
  description:
    'Which entries: all of a person, an exchange or a time, or what they have in common. Empty: every entry.',
});

export const approval = z
  .object({
    id: z.string(),
    about: approvalAbout,
    reason: z.string().meta({ description: 'As the audit log keeps it: types stand in place of values.' }),
    state: z.enum(approvalStates),
    askedBy: z.string(),
    askedAt: z.string(),
    expiresAt: z.string(),
    decidedBy: z.string().optional(),
    decidedAt: z.string().optional(),
  })
  .meta({ id: 'Approval', description: 'A request that takes a second person.' });

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
