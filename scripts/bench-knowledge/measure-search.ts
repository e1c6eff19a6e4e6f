import { loadavg } from 'node:os';
import type { Knowledge, Readable, SearchMode, SearchQuery } from '../../server/knowledge/knowledge.ts';
import { median, quantile } from '../quantile.ts';
import { questions } from './made-up-store.ts';

const WARM_UP = 20;
const modes: readonly SearchMode[] = ['text', 'vector', 'hybrid'];

/** One search after the other, filtered by collections and by the groups that two departments may read. */
export async function measureSearch(knowledge: Knowledge, readable: Required<Readable>): Promise<void> {
  const { collections, groups } = readable;
  console.log(
    `| search, ${collections.length} collections and ${groups.length} access groups | p50 ms | p95 ms |`,
  );
  console.log('| --- | --- | --- |');
  for (const mode of modes) {
    const times = await timesOf(knowledge, { ...readable, limit: 10, mode });
    console.log(`| ${mode} | ${describeTimes(times)} |`);
  }
  console.log(`load of the machine meanwhile: ${loadavg()[0]?.toFixed(1)}\n`);
}

async function timesOf(knowledge: Knowledge, query: Omit<SearchQuery, 'text'>): Promise<number[]> {
  for (const text of questions.slice(0, WARM_UP)) await knowledge.search({ ...query, text });
  return timesOfEach(questions, (text) => knowledge.search({ ...query, text }));
}

/** Milliseconds of each, one after the other. */
export async function timesOfEach<T>(items: readonly T[], work: (item: T) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const started = performance.now();
    await work(item);
    times.push(performance.now() - started);
  }
  return times;
}

/** Two columns of a table: p50 and p95. */
export function describeTimes(times: readonly number[]): string {
  return `${median(times).toFixed(1)} | ${quantile(times, 0.95).toFixed(1)}`;
}
