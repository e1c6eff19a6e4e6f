import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import { type OpenContentKeys, openContentKeys } from '../../../server/desk/open-content-keys.ts';
import { openText, sealText } from '../../../server/util/sealed-text.ts';
import type { SealedBox } from '../../../server/util/sealed-box.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { systemRandom } from '../../../server/util/random.ts';

let folder: string;
let appDb: AppDatabase;
const masterKey = systemRandom(32);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intramura-keys-'));
  appDb = await openAppDatabase(join(folder, 'app.db'), systemClock);
});

afterEach(async () => {
  await appDb.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const open = (key = masterKey): Promise<OpenContentKeys> =>
  openContentKeys({
    path: join(folder, 'keys.db'),
    appDb,
    masterKey: key,
    clock: systemClock,
    random: systemRandom,
  });

async function boxOf(keys: OpenContentKeys, id: string): Promise<SealedBox> {
  const box = await keys.find(id);
  if (box === undefined) throw new Error('There is no key.');
  return box;
}

describe('content keys', () => {
  it('open after a restart what they sealed before', async () => {
    const keys = await open();
    const sealed = sealText(await keys.create('conv_1'), 'hello', 'title');
    await keys[Symbol.asyncDispose]();
    await using again = await open();
    expect(openText(await boxOf(again, 'conv_1'), sealed, 'title')).toBe('hello');
  });

  it('are each their own, and tied to the place of what they sealed', async () => {
    await using keys = await open();
    const one = await keys.create('conv_1');
    const two = await keys.create('conv_2');
    const sealed = sealText(one, 'hello', 'turn 1');
    expect(() => openText(two, sealed, 'turn 1')).toThrow(/authenticate/);
    expect(() => openText(one, sealed, 'turn 2')).toThrow(/authenticate/);
  });

  it('do not open with another content key of the installation', async () => {
    const keys = await open();
    await keys.create('conv_1');
    await keys[Symbol.asyncDispose]();
    await using other = await open(systemRandom(32));
    await expect(other.find('conv_1')).rejects.toThrow(/authenticate/);
  });

  it('are gone for good once destroyed, and the others stay', async () => {
    await using keys = await open();
    await keys.create('conv_1');
    await keys.create('conv_2');
    await keys.destroy('conv_1');
    expect(await keys.find('conv_1')).toBeUndefined();
    expect([...(await keys.findAll(['conv_1', 'conv_2'])).keys()]).toEqual(['conv_2']);
  });

  it('are not made anew when their file is missing and conversations are there', async () => {
    await appDb
      .insertInto('users')
      .values({
        id: 'usr_1',
        username: 'ada',
        display_name: 'Ada',
        password_hash: '',
        roles: '[]',
        created_at: '',
        disabled_at: null,
      })
      .execute();
    await appDb
      .insertInto('conversations')
      .values({ id: 'conv_1', owner_id: 'usr_1', title: '', created_at: '', updated_at: '' })
      .execute();
    await expect(open()).rejects.toMatchObject({ code: 'ERR_CONFIG_INVALID' });
  });
});
