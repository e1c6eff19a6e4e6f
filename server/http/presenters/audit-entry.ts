import { z } from 'zod';
import type { AuditEntryView, EntryDetail } from '../../audit/audit-log.ts';

export const auditEntry = z
  .object({
    seq: z.int(),
    hash: z.string(),
    type: z.string(),
    at: z.string(),
    leaf: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'AuditEntry',
    description: 'An entry of the audit log; `leaf` is the record that was hashed.',
  });

const place = z.object({ seq: z.int(), hash: z.string(), type: z.string() });

export const proofStates = ['proven', 'unsigned', 'changed'] as const;

export const auditEntryDetail = auditEntry
  .extend({
    text: z.string().meta({ description: 'The leaf, byte for byte as it was hashed.' }),
    intact: z.boolean().meta({ description: 'Whether the leaf still has the hash.' }),
    linked: z.boolean().meta({ description: 'Whether it follows the entry before.' }),
    previous: place.optional(),
    following: place.optional(),
    exchange: z.array(auditEntry).meta({ description: 'Every entry of its exchange, oldest first.' }),
    proof: z.enum(proofStates).meta({
      description: 'Whether it leads to the newest checkpoint, is too new for it, or no longer leads there.',
    }),
  })
  .meta({ id: 'AuditEntryDetail', description: 'An entry with what stands around it.' });

export function presentAuditEntry({ seq, hash, type, at, leaf }: AuditEntryView): z.input<typeof auditEntry> {
  return { seq, hash, type, at, leaf };
}

export function presentAuditEntryDetail(
  detail: EntryDetail,
  proof: (typeof proofStates)[number],
): z.input<typeof auditEntryDetail> {
  const { text, intact, linked, previous, following, exchange } = detail;
  return {
    ...presentAuditEntry(detail),
    text,
    intact,
    linked,
    proof,
    exchange: exchange.map(presentAuditEntry),
    ...(previous === undefined ? {} : { previous }),
    ...(following === undefined ? {} : { following }),
  };
}
