import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnchors } from '../../../../server/audit/anchors/create-anchors.ts';
import { type AuditLog, openAuditLog } from '../../../../server/audit/audit-log.ts';
import type { AuditLogOptions } from '../../../../server/audit/audit-log-options.ts';
import { checkpointFiles } from '../../../../server/audit/checkpoint-store.ts';
import { cosignedAt, parseWitnessKey } from '../../../../server/audit/cosignature.ts';
import { verifierKeyPath } from '../../../../server/audit/verifier-key-file.ts';
import type { AnchorPolicy, AnchorSetting } from '../../../../server/domain/anchor-policy.ts';
import { createEgress } from '../../../../server/egress/egress.ts';
import { parseEgressRule } from '../../../../server/egress/egress-rule.ts';
import { systemRandom } from '../../../../server/util/random.ts';
import { actor, createLogFolder, groundedExchange, type LogFolder, openAndClose } from '../log-fixture.ts';
import { startWitness, type TestWitness } from './test-witness.ts';

const event = { type: 'auth.failed', code: 'ERR_X' } as const;

let folder: LogFolder;
let time: Date;
let witness: TestWitness;

beforeEach(async () => {
  folder = createLogFolder();
  time = new Date('2026-01-05T09:00:00.000Z');
  await openAndClose(folder);
  witness = await startWitness(
    folder.dir,
    readFileSync(verifierKeyPath(folder.options.signingKeyPath), 'utf8'),
  );
});

afterEach(async () => {
  await witness[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

function fileAnchor(): AnchorSetting {
  return { kind: 'file', name: 'worm', path: join(folder.dir, 'worm'), everySeconds: 1 };
}

function witnessAnchor(): AnchorSetting {
  return { kind: 'witness', name: 'office', url: witness.url, key: witness.key, everySeconds: 1 };
}

function optionsWith(anchors: readonly AnchorSetting[], policy: Partial<AnchorPolicy> = {}): AuditLogOptions {
  const rule = parseEgressRule(new URL(witness.url).host);
  const egress = createEgress({ allow: rule === undefined ? [] : [rule] });
  return {
    ...folder.options,
    clock: { now: () => time },
    anchoring: {
      policy: { need: 0, strict: false, maxAgeSeconds: 300, ...policy },
      anchors: createAnchors(anchors, { egress, random: systemRandom, stampDir: join(folder.dir, 'stamps') }),
    },
  };
}

function open(...of: Parameters<typeof optionsWith>): Promise<AuditLog> {
  return openAuditLog(optionsWith(...of));
}

/** What somebody does who has all of the machine: puts the files back as they were, memory of the signer included. */
function backUp(): () => void {
  const names = ['audit.db', 'audit.db-wal', 'checkpoints', 'signer'];
  for (const name of names.filter((one) => existsSync(join(folder.dir, one))))
    cpSync(join(folder.dir, name), join(folder.dir, 'copy', name), { recursive: true });
  return () => {
    for (const name of names) {
      rmSync(join(folder.dir, name), { recursive: true, force: true });
      const copy = join(folder.dir, 'copy', name);
      if (existsSync(copy)) cpSync(copy, join(folder.dir, name), { recursive: true });
    }
  };
}

describe('the checkpoints of a log', () => {
  it('come to every anchor, and count as anchored when enough of them hold one', async () => {
    await using log = await open([fileAnchor(), witnessAnchor()], { need: 2 });
    await expect.poll(() => log.state().anchoring.anchored?.size).toBe(5);
    expect(log.state().anchoring).toMatchObject({
      need: 2,
      anchors: [
        { name: 'worm', kind: 'file', held: { size: 5 }, error: undefined },
        { name: 'office', kind: 'witness', held: { size: 5 }, error: undefined },
      ],
    });
    await log.recordEvent(event);
    await log.checkpoint();
    await expect.poll(() => log.state().anchoring.anchored?.size, { timeout: 5000 }).toBe(6);
  });

  it('are kept with the signature of the witness, and still verify', async () => {
    {
      await using log = await open([witnessAnchor()]);
      await log.recordEvent(event);
    }
    const note = readFileSync(checkpointFiles(folder.options.checkpointDir).cosigned, 'utf8');
    expect(note).toContain('\n7\n');
    expect(cosignedAt(note, parseWitnessKey(witness.key))).toBeInstanceOf(Date);
    expect(await folder.verify()).toMatchObject({ exitCode: 0, problems: [] });
  });

  it('go on while an anchor is down, which says why', async () => {
    await witness[Symbol.asyncDispose]();
    await using log = await open([fileAnchor(), witnessAnchor()], { need: 1 });
    await log.recordEvent(event);
    await expect.poll(() => log.state().anchoring.anchors[1]?.error).toContain('cannot be reached');
    await expect.poll(() => log.state().anchoring.anchored?.size).toBeGreaterThan(4);
    expect(log.state().anchoring.anchors[1]?.held).toBeUndefined();
  });
});

describe('a log that was put back with everything on its machine', () => {
  it.each([
    ['a file', () => fileAnchor()],
    ['a witness', () => witnessAnchor()],
  ])('is not opened when %s has seen more of it', async (_, setting) => {
    const putBack = backUp();
    {
      await using log = await open([setting()]);
      await log.recordEvent(event);
    }
    putBack();
    expect((await folder.verify()).exitCode).toBe(0);
    await expect(open([setting()])).rejects.toMatchObject({
      code: 'ERR_AUDIT_INVALID',
      message: expect.stringContaining('entries 4 to 7 are missing'),
    });
  });

  it.each([
    ['a file', () => fileAnchor()],
    ['a witness', () => witnessAnchor()],
  ])('and written on beyond what %s has seen is not opened either', async (_, setting) => {
    const putBack = backUp();
    {
      await using log = await open([setting()]);
      await log.recordEvent(event);
    }
    putBack();
    // Without anchors nothing on the machine tells.
    for (let run = 0; run < 4; run += 1) await openAndClose(folder);
    expect((await folder.verify()).exitCode).toBe(0);
    await expect(open([setting()])).rejects.toMatchObject({
      code: 'ERR_AUDIT_INVALID',
      message: expect.stringContaining(`what the anchor ${setting().name} holds`),
    });
  });
});

describe('a strict policy', () => {
  const strict = { need: 1, strict: true, maxAgeSeconds: 300 } as const;

  it('lets exchanges begin as long as a checkpoint of the last minutes is anchored', async () => {
    await using log = await open([witnessAnchor()], strict);
    await log.recordIntent(await groundedExchange('ex_1'));
    time = new Date(time.getTime() + 299_000);
    await log.recordIntent(await groundedExchange('ex_2'));
  });

  it('refuses exchanges, and nothing else, when the newest anchored checkpoint is too old', async () => {
    await using log = await open([witnessAnchor()], strict);
    await witness[Symbol.asyncDispose]();
    time = new Date(time.getTime() + 301_000);
    const refused = {
      code: 'ERR_AUDIT_UNAVAILABLE',
      status: 503,
      message: expect.stringContaining('anchors'),
    };
    await expect(log.recordIntent(await groundedExchange('ex_1'))).rejects.toMatchObject(refused);
    await expect(
      log.recordEvent({ type: 'embedding.requested', actor, model: 'm', inputs: 1 }),
    ).rejects.toMatchObject(refused);
    await log.recordEvent(event);
    witness = await startWitness(folder.dir, []);
  });

  it('refuses exchanges from the start when no anchor can be reached', async () => {
    await witness[Symbol.asyncDispose]();
    await using log = await open([witnessAnchor()], strict);
    await expect(log.recordIntent(await groundedExchange('ex_1'))).rejects.toMatchObject({ status: 503 });
    witness = await startWitness(folder.dir, []);
  });
});
