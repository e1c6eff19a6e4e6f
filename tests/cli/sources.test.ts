import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../helpers/run-in-process.ts';
import { openLocalGitFixture } from '../helpers/sources/git-fixture.ts';
import type { SourceFixture } from '../helpers/sources/source-fixture.ts';
import { createTestContext } from '../helpers/test-context.ts';

let dataDir: string;
let place: SourceFixture;
let environment: Record<string, string>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'intramura-sync-'));
  place = await openLocalGitFixture();
  await place.put('leave.md', '# Leave\n\nStaff have thirty days of leave.\n');
  await place.put('broken.docx', Buffer.from('PK\u0003\u0004 cut short'));
  const INTRAMURA_SOURCE_ROOTS = place.deps.access.roots.join(':');
  environment = { INTRAMURA_DATA: dataDir, INTRAMURA_SAMPLES: 'off', INTRAMURA_SOURCE_ROOTS };
  await using context = await createTestContext({ dataDir, environment: { INTRAMURA_SOURCE_ROOTS } });
  const { knowledge, sources } = context.services;
  await knowledge.createCollection({ id: 'house', name: 'House', classification: 'internal', readers: [] });
  const { settings } = place;
  const source = {
    id: 'rules',
    name: 'Rules',
    collection: 'house',
    settings,
    intervalSeconds: 300,
    defaults: {},
  };
  await sources.create({ kind: 'user', id: 'somebody' }, source, undefined);
});

afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await place[Symbol.asyncDispose]();
});

describe('knowledge sources and knowledge sync', () => {
  it(
    'run a source, tell how it went, and say by the exit code whether all could be read',
    { timeout: 120_000 },
    async () => {
      const { code, out } = await runInProcess(['knowledge', 'sync', 'rules'], { environment });
      expect(code).toBe(2);
      expect(JSON.parse(out)).toMatchObject({
        outcome: 'done',
        added: 1,
        failed: 1,
        failures: [{ path: 'broken.docx' }],
      });
      const listed = await runInProcess(['knowledge', 'sources'], { environment });
      expect(JSON.parse(listed.out)).toMatchObject({ sources: [{ id: 'rules', lastRun: { failed: 1 } }] });
    },
  );
});
