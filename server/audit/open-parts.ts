import { existsSync } from 'node:fs';
import { openAuditDatabase } from '../db/database.ts';
import type { EntryRef } from '../domain/exchange.ts';
import type { Actor } from '../domain/principal.ts';
import { createDisposal, type Disposal } from '../util/disposal.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import { checkRows } from './check-rows.ts';
import { type ClockWatch, createClockWatch } from './clock-watch.ts';
import { createHeartbeat } from './heartbeat.ts';
import { type Checkpointer, createCheckpointer } from './checkpointer.ts';
import { openCheckpointStore, readCheckpoints } from './checkpoint-store.ts';
import { inspectLog } from './inspect-log.ts';
import { type LogIdentity, loadIdentity } from './identity.ts';
import type { Content } from './content/content.ts';
import { type Contents, openContents } from './content/open-contents.ts';
import type { Draft, PlainDraft } from './draft.ts';
import type { AuditEvent } from './event.ts';
import type { UnsealedBody } from './exchange-bodies.ts';
import { parsePlain, parseUnsealed, type PlainBody } from './leaf.ts';
import { type LogFile, type LogHead, openLogFile } from './log-file.ts';
import { abortIntentsAmong } from './open-intents.ts';
import { type OpenAnchoring, openAnchoring } from './open-anchoring.ts';
import { lockLog } from './process-lock.ts';
import { type KeyRotation, rotateKey } from './rotate-key.ts';
import type { Signer } from './signer/signer.ts';
import { createStamp } from './stamp.ts';
import { startDrafts } from './start-drafts.ts';
import { invalid, unavailable } from './unavailable.ts';
import { publishVerifierKeys } from './verifier-key-file.ts';
import { createWriter, type Writer } from './writer.ts';

/** The working parts of an open log. */
export interface LogParts extends Pick<LogIdentity, 'origin'> {
  readonly checkpointer: Checkpointer;
  readonly contents: Contents;
  readonly anchoring: Pick<OpenAnchoring, 'state' | 'assertFresh'>;
  /** @throws AppError ERR_AUDIT_UNAVAILABLE, ERR_AUDIT_INVALID */
  append(body: PlainBody | AuditEvent): Promise<EntryRef>;
  /** An entry about an exchange, with its content sealed in the same commit. @throws AppError as append */
  appendSealed(body: UnsealedBody, content: Content, policy: string): Promise<EntryRef>;
  /** Several entries, all or none. @throws AppError as append */
  appendAll(drafts: readonly PlainDraft[]): Promise<EntryRef[]>;
  /** Lets a new key sign from now on, and the one before until `until` as well. Gives the ids of both. */
  rotateKey(actor: Actor, until: Date): Promise<KeyRotation>;
  /** The newest durable entry. */
  head(): LogHead;
  /** Records the stop, signs it, and lets the files go. */
  close(): Promise<void>;
}

/** @throws AppError as openAuditLog */
export async function openParts(options: AuditLogOptions): Promise<LogParts> {
  const disposal = createDisposal();
  try {
    return await open(options, disposal);
  } catch (error) {
    await disposal[Symbol.asyncDispose]();
    throw unavailable(error);
  }
}

async function open(options: AuditLogOptions, disposal: Disposal): Promise<LogParts> {
  disposal.use(await lockLog(options.path));
  refuseVanishedLog(options);
  const file = await openFile(options);
  const opened = { closed: false };
  disposal.defer(async () => {
    if (!opened.closed) await file.close();
  });
  const signer = disposal.use(options.openSigner());
  const identity = await loadIdentity(options, file, signer);
  const { signed, head, orphans, lastAt } = await inspectLog(options, identity, await file.head());
  const contents = await openContents(options, head.seq);
  disposal.defer(() => contents.close());
  const makeRow = createStamp({ ...options, origin: identity.origin, sealed: contents.note });
  const appended = ({ seq }: LogHead): void => {
    contents.reached(seq);
    checkpointer.grown();
  };
  const writer: Writer = createWriter(
    { file, makeRow, reopen: (known) => reopen(options, known), appended },
    head,
  );
  // From here on the writer owns the file: it may close and open it again.
  opened.closed = true;
  disposal.defer(() => writer.close());
  const store = await openCheckpointStore(options.checkpointDir);
  const anchoring = openAnchoring(options, store);
  disposal.defer(() => anchoring.stop());
  const checkpointer = createCheckpointer(
    {
      ...options,
      store,
      signer,
      keys: identity.signedLast.keys,
      keysChanged: (keys) => publishVerifierKeys(options.signingKeyPath, keys),
      head: () => writer.head(),
      signed: (tree, at) => anchoring.signed(tree, at),
    },
    signed,
  );
  disposal.defer(() => checkpointer.stop());
  // What a first start left when it was cut short: signed now, for no more than one start may stand unsigned.
  if (head.seq > 0 && signed.note === '') await checkpointer.sign(true);
  const watch = createClockWatch(options.clock, lastAt);
  await writer.append([...startDrafts(options), ...orphans]);
  await checkpointer.sign(true);
  // The first exchange need not be refused only because nobody has waited for the anchors.
  if (options.anchoring?.policy.strict === true) await anchoring.attempted();
  const { origin } = identity;
  const { heartbeatMs = HEARTBEAT_MS } = options;
  const working = { writer, signer, watch, heartbeatMs };
  return assemble({ origin, checkpointer, anchoring, contents }, working, disposal);
}

type Shown = Pick<LogParts, 'origin' | 'checkpointer' | 'anchoring' | 'contents'>;

interface Working {
  readonly writer: Writer;
  readonly signer: Signer;
  readonly watch: ClockWatch;
  readonly heartbeatMs: number;
}

function assemble(shown: Shown, working: Working, disposal: Disposal): LogParts {
  const { checkpointer, contents } = shown;
  const { writer, signer, watch } = working;
  const commit = async (drafts: readonly Draft[]): Promise<EntryRef[]> => {
    checkpointer.assertHealthy();
    const jump = watch.take();
    const marks: PlainDraft[] = jump === undefined ? [] : [{ body: { type: 'clock.jumped', ...jump } }];
    try {
      const refs = await writer.append([...marks, ...drafts]);
      heartbeat.felt();
      return refs.slice(marks.length);
    } catch (error) {
      watch.restore(jump);
      throw error;
    }
  };
  const write = async (draft: Draft): Promise<EntryRef> => {
    const [ref] = await commit([draft]);
    if (ref === undefined) throw unavailable(new Error('The writer returned no place.'));
    return ref;
  };
  const append: LogParts['append'] = async (entry) => write({ body: parsePlain(entry) });
  const heartbeat = createHeartbeat(working.heartbeatMs, () => append({ type: 'audit.heartbeat' }));
  return {
    ...shown,
    append,
    rotateKey: (actor, until) => rotateKey({ signer, checkpointer, append }, actor, until),
    async appendSealed(unsealed, content, policy) {
      const body = parseUnsealed(unsealed);
      const key = await contents.take(body.actor.id).catch((error: unknown) => {
        throw unavailable(error);
      });
      return write({ body, content, key, policy });
    },
    async appendAll(drafts) {
      return commit(drafts.map((draft) => ({ ...draft, body: parsePlain(draft.body) })));
    },
    head: () => writer.head(),
    async close() {
      heartbeat.stop();
      // A log that cannot be written cannot record its stop. The next start shows that this run has no stop.
      const stopped = append({ type: 'audit.stopped' }).catch(() => undefined);
      // Nothing comes after the stop. The disposal closes the writer again, and tells when that fails.
      await Promise.all([stopped, writer.close().catch(() => undefined)]);
      await checkpointer.sign(true).catch(() => undefined);
      await disposal[Symbol.asyncDispose]();
    },
  };
}

function openFile({ path, clock, openDatabase = openAuditDatabase }: AuditLogOptions): Promise<LogFile> {
  return openLogFile(path, clock, openDatabase);
}

/** A log that has been signed must not be begun again because its file is gone. */
function refuseVanishedLog({ path, checkpointDir }: AuditLogOptions): void {
  if (existsSync(path)) return;
  const { head, history } = readCheckpoints(checkpointDir);
  if (head !== undefined || history.length > 0) throw invalid('its database is missing');
}

/** Never makes a new file, and goes on only from the head that was acknowledged last. */
async function reopen(
  options: AuditLogOptions,
  known: LogHead,
): Promise<{ file: LogFile; orphans: readonly PlainDraft[] }> {
  if (!existsSync(options.path)) throw new Error('The database is missing.');
  const file = await openFile(options);
  try {
    const [same, ...added] = await file.after(known.seq - 1, ADOPTED_ENTRIES);
    if (same?.seq !== known.seq || same.hash !== known.hash) throw invalid(`entry ${known.seq} is gone`);
    checkRows(known, added);
    return { file, orphans: abortIntentsAmong(added) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** No failed commit leaves more entries than this behind. */
const ADOPTED_ENTRIES = 100_000;

/** The longest silence of a log that is on. */
const HEARTBEAT_MS = 60_000;
