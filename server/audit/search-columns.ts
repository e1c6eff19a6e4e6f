import type { AuditEntriesTable } from '../db/tables.ts';
import type { Leaf } from './leaf.ts';

/** Columns that copy a field of the leaf, so that entries can be searched. Verification holds them against the leaf. */
export const searchColumnNames = ['type', 'exchange', 'at', 'actor', 'model', 'decision'] as const;

export type SearchColumns = Pick<AuditEntriesTable, (typeof searchColumnNames)[number]>;

export function searchColumns(leaf: Leaf): SearchColumns {
  return {
    type: leaf.type,
    exchange: 'exchange' in leaf ? leaf.exchange : null,
    at: leaf.at,
    actor: actorIn(leaf)?.id ?? null,
    model: modelIn(leaf) ?? null,
    decision: 'decision' in leaf ? leaf.decision : null,
  };
}

/** Whoever caused an entry; undefined for the product itself. */
export function actorIn(leaf: Leaf): { readonly kind: string; readonly id: string } | undefined {
  if ('actor' in leaf) return leaf.actor;
  if (leaf.type === 'auth.signed-in' || leaf.type === 'auth.signed-out')
    return { kind: 'user', id: leaf.user };
  return undefined;
}

/** Id of the model that an entry names. */
export function modelIn(leaf: Leaf): string | undefined {
  if (!('model' in leaf)) return undefined;
  return typeof leaf.model === 'string' ? leaf.model : leaf.model.id;
}
