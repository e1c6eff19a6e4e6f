import type { KnownTree } from '../open-state.ts';
import { invalid } from '../unavailable.ts';
import { type Anchor, AnchorConflict, type AnchoredLog } from './anchor.ts';
import { ATTEMPT_MS } from './anchor-worker.ts';

/**
 * What the anchors hold of a log, asked side by side before it opens. One that cannot be reached has no say: the log would
 * otherwise depend on every network between here and there.
 * @throws AppError ERR_AUDIT_INVALID when one says that the log does not go on from what it holds
 */
export async function recallAnchors(anchors: readonly Anchor[], log: AnchoredLog): Promise<KnownTree[]> {
  const recalled = await Promise.all(anchors.map((anchor) => recall(anchor, log)));
  return recalled.filter((tree) => tree !== undefined);
}

async function recall(anchor: Anchor, log: AnchoredLog): Promise<KnownTree | undefined> {
  try {
    const held = await anchor.recall(log, AbortSignal.timeout(ATTEMPT_MS));
    return held && { ...held, by: `what the anchor ${anchor.name} holds` };
  } catch (error) {
    if (error instanceof AnchorConflict)
      throw invalid(`it differs from what the anchor ${anchor.name} holds`);
    return undefined;
  }
}
