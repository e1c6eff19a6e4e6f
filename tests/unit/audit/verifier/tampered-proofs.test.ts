import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCompactRange } from '../../../../server/audit/compact-range.ts';
import { rootFromPath } from '../../../../server/audit/inclusion-proof.ts';
import { formatProof, parseProof, type TlogProof } from '../../../../server/audit/tlog-proof.ts';
import { leafHash, nodeHash } from '../../../../server/audit/tree-hash.ts';
import { localLog } from '../../../../server/audit/verify.ts';
import { useLogCopies } from '../log-copies.ts';
import { runStandalone, useJudges } from './judges.ts';

/** Classes T23 and T24 of docs/audit-tampering.md: proofs that prove something else. */

const log = useLogCopies();
const judges = useJudges();

/** The proof of an entry, as the verifier that needs nothing but Node makes it. */
function proofOf(seq: number): TlogProof {
  const { db = '', checkpoints, vkeys } = localLog(log.honest.options);
  const [head = ''] = checkpoints;
  const [vkey = ''] = vkeys;
  const args = ['prove', '--db', db, '--checkpoint', head, '--vkey', vkey, '--seq', String(seq)];
  const proof = parseProof(runStandalone(args).out);
  if (proof === undefined) throw new Error('an entry of the log must be proven');
  return proof;
}

function check(text: string): Promise<number> {
  const file = join(log.copy.dir, 'proof');
  writeFileSync(file, text);
  return judges.checkProof(file, localLog(log.honest.options).vkeys);
}

describe('T23 a wrong proof', () => {
  it('is told from a right one, which every entry has', async () => {
    for (let seq = 1; seq <= 42; seq += 1) expect(await check(formatProof(proofOf(seq)))).toBe(0);
  });

  it('leads nowhere, whatever was changed', async () => {
    const proof = proofOf(12);
    const { path, extra = Buffer.alloc(0) } = proof;
    const [first = Buffer.alloc(0), second = Buffer.alloc(0), ...rest] = path;
    const wrong: TlogProof[] = [
      { ...proof, index: 12 },
      { ...proof, index: 10 },
      { ...proof, index: 42 },
      { ...proof, path: path.slice(1) },
      { ...proof, path: path.slice(0, -1) },
      { ...proof, path: [...path, first] },
      { ...proof, path: [first, ...path] },
      { ...proof, path: [second, first, ...rest] },
      { ...proof, path: [] },
      { ...proof, extra: Buffer.concat([extra, Buffer.from(' ')]) },
      { ...proof, extra: Buffer.alloc(0) },
      { ...proof, checkpoint: `${proof.checkpoint} ` },
      { ...proof, checkpoint: proof.checkpoint.replace('\n42\n', '\n41\n') },
      { ...proof, checkpoint: proof.checkpoint.replace('\n42\n', '\n042\n') },
    ];
    const accepted: TlogProof[] = [];
    for (const claim of wrong) if ((await check(formatProof(claim))) !== 40) accepted.push(claim);
    expect(accepted).toEqual([]);
  });

  it.each([
    ['garbage before', (text: string) => `x${text}`],
    ['a line before', (text: string) => `\n${text}`],
    ['garbage after', (text: string) => `${text}x`],
    ['another version', (text: string) => text.replace('@v1', '@v2')],
    ['an index with a zero before', (text: string) => text.replace('index 11', 'index 011')],
    ['a hash in another spelling of base64', (text: string) => text.replace('=\n', '\n')],
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['nothing', () => ''],
  ])('is refused with %s', async (_, change) => {
    expect(await check(change(formatProof(proofOf(12))))).toBe(40);
  });
});

describe('T24 a second preimage', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text) => leafHash(Buffer.from(text)));

  it('does not exist by passing a node off as a leaf: their hashes have different prefixes', () => {
    const [left, right, third] = [a, b, c].map((hash) => hash ?? Buffer.alloc(0));
    if (left === undefined || right === undefined || third === undefined) throw new Error('three leaves');
    const root = rootOf(left, right, third);
    const forged = leafHash(Buffer.concat([left, right]));
    expect(rootFromPath(nodeHash(left, right), 0, 2, [third])).toEqual(root);
    expect(rootFromPath(forged, 0, 2, [third])).not.toEqual(root);
  });

  it('does not exist by doubling the last leaf of an odd number', () => {
    expect(rootOf(a, b, c)).not.toEqual(rootOf(a, b, c, c));
  });
});

function rootOf(...hashes: readonly (Buffer | undefined)[]): Buffer {
  const range = createCompactRange();
  for (const hash of hashes) range.append(hash ?? Buffer.alloc(0));
  return range.root();
}
