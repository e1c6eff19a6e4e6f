import { z } from 'zod';
import { decisions } from '../../domain/exchange.ts';
import type { AuditLog, EntryFilters } from '../../audit/audit-log.ts';

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

/** Stands in the log for what nobody could have meant: no entry has it. */
const UNKNOWN = 'unknown';

/**
 * The filters as they are recorded and carried out. A word that no entry has finds nothing and can be anything,
 * such as a name: it is not repeated in the log, where it would stay for good.
 */
export async function toEntryFilters(
  audit: Pick<AuditLog, 'entries'>,
  { decision, from, to, ...words }: Wanted,
): Promise<EntryFilters> {
  const { type, actor, exchange, model } = words;
  const known = async (filter: EntryFilters): Promise<EntryFilters> =>
    (await audit.entries({ ...filter, limit: 1 })).length > 0
      ? filter
      : Object.fromEntries(Object.keys(filter).map((key) => [key, UNKNOWN]));
  return {
    ...(type === undefined ? {} : await known({ type })),
    ...(actor === undefined ? {} : await known({ actor })),
    ...(exchange === undefined ? {} : await known({ exchange })),
    ...(model === undefined ? {} : await known({ model })),
    ...(decision === undefined ? {} : { decision }),
    ...(from === undefined ? {} : { from: new Date(from).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(to).toISOString() }),
  };
}
