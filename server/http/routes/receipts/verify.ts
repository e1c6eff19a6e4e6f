import { z } from 'zod';
import type { ReceiptCheck } from '../../../audit/audit-log.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const place = z.int().min(1);

/** Proving reads every hash of the log, so it counts against the budget of whoever asks. */
export function verifyReceipt({ audit, limits }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/receipts/verify',
    summary:
      'Whether the entries that a receipt names stand in the audit log as the receipt says, under its signed checkpoint.',
    tag: 'Audit',
    permission: 'receipt:verify',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({
      intent: place,
      outcome: place,
      leaf: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .meta({ description: 'Leaf hash of the outcome, hex.' }),
    }),
    status: 200,
    response: z.object({
      ok: z.boolean(),
      message: z.string(),
      entries: z.int().optional().meta({ description: 'Entries under the checkpoint.' }),
      checkpoint: z.string().optional().meta({ description: 'Signed note (C2SP tlog-checkpoint).' }),
    }),
    async handler({ body, principal }) {
      await limits.model.take(principal.id);
      const check = await audit.checkReceipt(body);
      const { entries, checkpoint } = check;
      const ok = check.state === 'proven';
      return { ok, message: messageOf(check), ...(ok ? { entries, checkpoint } : {}) };
    },
  });
}

function messageOf({ state, entries }: ReceiptCheck): string {
  switch (state) {
    case 'proven':
      return `Both entries stand in the audit log, unchanged, under a signed checkpoint of ${entries} entries.`;
    case 'unknown':
      return 'The audit log holds no exchange with this receipt.';
    case 'changed':
      return 'The audit log holds this exchange, but it no longer leads to the signed checkpoint: it was changed.';
    default:
      return state satisfies never;
  }
}
