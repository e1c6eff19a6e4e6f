import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import type { TurnOutcome } from './conversations.ts';

type Verification = ResponseOf<'POST /api/receipts/verify'>;

/** Whether the two entries of a receipt stand in the audit log, unchanged. */
export function useVerifyReceipt(): UseMutationResult<Verification, Error, TurnOutcome['receipt']> {
  return useMutation({ mutationFn: (receipt) => call('POST /api/receipts/verify', { body: receipt }) });
}
