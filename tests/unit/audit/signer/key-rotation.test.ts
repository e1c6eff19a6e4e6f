import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../../../server/audit/audit-log.ts';
import { checkProof, leafOfProof } from '../../../../server/audit/check-proof.ts';
import { openCheckpoint } from '../../../../server/audit/checkpoint.ts';
import { parseLogKeys } from '../../../../server/audit/log-key.ts';
import { createSigner } from '../../../../server/audit/signer/create-signer.ts';
import { verifierKeyPath } from '../../../../server/audit/verifier-key-file.ts';
import { sha256Hex } from '../../../../server/util/hash.ts';
import { actor, createLogFolder, type LogFolder, signerSettings } from '../log-fixture.ts';

const event = { type: 'auth.failed', code: 'ERR_X' } as const;
const START = new Date('2026-01-05T09:00:00.000Z');
const LATER = new Date('2026-01-12T09:00:00.000Z');

let folder: LogFolder;
let time: Date;

beforeEach(() => {
  folder = createLogFolder();
  time = START;
});

afterEach(() => folder[Symbol.dispose]());

function open(): Promise<AuditLog> {
  const openSigner = (): ReturnType<typeof createSigner> =>
    createSigner(signerSettings(folder.dir), { now: () => time });
  return openAuditLog({ ...folder.options, openSigner });
}

function vkeys(): string[] {
  return readFileSync(verifierKeyPath(folder.options.signingKeyPath), 'utf8').trimEnd().split('\n');
}

function signatures(note: string): number {
  return note.split('\n').filter((line) => line.startsWith('— ')).length;
}

describe('a new signing key', () => {
  it('signs from its entry on, beside the one before until that has had its time', async () => {
    await using log = await open();
    const [first = ''] = vkeys();
    const rotated = await log.rotateKey(actor, LATER);
    expect(vkeys()).toEqual([first, expect.stringMatching(/ from=3$/)]);
    const second = vkeys()[1]?.split(' ')[0] ?? '';
    const [entry] = await log.entries({ limit: 1, type: 'key.rotated' });
    expect(entry?.leaf).toMatchObject({
      ...rotated,
      actor,
      digest: sha256Hex(second),
      until: LATER.toISOString(),
    });
    await log.recordEvent(event);
    const both = await log.checkpoint();
    expect(signatures(both)).toBe(2);
    for (const vkey of [first, second]) expect(openCheckpoint(both, parseLogKeys(vkey)).size).toBe(4);
    time = LATER;
    await log.recordEvent(event);
    const alone = await log.checkpoint();
    expect(signatures(alone)).toBe(1);
    expect(openCheckpoint(alone, parseLogKeys(second)).size).toBe(5);
    expect(vkeys()).toEqual([`${first} to=5`, `${second} from=3`]);
    expect(await folder.verify()).toMatchObject({ exitCode: 0, problems: [] });
  });

  it('goes on signing after a restart, and the key before is gone from the disk', async () => {
    const { signingKeyPath } = folder.options;
    {
      await using log = await open();
      await log.rotateKey(actor, LATER);
    }
    const old = readFileSync(signingKeyPath, 'utf8');
    const next = readFileSync(`${signingKeyPath}.next`, 'utf8');
    time = LATER;
    {
      await using log = await open();
      expect(log.state().keyId).toBe(parseLogKeys(vkeys().join('\n')).at(-1)?.id);
    }
    expect(existsSync(`${signingKeyPath}.next`)).toBe(false);
    expect(readFileSync(signingKeyPath, 'utf8')).toBe(next);
    expect(next).not.toBe(old);
    await using log = await open();
    const proof = await log.prove(1);
    expect(checkProof(proof, leafOfProof(proof) ?? '', vkeys())).toMatchObject({ ok: true });
    expect(await folder.verify()).toMatchObject({ exitCode: 0 });
  });

  it('does not count for checkpoints before it, nor the key before for those after it', async () => {
    await using log = await open();
    const before = await log.checkpoint();
    await log.rotateKey(actor, START);
    const after = await log.checkpoint();
    const [old, fresh] = parseLogKeys(vkeys().join('\n'));
    if (old === undefined || fresh === undefined) throw new Error('there must be two keys');
    expect(openCheckpoint(before, [old]).size).toBe(2);
    expect(openCheckpoint(after, [fresh]).size).toBe(3);
    expect(() => openCheckpoint(before, [fresh])).toThrow('no known key');
    expect(() => openCheckpoint(after, [old])).toThrow('no known key');
    // Whoever steals the old key later can sign with it, but not for a size that it still counts for.
    expect(old.to).toBe(3);
    const { problems, exitCode } = await folder.verify({ vkeys: [`${vkeys()[1]}`] });
    expect({ exitCode, problems: problems.length }).toEqual({ exitCode: 41, problems: 1 });
  });

  it('that a crash left between its entry and its first signature signs all the same', async () => {
    {
      await using log = await open();
      await log.recordEvent(event);
    }
    const state = readFileSync(`${folder.dir}/signer/state.json`, 'utf8');
    {
      await using log = await open();
      await log.rotateKey(actor, LATER);
    }
    // As if the signer had not come to remember anything of that run.
    writeFileSync(`${folder.dir}/signer/state.json`, state);
    await using log = await open();
    expect(signatures(await log.checkpoint())).toBe(2);
    expect(vkeys()).toHaveLength(2);
  });

  it('waits until the last rotation is over', async () => {
    await using log = await open();
    await log.rotateKey(actor, LATER);
    await expect(log.rotateKey(actor, LATER)).rejects.toMatchObject({
      code: 'ERR_REQUEST_INVALID',
      status: 409,
    });
    time = LATER;
    await log.recordEvent(event);
    await log.checkpoint();
    await log.rotateKey(actor, LATER);
    expect(vkeys()).toHaveLength(3);
    await log.checkpoint();
    expect(await folder.verify()).toMatchObject({ exitCode: 0 });
  });
});
