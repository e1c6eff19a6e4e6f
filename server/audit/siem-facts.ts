import type { Leaf } from './leaf.ts';
import { actorIn, modelIn } from './search-columns.ts';

/** What SIEM formats ask of every entry. */
export interface SiemFacts {
  /** Whoever caused it; absent for the product itself. */
  readonly actor?: { readonly kind: string; readonly id: string };
  readonly exchange?: string;
  readonly model?: string;
  readonly failed: boolean;
  /** The product's error code, where there is one. */
  readonly code?: string;
  readonly activity: 'create' | 'read' | 'update' | 'delete' | 'other';
  /** Severity: 1 informational, 2 low, 3 medium. */
  readonly severity: 1 | 2 | 3;
}

export function siemFacts(leaf: Leaf): SiemFacts {
  const failed = failedTypes.has(leaf.type);
  const actor = actorIn(leaf);
  const model = modelIn(leaf);
  return {
    ...(actor === undefined ? {} : { actor }),
    ...('exchange' in leaf ? { exchange: leaf.exchange } : {}),
    ...(model === undefined ? {} : { model }),
    ...('code' in leaf ? { code: leaf.code } : {}),
    failed,
    activity: activityOf(leaf.type),
    severity: severityOf(leaf),
  };
}

const failedTypes: ReadonlySet<Leaf['type']> = new Set([
  'auth.failed',
  'policy.denied',
  'exchange.refused',
  'exchange.failed',
  'exchange.aborted',
  'model.load-failed',
  'source.failed',
]);

function severityOf(leaf: Leaf): SiemFacts['severity'] {
  if (leaf.type === 'audit.verified' && leaf.exit !== 0) return 3;
  if (leaf.type === 'model.verified' && !leaf.verified) return 3;
  return failedTypes.has(leaf.type) ? 2 : 1;
}

function activityOf(type: Leaf['type']): SiemFacts['activity'] {
  switch (type) {
    case 'user.created':
    case 'api-key.created':
    case 'collection.created':
    case 'conversation.created':
    case 'conversation.file-added':
    case 'knowledge.import-requested':
    case 'knowledge.imported':
    case 'source.created':
    case 'faq.drafted':
    case 'gap.drafted':
    case 'embedding.requested':
    case 'embedding.created':
    case 'rerank.requested':
    case 'rerank.created':
    case 'exchange.intended':
    case 'exchange.completed':
    case 'hold.set':
    case 'approval.requested':
    case 'evaluation.set-added':
      return 'create';
    case 'evaluation.ran':
    case 'audit.read':
    case 'audit.searched':
    case 'audit.exported':
    case 'audit.reported':
    case 'knowledge.downloaded':
    case 'redaction.opened':
    case 'statistics.exported':
    case 'faq.exported':
    case 'content.opened':
    case 'audit.verified':
    case 'model.verified':
    case 'model.measured':
      return 'read';
    case 'evaluation.threshold-set':
    case 'user.updated':
    case 'collection.updated':
    case 'document.updated':
    case 'source.updated':
    case 'source.run-requested':
    case 'source.synced':
    case 'faq.submitted':
    case 'faq.returned':
    case 'faq.approved':
    case 'gap.dismissed':
    case 'gap.reopened':
    case 'conversation.renamed':
    case 'conversation.rated':
    case 'change.requested':
    case 'approval.granted':
    case 'approval.refused':
    case 'model.load-requested':
    case 'model.loaded':
    case 'model.unloaded':
    case 'policy.loaded':
    case 'key.rotated':
      return 'update';
    case 'evaluation.set-removed':
    case 'api-key.revoked':
    case 'collection.deleted':
    case 'knowledge.removed':
    case 'source.deleted':
    case 'faq.discarded':
    case 'faq.retired':
    case 'conversation.deleted':
    case 'sessions.ended':
    case 'conversation.file-removed':
    case 'content.erased':
    case 'hold.cleared':
      return 'delete';
    case 'audit.started':
    case 'audit.stopped':
    case 'audit.heartbeat':
    case 'audit.restored':
    case 'clock.jumped':
    case 'auth.signed-in':
    case 'auth.signed-out':
    case 'auth.failed':
    case 'policy.denied':
    case 'content.kept':
    case 'source.failed':
    case 'embedding.failed':
    case 'rerank.failed':
    case 'model.load-failed':
    case 'exchange.refused':
    case 'exchange.failed':
    case 'exchange.aborted':
      return 'other';
    default:
      return type satisfies never;
  }
}
