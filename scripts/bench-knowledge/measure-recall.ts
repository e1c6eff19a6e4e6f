import type { IndexStore } from '../../server/knowledge/index-store.ts';
import { indexTuning } from '../../server/knowledge/index-tuning.ts';
import type { Readable } from '../../server/knowledge/knowledge.ts';
import { visibleSet } from '../../server/knowledge/visible-set.ts';
import { createExactSearch, recallOf } from './exact-search.ts';
import { questions } from './made-up-store.ts';
import { describeTimes, timesOfEach } from './measure-search.ts';
import type { BenchStore } from './open-store.ts';

const ASKED = questions.slice(0, 100);
const PROBES = [32, 64, 96, 128, 160, 256];

/** What looking into some partitions finds of what is really closest, and what it costs, beside comparing everything. */
export async function measureRecall(
  { db, vectors }: BenchStore,
  openIndex: (probes: number) => Promise<IndexStore>,
  readable: Required<Readable>,
): Promise<void> {
  const visible = await visibleSet(db, readable, new Date());
  const searchExactly = await createExactSearch(db, visible.groups);
  const exact = new Map<string, string[]>();
  const times = await timesOfEach(ASKED, (text) =>
    exact.set(text, searchExactly(vectors.question(text), 100)),
  );
  console.log(
    '| vectors, best 100 | recall@10 | recall@100 | p50 ms | p95 ms |\n| --- | --- | --- | --- | --- |',
  );
  console.log(`| every one compared in this process | 1 | 1 | ${describeTimes(times)} |`);
  for (const probes of PROBES) {
    const index = await openIndex(probes);
    const found = new Map<string, string[]>();
    const search = async (text: string): Promise<void> => {
      const hits = await index.searchVector(vectors.question(text), visible, 100);
      found.set(
        text,
        hits.map(({ chunk }) => chunk),
      );
    };
    await timesOfEach(ASKED.slice(0, 10), search);
    const taken = await timesOfEach(ASKED, search);
    const recalls = [10, 100].map((most) => {
      const each = ASKED.map((text) =>
        recallOf((found.get(text) ?? []).slice(0, most), (exact.get(text) ?? []).slice(0, most)),
      );
      return (each.reduce((sum, recall) => sum + recall, 0) / each.length).toFixed(3);
    });
    const name = probes === indexTuning.probes ? `**${probes}** partitions` : `${probes} partitions`;
    console.log(`| ${name} | ${recalls.join(' | ')} | ${describeTimes(taken)} |`);
    index.close();
  }
  console.log('');
}
