import { AppError } from '../../errors.ts';
import type { Connector, SourceItem } from '../../knowledge/connectors/connector.ts';
import type { ImportReport } from '../../knowledge/knowledge.ts';
import { type ItemFailure, MOST_FAILURES, type SourceRun } from '../../knowledge/sources/source.ts';
import type { KnownItem } from '../../knowledge/sources/source-items.ts';
import { type Listing, readListing } from './read-listing.ts';
import { readItem } from './read-item.ts';

/** More failures in a row than this are a source that fails, not items that do. */
const MOST_IN_A_ROW = 10;
/** Items that have gone are removed at once up to this share of all; more must be confirmed. */
const SAFE_SHARE = 0.5;

/** What a run works with and changes. */
export interface SyncDeps {
  readonly connector: Connector;
  known(): Promise<readonly KnownItem[]>;
  remember(item: KnownItem): Promise<void>;
  forget(id: string): Promise<void>;
  importFile(file: FileOfSource): Promise<ImportReport>;
  removeDocument(document: string): Promise<void>;
}

export interface FileOfSource {
  readonly id: string;
  readonly path: string;
  readonly bytes: Buffer;
  /** There is no document of it yet. */
  readonly isNew: boolean;
}

export interface SyncOptions {
  readonly signal: AbortSignal;
  readonly progress: (share: number, stage: SyncStage) => void;
  /** How many documents somebody has agreed to lose. */
  readonly confirmedRemovals: number;
  /** True once this run has worked for long enough and should leave the rest to the next. */
  readonly isOver: () => boolean;
}

export type SyncStage = 'listing' | 'removing' | 'reading';

export type SyncReport = Omit<SourceRun, 'endedAt' | 'ms' | 'code' | 'reason'> & {
  /** Some items are being written: look again soon. */
  readonly busy: boolean;
};

/**
 * Brings the documents of a source to what the source holds now. Each item is done for itself and remembered, so that
 * a run that was cut short goes on where it stood, and a second run over the same finds nothing to do.
 * @throws AppError when the source or the product fails; the signal's reason
 */
export async function syncSource(deps: SyncDeps, options: SyncOptions): Promise<SyncReport> {
  options.progress(0, 'listing');
  const listing = await readListing(deps.connector, options.signal);
  const known = new Map((await deps.known()).map((item) => [item.id, item]));
  const tally = createTally(listing.refused);
  // Deletions first: they wait for nothing that is slow.
  await removeGone(deps, options, tally, goneOf(listing, known), countDocuments([...known.values()]));
  const finished = await readChanges(deps, options, tally, listing.items, known);
  const outcome = tally.held > 0 ? 'held' : finished ? 'done' : 'unfinished';
  return { ...tally, outcome, busy: listing.busy.size > 0 };
}

/** Counted up while the run goes on. */
interface Tally {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  held: number;
  failed: number;
  readonly failures: ItemFailure[];
}

function createTally(refused: readonly ItemFailure[]): Tally {
  return {
    added: 0,
    changed: 0,
    unchanged: 0,
    removed: 0,
    held: 0,
    failed: refused.length,
    failures: refused.slice(0, MOST_FAILURES),
  };
}

function addFailure(tally: Tally, failure: ItemFailure): void {
  tally.failed += 1;
  if (tally.failures.length < MOST_FAILURES) tally.failures.push(failure);
}

function goneOf({ items, busy }: Listing, known: ReadonlyMap<string, KnownItem>): readonly KnownItem[] {
  const there = new Set(items.map(({ id }) => id));
  return [...known.values()].filter(({ id }) => !there.has(id) && !busy.has(id));
}

/** A source that suddenly holds nothing, or has lost most of it, is more often a mistake than a wish. */
async function removeGone(
  deps: SyncDeps,
  { signal, progress, confirmedRemovals }: SyncOptions,
  tally: Tally,
  gone: readonly KnownItem[],
  documents: number,
): Promise<void> {
  const lost = countDocuments(gone);
  if (lost > documents * SAFE_SHARE && lost > confirmedRemovals) {
    tally.held = lost;
    return;
  }
  for (const [at, item] of gone.entries()) {
    signal.throwIfAborted();
    progress(at / gone.length, 'removing');
    await removeItem(deps, tally, item);
  }
}

function countDocuments(items: readonly KnownItem[]): number {
  return items.filter(({ document }) => document !== undefined).length;
}

async function removeItem(deps: SyncDeps, tally: Tally, { id, document }: KnownItem): Promise<void> {
  if (document !== undefined) await deps.removeDocument(document);
  await deps.forget(id);
  tally.removed += 1;
}

/** False when the time was over before all were read. */
async function readChanges(
  deps: SyncDeps,
  { signal, progress, isOver }: SyncOptions,
  tally: Tally,
  items: readonly SourceItem[],
  known: ReadonlyMap<string, KnownItem>,
): Promise<boolean> {
  const isSame = ({ id, revision }: SourceItem): boolean =>
    revision !== undefined && known.get(id)?.revision === revision;
  for (const item of items.filter(isSame)) tallyUnchanged(tally, known.get(item.id));
  // What people may have read and is now wrong comes before what is new.
  const changed = items
    .filter((item) => !isSame(item))
    .toSorted((a, b) => Number(known.has(b.id)) - Number(known.has(a.id)));
  let inARow = 0;
  for (const [at, item] of changed.entries()) {
    signal.throwIfAborted();
    if (isOver()) return false;
    progress(at / changed.length, 'reading');
    const failure = await readChange(deps, tally, item, known.get(item.id), signal);
    inARow = failure === undefined || failure.code === 'ERR_KNOWLEDGE_FORMAT' ? 0 : inARow + 1;
    if (failure !== undefined && inARow > MOST_IN_A_ROW) throw failure;
  }
  return true;
}

function tallyUnchanged(tally: Tally, item: KnownItem | undefined): void {
  if (item?.failure === undefined) tally.unchanged += 1;
  else addFailure(tally, { path: item.path, ...item.failure });
}

/** Returns the error when the item failed. @throws AppError when the product failed */
async function readChange(
  deps: SyncDeps,
  tally: Tally,
  item: SourceItem,
  known: KnownItem | undefined,
  signal: AbortSignal,
): Promise<AppError | undefined> {
  try {
    const read = await readItem(deps.connector, item, known?.revision, signal);
    if (read === undefined) {
      tallyUnchanged(tally, known);
      return undefined;
    }
    const report = await deps.importFile({
      id: item.id,
      path: item.path,
      bytes: read.bytes,
      isNew: known?.document === undefined,
    });
    if (report.status === 'failed') throw new AppError(report.code, report.reason, { status: 422 });
    await deps.remember({ id: item.id, path: item.path, revision: read.revision, document: report.document });
    if (known === undefined) tally.added += 1;
    else if (report.status === 'unchanged' && known.failure === undefined) tally.unchanged += 1;
    else tally.changed += 1;
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof AppError) || !isOfItem(error)) throw error;
    await handleFailure(deps, tally, item, known, error);
    return error;
  }
}

async function handleFailure(
  deps: SyncDeps,
  tally: Tally,
  { id, path, revision }: SourceItem,
  known: KnownItem | undefined,
  { code, message: reason }: AppError,
): Promise<void> {
  if (code === 'ERR_SOURCE_ITEM_GONE' && known !== undefined) {
    await removeItem(deps, tally, known);
    return;
  }
  if (code === 'ERR_SOURCE_ITEM_GONE' || code === 'ERR_SOURCE_ITEM_BUSY') return;
  addFailure(tally, { path, code, reason });
  // The same bytes would fail again: they are left alone until they are others.
  if (revision !== undefined && isLasting(code)) {
    const { document } = known ?? {};
    await deps.remember({
      id,
      path,
      revision,
      failure: { code, reason },
      ...(document === undefined ? {} : { document }),
    });
  }
}

function isOfItem({ code }: AppError): boolean {
  return code.startsWith('ERR_SOURCE_') || code === 'ERR_EGRESS_DENIED' || code === 'ERR_KNOWLEDGE_FORMAT';
}

function isLasting(code: string): boolean {
  return code === 'ERR_KNOWLEDGE_FORMAT' || code === 'ERR_SOURCE_ITEM_TOO_LARGE';
}
