import {
  type QueryClient,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import { collectionsKey } from './collections.ts';
import { documentsKey } from './documents.ts';

type JobPage = ResponseOf<'GET /api/jobs'>;
export type ImportJob = JobPage['jobs'][number];
export type ImportOutcome = NonNullable<ImportJob['outcome']>;

/** Imports that ended earlier than this are not told any more; failed ones stay until they are dismissed. */
const RECENT_MS = 600_000;
const POLL_MS = 700;

export const importsKey = (collection: string): readonly string[] => ['imports', collection];

/** One's own imports into a collection: what is at work, what failed, and what was done just now. */
export function useImports(collection: string, enabled: boolean): UseQueryResult<readonly ImportJob[]> {
  const client = useQueryClient();
  return useQuery({
    queryKey: importsKey(collection),
    enabled,
    async queryFn({ signal }) {
      const { jobs } = await call('GET /api/jobs', {
        query: { kind: 'import-document', collection, limit: 100 },
        signal,
      });
      const shown = jobs.filter(isTold);
      refreshDocuments(client, collection, shown);
      return shown;
    },
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) === true ? POLL_MS : false),
  });
}

export function isAtWork({ state }: ImportJob): boolean {
  return state === 'queued' || state === 'running';
}

function isTold(job: ImportJob): boolean {
  return job.state !== 'done' || Date.now() - Date.parse(job.updatedAt) < RECENT_MS;
}

/** A document appears in the list as soon as its import is done. */
function refreshDocuments(client: QueryClient, collection: string, jobs: readonly ImportJob[]): void {
  const before = client.getQueryData<readonly ImportJob[]>(importsKey(collection)) ?? [];
  const ended = before.filter(isAtWork).some(({ id }) => jobs.find((job) => job.id === id)?.state === 'done');
  const arrived = jobs.some(({ id, state }) => state === 'done' && !before.some((job) => job.id === id));
  if (!ended && !arrived) return;
  void client.invalidateQueries({ queryKey: documentsKey(collection) });
  void client.invalidateQueries({ queryKey: collectionsKey });
}

export function useRetryImport(collection: string): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('POST /api/jobs/{id}/retry', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: importsKey(collection) }),
  });
}

export function useDismissImports(collection: string): UseMutationResult<void, Error, readonly string[]> {
  const client = useQueryClient();
  return useMutation({
    async mutationFn(ids: readonly string[]) {
      await Promise.all(ids.map((id) => call('DELETE /api/jobs/{id}', { params: { id } })));
    },
    onSettled: () => client.invalidateQueries({ queryKey: importsKey(collection) }),
  });
}
