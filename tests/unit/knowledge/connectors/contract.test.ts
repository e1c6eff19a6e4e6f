import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toAppError } from '../../../../server/errors.ts';
import { createEgress } from '../../../../server/egress/egress.ts';
import type { Connector } from '../../../../server/knowledge/connectors/connector.ts';
import {
  createConnector,
  type ConnectorDeps,
} from '../../../../server/knowledge/connectors/create-connector.ts';
import { openFolderFixture } from '../../../helpers/sources/folder-fixture.ts';
import { openGitFixture, openLocalGitFixture } from '../../../helpers/sources/git-fixture.ts';
import { openS3Fixture } from '../../../helpers/sources/s3-fixture.ts';
import { openSiteFixture } from '../../../helpers/sources/site-fixture.ts';
import { connectorDefaults, type SourceFixture } from '../../../helpers/sources/source-fixture.ts';
import {
  changesSince,
  itemsOf,
  listAll,
  readAll,
  revisions,
  textOf,
} from '../../../helpers/sources/read-connector.ts';
import { openWebdavFixture } from '../../../helpers/sources/webdav-fixture.ts';

const places = [
  ['a watched folder', openFolderFixture],
  ['a Git repository over HTTP', openGitFixture],
  ['a Git repository of this machine', openLocalGitFixture],
  ['an S3 bucket', openS3Fixture],
  ['a WebDAV folder', openWebdavFixture],
  ['a site with a sitemap', openSiteFixture],
] as const;

const going = new AbortController().signal;

describe.each<readonly [string, () => Promise<SourceFixture>]>(places)(
  'the connector of %s',
  (_name, openFixture) => {
    let place: SourceFixture;

    beforeEach(async () => {
      place = await openFixture();
    });
    afterEach(() => place[Symbol.asyncDispose]());

    const connect = (overrides: Partial<ConnectorDeps> = {}): Connector =>
      createConnector(place.settings, place.credentials, {
        ...connectorDefaults,
        ...place.deps,
        ...overrides,
      });

    it('lists nothing where nothing is', async () => {
      await connect().check(going);
      expect(await listAll(connect())).toEqual([]);
    });

    it('lists and reads what is there, folders below folders, in any script', async () => {
      const files = {
        'handbook.md': '# Handbook\n',
        'leave/annual/carry over.md': '# Carry-over\n',
        '假期/年假 规定.md': '# 年假\n',
        'café & co #1.md': '# Café\n',
        'empty.txt': '',
      };
      for (const [path, contents] of Object.entries(files)) await place.put(path, contents);
      expect(await readAll(connect())).toEqual(files);
    });

    it('leaves out what is hidden and what programs leave behind', async () => {
      for (const path of ['.hidden.md', '.trash/old.md', '~$letter.docx', 'film.md.part', 'kept.md'])
        await place.put(path, '# Something\n');
      expect(Object.keys(await readAll(connect()))).toEqual(['kept.md']);
    });

    it('sees what is unchanged, changed, added, deleted and renamed, in the next listing', async () => {
      await place.put('same.md', '# Same\n');
      await place.put('changed.md', '# Before\n');
      await place.put('deleted.md', '# Deleted\n');
      await place.put('old-name.md', '# Renamed\n');
      const connector = connect();
      const before = await revisions(connector);
      await place.put('changed.md', '# After!\n');
      await place.put('added.md', '# Added\n');
      await place.remove('deleted.md');
      await place.rename('old-name.md', 'new-name.md');
      expect(await changesSince(connector, before)).toEqual({
        'added.md': 'new',
        'changed.md': 'changed',
        'new-name.md': 'new',
        'same.md': 'unchanged',
      });
      expect((await readAll(connect()))['changed.md']).toBe('# After!\n');
    });

    it('reads no item beyond the limit', async () => {
      await place.put('large.md', Buffer.alloc(5000, 'x'));
      const connector = connect({ limits: { maxItemBytes: 1000, maxItems: 10 } });
      await expect(readAll(connector)).rejects.toMatchObject({
        code: 'ERR_SOURCE_ITEM_TOO_LARGE',
        status: 413,
      });
    });

    it('refuses a place with too many items', async () => {
      for (const name of ['a.md', 'b.md', 'c.md']) await place.put(name, '# Text\n');
      const connector = connect({ limits: { maxItemBytes: 1000, maxItems: 2 } });
      await expect(listAll(connector)).rejects.toMatchObject({ code: 'ERR_SOURCE_INVALID' });
    });

    it('says so when the place is not there', async () => {
      const nowhere = createConnector(place.nowhere, place.credentials, {
        ...connectorDefaults,
        ...place.deps,
      });
      await expect(nowhere.check(going)).rejects.toMatchObject({ code: 'ERR_SOURCE_UNREACHABLE' });
      await expect(listAll(nowhere)).rejects.toMatchObject({ code: 'ERR_SOURCE_UNREACHABLE' });
    });

    it('says so when the credentials are wrong or missing, without naming them', async () => {
      if (place.credentials === undefined) return;
      await place.put('a.md', '# Text\n');
      const wrong = { ...place.credentials, secret: 'guessed-secret' };
      for (const credentials of [wrong, undefined]) {
        const connector = createConnector(place.settings, credentials, {
          ...connectorDefaults,
          ...place.deps,
        });
        for (const attempt of [connector.check(going), listAll(connector)]) {
          const error: unknown = await attempt.catch((reason: unknown) => reason);
          expect(error).toMatchObject({ code: 'ERR_SOURCE_CREDENTIALS' });
          expect(String(error)).not.toContain('guessed-secret');
        }
      }
    });

    it('is refused a host that policy does not list, with the line that lists it', async () => {
      if (place.settings.kind === 'folder' || place.deps.access.roots.length > 0) return;
      const connector = connect({ egress: createEgress({ allow: [] }) });
      for (const attempt of [connector.check(going), listAll(connector)]) {
        await expect(attempt).rejects.toMatchObject({
          code: 'ERR_EGRESS_DENIED',
          message: expect.stringMatching(/Add `127\.0\.0\.1:\d+` under `allow`/),
        });
      }
    });

    it('ends when it is aborted: before, while it lists, while it reads', async () => {
      for (const name of ['a.md', 'b.md', 'c.md']) await place.put(name, '# Text\n');
      const reason = new Error('stopped');
      const connector = connect();
      const [first] = await itemsOf(connector);
      if (first === undefined) throw new Error('nothing listed');
      const aborted = AbortSignal.abort(reason);
      await expect(connector.check(aborted)).rejects.toBe(reason);
      await expect(listAll(connector, aborted)).rejects.toBe(reason);
      await expect(connector.open(first, { signal: aborted })).rejects.toBe(reason);
      const stop = new AbortController();
      const listing = async (): Promise<void> => {
        for await (const { kind } of connector.list(stop.signal))
          stop.abort(kind === 'item' ? reason : undefined);
      };
      await expect(listing()).rejects.toBe(reason);
    });

    it('never follows a name that leads out of the place, and reads on', async () => {
      await place.put('good.md', '# Good\n');
      await place.putHostile();
      const listed = await listAll(connect());
      const refused = listed.filter(({ kind }) => kind === 'refused');
      expect(refused.length).toBeGreaterThanOrEqual(1);
      for (const one of refused) expect(one).toMatchObject({ code: 'ERR_SOURCE_ITEM_NAME' });
      const paths = listed.flatMap((one) => (one.kind === 'item' ? [one.item.path] : []));
      expect(paths.filter((path) => path !== 'hostile.md')).toEqual(['good.md']);
    });

    it('tells an item that vanished after the listing from a place that fails', async () => {
      await place.put('kept.md', '# Kept\n');
      await place.put('vanishing.md', '# Vanishing\n');
      const connector = connect();
      const item = (await itemsOf(connector)).find(({ path }) => path === 'vanishing.md');
      if (item === undefined) throw new Error('not listed');
      await place.remove('vanishing.md');
      const outcome = await textOf(connector, item).catch((error: unknown) => toAppError(error).code);
      expect(outcome).toBe(place.keepsListed ? '# Vanishing\n' : 'ERR_SOURCE_ITEM_GONE');
      expect(Object.keys(await readAll(connect()))).toEqual(['kept.md']);
    });
  },
);
