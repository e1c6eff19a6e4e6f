import { AppError } from '../../errors.ts';
import { within } from '../../util/within.ts';
import { type Anchor, AnchorConflict, type OfferedCheckpoint } from './anchor.ts';

/** An anchor as it is doing. */
export interface AnchorState {
  readonly name: string;
  readonly kind: Anchor['kind'];
  /** The largest checkpoint that this run knows it to hold. */
  readonly held: { readonly size: number; readonly signedAt: Date } | undefined;
  /** Why the last attempt failed; undefined when it did not. */
  readonly error: string | undefined;
}

/** Brings the newest checkpoint to one anchor, again and again, and rests in between. */
export interface AnchorWorker {
  offer(checkpoint: OfferedCheckpoint): void;
  state(): AnchorState;
  /** Resolves when the attempt in hand, if there is one, is over. */
  attempted(): Promise<void>;
  /** Brings what is still outstanding, once, and ends. */
  stop(): Promise<void>;
}

/** Remote anchors never make anybody wait; a slow one is given up and tried again. */
export const ATTEMPT_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/** @param held called with what the anchor has put under a checkpoint: signature lines, or nothing */
export function createAnchorWorker(
  anchor: Anchor,
  held: (checkpoint: OfferedCheckpoint, lines: string) => Promise<void>,
): AnchorWorker {
  let wanted: OfferedCheckpoint | undefined;
  let holds: OfferedCheckpoint | undefined;
  let error: string | undefined;
  let failures = 0;
  let attempt: Promise<void> | undefined;
  let pause: NodeJS.Timeout | undefined;
  let stopped = false;

  const tryOnce = async (checkpoint: OfferedCheckpoint): Promise<void> => {
    try {
      const lines = await anchor.hold(checkpoint, AbortSignal.timeout(ATTEMPT_MS));
      await held(checkpoint, lines);
      holds = checkpoint;
      failures = 0;
      error = undefined;
    } catch (cause) {
      failures += 1;
      error = describe(cause);
    }
  };

  const start = (): void => {
    if (stopped || attempt !== undefined || pause !== undefined) return;
    if (wanted === undefined || wanted === holds) return;
    attempt = tryOnce(wanted).finally(() => {
      attempt = undefined;
      rest();
    });
  };

  const rest = (): void => {
    if (stopped) return;
    const ms = failures === 0 ? anchor.everyMs : Math.min(1000 * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    pause = setTimeout(() => {
      pause = undefined;
      start();
    }, ms).unref();
  };

  return {
    offer(checkpoint) {
      wanted = checkpoint;
      start();
    },
    state: () => ({
      name: anchor.name,
      kind: anchor.kind,
      held: holds && { size: holds.size, signedAt: holds.signedAt },
      error,
    }),
    attempted: async () => attempt,
    async stop() {
      stopped = true;
      clearTimeout(pause);
      await attempt;
      const last = wanted;
      if (last !== undefined && last !== holds) await within(ATTEMPT_MS, () => tryOnce(last));
      anchor.close();
    },
  };
}

/** What is shown to people. Never what the other side said: it may be anything. */
export function describe(cause: unknown): string {
  if (cause instanceof AnchorConflict) return `It disagrees with this log: ${cause.message}`;
  if (cause instanceof AppError) return cause.message;
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'It does not answer in time.';
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return `It could not be given the checkpoint${code}.`;
}
