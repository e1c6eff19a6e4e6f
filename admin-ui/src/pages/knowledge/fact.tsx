import type { ReactNode } from 'react';
import classes from './document-page.module.css';

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
}

/** One line of a list of facts. */
export function Fact({ term, children }: FactProps): ReactNode {
  return (
    <>
      <dt className={classes['term']}>{term}</dt>
      <dd className={classes['value']}>{children}</dd>
    </>
  );
}
