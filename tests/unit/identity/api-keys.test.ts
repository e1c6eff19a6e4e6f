import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeApiKeySecret, isApiKeySecret } from '../../../server/identity/api-key-secret.ts';
import { createApiKeys } from '../../../server/identity/api-keys.ts';
import { systemRandom } from '../../../server/util/random.ts';
import { createBench } from './identity-bench.ts';

const DAY = 86_400_000;
const someBytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('the secret of a key', () => {
  it('is imk_ and 49 letters and digits, and recognised', () => {
    const check = fc.property(someBytes, (bytes) => {
      const secret = composeApiKeySecret(() => Buffer.from(bytes));
      return /^imk_[0-9A-Za-z]{49}$/.test(secret) && isApiKeySecret(secret);
    });
    expect(() => fc.assert(check)).not.toThrow();
  });

  it('keeps every bit: the bytes can be computed back', () => {
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    const check = fc.property(someBytes, (bytes) => {
      const body = composeApiKeySecret(() => Buffer.from(bytes)).slice(4, 47);
      let value = 0n;
      for (const digit of body) value = value * 62n + BigInt(digits.indexOf(digit));
      return value === BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
    });
    expect(() => fc.assert(check)).not.toThrow();
  });

  it('is not recognised after one wrong character or two swapped ones', () => {
    const place = fc.nat({ max: 48 });
    const letter = fc.constantFrom('0', 'A', 'Z', 'a', 'z', '5', 'Q', 'q');
    const check = fc.property(someBytes, place, letter, (bytes, index, replacement) => {
      const secret = composeApiKeySecret(() => Buffer.from(bytes));
      const at = index + 4;
      const typo = secret.slice(0, at) + replacement + secret.slice(at + 1);
      const swapped =
        secret.slice(0, at) + (secret[at + 1] ?? '') + (secret[at] ?? '') + secret.slice(at + 2);
      return [typo, swapped].every((wrong) => wrong === secret || !isApiKeySecret(wrong));
    });
    expect(() => fc.assert(check, { numRuns: 1000 })).not.toThrow();
  });

  it('has nothing but its exact form', () => {
    const secret = composeApiKeySecret(systemRandom);
    for (const wrong of [
      '',
      'imk_',
      secret.slice(1),
      `${secret}0`,
      `${secret}\n`,
      ` ${secret}`,
      secret.toUpperCase(),
    ]) {
      expect(isApiKeySecret(wrong)).toBe(false);
    }
  });
});

describe('api keys', () => {
  it('resolves to an application with its owner’s roles and its own limits', async () => {
    const { identity, addUser } = await createBench();
    const owner = await addUser('ada', 'agent', 'auditor');
    const { key, secret } = await identity.apiKeys.create({
      name: ' Till ',
      ownerId: owner.id,
      scopes: ['chat:create', 'model:list', 'chat:create'],
      models: ['small'],
      collections: [],
      expiresAt: new Date('2026-04-01T00:00:00Z'),
    });
    expect(key).toEqual({
      id: expect.stringMatching(/^key_[0-9a-f]{32}$/) as unknown,
      name: 'Till',
      ownerId: owner.id,
      scopes: ['chat:create', 'model:list'],
      models: ['small'],
      collections: [],
      createdAt: new Date('2026-03-01T09:00:00Z'),
      expiresAt: new Date('2026-04-01T00:00:00Z'),
    });
    expect(await identity.apiKeys.resolve(secret)).toEqual({
      kind: 'api-key',
      id: key.id,
      name: 'Till',
      roles: ['agent', 'auditor'],
      limits: { scopes: ['chat:create', 'model:list'], models: ['small'], collections: [] },
    });
  });

  it('leaves out the limits that a key does not have', async () => {
    const { identity, addUser } = await createBench();
    const { id: ownerId } = await addUser('ada');
    const { secret } = await identity.apiKeys.create({ name: 'app', ownerId, scopes: ['chat:create'] });
    expect((await identity.apiKeys.resolve(secret))?.limits).toEqual({ scopes: ['chat:create'] });
  });

  it('keeps the secret out of the database and out of the list', async () => {
    const { identity, addUser, db } = await createBench();
    const { id: ownerId } = await addUser('ada');
    const { secret } = await identity.apiKeys.create({ name: 'app', ownerId, scopes: ['chat:create'] });
    const stored = JSON.stringify(await db.selectFrom('api_keys').selectAll().execute());
    const listed = JSON.stringify(await identity.apiKeys.list());
    expect(stored + listed).not.toContain(secret.slice(4));
    expect(listed).not.toMatch(/[0-9a-f]{64}/);
  });

  it('asks the database only about secrets with the right checksum', async () => {
    const { db, clock, identity } = await createBench();
    await identity.users.count();
    await db.destroy();
    const apiKeys = createApiKeys({ db, clock, random: systemRandom });
    const secret = composeApiKeySecret(systemRandom);
    const typo = secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0');
    expect(await apiKeys.resolve(typo)).toBeUndefined();
    expect(await apiKeys.resolve('sk-something-else')).toBeUndefined();
    await expect(apiKeys.resolve(secret)).rejects.toThrow(/destroyed|not open/);
  });

  it('knows nobody by a well-formed secret that was never issued', async () => {
    const { identity } = await createBench();
    expect(await identity.apiKeys.resolve(composeApiKeySecret(systemRandom))).toBeUndefined();
  });

  it('stops at expiry, at revocation and with its owner', async () => {
    const { identity, addUser, clock } = await createBench();
    const { id: ownerId } = await addUser('ada');
    const base = { name: 'app', ownerId, scopes: ['chat:create'] };
    const { apiKeys } = identity;
    const expiring = await apiKeys.create({ ...base, expiresAt: new Date(clock.now().getTime() + DAY) });
    const revoked = await apiKeys.create(base);
    const orphaned = await apiKeys.create(base);
    clock.pass(DAY - 1);
    expect(await apiKeys.resolve(expiring.secret)).toBeDefined();
    clock.pass(1);
    expect(await apiKeys.resolve(expiring.secret)).toBeUndefined();
    await apiKeys.revoke(revoked.key.id);
    expect(await apiKeys.resolve(revoked.secret)).toBeUndefined();
    expect(await apiKeys.resolve(orphaned.secret)).toBeDefined();
    await identity.users.update(ownerId, { disabled: true });
    expect(await apiKeys.resolve(orphaned.secret)).toBeUndefined();
  });

  it('keeps the time of the first revocation and says when a key is unknown', async () => {
    const { identity, addUser, clock } = await createBench();
    const { id: ownerId } = await addUser('ada');
    const { key } = await identity.apiKeys.create({ name: 'app', ownerId, scopes: ['chat:create'] });
    await identity.apiKeys.revoke(key.id);
    clock.pass(DAY);
    await identity.apiKeys.revoke(key.id);
    expect((await identity.apiKeys.list())[0]?.revokedAt).toEqual(new Date('2026-03-01T09:00:00Z'));
    await expect(identity.apiKeys.revoke('key_0')).rejects.toMatchObject({
      code: 'ERR_NOT_FOUND',
      status: 404,
    });
  });

  it('follows the roles of its owner', async () => {
    const { identity, addUser } = await createBench();
    const { id: ownerId } = await addUser('ada', 'member');
    const { secret } = await identity.apiKeys.create({ name: 'app', ownerId, scopes: ['chat:create'] });
    await identity.users.update(ownerId, { roles: ['auditor'] });
    expect((await identity.apiKeys.resolve(secret))?.roles).toEqual(['auditor']);
  });

  it('notes its last use, at most once a minute', async () => {
    const { identity, addUser, clock } = await createBench();
    const { id: ownerId } = await addUser('ada');
    const { secret } = await identity.apiKeys.create({ name: 'app', ownerId, scopes: ['chat:create'] });
    const lastUse = async (): Promise<Date | undefined> => (await identity.apiKeys.list())[0]?.lastUsedAt;
    expect(await lastUse()).toBeUndefined();
    await identity.apiKeys.resolve(secret);
    const first = clock.now();
    clock.pass(59_000);
    await identity.apiKeys.resolve(secret);
    expect(await lastUse()).toEqual(first);
    clock.pass(1000);
    await identity.apiKeys.resolve(secret);
    expect(await lastUse()).toEqual(clock.now());
  });

  it('lists the newest first, and those of one owner', async () => {
    const { identity, addUser, clock } = await createBench();
    const ada = await addUser('ada');
    const zoe = await addUser('zoe');
    for (const [name, ownerId] of [
      ['one', ada.id],
      ['two', zoe.id],
      ['three', ada.id],
    ] as const) {
      await identity.apiKeys.create({ name, ownerId, scopes: ['chat:create'] });
      clock.pass(1000);
    }
    const names = async (ownerId?: string): Promise<string[]> =>
      (await identity.apiKeys.list(ownerId)).map(({ name }) => name);
    expect(await names()).toEqual(['three', 'two', 'one']);
    expect(await names(ada.id)).toEqual(['three', 'one']);
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'a\nb' }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['everything'] }],
    ['expiresAt', { expiresAt: new Date('2026-03-01T09:00:00Z') }],
    ['expiresAt', { expiresAt: new Date(Number.NaN) }],
  ])('refuses a wrong %s: %j', async (param, change) => {
    const { identity, addUser } = await createBench();
    const { id: ownerId } = await addUser('ada');
    const made = identity.apiKeys.create({ name: 'app', ownerId, scopes: ['chat:create'], ...change });
    await expect(made).rejects.toMatchObject({ code: 'ERR_REQUEST_INVALID', status: 400, param });
  });

  it('refuses an owner who does not exist or is disabled', async () => {
    const { identity, addUser } = await createBench();
    const { id } = await addUser('ada');
    await identity.users.update(id, { disabled: true });
    for (const ownerId of [id, 'usr_0']) {
      const made = identity.apiKeys.create({ name: 'app', ownerId, scopes: ['chat:create'] });
      await expect(made).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
    }
  });
});
