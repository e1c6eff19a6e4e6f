import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { drawCheckpoint } from '../../../audit/draw-checkpoint.ts';
import type { Services } from '../../services.ts';

const text = { produces: 'text/plain', response: z.string(), status: 200 } as const;
const common = {
  method: 'get',
  tag: 'Audit',
  errors: 'api',
  bodyKind: 'none',
  query: nothing,
  body: nothing,
} as const;

export function getProof({ audit }: Services): Route {
  return defineRoute({
    ...common,
    ...text,
    path: '/api/audit/proofs/{seq}',
    summary: 'Proof that an entry is in the log, checkable offline (C2SP tlog-proof).',
    permission: 'audit:prove',
    params: z.object({ seq: z.coerce.number().int().min(1) }),
    async handler({ params, principal }) {
      const { seq } = params;
      // The proof holds the entry, so getting it is reading the log, and is logged before anything is shown.
      await audit.recordEvent({ type: 'audit.read', actor: principal, after: seq - 1, limit: 1 });
      return audit.prove(seq);
    },
  });
}

export function getCheckpoint({ audit }: Services): Route {
  return defineRoute({
    ...common,
    ...text,
    path: '/api/audit/checkpoint',
    summary: 'The newest signed checkpoint (C2SP signed note). Keep it elsewhere.',
    permission: 'audit:verify',
    params: nothing,
    handler: () => audit.checkpoint(),
  });
}

export function getCheckpointPicture({ audit }: Services): Route {
  return defineRoute({
    ...common,
    produces: 'image/svg+xml',
    response: z.string(),
    status: 200,
    path: '/api/audit/checkpoint/qr',
    summary:
      'The newest signed checkpoint as a QR code (SVG), to be printed or photographed where no wire leads out.',
    permission: 'audit:verify',
    params: nothing,
    handler: async () => drawCheckpoint(await audit.checkpoint()),
  });
}
