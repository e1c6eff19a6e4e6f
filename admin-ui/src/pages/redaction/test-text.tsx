import type { ReactNode } from 'react';
import classes from './redaction.module.css';

/** A text that tests a rule; what stands between ⟦ and ⟧ is the value to find. */
export function TestText({ text }: { readonly text: string }): ReactNode {
  return (
    <span className={classes['text']}>
      {text.split(/[⟦⟧]/).map((piece, place) =>
        // A piece has no identity but its place; every second one is a value.
        place % 2 === 1 ? <mark key={place}>{piece}</mark> : piece,
      )}
    </span>
  );
}
