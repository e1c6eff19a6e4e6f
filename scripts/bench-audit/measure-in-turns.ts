import { median, quantile } from '../quantile.ts';

/** Something that is done again and again by a number of clients side by side. */
export interface Subject {
  readonly name: string;
  readonly clients: number;
  /** Does it once. @returns milliseconds that count, where that is not all the time it took */
  readonly once: () => unknown;
}

export interface Rate {
  readonly name: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time over time passed: 1 is one core in full use. */
  readonly cores: number;
}

/**
 * Measures subjects in turns, `turnMs` each. The speed of a shared machine doubles and halves within minutes: figures of the
 * same run can be compared only when every subject has had its share of the good and the bad times.
 */
export async function measureInTurns(
  subjects: readonly Subject[],
  seconds: number,
  turnMs: number,
): Promise<Rate[]> {
  const tallies = subjects.map((subject) => ({ subject, times: [0].slice(1), wall: 0, cpu: 0 }));
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    for (const tally of tallies) {
      const cpu = process.cpuUsage();
      const start = performance.now();
      await takeTurn(tally.subject, start + turnMs, tally.times);
      tally.wall += performance.now() - start;
      const { user, system } = process.cpuUsage(cpu);
      tally.cpu += (user + system) / 1000;
    }
  }
  return tallies.map(({ subject: { name }, times, wall, cpu }) => ({
    name,
    perSecond: (times.length / wall) * 1000,
    p50: median(times),
    p99: quantile(times, 0.99),
    cores: cpu / wall,
  }));
}

async function takeTurn({ clients, once }: Subject, until: number, times: number[]): Promise<void> {
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now();
      const counted = await once();
      times.push(typeof counted === 'number' ? counted : performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}
