import type { AuditDatabase } from '../db/database.ts';
import type { OfferedCheckpoint } from './anchors/anchor.ts';
import { createGrowthProofs } from './anchors/growth-proofs.ts';
import { recallAnchors } from './anchors/recall-anchors.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import type { SignedTree } from './checkpointer.ts';
import type { PlainDraft } from './draft.ts';
import type { LogIdentity } from './identity.ts';
import type { LogHead } from './log-file.ts';
import { type LogKey, parseLogKeys } from './log-key.ts';
import { abortOpenIntents } from './open-intents.ts';
import { checkAgainst, type KnownTree, newestCheckpoint } from './open-state.ts';
import { readCopy } from './read-copy.ts';
import { startDrafts } from './start-drafts.ts';
import { invalid } from './unavailable.ts';

/** Where a log goes on, and the intents that its last run left open. */
export interface InspectedLog {
  readonly signed: SignedTree;
  readonly head: LogHead;
  readonly orphans: readonly PlainDraft[];
  /** When its last entry was recorded, as that says. */
  readonly lastAt: Date | undefined;
}

/**
 * Holds the log against everybody who remembers it: its checkpoints, its signer, its anchors.
 * @throws AppError ERR_AUDIT_INVALID
 */
export async function inspectLog(
  options: AuditLogOptions,
  { origin, signedLast }: LogIdentity,
  head: LogHead,
): Promise<InspectedLog> {
  const keys = parseLogKeys(signedLast.keys.join('\n'));
  const newest = newestCheckpoint(options.checkpointDir, origin, keys);
  // A power cut can come between the first entries and the first checkpoint.
  if (newest === undefined && head.seq > startDrafts(options).length)
    throw invalid('its checkpoints are missing');
  const known: KnownTree[] = [
    ...(newest === undefined ? [] : [{ ...newest.checkpoint, by: 'the checkpoint' }]),
    { ...signedLast, by: 'what its signer has signed' },
    ...(await askAnchors(options, origin, keys, newest)),
  ];
  const note = newest?.checkpoint.size === signedLast.size ? newest.note : '';
  return readCopy(options.path, async (db) => {
    const { range, signed, head: last } = await checkAgainst(db, head, known, signedLast.size);
    const orphans = await abortOpenIntents(db);
    return { signed: { range, head: signed, note }, head: last, orphans, lastAt: await lastAt(db) };
  });
}

async function askAnchors(
  { path, clock, anchoring }: AuditLogOptions,
  origin: string,
  keys: readonly LogKey[],
  newest: ReturnType<typeof newestCheckpoint>,
): Promise<KnownTree[]> {
  if (anchoring === undefined) return [];
  const proofs = createGrowthProofs(path);
  const offered =
    newest &&
    ({
      ...newest.checkpoint,
      note: newest.note,
      signedAt: clock.now(),
      proofFrom: (old: number): Promise<Buffer[]> => proofs(old, newest.checkpoint.size),
    } satisfies OfferedCheckpoint);
  return recallAnchors(anchoring.anchors, { origin, keys, ...(offered && { newest: offered }) });
}

async function lastAt(db: AuditDatabase): Promise<Date | undefined> {
  const last = await db
    .selectFrom('audit_entries')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const at = new Date(last?.at ?? '');
  return Number.isNaN(at.getTime()) ? undefined : at;
}
