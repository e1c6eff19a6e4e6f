import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';

export type OpenedText = ResponseOf<'POST /api/redaction/open'>;
export type OpenedToken = OpenedText['tokens'][number];

export interface OpenRequest {
  readonly text: string;
  /** 10 to 300 characters, on one line. */
  readonly reason: string;
}

/** Puts values back for tokens; the page forgets them as soon as it is left. */
export function useOpenTokens(): UseMutationResult<OpenedText, Error, OpenRequest> {
  return useMutation({
    mutationFn: (body: OpenRequest) => call('POST /api/redaction/open', { body }),
    gcTime: 0,
  });
}
