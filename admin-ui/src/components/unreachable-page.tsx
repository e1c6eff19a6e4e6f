import type { ReactNode } from 'react';
import type { Failure } from '../data/failure.ts';
import { FailureNotice } from './failure-notice.tsx';

interface UnreachablePageProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** Shown when the server cannot say who is signed in. */
export function UnreachablePage({ failure, onRetry }: UnreachablePageProps): ReactNode {
  return (
    <main className="page-centre">
      <FailureNotice failure={failure} onRetry={onRetry} />
    </main>
  );
}
