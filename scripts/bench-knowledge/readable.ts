import type { Knowledge, Readable } from '../../server/knowledge/knowledge.ts';
import { collections, departments } from './made-up-store.ts';

/** What the person who asks may read: six of the eight collections, and the documents of two departments. */
export async function readableOf(knowledge: Knowledge): Promise<Required<Readable>> {
  const groups = (await knowledge.groups())
    .filter(({ readers }) => readers?.some((reader) => departments.slice(0, 2).includes(reader)))
    .map(({ id }) => id);
  return { collections: collections.slice(0, 6), groups };
}
