import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { callRaw } from '../api/client.ts';

/** Changes the person's own name. */
export function useRename(): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (displayName: string) => callRaw('PATCH /api/auth/me', { body: { displayName } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['session'] }),
  });
}

export interface OwnPassword {
  readonly current: string;
  readonly next: string;
}

/** Changes the person's own password; the server ends the person's other sessions. */
export function useChangePassword(): UseMutationResult<unknown, Error, OwnPassword> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (passwords: OwnPassword) => callRaw('POST /api/auth/password', { body: { ...passwords } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['own-sessions'] });
      await client.invalidateQueries({ queryKey: ['guide'] });
    },
  });
}
