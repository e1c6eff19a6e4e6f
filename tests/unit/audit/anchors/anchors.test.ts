import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Anchor, AnchorConflict } from '../../../../server/audit/anchors/anchor.ts';
import { type AnchorParts, createAnchors } from '../../../../server/audit/anchors/create-anchors.ts';
import { cosignedAt, parseWitnessKey } from '../../../../server/audit/cosignature.ts';
import {
  openTimeStamp,
  TimeStampError,
  timeStampRequest,
} from '../../../../server/audit/time-stamp/time-stamp.ts';
import type { AnchorSetting } from '../../../../server/domain/anchor-policy.ts';
import { createEgress, type Egress } from '../../../../server/egress/egress.ts';
import { parseEgressRule } from '../../../../server/egress/egress-rule.ts';
import { createDisposal, type Disposal } from '../../../../server/util/disposal.ts';
import { systemRandom } from '../../../../server/util/random.ts';
import { harnesses } from './anchor-harnesses.ts';
import { startAuthority } from './test-authority.ts';
import { createGrowingTree, type GrowingTree } from './growing-tree.ts';
import { startCollector, type TestCollector } from './test-collector.ts';
import { startWitness } from './test-witness.ts';

let dir: string;
let tree: GrowingTree;
let disposal: Disposal;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'intramura-anchor-'));
  tree = createGrowingTree();
  disposal = createDisposal();
});

afterEach(async () => {
  await disposal[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true });
});

function signal(): AbortSignal {
  return AbortSignal.timeout(5_000);
}

function egressTo(setting: AnchorSetting): Egress {
  const host = hostOf(setting);
  const rule = host === undefined ? undefined : parseEgressRule(host);
  const egress = createEgress({ allow: rule === undefined ? [] : [rule] });
  disposal.defer(() => Promise.resolve(egress[Symbol.dispose]()));
  return egress;
}

function partsWith(egress: Egress): AnchorParts {
  return { egress, random: systemRandom, stampDir: join(dir, 'stamps') };
}

function hostOf(setting: AnchorSetting): string | undefined {
  if (setting.kind === 'witness' || setting.kind === 'stamp') return new URL(setting.url).host;
  return setting.kind === 'syslog' ? `${setting.host}:${setting.port}` : undefined;
}

function open(setting: AnchorSetting): Anchor {
  const [anchor] = createAnchors([setting], partsWith(egressTo(setting)));
  if (anchor === undefined) throw new Error('there must be an anchor');
  disposal.defer(() => Promise.resolve(anchor.close()));
  return anchor;
}

describe.each(harnesses)('an anchor of kind $kind', ({ kind, start }) => {
  it('takes checkpoints of a log that grows, and one it has already', async () => {
    const anchor = open(await start(dir, tree, disposal));
    expect(anchor).toMatchObject({ kind, name: 'one', everyMs: 1000 });
    for (const size of [1, 5, 5, 12]) await anchor.hold(tree.at(size), signal());
  });

  it('holds nothing of a log that is new to it', async () => {
    const anchor = open(await start(dir, tree, disposal));
    expect(await anchor.recall(tree, signal())).toBeUndefined();
  });
});

describe.each(harnesses.filter(({ recalls }) => recalls))(
  'an anchor of kind $kind, which can be asked,',
  ({ start }) => {
    it('says after a restart what it holds', async () => {
      const setting = await start(dir, tree, disposal);
      const log = { ...tree, newest: tree.at(12) };
      await open(setting).hold(tree.at(7), signal());
      await open(setting).hold(tree.at(12), signal());
      expect(await open(setting).recall(log, signal())).toMatchObject({ size: 12, root: tree.at(12).root });
    });

    it('shows that a log was put back: it holds more', async () => {
      const setting = await start(dir, tree, disposal);
      await open(setting).hold(tree.at(12), signal());
      const held = await open(setting).recall({ ...tree, newest: tree.at(7) }, signal());
      expect(held?.size).toBe(12);
    });
  },
);

describe('a witness', () => {
  async function witness(): Promise<AnchorSetting & { kind: 'witness' }> {
    const { url, key } = disposal.use(await startWitness(dir, tree.keys));
    return { kind: 'witness', name: 'one', url, key, everySeconds: 1 };
  }

  it('puts its signature and the time under what it has seen', async () => {
    const setting = await witness();
    const checkpoint = tree.at(5);
    const lines = await open(setting).hold(checkpoint, signal());
    const key = parseWitnessKey(setting.key);
    const at = cosignedAt(`${checkpoint.note}${lines}`, key);
    expect(Math.abs(Date.now() - (at?.getTime() ?? 0))).toBeLessThan(60_000);
    expect(() => cosignedAt(`${tree.at(6).note}${lines}`, key)).toThrow('its cosignature is wrong');
  });

  it('refuses a rewritten log, while it runs and when it is asked at a start', async () => {
    const setting = await witness();
    const anchor = open(setting);
    await anchor.hold(tree.at(5), signal());
    await expect(anchor.hold(tree.at(9, 'other'), signal())).rejects.toThrow(AnchorConflict);
    await expect(anchor.hold(tree.at(5, 'other'), signal())).rejects.toThrow(AnchorConflict);
    await expect(anchor.hold(tree.at(4), signal())).rejects.toThrow(AnchorConflict);
    const log = { ...tree, newest: tree.at(9, 'other') };
    await expect(open(setting).recall(log, signal())).rejects.toThrow(AnchorConflict);
    await anchor.hold(tree.at(9), signal());
  });

  it('that signs with another key than policy names is no anchor', async () => {
    const setting = await witness();
    const { key } = disposal.use(await startWitness(dir, tree.keys));
    await expect(open({ ...setting, key }).hold(tree.at(5), signal())).rejects.toMatchObject({
      message: expect.stringContaining('did not sign with the key'),
    });
  });

  it('knows only the logs it was told of, signed with their keys', async () => {
    const anchor = open(await witness());
    await expect(anchor.hold(createGrowingTree().at(3), signal())).rejects.toMatchObject({
      message: expect.stringContaining('status 403'),
    });
    await expect(anchor.hold(createGrowingTree('intramura/other').at(3), signal())).rejects.toMatchObject({
      message: expect.stringContaining('status 404'),
    });
  });

  it('that policy lets nobody connect to is not reached', async () => {
    const [anchor] = createAnchors([await witness()], partsWith(createEgress({ allow: [] })));
    await expect(anchor?.hold(tree.at(3), signal())).rejects.toMatchObject({ code: 'ERR_EGRESS_DENIED' });
  });

  it.each(['', 'old 1', 'old 01\n\nx', 'old 1\nnot-a-hash\n\nx', 'new 1\n\nx'])(
    'answers 400 to what is no request: %j',
    async (body) => {
      const { url } = await witness();
      const response = await fetch(`${url}add-checkpoint`, { method: 'POST', body });
      expect(response.status).toBe(400);
    },
  );

  it('answers 400, 404, 405 and 413 as HTTP has them', async () => {
    const { url } = await witness();
    const tooOld = `old 9\n\n${tree.at(3).note}`;
    const status = async (path: string, init: RequestInit): Promise<number> =>
      (await fetch(`${url}${path}`, init)).status;
    expect(await status('add-checkpoint', { method: 'POST', body: tooOld })).toBe(400);
    expect(await status('', { method: 'POST', body: tooOld })).toBe(404);
    expect(await status('add-checkpoint', {})).toBe(405);
    expect(await status('add-checkpoint', { method: 'POST', body: 'x'.repeat(70_000) })).toBe(413);
  });
});

describe('a collector of logs', () => {
  let collector: TestCollector;

  beforeEach(async () => {
    collector = disposal.use(await startCollector(dir));
  });

  const setting = (): AnchorSetting & { kind: 'syslog' } => {
    const { port, ca } = collector;
    return { kind: 'syslog', name: 'one', host: 'localhost', port, ca, everySeconds: 1 };
  };

  it('gets each checkpoint as one message of RFC 5424, with the signed note in it', async () => {
    const anchor = open(setting());
    const checkpoints = [tree.at(3), tree.at(4)];
    for (const checkpoint of checkpoints) await anchor.hold(checkpoint, signal());
    await expect.poll(() => collector.messages().length).toBe(2);
    for (const [index, message] of collector.messages().entries()) {
      expect(message).toMatch(
        /^<109>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z - intramura - CHECKPOINT - \{[ -~]*\}$/,
      );
      const { note, size, origin } = JSON.parse(message.slice(message.indexOf('{')));
      expect({ note, size, origin }).toEqual({
        note: checkpoints[index]?.note,
        size: checkpoints[index]?.size,
        origin: tree.origin,
      });
    }
  });

  it('that hung up is called again', async () => {
    const anchor = open(setting());
    await anchor.hold(tree.at(3), signal());
    await expect.poll(() => collector.messages().length).toBe(1);
    collector.hangUp();
    await expect
      .poll(async () => {
        await anchor.hold(tree.at(4), signal()).catch(() => undefined);
        return collector.messages().length;
      })
      .toBeGreaterThan(1);
  });

  it('whose certificate is not trusted gets nothing', async () => {
    const { ca: _, ...untrusted } = setting();
    await expect(open(untrusted).hold(tree.at(3), signal())).rejects.toMatchObject({
      code: 'ERR_SOURCE_UNREACHABLE',
    });
    expect(collector.messages()).toEqual([]);
  });

  it('that policy lets nobody connect to gets nothing', async () => {
    const [anchor] = createAnchors([setting()], partsWith(createEgress({ allow: [] })));
    await expect(anchor?.hold(tree.at(3), signal())).rejects.toMatchObject({ code: 'ERR_EGRESS_DENIED' });
  });
});

describe('a time-stamping authority', () => {
  async function authority(): Promise<AnchorSetting & { kind: 'stamp' }> {
    const { url, certificate } = disposal.use(await startAuthority(dir));
    return { kind: 'stamp', name: 'one', url, certificate, everySeconds: 1 };
  }

  it('stamps a checkpoint, and another program accepts what is kept', async () => {
    const { certificate, ...setting } = await authority();
    await open({ ...setting, certificate }).hold(tree.at(5), signal());
    const kept = join(dir, 'stamps', '5');
    const check = ['ts', '-verify', '-data', `${kept}.note`, '-in', `${kept}.tsr`, '-CAfile', certificate];
    expect(execFileSync('openssl', check, { stdio: ['ignore', 'pipe', 'ignore'] }).toString()).toContain(
      'OK',
    );
  });

  it('is not believed with another certificate, another digest, another nonce or any bit of its answer changed', async () => {
    const setting = await authority();
    const digest = createHash('sha256').update('text').digest();
    const nonce = systemRandom(8);
    const body = new Uint8Array(timeStampRequest(digest, nonce));
    const answer = Buffer.from(await (await fetch(setting.url, { method: 'POST', body })).arrayBuffer());
    const certificate = new X509Certificate(readFileSync(setting.certificate));
    const at = openTimeStamp(answer, { digest, nonce }, certificate);
    expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000);
    const refused = (bytes: Buffer, asked: { digest: Buffer; nonce: Buffer }): void => {
      expect(() => openTimeStamp(bytes, asked, certificate)).toThrow(TimeStampError);
    };
    refused(answer, { digest: Buffer.alloc(32), nonce });
    refused(answer, { digest, nonce: Buffer.alloc(8) });
    for (let cut = 0; cut < answer.length; cut += 37) refused(answer.subarray(0, cut), { digest, nonce });
    // The signature, which stands last, and what is signed.
    const info = answer.indexOf(digest);
    for (const place of [answer.length - 1, answer.length - 100, info, info + 40]) {
      const changed = Buffer.from(answer);
      changed[place] = (changed[place] ?? 0) ^ 1;
      refused(changed, { digest, nonce });
    }
    const { certificate: other } = disposal.use(await startAuthority(join(dir, 'other')));
    await expect(open({ ...setting, certificate: other }).hold(tree.at(5), signal())).rejects.toMatchObject({
      message: expect.stringContaining('its signature is wrong'),
    });
  });
});

describe('a file as an anchor', () => {
  const setting = (): AnchorSetting & { kind: 'file' } => ({
    kind: 'file',
    name: 'one',
    path: join(dir, 'anchor'),
    everySeconds: 1,
  });

  it('only grows, and complains when it was cut', async () => {
    const anchor = open(setting());
    await anchor.hold(tree.at(3), signal());
    await anchor.hold(tree.at(4), signal());
    expect(readFileSync(setting().path, 'utf8')).toBe(tree.at(3).note + tree.at(4).note);
    truncateSync(setting().path, 10);
    await expect(anchor.hold(tree.at(5), signal())).rejects.toThrow(AnchorConflict);
  });

  it('is read past a note that was cut short, notes of another log, and a year of others', async () => {
    const anchor = open(setting());
    const many = Array.from({ length: 500 }, () => tree.at(2).note).join('');
    appendFileSync(setting().path, many);
    await anchor.hold(tree.at(6), signal());
    appendFileSync(setting().path, createGrowingTree('intramura/test/2').at(40).note);
    appendFileSync(setting().path, tree.at(9).note.slice(0, 60));
    expect(await open(setting()).recall(tree, signal())).toEqual({ size: 6, root: tree.at(6).root });
  });

  it('with a note that nobody of this log has signed has no say', async () => {
    appendFileSync(setting().path, createGrowingTree().at(50).note);
    await expect(open(setting()).recall(tree, signal())).rejects.toThrow('no known key');
  });
});
