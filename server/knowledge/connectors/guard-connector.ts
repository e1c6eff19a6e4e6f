import { AppError } from '../../errors.ts';
import type { Connector, ConnectorLimits, Listed, SourceItem } from './connector.ts';
import { isLeftOut, parseItemPath, showableName } from './item-path.ts';
import { itemTooLarge } from './source-error.ts';

/**
 * Puts what holds for every connector around one: names that lead nowhere else, each name once, limits on the number
 * and the size of items, nothing hidden, and an abort that ends it. What a source says of itself is hostile input.
 */
export function guardConnector(connector: Connector, limits: ConnectorLimits): Connector {
  return {
    async check(signal) {
      signal.throwIfAborted();
      await connector.check(signal);
    },
    list: (signal) => listGuarded(connector, limits, signal),
    async open(item, options) {
      options.signal.throwIfAborted();
      if (item.bytes !== undefined && item.bytes > limits.maxItemBytes)
        throw itemTooLarge(limits.maxItemBytes);
      const opened = await connector.open(item, options);
      if (opened === undefined) return undefined;
      return { ...opened, bytes: bounded(opened.bytes, limits.maxItemBytes, options.signal) };
    },
  };
}

async function* listGuarded(
  connector: Connector,
  { maxItems }: ConnectorLimits,
  signal: AbortSignal,
): AsyncGenerator<Listed> {
  const seen = new Set<string>();
  signal.throwIfAborted();
  for await (const listed of connector.list(signal)) {
    signal.throwIfAborted();
    const kept = keep(listed, seen);
    if (kept === undefined) continue;
    if (seen.size > maxItems) throw tooMany(maxItems);
    yield kept;
  }
}

function keep(listed: Listed, seen: Set<string>): Listed | undefined {
  if (listed.kind !== 'item') return listed;
  const path = parseItemPath(listed.item.path);
  if (path === undefined) {
    return refused(listed.item, 'Its name leads out of the source, or cannot be used. Rename it.');
  }
  if (isLeftOut(path)) return undefined;
  if (seen.has(path))
    return refused(listed.item, 'Another item has the same name in other bytes. Rename one.');
  seen.add(path);
  return { kind: 'item', item: { ...listed.item, path } };
}

function refused({ id }: SourceItem, reason: string): Listed {
  return { kind: 'refused', id: showableName(id), code: 'ERR_SOURCE_ITEM_NAME', reason };
}

function tooMany(maxItems: number): AppError {
  return new AppError(
    'ERR_SOURCE_INVALID',
    `The source holds more than ${maxItems} items. Point it at a part of them, or make several sources.`,
    { status: 422 },
  );
}

async function* bounded(
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of bytes) {
    signal.throwIfAborted();
    total += piece.length;
    if (total > maxBytes) throw itemTooLarge(maxBytes);
    yield piece;
  }
}
