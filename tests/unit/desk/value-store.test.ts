import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import {
  deleteConversation,
  insertConversation,
  vaultKeyId,
} from '../../../server/desk/conversation-store.ts';
import { type OpenContentKeys, openContentKeys } from '../../../server/desk/open-content-keys.ts';
import { createValueStore, sweepVaults, type ValueStoreContext } from '../../../server/desk/value-store.ts';
import type { KeptValue, KeptValues } from '../../../server/domain/kept-values.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { systemRandom } from '../../../server/util/random.ts';

const DAY_MS = 86_400_000;
const OWNER = 'usr_1';

let folder: string;
let db: AppDatabase;
let keys: OpenContentKeys;
let today: Date;
let context: ValueStoreContext;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intramura-vaults-'));
  db = await openAppDatabase(join(folder, 'app.db'), systemClock);
  today = new Date('2026-03-01T12:00:00Z');
  const clock = { now: () => today };
  const masterKey = systemRandom(32);
  keys = await openContentKeys({
    path: join(folder, 'keys.db'),
    appDb: db,
    masterKey,
    clock,
    random: systemRandom,
  });
  context = { db, keys, clock, random: systemRandom, vaultDays: 30 };
  await db
    .insertInto('users')
    .values({
      id: OWNER,
      username: 'ada',
      display_name: 'Ada',
      password_hash: '',
      roles: '[]',
      created_at: '',
      disabled_at: null,
    })
    .execute();
});

afterEach(async () => {
  await keys[Symbol.asyncDispose]();
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (): Promise<string> => (await insertConversation(context, OWNER, '')).id;
const mail = (number: number, original: string, form = 0): KeptValue => ({
  label: 'EMAIL',
  type: 'EMAIL',
  number,
  form,
  original,
});
const kept = (values: readonly KeptValue[], key = Buffer.alloc(32, 7)): KeptValues => ({ key, values });
const later = (days: number): void => {
  today = new Date(today.getTime() + days * DAY_MS);
};
const rows = () => db.selectFrom('vault_values').selectAll().execute();

describe('the values of a conversation', () => {
  it('are there again for its next exchange, with those that come to them', async () => {
    const store = createValueStore(context, await start());
    expect(await store.load()).toBeUndefined();
    const literal = { label: 'LITERAL', type: undefined, number: 1, form: 0, original: '[PERSON_1K]' };
    await store.save(kept([mail(1, 'a@example.com'), literal]));
    await store.save(kept([mail(1, 'A@example.com', 1)]));
    await store.save(kept([]));
    expect(await store.load()).toEqual(
      kept([mail(1, 'a@example.com'), mail(1, 'A@example.com', 1), literal]),
    );
  });

  it('are sealed, each for its own place in its own conversation', async () => {
    const [one, two] = [await start(), await start()];
    await createValueStore(context, one).save(kept([mail(1, 'a@example.com'), mail(2, 'b@example.com')]));
    await createValueStore(context, two).save(kept([mail(1, 'c@example.com')]));
    expect(JSON.stringify(await rows())).not.toContain('example');
    const [first, second, other] = await rows();
    const move = async (sealed: string): Promise<void> => {
      await db
        .updateTable('vault_values')
        .set({ sealed })
        .where('conversation_id', '=', one)
        .where('number', '=', 1)
        .execute();
      await expect(createValueStore(context, one).load()).rejects.toThrow(/authenticate/);
    };
    expect(new Set([first?.sealed, second?.sealed, other?.sealed]).size).toBe(3);
    const sealedOf = (id: string, number: number): string =>
      [first, second, other].find((row) => row?.conversation_id === id && row.number === number)?.sealed ??
      '';
    await move(sealedOf(one, 2));
    await move(sealedOf(two, 1));
  });

  it('are wiped with their key when nothing was asked for too long, and the conversation stays', async () => {
    const [idle, used] = [await start(), await start()];
    for (const id of [idle, used]) await createValueStore(context, id).save(kept([mail(1, 'a@example.com')]));
    later(20);
    await createValueStore(context, used).save(kept([]));
    later(20);
    await sweepVaults(context);
    expect((await rows()).map(({ conversation_id }) => conversation_id)).toEqual([used]);
    expect(await keys.find(vaultKeyId(idle))).toBeUndefined();
    expect(await keys.find(idle)).toBeDefined();
    later(31);
    expect(await createValueStore(context, used).load()).toBeUndefined();
    expect(await rows()).toEqual([]);
  });

  it('start anew after they were wiped', async () => {
    const store = createValueStore(context, await start());
    await store.save(kept([mail(1, 'a@example.com')]));
    later(40);
    expect(await store.load()).toBeUndefined();
    const fresh = kept([mail(1, 'b@example.com')], Buffer.alloc(32, 9));
    await store.save(fresh);
    expect(await store.load()).toEqual(fresh);
  });

  it('go with the conversation', async () => {
    const id = await start();
    await createValueStore(context, id).save(kept([mail(1, 'a@example.com')]));
    await deleteConversation(context, id);
    expect(await rows()).toEqual([]);
    expect(await keys.find(vaultKeyId(id))).toBeUndefined();
  });

  it('are not kept when another exchange gave the same placeholder, or began another vault, meanwhile', async () => {
    const store = createValueStore(context, await start());
    const overtaken = { code: 'ERR_REQUEST_INVALID', status: 409 };
    await store.save(kept([mail(1, 'a@example.com')]));
    await expect(
      store.save(kept([mail(2, 'c@example.com'), mail(1, 'b@example.com')])),
    ).rejects.toMatchObject(overtaken);
    await expect(store.save(kept([mail(2, 'b@example.com')], Buffer.alloc(32, 9)))).rejects.toMatchObject(
      overtaken,
    );
    expect(await store.load()).toEqual(kept([mail(1, 'a@example.com')]));
  });
});
