import type { ReactNode } from 'react';
import type { Failure, FailureKind } from '../api/failure.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import './failure-notice.css';

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry?: () => void;
}

/** Kinds whose own text does not say what to mend, so that the server's words help. */
const explained: ReadonlySet<FailureKind> = new Set(['invalid', 'forbidden', 'too-long']);

/** What went wrong, the id to name when asking for help, and a way to try again. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps): ReactNode {
  const { texts } = useLanguage();
  const { kind, detail, requestId } = failure;
  return (
    <div className="failure" role="alert">
      <Icon name="warning" />
      <div className="failure-text">
        <p className="failure-headline">{texts.failures[kind]}</p>
        {detail !== undefined && explained.has(kind) && <p lang="en">{detail}</p>}
        {requestId !== undefined && kind !== 'credentials' && (
          <p className="failure-id">
            {texts.failure.requestId} <code>{requestId}</code>
          </p>
        )}
      </div>
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          {texts.failure.retry}
        </button>
      )}
    </div>
  );
}
