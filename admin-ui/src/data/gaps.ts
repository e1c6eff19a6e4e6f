import {
  keepPreviousData,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import type { FaqDraft, FaqEntry, Gap } from '../api/schema.ts';

export type { Gap, GapSuggestion } from '../api/schema.ts';
export type GapPage = ResponseOf<'GET /api/gaps'>;
export type GapDetail = ResponseOf<'GET /api/gaps/{id}'>;
export type GapState = Gap['state'];
export type Dismissal = NonNullable<Gap['dismissal']>;

export const gapStates: readonly GapState[] = ['open', 'drafted', 'answered', 'dismissed'];
export const dismissals: readonly Dismissal[] = [
  'off-topic',
  'not-a-question',
  'already-answered',
  'personal',
  'other',
];
export const GAP_PAGE_SIZE = 50;

const gapsKey = ['gaps'] as const;

export function useGaps(state: GapState | undefined, page: number): UseQueryResult<GapPage> {
  const query = {
    ...(state === undefined ? {} : { state }),
    offset: (page - 1) * GAP_PAGE_SIZE,
    limit: GAP_PAGE_SIZE,
  };
  return useQuery({
    queryKey: [...gapsKey, 'list', query],
    queryFn: ({ signal }) => call('GET /api/gaps', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useGap(id: string): UseQueryResult<GapDetail> {
  return useQuery({
    queryKey: [...gapsKey, 'gap', id],
    queryFn: ({ signal }) => call('GET /api/gaps/{id}', { params: { id }, signal }),
  });
}

export interface GapAnswer {
  readonly collection: string;
  readonly draft: FaqDraft;
}

/** Writes an answer to a gap and sends it for approval. */
export function useAnswerGap(id: string): UseMutationResult<FaqEntry, Error, GapAnswer> {
  const client = useQueryClient();
  return useMutation({
    async mutationFn({ collection, draft }: GapAnswer) {
      const body = { ...draft, collection };
      const { entry } = await call('POST /api/gaps/{id}/answer', { params: { id }, body });
      return (await call('POST /api/faq/{id}/submit', { params: { id: entry.id } })).entry;
    },
    // Also when only the first step went well: the draft is there then.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: gapsKey }),
        client.invalidateQueries({ queryKey: ['faq'] }),
      ]),
  });
}

/** Dismisses a gap with a reason; opens it again without one. */
export function useMoveGap(id: string): UseMutationResult<Gap, Error, Dismissal | undefined> {
  const client = useQueryClient();
  return useMutation({
    async mutationFn(reason: Dismissal | undefined) {
      const params = { id };
      if (reason === undefined) return (await call('POST /api/gaps/{id}/reopen', { params })).gap;
      return (await call('POST /api/gaps/{id}/dismiss', { params, body: { reason } })).gap;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: gapsKey }),
  });
}
