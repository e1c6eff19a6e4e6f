import type { Actor } from '../domain/principal.ts';
import type { DocumentView } from '../knowledge/knowledge.ts';
import type { ImportDeps } from './import-document.ts';

/** Removes a document from knowledge, index and originals: somebody deleted it, or it vanished from its source. */
export async function removeDocument(
  { knowledge, originals, audit }: ImportDeps,
  actor: Actor,
  { id, collection }: Pick<DocumentView, 'id' | 'collection'>,
): Promise<void> {
  await audit.recordEvent({ type: 'knowledge.removed', actor, collection, document: id });
  await knowledge.removeDocument(id);
  await originals.remove(id);
}
