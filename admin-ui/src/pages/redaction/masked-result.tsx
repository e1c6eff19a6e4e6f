import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { splitPlaceholders } from '../../data/text-pieces.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import classes from './redaction.module.css';

interface MaskedResultProps {
  readonly title: string;
  readonly masked: string;
}

/** The text as a model would get it. */
export function MaskedResult({ title, masked }: MaskedResultProps): ReactNode {
  const t = useTexts(redaction);
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        <CopyButton text={masked} label={t.copyMasked} />
      </Group>
      <div className={classes['text']}>
        {splitPlaceholders(masked).map((piece, place) =>
          // A piece has no identity but its place.
          piece.kind === 'placeholder' ? (
            <mark key={place}>{piece.text}</mark>
          ) : (
            <span key={place}>{piece.text}</span>
          ),
        )}
      </div>
    </Paper>
  );
}
