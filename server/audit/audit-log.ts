import type { EntryRef, Generated, Grounded, Intended, Recorded } from '../domain/exchange.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import { type AuditEntryView, type EntryQuery, queryEntries } from './entries.ts';
import type { AuditEvent } from './event.ts';
import { actorOf, failureBody, intentBody, outcomeBody } from './exchange-entry.ts';
import { openParts } from './open-parts.ts';
import { proveEntry } from './prove.ts';
import { readCopy } from './read-copy.ts';
import { localLog, verifyAuditLog } from './verify.ts';
import type { VerifyReport } from './verify-report.ts';

export type { AuditLogOptions } from './audit-log-options.ts';
export type { AuditEvent } from './event.ts';
export type { AuditEntryView, EntryQuery } from './entries.ts';
export type { VerifyReport } from './verify-report.ts';

/**
 * The audit log: what it acknowledges is on the disk, in order, and cannot be changed unnoticed by whoever does not
 * also hold every copy of its checkpoints.
 */
export interface AuditLog extends AsyncDisposable {
  /** @throws AppError ERR_AUDIT_UNAVAILABLE: then no model may be called */
  recordIntent(grounded: Grounded): Promise<Intended>;
  /** @throws AppError ERR_AUDIT_UNAVAILABLE: then the answer may not be released */
  recordOutcome(generated: Generated): Promise<Recorded>;
  /** `code` says why it failed, `sent` is the masked text that had gone out by then. @throws AppError */
  recordFailure(intended: Intended, code: string, sent: string): Promise<EntryRef>;
  /** @throws AppError ERR_AUDIT_UNAVAILABLE */
  recordEvent(event: AuditEvent): Promise<EntryRef>;
  /** Oldest first. */
  entries(query: EntryQuery): Promise<AuditEntryView[]>;
  /** The newest signed checkpoint (C2SP signed note), covering every entry. */
  checkpoint(): Promise<string>;
  /** Proof that an entry is in the log (C2SP tlog-proof). @throws AppError ERR_NOT_FOUND */
  prove(seq: number): Promise<string>;
  /** Verifies the whole log against the checkpoints of its folder. */
  verify(onProgress?: (entries: number) => void): Promise<VerifyReport>;
}

/**
 * Opens the log as its only writer, checks it against its newest checkpoint, records the start and the policy bundle
 * in force, and closes what the last run left open.
 * @throws AppError ERR_AUDIT_UNAVAILABLE, ERR_AUDIT_INVALID, ERR_CONFIG_INVALID
 */
export async function openAuditLog(options: AuditLogOptions): Promise<AuditLog> {
  const parts = await openParts(options);
  const { anchor, commitmentKey: key } = parts;
  // By the reference that an exchange carries: an exchange that is dropped leaves nothing behind.
  const started = new WeakMap<EntryRef, number>();
  const now = (): number => options.clock.now().getTime();
  const latency = (intended: Intended): number =>
    Math.max(0, now() - (started.get(intended.intent) ?? now()));
  return {
    async recordIntent(grounded) {
      const intent = await parts.append(intentBody(key, grounded), grounded.policy.bundle);
      started.set(intent, now());
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the only place that mints it: the entry is durable
      return { ...grounded, intent } as Intended;
    },
    async recordOutcome(generated) {
      const body = outcomeBody(key, generated, latency(generated));
      const outcome = await parts.append(body, generated.policy.bundle);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the only place that mints it: the entry is durable
      return { ...generated, outcome } as Recorded;
    },
    recordFailure(intended, code, sent) {
      const body = failureBody(key, intended, { code, sent, latencyMs: latency(intended) });
      return parts.append(body, intended.policy.bundle);
    },
    recordEvent: (event) =>
      parts.append('actor' in event ? { ...event, actor: actorOf(event.actor) } : event),
    entries: (query) => readCopy(options.path, (db) => queryEntries(db, query)),
    checkpoint: () => anchor.sign(),
    async prove(seq) {
      const checkpoint = await anchor.sign();
      return proveEntry({ db: options.path, checkpoint, key: parts.key, seq });
    },
    async verify(onProgress) {
      await anchor.sign();
      return verifyAuditLog({ ...localLog(options), ...(onProgress && { onProgress }) });
    },
    [Symbol.asyncDispose]: () => parts.close(),
  };
}
