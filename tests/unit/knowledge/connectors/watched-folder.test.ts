import { appendFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConnector } from '../../../../server/knowledge/connectors/create-connector.ts';
import type { Connector, Listed } from '../../../../server/knowledge/connectors/connector.ts';
import type { Clock } from '../../../../server/util/clock.ts';
import { connectorDefaults, fixtureDeps } from '../../../helpers/sources/source-fixture.ts';

const { signal } = new AbortController();
let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'intramura-roots-'));
  folder = join(root, 'open', 'watched');
  await mkdir(folder, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

function connect(
  path: string,
  clock: Clock = connectorDefaults.clock,
  closed: readonly string[] = [],
): Connector {
  const { limits } = connectorDefaults;
  const { egress } = fixtureDeps({});
  const access = { roots: [join(root, 'open')], closed };
  return createConnector({ kind: 'folder', path }, undefined, {
    clock,
    limits,
    egress,
    access,
    cacheDir: '',
  });
}

/** A clock that stands `ms` after now. */
function later(ms: number): Clock {
  return { now: () => new Date(Date.now() + ms) };
}

async function kinds(connector: Connector): Promise<Listed['kind'][]> {
  const found: Listed['kind'][] = [];
  for await (const { kind } of connector.list(signal)) found.push(kind);
  return found;
}

describe('a watched folder', () => {
  it('is not read outside the roots: beside them, by dots, by a link, nor where the product keeps its data', async () => {
    await mkdir(join(root, 'closed'));
    await symlink(join(root, 'closed'), join(folder, 'link'));
    for (const path of [
      join(root, 'closed'),
      join(folder, '..', '..', 'closed'),
      join(folder, 'link'),
      'open',
      root,
    ])
      await expect(connect(path).check(signal), path).rejects.toMatchObject({ code: 'ERR_SOURCE_INVALID' });
    const data = join(folder, 'data');
    await mkdir(data);
    for (const path of [folder, data])
      await expect(connect(path, undefined, [data]).check(signal)).rejects.toMatchObject({
        code: 'ERR_SOURCE_INVALID',
      });
    await connect(folder).check(signal);
  });

  it('is told nothing of folders outside the roots, whether they are there or not', async () => {
    const errors = await Promise.all(
      ['/etc', '/no-such-folder'].map((path) =>
        connect(path)
          .check(signal)
          .catch((error: unknown) => String(error)),
      ),
    );
    expect(errors[0]).toBe(errors[1]);
  });

  it('leaves a file alone until it has settled', async () => {
    await writeFile(join(folder, 'growing.md'), '# Half');
    expect(await kinds(connect(folder))).toEqual(['busy']);
    expect(await kinds(connect(folder, later(5000)))).toEqual(['item']);
  });

  it('gives up on a file that changes while it is read', async () => {
    await writeFile(join(folder, 'large.md'), Buffer.alloc(300_000, 'x'));
    const connector = connect(folder, later(5000));
    const opened = await connector.open({ id: 'large.md', path: 'large.md' }, { signal });
    const reading = async (): Promise<void> => {
      for await (const { length } of opened?.bytes ?? [])
        await appendFile(join(folder, 'large.md'), `more after ${length}`);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'ERR_SOURCE_ITEM_BUSY' });
  });

  it('reads a link to a file within it, and no link to a folder', async () => {
    await mkdir(join(folder, 'inner'));
    await writeFile(join(folder, 'inner', 'real.md'), '# Real\n');
    await symlink(join(folder, 'inner', 'real.md'), join(folder, 'link.md'));
    await symlink(folder, join(folder, 'inner', 'circle'));
    expect((await kinds(connect(folder, later(5000)))).toSorted()).toEqual(['item', 'item', 'refused']);
  });
});
