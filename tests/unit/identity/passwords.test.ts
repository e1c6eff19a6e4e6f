import { afterAll, describe, expect, it, vi } from 'vitest';
import { systemRandom } from '../../../server/util/random.ts';
import { cheapPasswords, password } from './identity-bench.ts';

// The real functions, watched: by modules loaded for this file alone, as others have loaded them unwatched.
vi.mock('@node-rs/argon2', { spy: true });
vi.resetModules();
const argon2 = await import('@node-rs/argon2');
const { createPasswords, defaultPasswordCost } = await import('../../../server/identity/passwords.ts');
afterAll(() => void vi.resetModules());

describe('passwords', () => {
  it('hashes at the cost of RFC 9106 unless told otherwise', async () => {
    const passwords = createPasswords(systemRandom);
    const hash = await passwords.hash(password);
    expect(defaultPasswordCost).toEqual({ memoryKib: 65_536, passes: 3, lanes: 4 });
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/);
    expect(await passwords.verify(hash, password)).toBe(true);
  });

  it('never makes the same hash twice', async () => {
    const passwords = createPasswords(systemRandom, cheapPasswords);
    expect(await passwords.hash(password)).not.toBe(await passwords.hash(password));
  });

  it('accepts the right password only', async () => {
    const passwords = createPasswords(systemRandom, cheapPasswords);
    const hash = await passwords.hash(password);
    for (const wrong of ['', ` ${password}`, password.toUpperCase(), password.slice(1), 'x'.repeat(2000)]) {
      expect(await passwords.verify(hash, wrong)).toBe(false);
    }
  });

  it('checks against a decoy when there is no hash, and no password opens it', async () => {
    const passwords = createPasswords(systemRandom, cheapPasswords);
    for (const attempt of [password, '', 'decoy'])
      expect(await passwords.verify(undefined, attempt)).toBe(false);
  });

  it('does the work of a real check for an unknown user and for a password that is too long', async () => {
    const passwords = createPasswords(systemRandom, cheapPasswords);
    const hash = await passwords.hash(password);
    const check = vi.mocked(argon2.verify).mockClear();
    await passwords.verify(hash, 'wrong password');
    await passwords.verify(undefined, 'wrong password');
    await passwords.verify(hash, 'x'.repeat(2000));
    const costs = check.mock.calls.map(([stored]) => {
      const { algorithm, memoryCost, timeCost, parallelism, outputLen } = argon2.parseOptions(stored);
      return { algorithm, memoryCost, timeCost, parallelism, outputLen };
    });
    expect(costs).toHaveLength(3);
    expect(new Set(costs.map((cost) => JSON.stringify(cost))).size).toBe(1);
  });

  it('refreshes a hash of another cost only', async () => {
    const cheap = createPasswords(systemRandom, cheapPasswords);
    const costlier = createPasswords(systemRandom, { memoryKib: 16, passes: 1, lanes: 1 });
    const old = await cheap.hash(password);
    expect(await cheap.refresh(old, password)).toBeUndefined();
    const fresh = await costlier.refresh(old, password);
    expect(fresh).toMatch(/\$m=16,/);
    expect(await costlier.verify(fresh, password)).toBe(true);
  });
});
