import type { OpenedItem } from '../../../server/knowledge/connectors/connector.ts';

/** All that an opened item holds; nothing when it was unchanged. */
export async function readItem(opened: OpenedItem | undefined): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of opened?.bytes ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}
