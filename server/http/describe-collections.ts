import type { z } from 'zod';
import type { Principal } from '../domain/principal.ts';
import type { Collection } from '../knowledge/knowledge.ts';
import { rightsOn } from './collection-access.ts';
import { documentScope } from './document-access.ts';
import { type collection, presentCollection } from './presenters/collection.ts';
import type { Services } from './services.ts';

/** Collections as this caller sees them: of what they hold, only what this caller may know of is counted. */
export async function describeCollections(
  services: Pick<Services, 'knowledge' | 'policies'>,
  principal: Principal,
  collections: readonly Collection[],
): Promise<z.input<typeof collection>[]> {
  const held = collections.map((one) => ({ one, may: rightsOn(services, principal, one) }));
  const readable = held.filter(({ may }) => may.read).map(({ one }) => one);
  const scope = await documentScope(services, principal, readable);
  const counts = await services.knowledge.counts(
    readable.map(({ id }) => id),
    scope,
  );
  return held.map(({ one, may }) => presentCollection(one, may, counts.get(one.id)));
}

/** As `describeCollections`, for one. */
export async function describeCollection(
  services: Pick<Services, 'knowledge' | 'policies'>,
  principal: Principal,
  one: Collection,
): Promise<z.input<typeof collection>> {
  const [described] = await describeCollections(services, principal, [one]);
  return described ?? presentCollection(one, rightsOn(services, principal, one), undefined);
}
