import type { Knowledge, SearchMode, SearchQuery } from '../../server/knowledge/knowledge.ts';
import { collections, departments, makeQuestions } from './made-up-store.ts';
import { median, quantile } from '../quantile.ts';

const QUESTIONS = 200;
const WARM_UP = 20;
const modes: readonly SearchMode[] = ['text', 'vector', 'hybrid'];

export interface MeasuredSearch {
  readonly questions: readonly string[];
  /** Milliseconds. */
  readonly hybrid: { readonly p50: number; readonly p95: number };
}

/** One search after the other, filtered by collections and by the groups that two departments may read. */
export async function measureSearch(knowledge: Knowledge): Promise<MeasuredSearch> {
  const questions = makeQuestions(QUESTIONS);
  const own = await knowledge.groups();
  const groups = own
    .filter(({ readers }) => readers?.some((reader) => departments.slice(0, 2).includes(reader)))
    .map(({ id }) => id);
  const readable = { collections: collections.slice(0, 6), groups };
  console.log(
    `| search, ${readable.collections.length} collections and ${groups.length} access groups | p50 ms | p95 ms |`,
  );
  console.log('| --- | --- | --- |');
  const measured = new Map<SearchMode, { p50: number; p95: number }>();
  for (const mode of modes) {
    const times = await timesOf(knowledge, questions, { ...readable, limit: 10, mode });
    measured.set(mode, quantiles(times));
    const { p50, p95 } = quantiles(times);
    console.log(`| ${mode} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`);
  }
  return { questions, hybrid: measured.get('hybrid') ?? { p50: 0, p95: 0 } };
}

async function timesOf(
  knowledge: Knowledge,
  questions: readonly string[],
  query: Omit<SearchQuery, 'text'>,
): Promise<number[]> {
  for (const text of questions.slice(0, WARM_UP)) await knowledge.search({ ...query, text });
  const times: number[] = [];
  for (const text of questions) {
    const started = performance.now();
    await knowledge.search({ ...query, text });
    times.push(performance.now() - started);
  }
  return times;
}

export function quantiles(times: readonly number[]): { p50: number; p95: number } {
  return { p50: median(times), p95: quantile(times, 0.95) };
}
