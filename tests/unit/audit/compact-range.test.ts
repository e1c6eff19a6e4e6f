import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCompactRange } from '../../../server/audit/compact-range.ts';
import { leafHash } from '../../../server/audit/tree-hash.ts';

const leaves = Array.from({ length: 64 }, (_, index) => Buffer.from(`leaf ${index}`));

/** The definition of RFC 6962 §2.1, word for word, without any of the code under test. */
function merkleTreeHash(data: readonly Buffer[]): Buffer {
  const [only] = data;
  if (only === undefined) return sha256();
  if (data.length === 1) return sha256(Buffer.of(0), only);
  let split = 1;
  while (split * 2 < data.length) split *= 2;
  return sha256(Buffer.of(1), merkleTreeHash(data.slice(0, split)), merkleTreeHash(data.slice(split)));
}

describe('a compact range', () => {
  it.each(Array.from({ length: 65 }, (_, size) => size))('has the RFC 6962 root of %i leaves', (size) => {
    const range = createCompactRange();
    for (const leaf of leaves.slice(0, size)) range.append(leafHash(leaf));
    expect(range.size).toBe(size);
    expect(range.root()).toEqual(merkleTreeHash(leaves.slice(0, size)));
  });

  // Computed by a program in another language.
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '1bb97dcc21635d47e2663efdfd0a174686d98dd701352dd2cd06e8b43fd3d305'],
    [2, 'fc5f6b88ff8554f75bb2f9e6f39c31b1936d44b69276edf7b1205a955b9761e3'],
    [3, 'd4f92c8fbb89720eb3b55677c7d7efaddfeb10d11a1a84a0ba8f1a23337faa95'],
    [5, '341515982d650e23520dbd54d7fcf0afa1b70cc3a16a411d464dc9c1ac96c301'],
    [8, 'c5c2c820ed342fdda8ce896b6b9cf5b8c00a21cc4b20714cc6e5d3c05c35240b'],
    [63, '1f75981dfab82a28f61973d894939e80c8c072df2186199191c401ed0ba91460'],
  ])('of %i leaves has the root %s', (size, root) => {
    const range = createCompactRange();
    for (const leaf of leaves.slice(0, size)) range.append(leafHash(leaf));
    expect(range.root().toString('hex')).toBe(root);
  });

  it('copies itself: the copy and the original grow apart', () => {
    const range = createCompactRange();
    for (const leaf of leaves.slice(0, 7)) range.append(leafHash(leaf));
    const before = range.root();
    const copy = range.copy();
    copy.append(leafHash(Buffer.from('another')));
    expect(range.root()).toEqual(before);
    expect(copy.size).toBe(8);
    expect(copy.root()).not.toEqual(before);
  });

  it('does not take a doubled last leaf for the same tree', () => {
    const [a, b, c] = leaves.map(leafHash);
    expect(rootOf(a, b, c)).not.toBe(rootOf(a, b, c, c));
  });
});

function rootOf(...hashes: readonly (Buffer | undefined)[]): string {
  const range = createCompactRange();
  for (const hash of hashes) range.append(hash ?? Buffer.alloc(0));
  return range.root().toString('hex');
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
}
