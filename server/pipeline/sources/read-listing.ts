import type { Connector, SourceItem } from '../../knowledge/connectors/connector.ts';
import type { ItemFailure } from '../../knowledge/sources/source.ts';

/** All that a source holds at one moment. */
export interface Listing {
  readonly items: readonly SourceItem[];
  /** Ids of what is there and being written. */
  readonly busy: ReadonlySet<string>;
  /** What is there and never read. */
  readonly refused: readonly ItemFailure[];
}

/** Lists a source to its end. @throws what the connector throws: half a listing must not look like deletions */
export async function readListing(connector: Connector, signal: AbortSignal): Promise<Listing> {
  const items: SourceItem[] = [];
  const busy = new Set<string>();
  const refused: ItemFailure[] = [];
  for await (const listed of connector.list(signal)) {
    switch (listed.kind) {
      case 'item':
        items.push(listed.item);
        break;
      case 'busy':
        busy.add(listed.id);
        break;
      case 'refused':
        refused.push({ path: listed.id, code: listed.code, reason: listed.reason });
        break;
      default:
        listed satisfies never;
    }
  }
  return { items, busy, refused };
}
