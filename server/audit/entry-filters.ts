import type { z } from 'zod';
import type { AuditDatabase } from '../db/database.ts';
import type { entryFilters } from './field.ts';

/** Which entries somebody looks for. What is absent is left open. */
export type EntryFilters = Readonly<z.output<typeof entryFilters>>;

/** Entries that close an exchange: they name no model themselves. */
const outcomeTypes: readonly string[] = ['exchange.completed', 'exchange.failed', 'exchange.aborted'];

interface Bounds {
  readonly after?: number;
  readonly before?: number;
}

/**
 * The entries that fit. A model means the entries that name it, and where outcomes are looked for, by their type or
 * their decision, those of exchanges whose intent names it.
 */
// Keeps its inferred type: writing Kysely's builder types out would say less.
export function fittingEntries(db: AuditDatabase, filters: EntryFilters & Bounds) {
  const { type, actor, exchange, model, decision, from, to, after, before } = filters;
  let query = db.selectFrom('audit_entries');
  if (after !== undefined) query = query.where('seq', '>', after);
  if (before !== undefined) query = query.where('seq', '<', before);
  if (type !== undefined) query = query.where('type', '=', type);
  if (actor !== undefined) query = query.where('actor', '=', actor);
  if (exchange !== undefined) query = query.where('exchange', '=', exchange);
  if (decision !== undefined) query = query.where('decision', '=', decision);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<', to);
  if (model === undefined) return query;
  if (decision === undefined && !outcomeTypes.includes(type ?? '')) return query.where('model', '=', model);
  return query.where((expression) =>
    expression.exists(
      expression
        .selectFrom('audit_entries as intent')
        .select('intent.seq')
        .whereRef('intent.exchange', '=', 'audit_entries.exchange')
        .where('intent.model', '=', model),
    ),
  );
}
