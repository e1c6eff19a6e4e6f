import type { AuditLogOptions } from './audit-log-options.ts';
import type { PlainDraft } from './draft.ts';

/** What every run begins with: on what it runs, and by which policies. The first of a new incarnation says so before. */
export function startDrafts({ policyBundle, incarnation }: AuditLogOptions): PlainDraft[] {
  const platform = `${process.platform}-${process.arch}`;
  return [
    ...(incarnation === undefined ? [] : [restoredDraft(incarnation)]),
    { body: { type: 'audit.started', node: process.version, platform } },
    { body: { type: 'policy.loaded', digest: policyBundle } },
  ];
}

function restoredDraft({ previous, reason }: NonNullable<AuditLogOptions['incarnation']>): PlainDraft {
  const { origin, entries, root } = previous;
  return { body: { type: 'audit.restored', previous: origin, entries, root, reason } };
}
