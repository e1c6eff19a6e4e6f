import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createCompactRange } from '../../server/audit/compact-range.ts';
import { rootFromPath, siblingRanges } from '../../server/audit/inclusion-proof.ts';
import { formatProof } from '../../server/audit/tlog-proof.ts';
import { leafHash } from '../../server/audit/tree-hash.ts';
import { type MadeLog, makeLog } from './make-log.ts';

/** The larger log is so many times as large: what grows with it shows in the memory. */
const TIMES = 4;
const PROOF_ENTRIES = 10_000_000;

/** Prints how fast and with how much memory dist/audit-verify.mjs verifies, at two sizes, and how large a proof is. */
export async function measureVerifier(dir: string, entries: number): Promise<void> {
  console.log('| log | entries | verified per second | per second of one core | bytes each | memory MB |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const size of [entries / TIMES, entries]) {
    const folder = join(dir, String(size));
    mkdirSync(folder);
    const log = await makeLog(folder, size);
    const { seconds, busy, megabytes } = verifyOnce(log);
    const each = Math.round(statSync(log.db).size / size);
    console.log(
      `| database, verified by dist/audit-verify.mjs | ${size} | ${Math.round(size / seconds)} | ${Math.round(size / busy)} | ${each} | ${Math.round(megabytes)} |`,
    );
  }
  measureProof();
}

/** The whole command, its start included. `busy`: seconds of processor time. */
function verifyOnce({ db, checkpoint, vkey }: MadeLog): { seconds: number; busy: number; megabytes: number } {
  const file = 'dist/audit-verify.mjs';
  if (!existsSync(file)) throw new Error('Run npm run build first.');
  const onExit = 'process.on("exit", () => process.stderr.write(JSON.stringify(process.resourceUsage())))';
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(onExit)}`, file, 'verify'].concat([
      '--db',
      db,
      '--checkpoint',
      checkpoint,
      '--vkey',
      vkey,
    ]),
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The made log must be sound: ${status} ${stderr}`);
  const seconds = (performance.now() - start) / 1000;
  const used: { maxRSS: number; userCPUTime: number; systemCPUTime: number } = JSON.parse(stderr);
  return { seconds, busy: (used.userCPUTime + used.systemCPUTime) / 1e6, megabytes: used.maxRSS / 1024 };
}

/** The path of one leaf in a tree of ten million, with a checkpoint as long as ours are. */
function measureProof(): void {
  const index = 6_543_210;
  const leaf = leafHash(Buffer.from('an entry'));
  const path = siblingRanges(index, { start: 0, end: PROOF_ENTRIES }).map(({ start, end }) => {
    const tree = createCompactRange();
    for (let place = start; place < end; place += 1) tree.append(placeholder(place));
    return tree.root();
  });
  const origin = `intramura/${'0'.repeat(32)}`;
  const root = rootFromPath(leaf, index, PROOF_ENTRIES, path);
  if (root === undefined) throw new Error('The path must lead to a root.');
  const signature = Buffer.alloc(68).toString('base64');
  const checkpoint = `${origin}\n${PROOF_ENTRIES}\n${root.toString('base64')}\n\n— ${origin} ${signature}\n`;
  const started = performance.now();
  const checks = 1000;
  for (let check = 0; check < checks; check += 1) rootFromPath(leaf, index, PROOF_ENTRIES, path);
  const milliseconds = (performance.now() - started) / checks;
  const bytes = Buffer.byteLength(formatProof({ index, path, checkpoint }));
  console.log(
    `proof at ${PROOF_ENTRIES} entries: ${path.length} hashes, ${bytes} bytes without the entry, path checked in ${milliseconds.toFixed(3)} ms`,
  );
}

/** Stands for the hash of a leaf: only the nodes above it are computed. */
function placeholder(place: number): Buffer {
  const hash = Buffer.alloc(32);
  hash.writeUInt32BE(place);
  return hash;
}
