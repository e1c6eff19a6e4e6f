import {
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { InspectedModel, ListedModel, ModelTask } from '../api/schema.ts';

export type { InspectedModel, ListedModel, ModelTask };
/** With the facts of operation, for those who may see them, or without. */
export type Model = ListedModel | InspectedModel;

const KEY = ['models'];
const BUSY_MS = 1_000;
const QUIET_MS = 10_000;

/** The catalogue with the state of each model. Looked at often while something is going on. */
export function useModels(): UseQueryResult<readonly Model[]> {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await call('GET /api/models', { signal })).models,
    refetchInterval: ({ state }) => (state.data?.some(isBusy) === true ? BUSY_MS : QUIET_MS),
  });
}

export function isInspected(model: Model): model is InspectedModel {
  return 'memoryMib' in model;
}

/** Whether the model, or a task about it, is between two states. */
export function isBusy(model: Model): boolean {
  if (model.state === 'starting' || model.state === 'restarting') return true;
  return isInspected(model) && isRunning(model.task);
}

export function isRunning(task: ModelTask | undefined): boolean {
  return task?.state === 'queued' || task?.state === 'running';
}

export type ModelAction = 'load' | 'unload' | 'verify' | 'measure';

/** Does something with one model, by id; the list is read again afterwards. */
export function useModelAction(action: ModelAction): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(`POST /api/models/{id}/${action}`, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
