// npm run bench:audit: durable appends beside the raw sync rate of the same disk, measured in turns; what the log adds
// to an exchange; entries verified per second; erasing 10,000 entries. Runs in a temporary folder; INTRAMURA_BENCH_DIR
// names another disk to measure, INTRAMURA_BENCH_SECONDS how long.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditLog, openAuditLog } from '../server/audit/audit-log.ts';
import { spawnSigner } from '../server/audit/signer/spawn-signer.ts';
import { systemClock } from '../server/util/clock.ts';
import { systemRandom } from '../server/util/random.ts';
import { exchangeSubject } from './bench-audit/exchange-subject.ts';
import { measureErasure } from './bench-audit/measure-erasure.ts';
import { measureInTurns, type Rate, type Subject } from './bench-audit/measure-in-turns.ts';
import { measureVerifier } from './bench-audit/measure-verifier.ts';
import { openRawSync } from './bench-audit/raw-sync.ts';

const SECONDS = Number(process.env['INTRAMURA_BENCH_SECONDS'] ?? 40);
const TURN_MS = 100;
const VERIFIED_ENTRIES = 200_000;

const dir = mkdtempSync(join(process.env['INTRAMURA_BENCH_DIR'] ?? tmpdir(), 'intramura-bench-'));
try {
  await run();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const logDir = join(dir, 'log');
  mkdirSync(logDir);
  const path = join(logDir, 'audit.db');
  const signingKeyPath = join(logDir, 'signing.pem');
  await using log = await openAuditLog({
    path,
    checkpointDir: join(logDir, 'checkpoints'),
    signingKeyPath,
    openSigner: () =>
      spawnSigner({ stateDir: join(logDir, 'signer'), keyPath: signingKeyPath, logPath: path }),
    keysPath: join(logDir, 'audit-keys.db'),
    epochKeyDir: join(logDir, 'keys'),
    clock: systemClock,
    random: systemRandom,
    policyBundle: '0'.repeat(64),
    version: 'bench',
  });
  using raw = openRawSync(join(dir, 'raw'));
  const rates = await measureInTurns(
    [
      { name: 'raw: write 1 KiB and sync', clients: 1, once: () => raw.once() },
      ...[1, 8, 64].map((clients) => appendSubject(log, clients)),
      await exchangeSubject(log),
    ],
    SECONDS,
    TURN_MS,
  );
  reportRates(rates);
  await reportVerification(log, path);
  await measureVerifier(dir, VERIFIED_ENTRIES);
  const { entries, seconds, left } = await measureErasure(log);
  console.log(`erasure: ${entries} entries in ${seconds.toFixed(2)} s, ${left} of the same people left`);
}

function appendSubject(log: AuditLog, clients: number): Subject {
  return {
    name: `durable appends, ${clients} client${clients === 1 ? '' : 's'}`,
    clients,
    once: () =>
      log.recordEvent({
        type: 'knowledge.imported',
        actor: { kind: 'user', id: 'user_bench' },
        collection: 'handbook',
        document: 'doc_0123456789abcdef0123456789abcdef',
        chunks: 12,
      }),
  };
}

function reportRates([raw, ...others]: readonly Rate[]): void {
  if (raw === undefined) return;
  console.log('| what | per second | beside raw | p50 ms | p99 ms | cores |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, perSecond, p50, p99, cores } of [raw, ...others]) {
    const beside = (perSecond / raw.perSecond).toFixed(2);
    console.log(
      `| ${name} | ${Math.round(perSecond)} | ${beside} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${cores.toFixed(2)} |`,
    );
  }
}

async function reportVerification(log: AuditLog, path: string): Promise<void> {
  await log.checkpoint();
  const start = performance.now();
  const { entries, exitCode } = await log.verify();
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `verify: ${Math.round(entries / seconds)} entries/s (${entries} entries, exit code ${exitCode}, ${Math.round(statSync(path).size / entries)} bytes each)`,
  );
}
