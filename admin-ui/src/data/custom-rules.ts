import {
  keepPreviousData,
  type UseInfiniteQueryResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, type ResponseOf } from '../api/client.ts';
import { usePages } from './use-pages.ts';

export type CustomRule = ResponseOf<'GET /api/redaction/custom-rules'>['rules'][number];
export type RuleTest = CustomRule['tests'][number];
export type RulesCheck = ResponseOf<'POST /api/redaction/custom-rules/check'>;
export type RuleProblem = RulesCheck['problems'][number];

/** The operator's own rules that are in force, with their tests as they come out now. */
export function useCustomRules(): UseInfiniteQueryResult<readonly CustomRule[]> {
  return usePages(['redaction', 'custom-rules'], async (query, signal) => {
    const { rules, next } = await call('GET /api/redaction/custom-rules', { query, signal });
    return { rows: rules, next };
  });
}

/** A file of rules that somebody writes. */
export interface RulesDraft {
  readonly file: string;
  readonly text: string;
  readonly sample: string;
}

/** What would come of a file. The server keeps nothing of it, and the page forgets it with the draft. */
export function useRulesCheck(draft: RulesDraft): UseQueryResult<RulesCheck> {
  const { file, text, sample } = draft;
  return useQuery({
    queryKey: ['redaction', 'rules-check', file, text, sample],
    enabled: text.trim() !== '' && isRuleFileName(file),
    queryFn: ({ signal }) =>
      call('POST /api/redaction/custom-rules/check', { body: { file, text, sample }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** As the server takes it. */
export function isRuleFileName(name: string): boolean {
  return /^[A-Za-z0-9][\w-]{0,59}\.yaml$/.test(name);
}
