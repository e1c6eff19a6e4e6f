import { withTypesOnly } from '../../domain/placeholder.ts';
import type { Logger } from '../../logger.ts';
import { describeError } from '../../util/describe-error.ts';
import { type RandomBytes, randomId } from '../../util/random.ts';
import { decodeVector, encodeVector } from '../../util/vector.ts';
import type { MaskedText } from '../../domain/masked.ts';
import type { Dismissal, Gap, GapQuestion, GapState } from './gap.ts';
import { createGapClusters, type GapClusters } from './gap-clusters.ts';
import {
  countAsking,
  type GapStoreContext,
  listGaps,
  readGap,
  sealGap,
  setGapState,
  sweepGaps,
} from './gap-store.ts';

export type { Dismissal, Gap, GapCause, GapState } from './gap.ts';
export { dismissals, gapStates } from './gap.ts';

export interface GapsOptions extends GapStoreContext {
  readonly random: RandomBytes;
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  readonly logger: Logger;
}

/** A question without a good answer. Only its masked form is ever taken. */
export interface MissedQuestion extends Omit<GapQuestion, 'text'> {
  readonly text: MaskedText;
}

export interface GapPage {
  /** Asked last first. */
  readonly gaps: readonly Gap[];
  readonly total: number;
}

/**
 * The questions that nothing answered, each once, however it was worded. What was asked is kept masked and sealed, and
 * nothing tells who asked. Whoever calls has decided that the caller may read every collection of a gap's scope.
 */
export interface Gaps extends AsyncDisposable {
  /** Returns at once; the question is put with its like in the background. */
  note(question: MissedQuestion): void;
  /** Waits until all that was noted is kept. */
  settled(): Promise<void>;
  page(query: {
    readonly mayRead: (scope: readonly string[]) => boolean;
    readonly state?: GapState | undefined;
    readonly offset: number;
    readonly limit: number;
  }): Promise<GapPage>;
  /** @throws AppError ERR_NOT_FOUND */
  gap(id: string): Promise<Gap>;
  /** An answer was written, approved, or taken back. */
  move(id: string, state: Exclude<GapState, 'dismissed'>): Promise<Gap>;
  dismiss(id: string, reason: Dismissal): Promise<Gap>;
  /** Forgets what is older than gaps are kept. */
  sweep(): Promise<void>;
}

/** Wordings kept of one gap beside the first. */
const MOST_SAMPLES = 5;
/** Questions that wait to be kept; more are let go, and the log says so. */
const MOST_WAITING = 200;
/** New gaps between two sweeps, at most. */
const SWEEP_AFTER = 100;
/** Characters of one wording. */
const LONGEST = 1_000;

/** Opens the gap list with its wordings in memory. */
export async function openGaps(options: GapsOptions): Promise<Gaps> {
  const clusters = createGapClusters();
  await loadClusters(options, clusters);
  let waiting = 0;
  let fresh = 0;
  let last: Promise<void> = Promise.resolve();
  const sweep = async (): Promise<void> => {
    fresh = 0;
    await sweepGaps(options);
    await loadClusters(options, clusters);
  };
  const keep = async (question: GapQuestion): Promise<void> => {
    fresh += (await keepAsking(options, clusters, question)) ? 1 : 0;
    if (fresh >= SWEEP_AFTER) await sweep();
  };
  const failed = (error: unknown): void =>
    options.logger.warn({ err: describeError(error) }, 'gaps.not-kept');
  return {
    note({ text, scope, ...question }) {
      // A question to no collection at all says nothing of what is missing from one.
      if (scope.length === 0 || waiting >= MOST_WAITING) {
        if (scope.length > 0) options.logger.warn({ waiting }, 'gaps.too-many');
        return;
      }
      waiting += 1;
      const masked = { ...question, text: withTypesOnly(text).slice(0, LONGEST), scope: scope.toSorted() };
      last = last
        .then(() => keep(masked))
        .catch(failed)
        .finally(() => (waiting -= 1));
    },
    settled: () => last,
    async page({ mayRead, state, offset, limit }) {
      const all = await listGaps(options, mayRead);
      const chosen = state === undefined ? all : all.filter((gap) => gap.state === state);
      return { gaps: chosen.slice(offset, offset + limit), total: chosen.length };
    },
    gap: (id) => readGap(options, id),
    move: (id, state) => setGapState(options, id, { state }),
    dismiss: (id, dismissal) => setGapState(options, id, { state: 'dismissed', dismissal }),
    sweep: () => (last = last.then(sweep)),
    [Symbol.asyncDispose]: () => last,
  };
}

async function loadClusters(options: GapsOptions, clusters: GapClusters): Promise<void> {
  clusters.clear();
  for (const { id, question, samples, vector, ...rest } of await listGaps(options, () => true)) {
    const base = { ...rest, cause: 'declined' } as const;
    clusters.add(id, { ...base, text: question }, decodeVector(vector));
    for (const text of samples) clusters.extend(id, { ...base, text });
  }
}

/** Puts an asking with its like. True when it is the first of its kind. */
async function keepAsking(
  options: GapsOptions,
  clusters: GapClusters,
  question: GapQuestion,
): Promise<boolean> {
  const { cause, text } = question;
  const same = clusters.findSame(question);
  if (same !== undefined) {
    await count(options, same, cause);
    return false;
  }
  const [vector = new Float32Array()] = await options.embed([text]);
  const similar = clusters.findSimilar(question, vector);
  if (similar !== undefined) {
    if (await count(options, similar, cause, text)) clusters.extend(similar, question);
    return false;
  }
  const id = randomId('gap', options.random);
  const contents = sealGap(options, id, { question: text, samples: [], vector: encodeVector(vector) });
  await countAsking(options, { id, cause, contents, fresh: question });
  clusters.add(id, question, vector);
  return true;
}

/** Counts an asking of a known gap; true when its wording was kept as a new one. */
async function count(
  options: GapsOptions,
  id: string,
  cause: GapQuestion['cause'],
  wording?: string,
): Promise<boolean> {
  const { question, samples, vector } = await readGap(options, id);
  const isKept = wording !== undefined && samples.length < MOST_SAMPLES;
  const contents = { question, samples: isKept ? [...samples, wording] : [...samples], vector };
  await countAsking(options, { id, cause, contents: sealGap(options, id, contents) });
  return isKept;
}
