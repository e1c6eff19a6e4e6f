import type { Knowledge } from '../../server/knowledge/knowledge.ts';
import { collections, makeDocument } from './made-up-store.ts';
import { median, quantile } from '../quantile.ts';

const CYCLES = 20;

/** Replaces and deletes documents and looks for their old and new text right after. */
export async function changeCycles(knowledge: Knowledge): Promise<void> {
  let stale = 0;
  let missing = 0;
  const times: number[] = [];
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const { pages: _pages, ...document } = makeDocument(cycle + 1);
    const marker = (edition: number): string => `Zzq${cycle}x${edition}marker`;
    const write = (edition: number) =>
      knowledge.importDocument({
        ...document,
        bytes: Buffer.concat([document.bytes, Buffer.from(`\n\n${marker(edition)} holds.`)]),
      });
    await write(1);
    const started = performance.now();
    const report = await write(2);
    times.push(performance.now() - started);
    if (await finds(knowledge, marker(1))) stale += 1;
    if (!(await finds(knowledge, marker(2)))) missing += 1;
    if (report.status === 'failed' || !(await knowledge.removeDocument(report.document))) missing += 1;
    if (await finds(knowledge, marker(2))) stale += 1;
  }
  console.log(
    `${CYCLES} times changed and deleted: ${stale} stale hits, ${missing} missing; a document of 20 pages is replaced and searchable in ${median(times).toFixed(0)} ms (p95 ${quantile(times, 0.95).toFixed(0)})\n`,
  );
}

async function finds(knowledge: Knowledge, marker: string): Promise<boolean> {
  const groups = (await knowledge.groups()).map(({ id }) => id);
  const hits = await knowledge.search({ text: marker, collections, groups, limit: 5, mode: 'text' });
  return hits.some(({ text }) => text.includes(marker));
}
