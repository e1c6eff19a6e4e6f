import type { AuditLogOptions } from './audit-log-options.ts';
import type { PlainDraft } from './draft.ts';

/** What every run begins with: on what it runs, and by which policies. */
export function startDrafts({ policyBundle }: AuditLogOptions): PlainDraft[] {
  const platform = `${process.platform}-${process.arch}`;
  return [
    { body: { type: 'audit.started', node: process.version, platform } },
    { body: { type: 'policy.loaded', digest: policyBundle } },
  ];
}
