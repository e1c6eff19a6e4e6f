import { z } from 'zod';
import { decisions } from '../../domain/exchange.ts';

export const extensionRequest = z
  .strictObject({
    collections: z.array(z.string().min(1).max(128)).max(64).optional(),
    grounding: z.enum(['auto', 'required', 'verbatim', 'off']).optional(),
  })
  .meta({
    id: 'IntramuraRequest',
    description: 'What a request may ask of the knowledge and its grounding.',
  });

export type ExtensionRequest = z.output<typeof extensionRequest>;

const approval = z.object({ owner: z.string(), approvedAt: z.string(), expiresAt: z.string() }).meta({
  id: 'Approval',
  description: 'Who answers for an approved answer, since when and until when it is approved.',
});

export const source = z
  .object({
    id: z.string(),
    number: z.int(),
    document: z.string(),
    attached: z.boolean(),
    title: z.string(),
    location: z.string(),
    score: z.number(),
    quote: z.string(),
    approval: approval.optional(),
  })
  .meta({
    id: 'Source',
    description:
      'A cited sentence and where it stands; `number` is the citation in the answer, `attached` a file of the conversation, `approval` an FAQ entry: `document` is its id then.',
  });

export const receipt = z.object({ intent: z.int(), outcome: z.int(), leaf: z.string() }).meta({
  id: 'Receipt',
  description: 'Sequence numbers of the two audit entries and the leaf hash of the outcome.',
});

export const extensionResponse = z
  .object({
    sources: z.array(source),
    redaction: z.record(z.string(), z.int()),
    /** Types of values that went to the model as they are, though policy wants the asker to know. */
    warned: z.record(z.string(), z.int()),
    /** Placeholders that stay in the answer, because they are not for this caller. */
    withheld: z.int(),
    receipt,
    decision: z.enum(decisions),
    check: z.object({ supported: z.int(), removed: z.int() }),
  })
  .meta({ id: 'IntramuraResponse', description: 'Sources, masked types and receipt of an answer.' });
