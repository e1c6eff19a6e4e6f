import { Component, type ReactNode } from 'react';
import { Failure } from '../data/failure.ts';
import { FailureNotice } from './failure-notice.tsx';

interface CrashGuardProps {
  readonly children: ReactNode;
}

interface CrashGuardState {
  readonly crashed: boolean;
}

/** Shows a way back instead of an empty page when drawing fails. React offers this to classes only. */
export class CrashGuard extends Component<CrashGuardProps, CrashGuardState> {
  override state: CrashGuardState = { crashed: false };

  static getDerivedStateFromError(): CrashGuardState {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="page-centre">
        <FailureNotice failure={new Failure('internal')} onRetry={() => location.reload()} />
      </main>
    );
  }
}
