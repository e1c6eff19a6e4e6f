import { type ReactNode, useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import './password-field.css';

export function PasswordField(): ReactNode {
  const { texts } = useLanguage();
  const [shown, setShown] = useState(false);
  const toggle = shown ? texts.signIn.hidePassword : texts.signIn.showPassword;
  return (
    <div className="field">
      <label htmlFor="password">{texts.signIn.password}</label>
      <div className="password-field">
        <input
          id="password"
          name="password"
          className="input"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={1024}
          required
        />
        <button
          type="button"
          className="button button-quiet button-icon"
          aria-label={toggle}
          title={toggle}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eyeOff' : 'eye'} />
        </button>
      </div>
    </div>
  );
}
