// npm run bench:audit: durable appends per second beside the raw sync rate of the same disk, and entries verified
// per second. Runs in a temporary folder; INTRAMURA_BENCH_DIR names another disk to measure.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditLog, openAuditLog } from '../server/audit/audit-log.ts';
import { systemClock } from '../server/util/clock.ts';
import { systemRandom } from '../server/util/random.ts';
import { median, quantile } from './quantile.ts';

const SECONDS = 5;
const ENTRY_BYTES = 1024;

interface Rate {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const dir = mkdtempSync(join(process.env['INTRAMURA_BENCH_DIR'] ?? tmpdir(), 'intramura-bench-'));
try {
  await run();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function run(): Promise<void> {
  report('raw: write 1 KiB and fsync', measureSync());
  const path = join(dir, 'audit.db');
  await using log = await openAuditLog({
    path,
    checkpointDir: join(dir, 'checkpoints'),
    signingKeyPath: join(dir, 'signing.pem'),
    commitmentKeyPath: join(dir, 'commitment.key'),
    clock: systemClock,
    random: systemRandom,
    policyBundle: '0'.repeat(64),
    version: 'bench',
  });
  for (const clients of [1, 8, 64]) {
    report(
      `durable appends, ${clients} client${clients === 1 ? '' : 's'}`,
      await measureAppends(log, clients),
    );
  }
  await log.checkpoint();
  const start = performance.now();
  const { entries, exitCode } = await log.verify();
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `verify: ${Math.round(entries / seconds)} entries/s (${entries} entries, exit code ${exitCode}, ${Math.round(statSync(path).size / entries)} bytes each)`,
  );
}

/** What the disk can do: one write and one sync at a time. */
function measureSync(): Rate {
  const file = openSync(join(dir, 'raw'), 'w');
  const block = Buffer.alloc(ENTRY_BYTES, 1);
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  while (performance.now() < end) {
    const start = performance.now();
    writeSync(file, block);
    fsyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  return rateOf(times, SECONDS);
}

async function measureAppends(log: AuditLog, clients: number): Promise<Rate> {
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + SECONDS * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      await log.recordEvent({
        type: 'knowledge.imported',
        actor: { kind: 'user', id: 'user_bench' },
        collection: 'handbook',
        document: 'doc_0123456789abcdef0123456789abcdef',
        chunks: 12,
      });
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return rateOf(times, (performance.now() - begin) / 1000);
}

function rateOf(times: readonly number[], seconds: number): Rate {
  return { perSecond: times.length / seconds, p50: median(times), p99: quantile(times, 0.99) };
}

function report(what: string, { perSecond, p50, p99 }: Rate): void {
  console.log(`${what}: ${Math.round(perSecond)}/s, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`);
}
