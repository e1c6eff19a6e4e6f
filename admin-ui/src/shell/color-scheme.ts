import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { keepChoice, readChoice } from '../state/stored-choice.ts';

/** Keeps the colour scheme where the first-paint script reads it; `auto` is kept as no choice. */
export function colorSchemeManager(): MantineColorSchemeManager {
  return {
    get(fallback) {
      const kept = readChoice('theme');
      return isMantineColorScheme(kept) ? kept : fallback;
    },
    set: (value) => keepChoice('theme', value === 'auto' ? undefined : value),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => keepChoice('theme', undefined),
  };
}
