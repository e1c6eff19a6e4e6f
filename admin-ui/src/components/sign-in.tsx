import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import logo from '../assets/logo.svg';
import { type Failure, toFailure } from '../data/failure.ts';
import type { Credentials } from '../data/session.ts';
import { useLanguage } from '../i18n/language.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { PasswordField } from './password-field.tsx';
import './sign-in.css';

interface SignInProps {
  /** Whether a session has just ended on its own. */
  readonly expired: boolean;
  readonly onSignIn: (credentials: Credentials) => Promise<void>;
}

export function SignIn({ expired, onSignIn }: SignInProps): ReactNode {
  const { texts } = useLanguage();
  const { working, failure, submit } = useSubmit(onSignIn);
  return (
    <main className="page-centre sign-in">
      <form className="sign-in-card" onSubmit={submit} aria-labelledby="sign-in-heading">
        <div className="sign-in-head">
          <img src={logo} alt="" width="56" height="56" />
          <h1 id="sign-in-heading">{texts.signIn.heading}</h1>
          <p className="soft">{texts.signIn.lead}</p>
        </div>
        {expired && (
          <p className="notice" role="status">
            {texts.signIn.expired}
          </p>
        )}
        {failure !== undefined && <FailureNotice failure={failure} />}
        <div className="field">
          <label htmlFor="username">{texts.signIn.username}</label>
          <input
            id="username"
            name="username"
            className="input"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={128}
            required
            autoFocus
          />
        </div>
        <PasswordField />
        <button type="submit" className="button button-main" disabled={working}>
          {working ? texts.signIn.working : texts.signIn.submit}
        </button>
      </form>
      <p className="sign-in-foot">{texts.signIn.firstTime}</p>
    </main>
  );
}

interface Submit {
  readonly working: boolean;
  readonly failure: Failure | undefined;
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
}

function useSubmit(onSignIn: SignInProps['onSignIn']): Submit {
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const sending = useRef(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    setWorking(true);
    setFailure(undefined);
    const form = event.currentTarget;
    onSignIn(readCredentials(form))
      .catch((error: unknown) => {
        setFailure(toFailure(error));
        form.querySelector<HTMLInputElement>('#password')?.select();
      })
      .finally(() => {
        sending.current = false;
        setWorking(false);
      });
  };
  return { working, failure, submit };
}

function readCredentials(form: HTMLFormElement): Credentials {
  const data = new FormData(form);
  return { username: textOf(data.get('username')).trim(), password: textOf(data.get('password')) };
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
