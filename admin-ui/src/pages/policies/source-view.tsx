import { Highlight, Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './source-view.module.css';

interface SourceViewProps {
  readonly label: string;
  readonly text: string;
  /** What to mark, where there is something to look for. */
  readonly search?: string;
}

/** A text file with its line numbers. */
export function SourceView({ label, text, search = '' }: SourceViewProps): ReactNode {
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <Paper withBorder component="section" aria-label={label}>
      <pre className={classes['source']} tabIndex={0} lang="en">
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line is its number: nothing moves in a file
          <Highlight
            key={index}
            component="code"
            inherit
            className={classes['line'] ?? ''}
            highlight={search}
          >
            {line}
          </Highlight>
        ))}
      </pre>
    </Paper>
  );
}
