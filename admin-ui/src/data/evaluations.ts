import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { addressOf, call, callRaw, type ResponseOf } from '../api/client.ts';
import { sendFile } from '../api/upload.ts';
import { type RowPage, usePages } from './use-pages.ts';

export type EvaluationSet = ResponseOf<'GET /api/collections/{id}/evaluation-sets'>['sets'][number];
export type EvaluationRun = ResponseOf<'GET /api/collections/{id}/evaluations'>['runs'][number];
export type EvaluationFigures = EvaluationRun['figures']['all'];
export type RunDetail = ResponseOf<'GET /api/collections/{id}/evaluations/{run}'>;
export type EvaluationResult = RunDetail['results'][number];
export type Threshold = ResponseOf<'GET /api/collections/{id}/threshold'>;
export type EvaluationJob = ResponseOf<'GET /api/jobs'>['jobs'][number];

const POLL_MS = 700;
const RESULTS = 50;

const keys = {
  sets: (collection: string) => ['evaluation-sets', collection],
  runs: (collection: string) => ['evaluations', collection],
  run: (collection: string, run: string) => ['evaluation', collection, run],
  threshold: (collection: string) => ['threshold', collection],
  jobs: (collection: string) => ['evaluation-jobs', collection],
} as const;

export function useEvaluationSets(collection: string): UseQueryResult<readonly EvaluationSet[]> {
  return useQuery({
    queryKey: keys.sets(collection),
    queryFn: async ({ signal }) =>
      (await call('GET /api/collections/{id}/evaluation-sets', { params: { id: collection }, signal })).sets,
  });
}

export function useAddEvaluationSet(collection: string): UseMutationResult<void, Error, File> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      sendFile(
        addressOf('GET /api/collections/{id}/evaluation-sets', { params: { id: collection } }),
        file,
        () => undefined,
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sets(collection) }),
  });
}

export function useRemoveEvaluationSet(collection: string): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (set: string) =>
      callRaw('DELETE /api/collections/{id}/evaluation-sets/{set}', { params: { id: collection, set } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sets(collection) }),
  });
}

export function useStartEvaluation(collection: string): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (set: string) =>
      call('POST /api/collections/{id}/evaluations', { params: { id: collection }, body: { set } }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.jobs(collection) }),
  });
}

/** One's own evaluations that are at work or have failed. */
export function useEvaluationJobs(
  collection: string,
  enabled: boolean,
): UseQueryResult<readonly EvaluationJob[]> {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.jobs(collection),
    enabled,
    async queryFn({ signal }) {
      const { jobs } = await call('GET /api/jobs', {
        query: { kind: 'evaluate', collection, limit: 20 },
        signal,
      });
      refreshRuns(client, collection, jobs);
      return jobs.filter(({ state }) => state !== 'done');
    },
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) === true ? POLL_MS : false),
  });
}

function isAtWork({ state }: EvaluationJob): boolean {
  return state === 'queued' || state === 'running';
}

/** A run appears in the list as soon as its job is done. */
function refreshRuns(client: QueryClient, collection: string, jobs: readonly EvaluationJob[]): void {
  const before = client.getQueryData<readonly EvaluationJob[]>(keys.jobs(collection)) ?? [];
  const ended = before.some(({ id }) => jobs.find((job) => job.id === id)?.state === 'done');
  if (ended) void client.invalidateQueries({ queryKey: keys.runs(collection) });
}

export function useDismissEvaluation(collection: string): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /api/jobs/{id}', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.jobs(collection) }),
  });
}

/** Runs of a collection, newest first. */
export function useEvaluationRuns(collection: string): UseInfiniteQueryResult<readonly EvaluationRun[]> {
  return usePages(keys.runs(collection), async (query, signal): Promise<RowPage<EvaluationRun>> => {
    const { runs, next } = await call('GET /api/collections/{id}/evaluations', {
      params: { id: collection },
      query,
      signal,
    });
    return { rows: runs, next };
  });
}

/** One run, with its results in pages. */
export function useEvaluationRun(collection: string, run: string): UseInfiniteQueryResult<RunDetail> {
  return useInfiniteQuery({
    queryKey: keys.run(collection, run),
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/collections/{id}/evaluations/{run}', {
        params: { id: collection, run },
        query: { offset: pageParam, limit: RESULTS },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ results }, pages) => (results.length < RESULTS ? undefined : pages.length * RESULTS),
    select: ({ pages: [first, ...rest] }): RunDetail => {
      if (first === undefined) throw new Error('An infinite query has a first page.');
      return { ...first, results: [first, ...rest].flatMap(({ results }) => results) };
    },
    placeholderData: keepPreviousData,
  });
}

export function useThreshold(collection: string): UseQueryResult<Threshold> {
  return useQuery({
    queryKey: keys.threshold(collection),
    queryFn: ({ signal }) =>
      call('GET /api/collections/{id}/threshold', { params: { id: collection }, signal }),
  });
}

export interface ThresholdChange {
  /** Null for the default. */
  readonly threshold: number | null;
  /** Run that it comes from. */
  readonly run?: string;
}

export function useSetThreshold(collection: string): UseMutationResult<Threshold, Error, ThresholdChange> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ThresholdChange) =>
      call('PUT /api/collections/{id}/threshold', { params: { id: collection }, body }),
    onSuccess: (threshold) => client.setQueryData(keys.threshold(collection), threshold),
  });
}
