import { Paper, Title, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Finding } from '../../data/mask-rules.ts';
import { useTypeName } from '../../state/use-type-name.ts';
import classes from './redaction.module.css';

interface MarkedTextProps {
  readonly title: string;
  readonly text: string;
  /** Disjoint, in the order of the text. */
  readonly findings: readonly Pick<Finding, 'type' | 'start' | 'end'>[];
}

/** The text as it was typed, every value that is masked set apart. */
export function MarkedText({ title, text, findings }: MarkedTextProps): ReactNode {
  const typeName = useTypeName();
  const end = findings.at(-1)?.end ?? 0;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="marked">
      <Title order={2} size="h3" id="marked" mb="xs">
        {title}
      </Title>
      <div className={classes['text']}>
        {findings.map((finding, index) => (
          <span key={finding.start}>
            {text.slice(findings[index - 1]?.end ?? 0, finding.start)}
            <Tooltip label={typeName(finding.type)}>
              <mark>{text.slice(finding.start, finding.end)}</mark>
            </Tooltip>
          </span>
        ))}
        {text.slice(end)}
      </div>
    </Paper>
  );
}
