import { z } from 'zod';
import type { LogState } from '../../audit/audit-log.ts';

const held = z.object({
  size: z.int().meta({ description: 'Entries that the checkpoint covers.' }),
  ageSeconds: z.int().meta({ description: 'Since it was signed.' }),
});

/** How the audit log's anchors do. */
export const anchoring = z
  .object({
    need: z
      .int()
      .meta({ description: 'So many anchors must hold a checkpoint before it counts as anchored.' }),
    strict: z
      .boolean()
      .meta({ description: 'Whether exchanges are refused while the newest one is too old.' }),
    maxAgeSeconds: z.int(),
    anchored: held.optional().meta({ description: 'The newest checkpoint that enough anchors hold.' }),
    anchors: z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        held: held.optional().meta({ description: 'The newest checkpoint that this run knows it to hold.' }),
        error: z.string().optional().meta({ description: 'Why the last attempt failed.' }),
      }),
    ),
  })
  .meta({
    id: 'AuditAnchoring',
    description: 'Where checkpoints are kept besides the log, and how that does.',
  });

/** @param now to tell the ages by */
export function presentAnchoring(state: LogState['anchoring'], now: Date): z.input<typeof anchoring> {
  const { need, strict, maxAgeSeconds, anchored, anchors } = state;
  return {
    need,
    strict,
    maxAgeSeconds,
    ...(anchored && { anchored: presentHeld(anchored, now) }),
    anchors: anchors.map(({ name, kind, held: own, error }) => ({
      name,
      kind,
      ...(own && { held: presentHeld(own, now) }),
      ...(error === undefined ? {} : { error }),
    })),
  };
}

function presentHeld(
  { size, signedAt }: NonNullable<LogState['anchoring']['anchored']>,
  now: Date,
): z.input<typeof held> {
  return { size, ageSeconds: Math.max(0, Math.floor((now.getTime() - signedAt.getTime()) / 1000)) };
}
