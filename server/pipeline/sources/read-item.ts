import { AppError } from '../../errors.ts';
import type { Connector, SourceItem } from '../../knowledge/connectors/connector.ts';

/** How long one item may take to arrive, in milliseconds. */
const MOST_MS = 120_000;

export interface ReadItem {
  readonly revision: string;
  readonly bytes: Buffer;
}

/** The whole item; undefined when its contents are those of the known revision. */
export async function readItem(
  connector: Connector,
  item: SourceItem,
  known: string | undefined,
  stop: AbortSignal,
): Promise<ReadItem | undefined> {
  const limit = AbortSignal.timeout(MOST_MS);
  const signal = AbortSignal.any([stop, limit]);
  try {
    const opened = await connector.open(item, { signal, ...(known === undefined ? {} : { known }) });
    if (opened === undefined) return undefined;
    const pieces: Uint8Array[] = [];
    for await (const piece of opened.bytes) pieces.push(piece);
    // The listed revision is the older one: what has changed in between is read again the next time.
    return { revision: item.revision ?? opened.revision, bytes: Buffer.concat(pieces) };
  } catch (error) {
    if (!limit.aborted || stop.aborted) throw error;
    throw new AppError('ERR_SOURCE_UNREACHABLE', 'The item took longer than two minutes to arrive.', {
      status: 502,
      expose: true,
      cause: error,
    });
  }
}
