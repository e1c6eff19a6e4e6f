import type { AuditLog } from '../../server/audit/audit-log.ts';
import type { AuditEvent } from '../../server/audit/event.ts';

/** Appends that wait for the disk together. */
const AT_ONCE = 256;

/** Fills the log with events of several kinds, as many as wanted. */
export async function seedAudit(audit: AuditLog, entries: number): Promise<void> {
  for (let done = 0; done < entries; done += AT_ONCE) {
    const size = Math.min(AT_ONCE, entries - done);
    await Promise.all(Array.from({ length: size }, (_, index) => audit.recordEvent(eventOf(done + index))));
  }
}

function eventOf(index: number): AuditEvent {
  const actor = { kind: 'user', id: `usr_bench${index % 50}` } as const;
  switch (index % 4) {
    case 0:
      return { type: 'auth.signed-in', user: actor.id };
    case 1:
      return { type: 'policy.denied', actor, permission: 'audit:read', reasons: [] };
    case 2:
      return { type: 'embedding.requested', actor, model: 'starter-embedder', inputs: index % 100 };
    default:
      return {
        type: 'knowledge.imported',
        actor,
        collection: 'handbook',
        document: `doc_${index}`,
        chunks: index % 40,
      };
  }
}
