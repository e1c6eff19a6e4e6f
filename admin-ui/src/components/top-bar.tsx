import type { ReactNode } from 'react';
import logo from '../assets/logo.svg';
import type { User } from '../data/session.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import './top-bar.css';

interface TopBarProps {
  readonly user?: User;
  readonly onSignOut?: () => Promise<void>;
  readonly hasThread?: boolean;
  readonly onClear?: () => void;
}

/** The banner: the mark, the switches, and who is signed in. */
export function TopBar({ user, onSignOut, hasThread = false, onClear }: TopBarProps): ReactNode {
  const { texts } = useLanguage();
  return (
    <header className="top-bar">
      {user !== undefined && (
        <a className="skip-link" href="#question">
          {texts.page.skip}
        </a>
      )}
      <p className="brand">
        <img src={logo} alt="Intramura" width="32" height="32" />
        <span className="brand-name" aria-hidden="true">
          Intramura
        </span>
      </p>
      <div className="top-bar-tools">
        {hasThread && (
          <button
            type="button"
            className="button button-quiet"
            onClick={onClear}
            aria-label={texts.page.newConversation}
          >
            <Icon name="plus" />
            <span className="wide-only">{texts.page.newConversation}</span>
          </button>
        )}
        <LanguageSwitch />
        <ThemeSwitch />
        {user !== undefined && onSignOut !== undefined && <SignOutButton user={user} onSignOut={onSignOut} />}
      </div>
    </header>
  );
}
