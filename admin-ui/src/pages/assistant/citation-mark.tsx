import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import classes from './citation-mark.module.css';

/** Where a citation finds its card. */
export function sourceElementId(turn: string, number: number): string {
  return `source-${turn}-${number}`;
}

interface CitationMarkProps {
  /** Undefined while the answer is still coming: then there is nothing to lead to. */
  readonly turn: string | undefined;
  readonly number: number;
}

/** The mark of a citation; pressed, it leads to its source. */
export function CitationMark({ turn, number }: CitationMarkProps): ReactNode {
  const t = useTexts(assistant);
  if (turn === undefined) return <span className={classes['mark']}>{number}</span>;
  const show = (): void => document.getElementById(sourceElementId(turn, number))?.focus();
  return (
    <UnstyledButton
      component="button"
      className={classes['mark']}
      aria-label={t.source(number)}
      onClick={show}
    >
      {number}
    </UnstyledButton>
  );
}
