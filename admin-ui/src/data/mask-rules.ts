import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';

export type TypeListing = ResponseOf<'GET /api/redaction/types'>;
export type ListedType = TypeListing['types'][number];
export type DescribedType = ResponseOf<'GET /api/redaction/types/{id}'>;
export type DescribedRule = DescribedType['rules'][number];
export type RuleKind = DescribedRule['kind'];
export type MaskProfile = ResponseOf<'GET /api/redaction/profiles'>['profiles'][number];
export type MaskFindings = ResponseOf<'POST /api/redaction/preview'>;
export type Finding = MaskFindings['findings'][number];
export type OperatorName = Finding['operator'];

export type Tier = ListedType['tier'];
export const tiers = ['critical', 'personal', 'indirect', 'attribute'] as const satisfies readonly Tier[];

export function useTypeListing(): UseQueryResult<TypeListing> {
  return useQuery({
    queryKey: ['redaction', 'types'],
    queryFn: ({ signal }) => call('GET /api/redaction/types', { signal }),
    staleTime: Infinity,
  });
}

/** One type with its rules and the texts that test them. */
export function useDescribedType(id: string): UseQueryResult<DescribedType> {
  return useQuery({
    queryKey: ['redaction', 'types', id],
    queryFn: ({ signal }) => call('GET /api/redaction/types/{id}', { params: { id }, signal }),
    staleTime: Infinity,
  });
}

export function useMaskProfiles(enabled = true): UseQueryResult<readonly MaskProfile[]> {
  return useQuery({
    queryKey: ['redaction', 'profiles'],
    enabled,
    queryFn: async ({ signal }) => (await call('GET /api/redaction/profiles', { signal })).profiles,
    staleTime: Infinity,
  });
}

/** What is masked in a text, with the reasons. The text is forgotten as soon as the page no longer shows it. */
export function useMaskFindings(text: string, profile: string | undefined): UseQueryResult<MaskFindings> {
  return useQuery({
    queryKey: ['redaction', 'findings', text, profile],
    enabled: text.trim() !== '',
    queryFn: ({ signal }) =>
      call('POST /api/redaction/preview', {
        body: { text, ...(profile === undefined ? {} : { profile }) },
        signal,
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
