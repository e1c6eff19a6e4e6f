import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../server/knowledge/knowledge.ts';
import { makeDocument } from './made-up-store.ts';
import { describeMemory, memoryColumns } from './memory.ts';

const MIB = 2 ** 20;
/** Documents between two lines of progress. */
const STEP = 100;

/** Imports documents until the store has this many chunks; prints the rate and the memory as it goes. */
export async function measureImport(knowledge: Knowledge, wanted: number, index: string): Promise<void> {
  const started = performance.now();
  let chunks = 0;
  let pages = 0;
  let last = { at: started, pages: 0 };
  console.log(`| chunks | pages | pages/s in this step | ${memoryColumns} | index MiB |`);
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  console.log(`| 0 | 0 | | ${describeMemory()} | |`);
  for (let number = 0; chunks < wanted; number += 1) {
    const { pages: own, ...document } = makeDocument(number);
    const report = await knowledge.importDocument(document);
    if (report.status === 'failed') throw new Error(report.reason);
    chunks += report.chunks;
    pages += own;
    if ((number + 1) % STEP !== 0 && chunks < wanted) continue;
    const now = performance.now();
    const rate = (pages - last.pages) / ((now - last.at) / 1000);
    console.log(
      `| ${chunks} | ${pages} | ${rate.toFixed(0)} | ${describeMemory()} | ${(sizeOf(index).bytes / MIB).toFixed(0)} |`,
    );
    last = { at: now, pages };
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `import: ${(pages / seconds).toFixed(0)} pages/s, ${(chunks / seconds).toFixed(0)} chunks/s, without embedding\n`,
  );
}

export function sizeOf(folder: string): { readonly bytes: number; readonly files: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { bytes, files: files.length };
}
