import { type RawBuilder, sql } from 'kysely';
import type { DocumentState } from './document.ts';

/** Which documents somebody may know of. */
export interface DocumentScope {
  /** Access groups of which they see what is in effect. */
  readonly read: readonly string[];
  /** Access groups of which they also see what is not. */
  readonly keep: readonly string[];
}

/** The name of the documents in a query. */
export type DocumentsAlias = 'documents' | 'twins';

/** For the `where` of a query over documents. */
export function inScope(
  scope: DocumentScope | 'everything',
  now: Date,
  alias: DocumentsAlias = 'documents',
): RawBuilder<boolean> {
  if (scope === 'everything') return sql<boolean>`1 = 1`;
  const { read, keep } = scope;
  const current = inState('current', now, alias);
  return sql<boolean>`((${inGroups(read, alias)} and ${current}) or ${inGroups(keep, alias)})`;
}

/** As `stateAt`, for the `where` of a query over documents. */
export function inState(
  state: DocumentState,
  now: Date,
  alias: DocumentsAlias = 'documents',
): RawBuilder<boolean> {
  const at = now.toISOString();
  const expires = sql.ref(`${alias}.expires_at`);
  const effective = sql.ref(`${alias}.effective_at`);
  const expired = sql`(${expires} is not null and ${expires} <= ${at})`;
  const early = sql`(${effective} is not null and ${effective} > ${at})`;
  switch (state) {
    case 'current':
      return sql<boolean>`(not ${expired} and not ${early})`;
    case 'not-yet-effective':
      return sql<boolean>`(not ${expired} and ${early})`;
    case 'expired':
      return sql<boolean>`${expired}`;
    default:
      return state satisfies never;
  }
}

/**
 * Whether another document in scope repeats the same text as this one, and this one is not the first of its kind. What
 * is out of scope does not count: that would tell what stands in documents one may not read.
 */
export function hasTwin(scope: DocumentScope | 'everything', now: Date): RawBuilder<boolean> {
  return sql<boolean>`(documents.duplicate_of is not null and exists (
    select 1 from documents as twins
    where (twins.id = documents.duplicate_of or twins.duplicate_of = documents.duplicate_of)
      and twins.id <> documents.id and ${inScope(scope, now, 'twins')}))`;
}

function inGroups(groups: readonly string[], alias: DocumentsAlias): RawBuilder<boolean> {
  if (groups.length === 0) return sql<boolean>`1 = 0`;
  return sql<boolean>`${sql.ref(`${alias}.access_group`)} in (${sql.join(groups)})`;
}
