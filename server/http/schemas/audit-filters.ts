import { z } from 'zod';
import { decisions } from '../../domain/exchange.ts';
import type { EntryFilters } from '../../audit/audit-log.ts';

/** Any RFC 3339 time; entries have theirs in UTC with milliseconds. */
const instant = z.iso.datetime({ offset: true });

/** Which entries of the audit log are wanted; what is absent is left open. */
export const auditFilters = {
  type: z.string().min(1).max(64).optional(),
  actor: z.string().min(1).max(128).optional().meta({ description: 'Id of a person or key.' }),
  exchange: z.string().min(1).max(128).optional(),
  model: z.string().min(1).max(128).optional().meta({
    description:
      'Entries that name the model; with a decision or the type of an outcome, outcomes of its exchanges.',
  }),
  decision: z.enum(decisions).optional(),
  from: instant.optional().meta({ description: 'Included.' }),
  to: instant.optional().meta({ description: 'Excluded.' }),
};

type Wanted = z.output<z.ZodObject<typeof auditFilters>>;

export function toEntryFilters({ type, actor, exchange, model, decision, from, to }: Wanted): EntryFilters {
  return {
    ...(type === undefined ? {} : { type }),
    ...(actor === undefined ? {} : { actor }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(model === undefined ? {} : { model }),
    ...(decision === undefined ? {} : { decision }),
    ...(from === undefined ? {} : { from: new Date(from).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(to).toISOString() }),
  };
}
