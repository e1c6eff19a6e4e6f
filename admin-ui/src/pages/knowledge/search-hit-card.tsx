import { Anchor, Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type SearchHit, type SearchMode, searchModes } from '../../data/search.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { search } from '../../i18n/search.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './search-hit-card.module.css';

interface SearchHitCardProps {
  readonly hit: SearchHit;
  readonly mode: SearchMode;
  /** The same passage is pointed at, here or in another column. */
  readonly pointed: boolean;
  readonly onPoint: (chunk: string | undefined) => void;
}

/** A found passage: its rank and score here, and where it stands in the other ways of searching. */
export function SearchHitCard({ hit, mode, pointed, onPoint }: SearchHitCardProps): ReactNode {
  const t = useTexts(search);
  const format = useFormat();
  const { chunk, document, title, location, text, standings } = hit;
  const own = standings?.[mode];
  return (
    <Paper
      withBorder
      p="sm"
      component="li"
      className={classes['card']}
      data-pointed={pointed || undefined}
      onPointerEnter={() => onPoint(chunk)}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(chunk)}
      onBlur={() => onPoint(undefined)}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} component="span">
          {own === undefined ? '' : t.rank(format.number(own.rank))}
        </Text>
        <Text size="sm" c="dimmed" component="span">
          {`${t.score} ${format.number(own?.score ?? hit.score, 3)}`}
        </Text>
      </Group>
      <Anchor
        size="sm"
        fw={500}
        renderRoot={(props) => (
          <Link
            {...props}
            to="/knowledge/documents/$documentId"
            params={{ documentId: document }}
            search={{ chunk }}
          />
        )}
      >
        {title}
      </Anchor>
      <Text size="xs" c="dimmed">
        {location}
      </Text>
      <Text size="sm" lineClamp={4} mt={4}>
        {text}
      </Text>
      <Elsewhere mode={mode} standings={standings} />
    </Paper>
  );
}

function Elsewhere({
  mode,
  standings,
}: Pick<SearchHitCardProps, 'mode'> & { readonly standings: SearchHit['standings'] | undefined }): ReactNode {
  const t = useTexts(search);
  const format = useFormat();
  return (
    <Group gap="xs" mt={6}>
      {searchModes
        .filter((other) => other !== mode)
        .map((other) => {
          const standing = standings?.[other];
          return (
            <Text key={other} size="xs" c="dimmed" component="span">
              {standing === undefined
                ? t.notElsewhere(t.modes[other])
                : t.elsewhere(t.modes[other], format.number(standing.rank))}
            </Text>
          );
        })}
    </Group>
  );
}
