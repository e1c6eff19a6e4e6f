import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Leak, LeakSearch } from './leak-search.ts';
import type { PlantedProduct } from './product.ts';

export interface Found {
  readonly leaks: readonly Leak[];
  readonly searched: ReadonlyMap<string, number>;
}

/**
 * Looks in all that the product sent and wrote: what model processes were given, log lines, metrics, audit entries as values
 * and as bytes, names of files, and, for what was said in conversations or is masked in the store, in every file. Ends the product.
 */
export async function findLeaksInStores(
  product: PlantedProduct,
  search: LeakSearch,
  sealed: LeakSearch,
): Promise<Found> {
  const { audit, metrics } = product.context.services;
  const leaks: Leak[] = [];
  const searched = new Map<string, number>();
  const look = (where: string, text: string, by: LeakSearch = search): void => {
    searched.set(where, (searched.get(where) ?? 0) + text.length);
    leaks.push(...by.find(text, where));
  };
  look('metrics', await metrics.render());
  for (let after = 0; ;) {
    const entries = await audit.entries({ after, limit: 500 });
    look('audit entries', JSON.stringify(entries));
    const last = entries.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  await product.close();
  const given = product.hosts.bytes();
  look('model hosts', given);
  look('model hosts, lines joined', given.replaceAll(String.raw`\n`, ''));
  for (const line of product.context.logLines) look('log', line);
  for (const path of filesOf(product.dataDir)) {
    look('names of files', path);
    const text = readFileSync(path).toString('utf8');
    if (/\/(?:audit\.db|checkpoints\/)/.test(path)) look('bytes of the audit log', text);
    look('stores that must be sealed or masked', text, sealed);
  }
  return { leaks, searched };
}

function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
