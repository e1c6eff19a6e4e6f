import { type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { documentId } from '../../server/knowledge/knowledge.ts';
import { createDice } from '../helpers/dice.ts';
import { startCli, waitForOutput } from '../helpers/run-cli.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext } from '../helpers/test-context.ts';

/** More by hand: INTRAMURA_KILLS=40 npx vitest run tests/faults/import-kill.test.ts */
const KILLS = Number(process.env['INTRAMURA_KILLS'] ?? 3);
const DOCUMENTS = 4;
const SECTIONS = 8;

const dataDir = mkdtempSync(join(tmpdir(), 'intramura-kill-'));
const dice = createDice(5);
let cookie: string;

beforeAll(async () => {
  await using context = await createTestContext({ dataDir });
  ({ cookie } = await signInAs(context, 'knowledge-editor'));
  const rules = { classification: 'internal', readers: [] } as const;
  await context.services.knowledge.createCollection({ id: 'h', name: 'H', ...rules });
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const nameOf = (at: number): string => `rules-${at}.md`;

/** A word that stands in one section only. */
function wordOf(at: number, section: number): string {
  const letters = [at, section].map((number) => String.fromCodePoint(97 + number)).join('z');
  return `quo${letters}x`;
}

/** Every section says which document and which edition it is from. */
function textOf(at: number, edition: number): string {
  const sections = Array.from(
    { length: SECTIONS },
    (_, section) =>
      `## Part ${section}\n\n${wordOf(at, section)} edition${edition} limits journeys to ${at} days.\n`,
  );
  return `# Rules ${at}\n\n${sections.join('\n')}`;
}

async function startServer(): Promise<{ server: ChildProcessWithoutNullStreams; url: string }> {
  const environment = {
    INTRAMURA_DATA: dataDir,
    INTRAMURA_PORT: '0',
    INTRAMURA_SAMPLES: 'off',
    INTRAMURA_LOG_LEVEL: 'error',
  };
  const server = startCli(['serve'], { environment });
  const output = await waitForOutput(server, /ready on (\S+)/);
  return { server, url: /ready on (\S+)/.exec(output)?.[1] ?? '' };
}

async function upload(url: string, at: number, edition: number): Promise<void> {
  const body = new FormData();
  body.append('file', new Blob([textOf(at, edition)]), nameOf(at));
  const reply = await fetch(`${url}/api/collections/h/documents`, {
    method: 'POST',
    headers: { cookie },
    body,
  });
  expect(reply.status).toBe(202);
}

/** What is in the database at this moment, straight from the file: per document, its editions and its chunks. */
function stored(): { editions: number; chunks: number }[] {
  const database = new Database(join(dataDir, 'app.db'), { readonly: true });
  try {
    const rows: unknown = database
      .prepare(
        `SELECT count(*) AS chunks, count(DISTINCT substr(text, instr(text, 'edition'), 9)) AS editions
         FROM chunks GROUP BY document_id`,
      )
      .all();
    return z.array(z.object({ editions: z.int(), chunks: z.int() })).parse(rows);
  } finally {
    database.close();
  }
}

it(`a server killed ${KILLS} times while it imports leaves whole documents, and every job comes to its end`, async () => {
  for (let edition = 1; edition <= KILLS; edition += 1) {
    const { server, url } = await startServer();
    const exited = once(server, 'exit');
    for (let at = 0; at < DOCUMENTS; at += 1) await upload(url, at, edition);
    await sleep(dice.roll() * 1200);
    server.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
    for (const document of stored()) expect(document).toEqual({ editions: 1, chunks: SECTIONS });
  }
  await using context = await createTestContext({ dataDir });
  const { jobs, knowledge } = context.services;
  await jobs.idle();
  const done = await jobs.recent(['import-document'], KILLS * DOCUMENTS + 1);
  expect(done.map(({ state }) => state)).toEqual(done.map(() => 'done'));
  expect(done).toHaveLength(KILLS * DOCUMENTS);
  expect(stored()).toEqual(Array.from({ length: DOCUMENTS }, () => ({ editions: 1, chunks: SECTIONS })));
  for (let at = 0; at < DOCUMENTS; at += 1) {
    for (let section = 0; section < SECTIONS; section += 1) {
      const query = { text: wordOf(at, section), collections: ['h'], limit: 100, mode: 'text' } as const;
      const hits = await knowledge.search(query);
      expect(hits.map(({ document }) => document)).toEqual([documentId('h', nameOf(at))]);
      expect(hits[0]?.text).toContain(`edition${KILLS} `);
    }
    const original = await context.imports.originals.read(documentId('h', nameOf(at)));
    expect(original.toString()).toBe(textOf(at, KILLS));
  }
}, 600_000);
