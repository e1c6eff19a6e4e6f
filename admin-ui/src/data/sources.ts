import {
  type QueryClient,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import type { Operations } from '../api/schema.ts';
import { collectionsKey } from './collections.ts';
import { documentsKey } from './documents.ts';

export type Source = ResponseOf<'GET /api/sources'>['sources'][number];
export type SourceRun = ResponseOf<'GET /api/sources/{id}/runs'>['runs'][number];
export type NewSource = Operations['POST /api/sources']['body'];
export type SourceChange = Operations['PATCH /api/sources/{id}']['body'];
export type SourceSettings = NewSource['settings'];
export type SourceTest = ResponseOf<'POST /api/sources/test'>;
type TestRequest = Operations['POST /api/sources/test']['body'];

export const sourceKinds = [
  'folder',
  'git',
  's3',
  'webdav',
  'sitemap',
] as const satisfies readonly Source['kind'][];

const sourcesKey = ['sources'] as const;
/** How often to look while a source is at work, and otherwise, in milliseconds. */
const BUSY_MS = 1000;
const IDLE_MS = 10_000;

/** The sources this person may see; looked at again and again, as they change by themselves. */
export function useSources(): UseQueryResult<readonly Source[]> {
  const client = useQueryClient();
  return useQuery({
    queryKey: sourcesKey,
    async queryFn({ signal }) {
      const { sources } = await call('GET /api/sources', { signal });
      refreshDocuments(client, sources);
      return sources;
    },
    refetchInterval: ({ state }) =>
      state.data?.some(({ work }) => work !== undefined) === true ? BUSY_MS : IDLE_MS,
  });
}

/** A run that has ended may have changed what its collection holds. */
function refreshDocuments(client: QueryClient, sources: readonly Source[]): void {
  const before = client.getQueryData<readonly Source[]>(sourcesKey);
  if (before === undefined) return;
  for (const { id, collection, lastRun } of sources) {
    if (before.find((source) => source.id === id)?.lastRun?.endedAt === lastRun?.endedAt) continue;
    void client.invalidateQueries({ queryKey: documentsKey(collection) });
    void client.invalidateQueries({ queryKey: collectionsKey });
  }
}

export function useSourceRuns(id: string): UseQueryResult<readonly SourceRun[]> {
  return useQuery({
    queryKey: [...sourcesKey, id, 'runs'],
    queryFn: async ({ signal }) =>
      (await call('GET /api/sources/{id}/runs', { params: { id }, signal })).runs,
  });
}

export function useCreateSource(): UseMutationResult<unknown, Error, NewSource> {
  return useSourceMutation((body: NewSource) => call('POST /api/sources', { body }));
}

export interface SourceUpdate {
  readonly id: string;
  readonly change: SourceChange;
}

export function useUpdateSource(): UseMutationResult<unknown, Error, SourceUpdate> {
  return useSourceMutation(({ id, change }: SourceUpdate) =>
    call('PATCH /api/sources/{id}', { params: { id }, body: change }),
  );
}

export interface RunRequest {
  readonly id: string;
  /** How many documents may go. */
  readonly confirmRemovals: number;
}

export function useRunSource(): UseMutationResult<unknown, Error, RunRequest> {
  return useSourceMutation(({ id, confirmRemovals }: RunRequest) =>
    call('POST /api/sources/{id}/runs', { params: { id }, body: { confirmRemovals } }),
  );
}

export interface RemoveSource {
  readonly id: string;
  readonly documents: 'keep' | 'remove';
}

export function useRemoveSource(): UseMutationResult<unknown, Error, RemoveSource> {
  return useSourceMutation(({ id, documents }: RemoveSource) =>
    call('DELETE /api/sources/{id}', { params: { id }, query: { documents } }),
  );
}

/** Whether a place answers; nothing is kept. */
export function useTestSource(): UseMutationResult<SourceTest, Error, TestRequest> {
  return useMutation({ mutationFn: (body: TestRequest) => call('POST /api/sources/test', { body }) });
}

function useSourceMutation<T>(
  mutationFn: (input: T) => Promise<unknown>,
): UseMutationResult<unknown, Error, T> {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: sourcesKey }) });
}
