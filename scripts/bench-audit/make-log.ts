import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { signCheckpoint } from '../../server/audit/checkpoint.ts';
import { createCompactRange } from '../../server/audit/compact-range.ts';
import { encodeLeaf, hashLeaf, parseLeaf } from '../../server/audit/leaf.ts';
import { searchColumns } from '../../server/audit/search-columns.ts';
import { formatVerifierKey } from '../../server/audit/signed-note.ts';
import { noEntry } from '../../server/audit/verifier/no-entry.ts';
import { openAuditDatabase } from '../../server/db/database.ts';
import { systemClock } from '../../server/util/clock.ts';

/** A log that was written for measuring, and what it is verified with. */
export interface MadeLog {
  readonly db: string;
  readonly checkpoint: string;
  readonly vkey: string;
}

const HASH = 'c'.repeat(64);
const BOOT = 'a'.repeat(32);
const ORIGIN = 'intramura/bench';
const ACTOR = { kind: 'user', id: 'user_0123456789abcdef' } as const;
const START = Date.UTC(2026, 0, 5, 9);

/** Writes a log of so many entries, pairs of intents and outcomes, straight into its table: no writer is that fast. */
export async function makeLog(dir: string, entries: number): Promise<MadeLog> {
  const path = join(dir, 'made.db');
  const migrated = await openAuditDatabase(path, systemClock);
  await migrated.destroy();
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  const insert = db.prepare(
    'INSERT INTO audit_entries (seq, hash, prev, type, exchange, at, leaf, actor, model, decision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const range = createCompactRange();
  let prev = noEntry;
  db.transaction(() => {
    for (let seq = 1; seq <= entries; seq += 1) {
      const leaf = parseLeaf({ ...frameOf(seq, prev), ...bodyOf(seq) });
      if (leaf === undefined) throw new Error('The measured entries do not fit the schema.');
      const text = encodeLeaf(leaf);
      const hash = hashLeaf(text);
      const { type, exchange, at, actor, model, decision } = searchColumns(leaf);
      insert.run(seq, hash, prev, type, exchange, at, text, actor, model, decision);
      range.append(Buffer.from(hash, 'hex'));
      prev = hash;
    }
  })();
  db.close();
  const { privateKey } = generateKeyPairSync('ed25519');
  const checkpoint = join(dir, 'made-checkpoint');
  const note = signCheckpoint(
    { origin: ORIGIN, size: entries, root: range.root() },
    { name: ORIGIN, privateKey },
  );
  writeFileSync(checkpoint, note);
  return { db: path, checkpoint, vkey: formatVerifierKey(ORIGIN, createPublicKey(privateKey)) };
}

function frameOf(seq: number, prev: string): object {
  return {
    v: 1,
    origin: ORIGIN,
    seq,
    prev,
    id: `${BOOT}.${seq}`,
    at: new Date(START + seq * 10).toISOString(),
    boot: BOOT,
    version: '1.2.3',
    policy: HASH,
  };
}

function bodyOf(seq: number): object {
  if (seq === 1) return { type: 'audit.started', node: 'v20.0.0', platform: 'linux-x64' };
  const exchange = `chatcmpl_${String(Math.floor(seq / 2)).padStart(24, '0')}`;
  const passage = {
    document: 'doc_0123456789abcdef0123456789abcdef',
    chunk: 'chunk_0123456789abcdef0123456789',
  };
  return seq % 2 === 0
    ? {
        type: 'exchange.intended',
        exchange,
        actor: ACTOR,
        roles: ['member'],
        reasons: ['members-may-chat'],
        model: { id: 'starter', digest: HASH },
        mask_profile: 'baseline',
        redaction: { EMAIL: 1, PHONE: 2 },
        collections: ['handbook'],
        sources: [{ ...passage, score: 831 }],
        grounding: 'free',
        strength: 'strong',
        sampling: { max_tokens: 200, temperature_milli: 700, top_p_milli: 950, stops: 0, format: 'text' },
        prompt: { c: HASH, bucket: 1024 },
      }
    : {
        type: 'exchange.completed',
        exchange,
        actor: ACTOR,
        outcome_of: seq - 1,
        decision: 'answered',
        supported: 1,
        removed: 0,
        cited: [passage],
        tokens: { prompt: 400, completion: 60 },
        finish: 'stop',
        latency_ms: 900,
        answer: { c: HASH, bucket: 256 },
      };
}
