import type { AuditFilters } from '../../data/audit.ts';

export const decisions = ['answered', 'quoted', 'approved', 'declined', 'chatted'] as const;

/** Types that the explorer offers; the log may hold others. */
export const entryTypes = [
  'exchange.intended',
  'exchange.completed',
  'exchange.failed',
  'exchange.refused',
  'policy.denied',
  'auth.signed-in',
  'auth.failed',
  'change.requested',
  'user.created',
  'user.updated',
  'api-key.created',
  'api-key.revoked',
  'collection.created',
  'collection.deleted',
  'knowledge.imported',
  'knowledge.removed',
  'source.created',
  'source.synced',
  'source.failed',
  'source.deleted',
  'faq.drafted',
  'faq.submitted',
  'faq.approved',
  'faq.returned',
  'faq.retired',
  'gap.dismissed',
  'audit.read',
  'audit.searched',
  'audit.exported',
  'audit.verified',
] as const;

/** Reads the filters from the address; what does not fit is left out. */
export function parseFilters(search: Readonly<Record<string, unknown>>): AuditFilters {
  const { type, actor, exchange, model, from, to } = search;
  const decision = decisions.find((known) => known === search['decision']);
  return {
    ...given({ type, actor, exchange, model, from, to }),
    ...(decision === undefined ? {} : { decision }),
  };
}

function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].trim() !== '',
    ),
  );
}
