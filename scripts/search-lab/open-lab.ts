import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChunkRow, searchTextOf } from '../../server/knowledge/chunk-row.ts';
import type { IndexStore } from '../../server/knowledge/index-store.ts';
import { openIndexStore } from '../../server/knowledge/lance-index.ts';
import type { LookUpContext } from '../../server/knowledge/search-chunks.ts';
import type { VisibleSet } from '../../server/knowledge/visible-set.ts';
import { createLogger } from '../../server/logger.ts';
import { systemClock } from '../../server/util/clock.ts';
import type { OpenEmbedder } from './open-embedder.ts';
import type { SetDocument } from './retrieval-set.ts';

const COLLECTION = 'set';

/** Documents in the product's own index, without a database behind it. Ids of chunks are `document#position`. */
export interface Lab extends AsyncDisposable {
  readonly context: LookUpContext;
  readonly visible: VisibleSet;
  readonly hybridWeight: number;
}

export async function openLab(documents: readonly SetDocument[], embedder: OpenEmbedder): Promise<Lab> {
  const directory = mkdtempSync(join(tmpdir(), 'intramura-lab-'));
  const logger = createLogger('warn');
  const { embed, card } = embedder;
  const dimensions = card.dimensions ?? 0;
  const index = await openIndexStore({ directory, dimensions, clock: systemClock, logger });
  await fill(index, documents, embed);
  return {
    context: { index, embed, logger },
    hybridWeight: card.hybridWeight ?? 0,
    visible: { groups: [COLLECTION], now: systemClock.now(), isDated: false },
    [Symbol.asyncDispose]() {
      index.close();
      rmSync(directory, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

export function documentOfChunk(chunk: string): string {
  return chunk.slice(0, chunk.lastIndexOf('#'));
}

async function fill(
  index: IndexStore,
  documents: readonly SetDocument[],
  embed: OpenEmbedder['embed'],
): Promise<void> {
  const texts = documents.flatMap(({ id, title, chunks }) =>
    chunks.map((draft, position) => ({
      id: `${id}#${position}`,
      document: id,
      collection: COLLECTION,
      group: COLLECTION,
      version: 1,
      effectiveAt: undefined,
      expiresAt: undefined,
      position,
      title,
      ...draft,
    })),
  );
  const vectors = await embed(texts.map(searchTextOf));
  const rows = texts.map((text, at): ChunkRow => ({ ...text, vector: vectors[at] ?? new Float32Array() }));
  await index.add(rows);
  await index.maintain();
}
