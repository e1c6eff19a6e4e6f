import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../../server/audit/audit-log.ts';
import { readCheckpoints } from '../../../../server/audit/checkpoint-store.ts';
import { openCheckpoint } from '../../../../server/audit/checkpoint.ts';
import { createCompactRange } from '../../../../server/audit/compact-range.ts';
import { buildConsistencyProof } from '../../../../server/audit/consistency-proof.ts';
import { parseLogKeys } from '../../../../server/audit/log-key.ts';
import { connectSigner } from '../../../../server/audit/signer/connect-signer.ts';
import { createSigner } from '../../../../server/audit/signer/create-signer.ts';
import { serveSigner } from '../../../../server/audit/signer/serve-signer.ts';
import type { Signer, SignerSettings, SignRequest } from '../../../../server/audit/signer/signer.ts';
import { spawnSigner } from '../../../../server/audit/signer/spawn-signer.ts';
import { createLogFolder, type LogFolder, signerSettings } from '../log-fixture.ts';
import { rewrite, tamper } from '../tampered-log.ts';

/** A log of 12 entries with its checkpoints and key, and no signer. */
let log: LogFolder;
let settings: SignerSettings;

beforeEach(async () => {
  log = createLogFolder();
  await using open = await openAuditLog(log.options);
  for (let index = 0; index < 9; index += 1)
    await open.recordEvent({ type: 'auth.failed', code: `E${index}` });
  settings = { ...signerSettings(log.dir), stateDir: join(log.dir, 'other-signer') };
});

afterEach(() => log[Symbol.dispose]());

function hashes(): Buffer[] {
  const db = new Database(log.options.path, { readonly: true });
  const rows = db.prepare<[], { hash: string }>('SELECT hash FROM audit_entries ORDER BY seq').all();
  db.close();
  return rows.map(({ hash }) => Buffer.from(hash, 'hex'));
}

/** What an honest server asks: to sign `size` entries after `from` were signed. */
function request(size: number, from = 0, all = hashes()): SignRequest {
  const range = createCompactRange();
  for (const hash of all.slice(0, from)) range.append(hash);
  const proof = buildConsistencyProof(range, all.slice(from, size));
  for (const hash of all.slice(from, size)) range.append(hash);
  return { size, root: range.root(), proof };
}

function origin(): string {
  return readCheckpoints(log.options.checkpointDir).head?.split('\n')[0] ?? '';
}

interface Kind {
  readonly name: string;
  readonly open: (settings: SignerSettings) => Promise<Signer>;
}

const kinds: readonly Kind[] = [
  { name: 'in this process', open: (given) => Promise.resolve(createSigner(given)) },
  { name: 'as a child', open: (given) => Promise.resolve(spawnSigner(given)) },
  { name: 'behind a socket', open: listenAndConnect },
];

async function listenAndConnect(given: SignerSettings): Promise<Signer> {
  const dir = mkdtempSync(join(tmpdir(), 'intramura-socket-'));
  const signer = createSigner(given);
  const server = createServer((socket) => serveSigner(signer, socket, socket));
  await new Promise<void>((resolve) => {
    server.listen(join(dir, 'signer.sock'), resolve);
  });
  const remote = connectSigner(join(dir, 'signer.sock'));
  return {
    ...remote,
    async [Symbol.asyncDispose]() {
      await remote[Symbol.asyncDispose]();
      await signer[Symbol.asyncDispose]();
      server.close();
      rmSync(dir, { recursive: true });
    },
  };
}

describe.each(kinds)('a signer $name', ({ open }) => {
  it('signs a log that grows, under its name', async () => {
    await using signer = await open(settings);
    expect(await signer.open({ origin: origin() })).toMatchObject({ size: 0 });
    for (const [size, from] of [
      [5, 0],
      [11, 5],
      [11, 11],
      [12, 11],
    ] as const) {
      const asked = request(size, from);
      const { note, keys } = await signer.sign(asked);
      expect(openCheckpoint(note, parseLogKeys(keys.join('\n')))).toEqual({
        origin: origin(),
        size,
        root: asked.root,
      });
    }
  });

  it('goes on from what it remembers after a restart', async () => {
    {
      await using first = await open(settings);
      await first.open({ origin: origin() });
      await first.sign(request(7));
    }
    await using second = await open(settings);
    expect(await second.open({ origin: origin() })).toMatchObject({ size: 7, root: request(7).root });
    await expect(second.sign(request(12, 7))).resolves.toMatchObject({
      note: expect.stringContaining('\n12\n'),
    });
  });

  it('signs no log that is shorter than what it has signed', async () => {
    await using signer = await open(settings);
    await signer.open({ origin: origin() });
    await signer.sign(request(12));
    await expect(signer.sign(request(11))).rejects.toMatchObject({
      code: 'ERR_AUDIT_INVALID',
      message: expect.stringContaining('have been signed and are missing'),
    });
  });

  it('signs no rewritten log, with whatever proof', async () => {
    await using signer = await open(settings);
    await signer.open({ origin: origin() });
    await signer.sign(request(9));
    rewrite(log, (rows) => rows.map((row) => ({ ...row, leaf: row.leaf.replace('"E1"', '"E7"') })));
    for (const from of [0, 9, 10]) {
      await expect(signer.sign(request(12, from))).rejects.toMatchObject({
        code: 'ERR_AUDIT_INVALID',
        message: expect.stringContaining('does not go on from the 9 entries'),
      });
    }
  });

  it('reads the entries back: one that is changed or missing on the disk is not signed', async () => {
    await using signer = await open(settings);
    await signer.open({ origin: origin() });
    const honest = request(12);
    tamper(log, 'UPDATE audit_entries SET leaf = replace(leaf, \'"E5"\', \'"E6"\') WHERE seq = 8');
    await expect(signer.sign(honest)).rejects.toMatchObject({
      message: expect.stringContaining('entry 8 was changed'),
    });
    tamper(log, 'DELETE FROM audit_entries WHERE seq = 8');
    await expect(signer.sign(honest)).rejects.toMatchObject({
      message: expect.stringContaining('entry 8 is missing'),
    });
  });

  it('signs no tree that is not on the disk', async () => {
    await using signer = await open(settings);
    await signer.open({ origin: origin() });
    const invented = hashes().with(11, Buffer.alloc(32, 7));
    await expect(signer.sign(request(12, 0, invented))).rejects.toMatchObject({ code: 'ERR_AUDIT_INVALID' });
  });

  it('knows one log: it takes no other name for it', async () => {
    await using signer = await open(settings);
    await signer.open({ origin: origin() });
    await signer.sign(request(3));
    await expect(signer.open({ origin: 'intramura/another' })).rejects.toMatchObject({
      code: 'ERR_AUDIT_INVALID',
      message: expect.stringContaining('another log'),
    });
  });

  it('that remembers nothing starts from a checkpoint that its own key has signed, where the log leads there', async () => {
    const checkpoint = readCheckpoints(log.options.checkpointDir).head ?? '';
    {
      await using signer = await open(settings);
      expect(await signer.open({ origin: origin(), checkpoint })).toMatchObject({ size: 12 });
      await expect(signer.sign(request(12, 12))).resolves.toMatchObject({ note: checkpoint });
    }
    rmSync(settings.stateDir, { recursive: true });
    const forged = checkpoint.replace('\n12\n', '\n11\n');
    await using again = await open(settings);
    await expect(again.open({ origin: origin(), checkpoint: forged })).rejects.toMatchObject({
      code: 'ERR_AUDIT_INVALID',
      message: expect.stringContaining('damaged'),
    });
  });

  it('does not start without its key, or with a damaged memory', async () => {
    cpSync(settings.keyPath, `${settings.keyPath}.kept`);
    rmSync(settings.keyPath);
    await using signer = await open(settings);
    await expect(signer.open({ origin: origin() })).rejects.toMatchObject({ code: 'ERR_CONFIG_INVALID' });
    cpSync(`${settings.keyPath}.kept`, settings.keyPath);
    await signer.open({ origin: origin() });
    await signer.sign(request(4));
    const memory = join(settings.stateDir, 'state.json');
    writeFileSync(memory, readFileSync(memory, 'utf8').replace('"size":4', '"size":3'));
    await expect(signer.open({ origin: origin() })).rejects.toMatchObject({
      code: 'ERR_CONFIG_INVALID',
      message: expect.stringContaining('damaged'),
    });
  });
});

describe('a signer as a child', () => {
  it('that breaks off is started again for the next signature', async () => {
    await using signer = spawnSigner(settings);
    await signer.open({ origin: origin() });
    await signer.sign(request(4));
    // No request has such a proof: the signer takes whoever sends it for an enemy and ends.
    const absurd = { ...request(5, 4), proof: Array.from({ length: 65 }, () => Buffer.alloc(32)) };
    await expect(signer.sign(absurd)).rejects.toMatchObject({ code: 'ERR_AUDIT_UNAVAILABLE' });
    await expect(signer.sign(request(12, 4))).resolves.toMatchObject({
      note: expect.stringContaining('\n12\n'),
    });
  });

  it('serves the log of a whole run, and what it remembers stands against a log that was put back', async () => {
    const options = { ...log.options, openSigner: () => spawnSigner(signerSettings(log.dir)) };
    cpSync(log.options.path, `${log.options.path}.old`);
    cpSync(log.options.checkpointDir, `${log.options.checkpointDir}.old`, { recursive: true });
    {
      await using open = await openAuditLog(options);
      await open.recordEvent({ type: 'auth.failed', code: 'ERR_X' });
    }
    expect((await log.verify()).exitCode).toBe(0);
    for (const path of [log.options.path, log.options.checkpointDir]) {
      rmSync(path, { recursive: true });
      cpSync(`${path}.old`, path, { recursive: true });
    }
    expect((await log.verify()).exitCode).toBe(0);
    await expect(openAuditLog(options)).rejects.toMatchObject({
      code: 'ERR_AUDIT_INVALID',
      message: expect.stringContaining('entries 13 to 16 are missing'),
    });
  });
});
