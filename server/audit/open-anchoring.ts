import { type Anchoring, createAnchoring } from './anchors/anchoring.ts';
import { createGrowthProofs } from './anchors/growth-proofs.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import type { SignedTree } from './checkpointer.ts';

/** The anchors of a log, and how they come by its checkpoints. */
export interface OpenAnchoring extends Anchoring {
  signed(tree: SignedTree, at: Date): void;
}

/** Brings checkpoints to the anchors; keeps the newest one that witnesses have signed beside the log. */
export function openAnchoring(
  { path, clock, anchoring }: AuditLogOptions,
  store: CheckpointStore,
): OpenAnchoring {
  const proofs = createGrowthProofs(path);
  let cosigned = { size: 0, note: '' };
  const parts = createAnchoring({
    policy: anchoring?.policy ?? { need: 0, strict: false, maxAgeSeconds: 0 },
    anchors: anchoring?.anchors ?? [],
    clock,
    async cosigned({ size, note }, lines) {
      if (size < cosigned.size) return;
      const before = size === cosigned.size ? cosigned.note : note;
      cosigned = { size, note: `${before}${lines}` };
      await store.saveCosigned(cosigned.note);
    },
  });
  return {
    ...parts,
    signed({ range, note }, signedAt) {
      const { size } = range;
      parts.offer({ note, size, root: range.root(), signedAt, proofFrom: (old) => proofs(old, size) });
    },
  };
}
