import { readFileSync } from 'node:fs';

const MIB = 2 ** 20;

/**
 * Memory of this process in MiB: what it holds that is not a file (Linux `RssAnon`), of that JavaScript's heap, and what
 * Node knows to lie outside of it. The rest of it belongs to the engines.
 */
export function describeMemory(): string {
  const { heapTotal, external } = process.memoryUsage();
  const status = readFileSync('/proc/self/status', 'utf8');
  const kib = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? Number.NaN);
  return [kib('VmRSS') / 1024, kib('RssAnon') / 1024, heapTotal / MIB, external / MIB]
    .map((value) => value.toFixed(0))
    .join(' | ');
}

export const memoryColumns = 'resident MiB | without files | heap | outside of it';
