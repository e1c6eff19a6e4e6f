import type { AuditDatabase } from '../db/database.ts';
import type { EntryRef, Generated, Kept, Intended, Receipt, Recorded } from '../domain/exchange.ts';
import { type Actor, actorOf } from '../domain/principal.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import { checkReceipt, type ReceiptState } from './check-receipt.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type AuditEntryView, type EntryFilters, type EntryQuery, queryEntries } from './entries.ts';
import { type ClauseReport, reportClauses } from './compliance/clause-report.ts';
import type { Period } from './compliance/count-types.ts';
import { findClauses } from './compliance/find-clauses.ts';
import { type EntryDetail, readEntry } from './entry-detail.ts';
import { exportEntries, type ExportFormat } from './export.ts';
import { type LogState, logState } from './log-state.ts';
import { countFound, readFound, type Search, type SearchPage } from './search.ts';
import { type ContentAccess, createContentAccess } from './content/content-access.ts';
import type { AuditEvent } from './event.ts';
import { answerContent, failureBody, intentBody, outcomeBody, promptContent } from './exchange-entry.ts';
import { openParts } from './open-parts.ts';
import { proveEntry } from './prove.ts';
import type { KeyRotation } from './rotate-key.ts';
import { readCopy } from './read-copy.ts';
import { localLog, verifyAuditLog } from './verify.ts';
import type { VerifyReport } from './verifier/verify-report.ts';

export type { AuditLogOptions } from './audit-log-options.ts';
export type { AuditEvent } from './event.ts';
export { type AuditEntryView, type EntryFilters, entryOrders, type EntryQuery } from './entries.ts';
export type { EntryDetail } from './entry-detail.ts';
export { type ExportFormat, exportFormats } from './export.ts';
export type { LogState } from './log-state.ts';
export type { VerifyReport } from './verifier/verify-report.ts';

/** What came of checking a receipt, and under which checkpoint (signed note) of how many entries. */
export interface ReceiptCheck {
  readonly state: ReceiptState;
  readonly entries: number;
  readonly checkpoint: string;
}

/**
 * The audit log: what it acknowledges is on the disk, in order, and cannot be changed unnoticed by whoever does not
 * also hold every copy of its checkpoints.
 */
export interface AuditLog extends AsyncDisposable {
  /** @throws AppError ERR_AUDIT_UNAVAILABLE: then no model may be called */
  recordIntent(kept: Kept): Promise<Intended>;
  /** @throws AppError ERR_AUDIT_UNAVAILABLE: then the answer may not be released */
  recordOutcome(generated: Generated): Promise<Recorded>;
  /** `code` says why it failed, `sent` is the masked text that had gone out by then. @throws AppError */
  recordFailure(intended: Intended, code: string, sent: string): Promise<EntryRef>;
  /** @throws AppError ERR_AUDIT_UNAVAILABLE */
  recordEvent(event: AuditEvent): Promise<EntryRef>;
  entries(query: EntryQuery): Promise<AuditEntryView[]>;
  /** Records who looks for what and counts what fits. Pages of it need no entry of their own. */
  search(actor: Actor, filters: EntryFilters): Promise<Search>;
  /** A page of what a search found. @throws AppError ERR_NOT_FOUND when this actor has no such search */
  found(actor: Actor, page: SearchPage & { readonly search: number }): Promise<AuditEntryView[]>;
  /** An entry with its neighbours and its exchange. @throws AppError ERR_NOT_FOUND */
  entry(seq: number): Promise<EntryDetail>;
  /** Records who takes a copy of what, then gives it line by line. */
  export(actor: Actor, format: ExportFormat, filters: EntryFilters): Promise<AsyncIterable<string>>;
  /**
   * Records who asks, then says what the entries of a period show for a clause, or for all.
   * @throws AppError ERR_NOT_FOUND when there is no such clause
   */
  report(actor: Actor, asked: Period & { readonly clause?: string }): Promise<readonly ClauseReport[]>;
  /** What entries are about, sealed beside them. */
  readonly contents: ContentAccess;
  /** How far the log reaches and how far it is signed. Signs nothing. */
  state(): LogState;
  /** The newest signed checkpoint (C2SP signed note), covering every entry. */
  checkpoint(): Promise<string>;
  /** Whether a receipt is true, under a checkpoint signed now. @throws AppError ERR_AUDIT_INVALID */
  checkReceipt(receipt: Receipt): Promise<ReceiptCheck>;
  /**
   * Lets a new key sign from now on, and the one before beside it until `until`; then that one is destroyed.
   * @throws AppError ERR_REQUEST_INVALID while two keys sign already
   */
  rotateKey(actor: Actor, until: Date): Promise<KeyRotation>;
  /** Proof that an entry is in the log (C2SP tlog-proof). @throws AppError ERR_NOT_FOUND */
  prove(seq: number): Promise<string>;
  /**
   * Verifies the whole log against the checkpoints of its folder. `onProgress` hears how many entries are done.
   * A log that can no longer be signed is verified all the same: the report says what is wrong.
   */
  verify(onProgress?: (entries: number) => void): Promise<VerifyReport>;
}

/** What begins something that strict anchoring holds up, besides intents. */
const beginsExchange: ReadonlySet<AuditEvent['type']> = new Set(['embedding.requested', 'rerank.requested']);

/**
 * Opens the log as its only writer, checks it against its newest checkpoint, records the start and the policy bundle
 * in force, and closes what the last run left open.
 * @throws AppError ERR_AUDIT_UNAVAILABLE, ERR_AUDIT_INVALID, ERR_CONFIG_INVALID
 */
export async function openAuditLog(options: AuditLogOptions): Promise<AuditLog> {
  const parts = await openParts(options);
  const { checkpointer } = parts;
  // By the reference that an exchange carries: an exchange that is dropped leaves nothing behind.
  const started = new WeakMap<EntryRef, number>();
  const read = <T>(run: (db: AuditDatabase) => Promise<T>): Promise<T> => readCopy(options.path, run);
  const now = (): number => options.clock.now().getTime();
  const latency = (intended: Intended): number =>
    Math.max(0, now() - (started.get(intended.intent) ?? now()));
  return {
    async recordIntent(kept) {
      parts.anchoring.assertFresh();
      const intent = await parts.appendSealed(intentBody(kept), promptContent(kept), kept.policy.bundle);
      started.set(intent, now());
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the only place that mints it: the entry is durable
      return { ...kept, intent } as Intended;
    },
    async recordOutcome(generated) {
      const body = outcomeBody(generated, latency(generated));
      const content = answerContent(generated, generated.answer);
      const outcome = await parts.appendSealed(body, content, generated.policy.bundle);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the only place that mints it: the entry is durable
      return { ...generated, outcome } as Recorded;
    },
    recordFailure(intended, code, sent) {
      const body = failureBody(intended, { code, latencyMs: latency(intended) });
      return parts.appendSealed(body, answerContent(intended, sent), intended.policy.bundle);
    },
    async recordEvent(event) {
      if (beginsExchange.has(event.type)) parts.anchoring.assertFresh();
      return parts.append('actor' in event ? { ...event, actor: actorOf(event.actor) } : event);
    },
    entries: (query) => read((db) => queryEntries(db, query)),
    async search(actor, filters) {
      const { seq } = await parts.append({ type: 'audit.searched', actor: actorOf(actor), filters });
      return read((db) => countFound(db, seq, filters));
    },
    found: (actor, page) => read((db) => readFound(db, actor, options.clock.now(), page)),
    entry: (seq) => read((db) => readEntry(db, seq)),
    async export(actor, format, filters) {
      const entry = { type: 'audit.exported', actor: actorOf(actor), format, filters } as const;
      const { seq: before } = await parts.append(entry);
      return exportEntries(options.path, format, { ...filters, before });
    },
    async report(actor, asked) {
      const clauses = findClauses(asked.clause);
      await parts.append({ type: 'audit.reported', actor: actorOf(actor), ...asked });
      return read((db) => reportClauses(db, clauses, asked));
    },
    contents: createContentAccess(options, parts),
    state: () => logState(parts),
    checkpoint: () => checkpointer.sign(),
    async checkReceipt(receipt) {
      const note = await checkpointer.sign();
      const checkpoint = openCheckpoint(note, checkpointer.keys());
      const state = await read((db) => checkReceipt(db, checkpoint, receipt));
      return { state, entries: checkpoint.size, checkpoint: note };
    },
    rotateKey: (actor, until) => parts.rotateKey(actor, until),
    async prove(seq) {
      const checkpoint = await checkpointer.sign();
      return proveEntry({ db: options.path, checkpoint, keys: checkpointer.keys(), seq });
    },
    async verify(onProgress) {
      await checkpointer.sign().catch(() => undefined);
      return verifyAuditLog({ ...localLog(options), ...(onProgress && { onProgress }) });
    },
    [Symbol.asyncDispose]: () => parts.close(),
  };
}
