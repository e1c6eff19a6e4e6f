import { z } from 'zod';
import type { EntryRef } from '../../domain/exchange.ts';
import type { PlainDraft } from '../draft.ts';
import { parseLeaf } from '../leaf.ts';
import { readCopy } from '../read-copy.ts';
import { MOST_RANGES } from './content-bodies.ts';
import { destroyKeys } from './destroy-keys.ts';
import type { Contents } from './open-contents.ts';
import { countSeqs, type SeqRange, toRanges } from './seq-ranges.ts';

type ErasedBody = Extract<PlainDraft['body'], { type: 'content.erased' }>;

/** Why contents go, and who wants it. */
export type ErasureOrder = Pick<ErasedBody, 'actor' | 'approver' | 'request' | 'basis'>;

export interface Erasure {
  /** Entries whose content is gone. */
  readonly entries: number;
  /** The entries that say so. */
  readonly recorded: readonly EntryRef[];
}

export interface EraseParts {
  /** The log's database file. */
  readonly path: string;
  readonly contents: Contents;
  /** All or none, with the sealed contents gone in the same commit. */
  appendAll(drafts: readonly PlainDraft[]): Promise<EntryRef[]>;
}

const storedRanges = z.array(z.tuple([z.int(), z.int()]));

/**
 * Erases contents: first the log says so, in the commit that takes the sealed bytes away, then the keys are destroyed. What has
 * begun is noted beside the keys, so that a crash in between is mended by `finishErasures`.
 * @throws AppError ERR_AUDIT_UNAVAILABLE
 */
export async function eraseContents(
  parts: EraseParts,
  seqs: readonly number[],
  order: ErasureOrder,
): Promise<Erasure> {
  const { contents } = parts;
  // Entries must have their keys' rows before these can go.
  await contents.flush();
  const ranges = toRanges(seqs);
  await contents.store.db
    .insertInto('audit_erasures')
    .values({ request: order.request, ranges: JSON.stringify(ranges) })
    .execute();
  const recorded = await parts.appendAll(draftsOf(order, ranges));
  await destroy(contents, order.request, ranges);
  return { entries: countSeqs(ranges), recorded };
}

/** Finishes erasures that the log has and whose keys are still there; forgets those that it does not have. */
export async function finishErasures(path: string, contents: Contents): Promise<void> {
  const begun = await contents.store.db.selectFrom('audit_erasures').selectAll().execute();
  for (const { request, ranges } of begun) {
    if (await isRecorded(path, request))
      await destroy(contents, request, storedRanges.parse(JSON.parse(ranges)));
    else await contents.store.db.deleteFrom('audit_erasures').where('request', '=', request).execute();
  }
}

function destroy(contents: Contents, request: string, ranges: readonly SeqRange[]): Promise<void> {
  return destroyKeys(contents.store, ranges, contents.random, async (db) => {
    await db.deleteFrom('audit_erasures').where('request', '=', request).execute();
  });
}

/** One entry, or as many as the ranges need. A request that concerns no entry is recorded as well. */
function draftsOf(order: ErasureOrder, ranges: readonly SeqRange[]): PlainDraft[] {
  const drafts: PlainDraft[] = [];
  for (let at = 0; at === 0 || at < ranges.length; at += MOST_RANGES) {
    const erased = ranges.slice(at, at + MOST_RANGES);
    const seqs = erased.map((range) => [...range]);
    drafts.push({ body: { type: 'content.erased', ...order, seqs }, erased });
  }
  return drafts;
}

function isRecorded(path: string, request: string): Promise<boolean> {
  return readCopy(path, async (db) => {
    const rows = await db
      .selectFrom('audit_entries')
      .select('leaf')
      .where('type', '=', 'content.erased')
      .orderBy('seq', 'desc')
      .execute();
    return rows.some(({ leaf: text }) => {
      const leaf = parseLeaf(JSON.parse(text));
      return leaf?.type === 'content.erased' && leaf.request === request;
    });
  });
}
