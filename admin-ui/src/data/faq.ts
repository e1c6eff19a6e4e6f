import {
  keepPreviousData,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import type { FaqDraft, FaqEntry, FaqVersion } from '../api/schema.ts';

export type { FaqDraft, FaqEntry, FaqVersion } from '../api/schema.ts';
export type FaqPage = ResponseOf<'GET /api/faq'>;
export type FaqState = FaqPage['entries'][number]['states'][number];
export type TryResult = ResponseOf<'POST /api/faq/try'>;

export const faqStates: readonly FaqState[] = ['in-review', 'draft', 'approved', 'expired', 'retired'];
export const FAQ_PAGE_SIZE = 50;

export interface FaqFilter {
  readonly state?: FaqState;
  readonly collection?: string;
  readonly search: string;
  /** 1 for the first. */
  readonly page: number;
}

const faqKey = ['faq'] as const;

export function useFaqPage({ page, search, ...filter }: FaqFilter): UseQueryResult<FaqPage> {
  const query = {
    ...filter,
    ...(search === '' ? {} : { search }),
    offset: (page - 1) * FAQ_PAGE_SIZE,
    limit: FAQ_PAGE_SIZE,
  };
  return useQuery({
    queryKey: [...faqKey, 'list', query],
    queryFn: ({ signal }) => call('GET /api/faq', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useFaqEntry(id: string): UseQueryResult<FaqEntry> {
  return useQuery({
    queryKey: [...faqKey, 'entry', id],
    queryFn: async ({ signal }) => (await call('GET /api/faq/{id}', { params: { id }, signal })).entry,
  });
}

export interface NewFaqEntry {
  readonly collection: string;
  readonly draft: FaqDraft;
}

export function useCreateFaqEntry(): UseMutationResult<FaqEntry, Error, NewFaqEntry> {
  return useFaqChange(async ({ collection, draft }: NewFaqEntry) => {
    return (await call('POST /api/faq', { body: { ...draft, collection } })).entry;
  });
}

export function useSaveFaqDraft(id: string): UseMutationResult<FaqEntry, Error, FaqDraft> {
  return useFaqChange(async (body: FaqDraft) => {
    return (await call('PUT /api/faq/{id}/draft', { params: { id }, body })).entry;
  });
}

/** A step of an entry; undefined when the entry is gone. */
export type FaqStep =
  | { readonly kind: 'submit' | 'retire' | 'discard' }
  | { readonly kind: 'approve'; readonly digest: string }
  | { readonly kind: 'return'; readonly note: string };

export function useFaqStep(id: string): UseMutationResult<FaqEntry | undefined, Error, FaqStep> {
  return useFaqChange((step: FaqStep) => takeStep(id, step));
}

async function takeStep(id: string, step: FaqStep): Promise<FaqEntry | undefined> {
  const params = { id };
  switch (step.kind) {
    case 'submit':
      return (await call('POST /api/faq/{id}/submit', { params })).entry;
    case 'retire':
      return (await call('POST /api/faq/{id}/retire', { params })).entry;
    case 'discard':
      await call('DELETE /api/faq/{id}/draft', { params });
      return undefined;
    case 'approve':
      return (await call('POST /api/faq/{id}/approve', { params, body: { digest: step.digest } })).entry;
    case 'return':
      return (await call('POST /api/faq/{id}/return', { params, body: { note: step.note } })).entry;
    default:
      return step satisfies never;
  }
}

/** Gaps close and open with the entries that were written for them. */
function useFaqChange<Input, Output>(
  mutationFn: (input: Input) => Promise<Output>,
): UseMutationResult<Output, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: faqKey }),
        client.invalidateQueries({ queryKey: ['gaps'] }),
      ]),
  });
}

export interface Trial {
  readonly question: string;
  readonly wordings: readonly string[];
  readonly entry: string | undefined;
}

/** What a question would be answered with. */
export function useTrial({ question, wordings, entry }: Trial): UseQueryResult<TryResult> {
  return useQuery({
    queryKey: [...faqKey, 'try', question, wordings, entry],
    enabled: question !== '' && wordings.length > 0,
    queryFn: ({ signal }) =>
      call('POST /api/faq/try', {
        body: { question, wordings: [...wordings], ...(entry === undefined ? {} : { entry }) },
        signal,
      }),
  });
}

/** The version that is worked on, or else the one that answers, or the last one that did. */
export function newestOf({ draft, live, versions }: FaqEntry): FaqVersion | undefined {
  return draft ?? live ?? versions[0];
}
