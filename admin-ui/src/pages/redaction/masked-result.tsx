import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { splitPlaceholders } from '../../data/text-pieces.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { redaction } from '../../i18n/redaction.ts';
import classes from './redaction.module.css';

/** The text as a model would get it. */
export function MaskedResult({ masked }: { readonly masked: string }): ReactNode {
  const t = useTexts(redaction);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="masked">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="masked">
          {t.masked}
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
