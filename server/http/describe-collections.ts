import type { z } from 'zod';
import type { Principal } from '../domain/principal.ts';
import type { Collection } from '../knowledge/knowledge.ts';
import { rightsOn } from './collection-access.ts';
import { type collection, presentCollection } from './presenters/collection.ts';
import type { Services } from './services.ts';

/** Collections as this caller sees them: what they hold is told only to those who may read them. */
export async function describeCollections(
  services: Pick<Services, 'knowledge' | 'policies'>,
  principal: Principal,
  collections: readonly Collection[],
): Promise<z.input<typeof collection>[]> {
  const held = collections.map((one) => ({ one, may: rightsOn(services, principal, one) }));
  const readable = held.filter(({ may }) => may.read).map(({ one }) => one.id);
  const counts = await services.knowledge.counts(readable);
  return held.map(({ one, may }) => presentCollection(one, may, counts.get(one.id)));
}

/** As `describeCollections`, for one. */
export async function describeCollection(
  services: Pick<Services, 'knowledge' | 'policies'>,
  principal: Principal,
  one: Collection,
): Promise<z.input<typeof collection>> {
  const may = rightsOn(services, principal, one);
  const counts = await services.knowledge.counts(may.read ? [one.id] : []);
  return presentCollection(one, may, counts.get(one.id));
}
