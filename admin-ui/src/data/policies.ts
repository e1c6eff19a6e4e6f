import { useMutation, type UseMutationResult, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import type { DecisionRequest } from '../api/schema.ts';

export type { DecisionRequest } from '../api/schema.ts';
export type Decision = ResponseOf<'POST /api/policies/decide'>;
export type PolicyTests = ResponseOf<'POST /api/policies/tests'>;
export type PolicyFile = ResponseOf<'GET /api/policies/files'>['files'][number];

export interface PolicyBundle {
  readonly bundle: string;
  readonly digest: string;
  readonly files: readonly PolicyFile[];
}

/** The bundle in force with the text of its files. It stays the same while the server runs. */
export function usePolicyBundle(): UseQueryResult<PolicyBundle> {
  return useQuery({
    queryKey: ['policies'],
    queryFn: async ({ signal }) => {
      const [{ bundle, digest }, { files }] = await Promise.all([
        call('GET /api/policies', { signal }),
        call('GET /api/policies/files', { signal }),
      ]);
      return { bundle, digest, files };
    },
  });
}

export function useDecide(): UseMutationResult<Decision, Error, DecisionRequest> {
  return useMutation({
    mutationFn: (body: DecisionRequest) => call('POST /api/policies/decide', { body }),
  });
}

export function useRunPolicyTests(): UseMutationResult<PolicyTests, Error, void> {
  return useMutation({ mutationFn: () => call('POST /api/policies/tests') });
}
