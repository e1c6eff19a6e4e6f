import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { useTheme } from '../state/theme.ts';
import { Icon } from './icon.tsx';

export function ThemeSwitch(): ReactNode {
  const { texts } = useLanguage();
  const { theme, toggle } = useTheme();
  const label = theme === 'dark' ? texts.page.toLight : texts.page.toDark;
  return (
    <button
      type="button"
      className="button button-quiet button-icon"
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}
