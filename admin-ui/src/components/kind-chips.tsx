import type { ReactNode } from 'react';
import type { KindCount } from '../data/value-kinds.ts';
import { useLanguage } from '../i18n/language.tsx';
import './kind-chips.css';

/** One chip per kind of masked value, with how many there were. */
export function KindChips({ kinds }: { readonly kinds: readonly KindCount[] }): ReactNode {
  const { texts } = useLanguage();
  return (
    <ul className="chips">
      {kinds.map(({ kind, count }) => (
        <li key={kind} className="chip">
          {texts.kinds[kind]} <span className="chip-count">× {count}</span>
        </li>
      ))}
    </ul>
  );
}
