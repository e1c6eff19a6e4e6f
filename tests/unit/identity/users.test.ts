import { describe, expect, it } from 'vitest';
import { createBench, password } from './identity-bench.ts';

describe('users', () => {
  it('gives back what it was given, never the password', async () => {
    const { identity, db } = await createBench();
    const user = await identity.users.create({
      username: ' Ada.Li ',
      displayName: '李爱达',
      password,
      roles: ['member', 'auditor', 'member'],
    });
    expect(user).toEqual({
      id: expect.stringMatching(/^usr_[0-9a-f]{32}$/) as unknown,
      username: 'ada.li',
      displayName: '李爱达',
      roles: ['member', 'auditor'],
      createdAt: new Date('2026-03-01T09:00:00.000Z'),
    });
    expect(await identity.users.byId(user.id)).toEqual(user);
    const stored = await db.selectFrom('users').selectAll().executeTakeFirstOrThrow();
    expect(stored.password_hash).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/);
    expect(JSON.stringify(stored)).not.toContain(password);
  });

  it('finds a user by any spelling of the name', async () => {
    const { identity, addUser } = await createBench();
    const user = await addUser('josé@bank');
    for (const spelling of ['JOSÉ@BANK', 'jose\u0301@bank', ' José@Bank ', 'ｊｏｓé@bank']) {
      expect((await identity.users.byUsername(spelling))?.id).toBe(user.id);
    }
    expect(await identity.users.byUsername('nobody')).toBeUndefined();
    expect(await identity.users.byUsername('not a name')).toBeUndefined();
  });

  it('takes each name once, in any spelling', async () => {
    const { identity, addUser } = await createBench();
    await addUser('ada');
    await expect(addUser('ADA')).rejects.toMatchObject({ code: 'ERR_IDENTITY_CONFLICT', status: 409 });
    expect(await identity.users.count()).toBe(1);
  });

  it.each(['', ' ', 'two words', '../etc', '-dash', 'line\nbreak', 'a'.repeat(101), 'a\u202eb'])(
    'refuses the user name %j',
    async (username) => {
      const { addUser } = await createBench();
      await expect(addUser(username)).rejects.toMatchObject({
        code: 'ERR_REQUEST_INVALID',
        status: 400,
        param: 'username',
      });
    },
  );

  it('refuses passwords that are too short or too long, without repeating them', async () => {
    const { identity } = await createBench();
    for (const bad of ['seven77', '密码密码密码密', 'x'.repeat(1025)]) {
      const made = identity.users.create({
        username: 'a',
        displayName: 'A',
        password: bad,
        roles: ['member'],
      });
      await expect(made).rejects.toMatchObject({ code: 'ERR_REQUEST_INVALID', param: 'password' });
      await expect(made).rejects.not.toThrow(bad);
    }
    expect(await identity.users.count()).toBe(0);
  });

  it('refuses a user without a role or with an unusable display name', async () => {
    const { identity } = await createBench();
    const base = { username: 'a', displayName: 'A', password, roles: ['member'] } as const;
    await expect(identity.users.create({ ...base, roles: [] })).rejects.toMatchObject({ param: 'roles' });
    for (const displayName of ['', ' ', 'a\u0007b', 'x'.repeat(201)]) {
      await expect(identity.users.create({ ...base, displayName })).rejects.toMatchObject({
        param: 'displayName',
      });
    }
  });

  it('lists users by name', async () => {
    const { identity, addUser } = await createBench();
    await addUser('zoe');
    await addUser('ada');
    expect((await identity.users.list()).map(({ username }) => username)).toEqual(['ada', 'zoe']);
  });

  it('says that a user is unknown', async () => {
    const { identity } = await createBench();
    const unknown = { code: 'ERR_NOT_FOUND', status: 404 };
    expect(await identity.users.byId('usr_0')).toBeUndefined();
    await expect(identity.users.update('usr_0', { disabled: true })).rejects.toMatchObject(unknown);
    await expect(identity.users.update('usr_0', { password: password })).rejects.toMatchObject(unknown);
    await expect(identity.users.update('usr_0', { roles: ['member'] })).rejects.toMatchObject(unknown);
  });

  it('ignores a stored role that this version does not know', async () => {
    const { identity, addUser, db } = await createBench();
    const { id } = await addUser('ada');
    await db.updateTable('users').set({ roles: '["member","wizard"]' }).execute();
    expect((await identity.users.byId(id))?.roles).toEqual(['member']);
  });

  it('never loses the last administrator', async () => {
    const { identity, addUser } = await createBench();
    const first = await addUser('first', 'administrator');
    await addUser('member');
    const conflict = { code: 'ERR_IDENTITY_CONFLICT', status: 409 };
    await expect(identity.users.update(first.id, { disabled: true })).rejects.toMatchObject(conflict);
    await expect(identity.users.update(first.id, { roles: ['auditor'] })).rejects.toMatchObject(conflict);
    const second = await addUser('second', 'administrator');
    await identity.users.update(first.id, { disabled: true });
    await expect(identity.users.update(second.id, { disabled: true })).rejects.toMatchObject(conflict);
    expect((await identity.users.update(second.id, { roles: ['administrator', 'auditor'] })).roles).toEqual([
      'administrator',
      'auditor',
    ]);
  });

  it('keeps the time of the first disabling', async () => {
    const { identity, addUser, clock } = await createBench();
    const { id } = await addUser('ada');
    await identity.users.update(id, { disabled: true });
    clock.pass(1000);
    await identity.users.update(id, { disabled: true });
    expect((await identity.users.byId(id))?.disabledAt).toEqual(new Date('2026-03-01T09:00:00.000Z'));
  });
});

describe('ensureAdministrator', () => {
  it('makes admin with a readable password of at least 100 bits on an empty table', async () => {
    const { identity } = await createBench();
    const made = await identity.ensureAdministrator();
    expect(made?.user).toMatchObject({
      username: 'admin',
      roles: ['member', 'knowledge-editor', 'administrator', 'auditor'],
    });
    // 24 digits of 5 bits.
    expect(made?.password).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){5}$/);
    await expect(identity.sessions.signIn('admin', made?.password ?? '')).resolves.toBeDefined();
  });

  it('takes a given password and does not give it back', async () => {
    const { identity } = await createBench();
    const made = await identity.ensureAdministrator(password);
    expect(made?.user.username).toBe('admin');
    expect(made).not.toHaveProperty('password');
    await expect(identity.sessions.signIn('admin', password)).resolves.toBeDefined();
  });

  it('does nothing once there is a user', async () => {
    const { identity, addUser } = await createBench();
    await addUser('somebody');
    expect(await identity.ensureAdministrator(password)).toBeUndefined();
    expect(await identity.users.byUsername('admin')).toBeUndefined();
  });
});
