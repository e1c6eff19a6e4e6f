import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadOrCreateKey } from '../../../server/util/key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'intramura-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes a key once, for its owner only, and reads it from then on', () => {
  const path = join(folder, 'a.key');
  const made = loadOrCreateKey(path, 32, randomBytes);
  expect(made).toHaveLength(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(loadOrCreateKey(path, 32, randomBytes)).toEqual(made);
});

it('never replaces a damaged key', () => {
  const path = join(folder, 'b.key');
  writeFileSync(path, 'short');
  expect(() => loadOrCreateKey(path, 32, randomBytes)).toThrow(/damaged/);
});
