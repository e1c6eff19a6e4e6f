import { z } from 'zod';
import type { Principal } from '../domain/principal.ts';
import {
  decideOnDocument,
  type DocumentAction,
  type PermittedDocument,
  readableDocuments,
  rolesThatReadDocument,
} from './document-access.ts';
import { document, presentDocument } from './presenters/document.ts';
import type { Services } from './services.ts';

const twin = z.object({ id: z.string(), collection: z.string(), title: z.string(), updatedAt: z.string() });

/** A document on its own page. */
export const documentDetails = document.extend({
  /** Roles that read it while it is in effect. */
  readBy: z.array(z.string()),
  /** Documents that repeat its text, as far as this caller may read them. */
  twins: z.array(twin),
  /** What else this caller may do with it. */
  may: z.object({ update: z.boolean(), delete: z.boolean() }),
});

export async function describeDocument(
  services: Services,
  principal: Principal,
  found: PermittedDocument,
): Promise<z.input<typeof documentDetails>> {
  const twins = await readableDocuments(services, principal, await services.knowledge.twins(found.document));
  const may = (action: DocumentAction): boolean =>
    decideOnDocument(services, principal, action, found.collection, found.document).allowed;
  return {
    ...presentDocument(found.document, services.clock.now()),
    readBy: rolesThatReadDocument(services, found),
    twins: twins.map(({ id, collection, title, updatedAt }) => ({ id, collection, title, updatedAt })),
    may: { update: may('document:update'), delete: may('document:delete') },
  };
}
