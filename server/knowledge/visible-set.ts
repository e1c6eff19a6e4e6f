import type { AppDatabase } from '../db/database.ts';
import { type Period, stateAt } from './document.ts';

/** What policy lets a caller read. */
export interface Readable {
  /** Collections to look in. What has no rules of its own in them is readable. */
  readonly collections: readonly string[];
  /** Access groups with rules of their own that are readable too. Absent: none, so that forgetting them hides documents. */
  readonly groups?: readonly string[];
}

/** What may be found at one moment. The index searches nothing else, and what it finds is held against this again. */
export interface VisibleSet {
  readonly groups: readonly string[];
  readonly now: Date;
  /** Whether a document of these groups is not yet in effect or has expired, so that dates must be looked at. */
  readonly isDated: boolean;
}

export async function visibleSet(db: AppDatabase, readable: Readable, now: Date): Promise<VisibleSet> {
  const collections = new Set(readable.collections);
  const own = (readable.groups ?? []).filter((group) => collections.has(collectionOfGroup(group)));
  const groups = [...collections, ...own];
  return { groups, now, isDated: groups.length > 0 && (await hasHidden(db, groups, now)) };
}

async function hasHidden(db: AppDatabase, groups: readonly string[], now: Date): Promise<boolean> {
  const at = now.toISOString();
  const row = await db
    .selectFrom('documents')
    .select('id')
    .where('access_group', 'in', groups)
    .where((where) => where.or([where('effective_at', '>', at), where('expires_at', '<=', at)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether what the database says now of a found chunk lets it through. */
export function isVisible(chunk: Period & { readonly group: string }, { groups, now }: VisibleSet): boolean {
  return groups.includes(chunk.group) && stateAt(chunk, now) === 'current';
}

/** Ids of collections hold no underscore; see `accessGroupId`. */
function collectionOfGroup(group: string): string {
  return group.split('_')[0] ?? group;
}
