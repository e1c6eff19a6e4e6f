import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toFailure } from '../api/failure.ts';
import { FailureState, LoadingState } from './states.tsx';

interface QueryViewProps<T> {
  readonly query: UseQueryResult<T>;
  /** Shown in place of the children when `isEmpty` says so. */
  readonly empty?: ReactNode;
  readonly isEmpty?: (data: T) => boolean;
  readonly children: (data: T) => ReactNode;
}

/** What a query has brought, or the state that stands for it: loading, failed, not permitted, empty. */
export function QueryView<T>({ query, empty, isEmpty, children }: QueryViewProps<T>): ReactNode {
  if (query.data === undefined) {
    if (query.error === null) return <LoadingState />;
    return <FailureState failure={toFailure(query.error)} onRetry={() => void query.refetch()} />;
  }
  if (empty !== undefined && isEmpty?.(query.data) === true) return empty;
  return children(query.data);
}
