import { type ReactNode, useState } from 'react';
import { type LogVerification, verifyLog } from '../data/audit.ts';
import { type Failure, toFailure } from '../api/failure.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import './verify-log.css';

type VerifyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly result: LogVerification }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Has the whole log checked and says what came of it. */
export function VerifyLog(): ReactNode {
  const { texts } = useLanguage();
  const [state, setState] = useState<VerifyState>({ kind: 'idle' });
  const verify = (): void => {
    if (state.kind === 'working') return;
    setState({ kind: 'working' });
    verifyLog().then(
      (result) => setState({ kind: 'done', result }),
      (error: unknown) => setState({ kind: 'failed', failure: toFailure(error) }),
    );
  };
  return (
    <>
      <button type="button" className="button button-small" onClick={verify}>
        <Icon name="shield" />
        {texts.receipt.verify}
      </button>
      <Result state={state} />
    </>
  );
}

function Result({ state }: { readonly state: VerifyState }): ReactNode {
  return (
    <span className="verify-result" role="status">
      <ResultText state={state} />
    </span>
  );
}

function ResultText({ state }: { readonly state: VerifyState }): ReactNode {
  const { texts } = useLanguage();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'working':
      return texts.receipt.verifying;
    case 'failed':
      return <span className="verify-bad">{texts.failures[state.failure.kind]}</span>;
    case 'done':
      return <Verdict result={state.result} />;
    default:
      return state satisfies never;
  }
}

function Verdict({ result }: { readonly result: LogVerification }): ReactNode {
  const { texts } = useLanguage();
  const { ok, entries, message } = result;
  return (
    <>
      <span className={ok ? 'verify-good' : 'verify-bad'}>
        <Icon name={ok ? 'check' : 'warning'} />
        {ok ? texts.receipt.intact : texts.receipt.damaged} · {texts.count.logHolds(entries)}
      </span>
      {!ok && <span lang="en">{message}</span>}
    </>
  );
}
