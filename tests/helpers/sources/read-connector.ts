import { expect } from 'vitest';
import type { Connector, Listed, SourceItem } from '../../../server/knowledge/connectors/connector.ts';
import { readItem } from './read-item.ts';

/** Never aborted. */
const going = new AbortController().signal;

export async function listAll(connector: Connector, signal = going): Promise<Listed[]> {
  const found: Listed[] = [];
  for await (const listed of connector.list(signal)) found.push(listed);
  return found;
}

export async function itemsOf(connector: Connector): Promise<SourceItem[]> {
  return (await listAll(connector)).flatMap((listed) => (listed.kind === 'item' ? [listed.item] : []));
}

export async function textOf(connector: Connector, item: SourceItem): Promise<string> {
  return (await readItem(await connector.open(item, { signal: going }))).toString('utf8');
}

export async function readAll(connector: Connector): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const item of await itemsOf(connector)) texts[item.path] = await textOf(connector, item);
  return texts;
}

/** The revision of each path, as listed or else as read. */
export async function revisions(connector: Connector): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const item of await itemsOf(connector)) {
    const opened = await connector.open(item, { signal: going });
    expect(item.revision ?? opened?.revision).toBe(opened?.revision);
    await readItem(opened);
    found.set(item.path, opened?.revision ?? '');
  }
  return found;
}

export async function changesSince(
  connector: Connector,
  before: ReadonlyMap<string, string>,
): Promise<object> {
  const changes: Record<string, string> = {};
  for (const item of await itemsOf(connector)) {
    const known = before.get(item.path);
    changes[item.path] = known === undefined ? 'new' : await compare(connector, item, known);
  }
  return changes;
}

async function compare(connector: Connector, item: SourceItem, known: string): Promise<string> {
  if (item.revision !== undefined) return item.revision === known ? 'unchanged' : 'changed';
  const opened = await connector.open(item, { signal: going, known });
  await readItem(opened);
  return opened === undefined ? 'unchanged' : 'changed';
}
