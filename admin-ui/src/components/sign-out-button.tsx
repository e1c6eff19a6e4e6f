import { type ReactNode, useState } from 'react';
import { type Failure, toFailure } from '../data/failure.ts';
import type { User } from '../data/session.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import './sign-out-button.css';

interface SignOutButtonProps {
  readonly user: User;
  readonly onSignOut: () => Promise<void>;
}

/** Signing out that did not reach the server is said: the session would still be good. */
export function SignOutButton({ user, onSignOut }: SignOutButtonProps): ReactNode {
  const { texts } = useLanguage();
  const [failure, setFailure] = useState<Failure>();
  const leave = (): void => {
    setFailure(undefined);
    onSignOut().catch((error: unknown) => setFailure(toFailure(error)));
  };
  return (
    <>
      <span className="who wide-only" title={texts.count.signedInAs(user.name)}>
        {user.name}
      </span>
      <button type="button" className="button button-quiet" onClick={leave} aria-label={texts.page.signOut}>
        <Icon name="leave" />
        <span className="wide-only">{texts.page.signOut}</span>
      </button>
      {failure !== undefined && (
        <p className="sign-out-failure" role="alert">
          {texts.failures[failure.kind]}
        </p>
      )}
    </>
  );
}
