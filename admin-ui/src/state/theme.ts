import { useEffect, useState } from 'react';
import { keepChoice, readChoice } from './stored-choice.ts';

export type Theme = 'light' | 'dark';

export interface ThemeChoice {
  readonly theme: Theme;
  readonly toggle: () => void;
}

/** Follows the system until switched; switching back to what the system wants follows it again. */
export function useTheme(): ThemeChoice {
  const system = useSystemTheme();
  const [chosen, setChosen] = useState<Theme | undefined>(() => parseTheme(readChoice('theme')));
  const theme = chosen ?? system;

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  const toggle = (): void => {
    const next = theme === 'dark' ? 'light' : 'dark';
    const kept = next === system ? undefined : next;
    setChosen(kept);
    keepChoice('theme', kept);
  };
  return { theme, toggle };
}

function useSystemTheme(): Theme {
  const [dark, setDark] = useState(() => darkQuery().matches);
  useEffect(() => {
    const query = darkQuery();
    const follow = (event: MediaQueryListEvent): void => setDark(event.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return dark ? 'dark' : 'light';
}

function darkQuery(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function parseTheme(value: string | undefined): Theme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined;
}
