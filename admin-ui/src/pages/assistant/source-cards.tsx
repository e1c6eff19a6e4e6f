import { Badge, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TurnSource } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { sourceElementId } from './citation-mark.tsx';
import classes from './source-cards.module.css';

interface SourceCardsProps {
  readonly turn: string;
  readonly sources: readonly TurnSource[];
}

/** The cited sentences and where they stand; each opens its document at the place. */
export function SourceCards({ turn, sources }: SourceCardsProps): ReactNode {
  const t = useTexts(assistant);
  if (sources.length === 0) return null;
  return (
    <SimpleGrid
      component="ul"
      className={classes['list'] ?? ''}
      cols={{ base: 1, md: Math.min(2, sources.length) }}
      spacing="xs"
      aria-label={t.sources}
    >
      {sources.map((source) => (
        <li key={source.number}>
          <SourceCard turn={turn} source={source} />
        </li>
      ))}
    </SimpleGrid>
  );
}

function SourceCard({ turn, source }: { readonly turn: string; readonly source: TurnSource }): ReactNode {
  const t = useTexts(assistant);
  const { number, document, attached, approval, id, title, quote } = source;
  const common = {
    id: sourceElementId(turn, number),
    withBorder: true,
    p: 'sm',
    className: classes['card'] ?? '',
  };
  if (attached || approval !== undefined) {
    return (
      <Paper {...common} tabIndex={-1}>
        <CardBody source={source} />
      </Paper>
    );
  }
  return (
    <Paper
      {...common}
      renderRoot={(props) => (
        <Link
          to="/knowledge/documents/$documentId"
          params={{ documentId: document }}
          search={{ chunk: id, quote }}
          {...props}
        />
      )}
      aria-label={t.openSource(number, title)}
    >
      <CardBody source={source} />
    </Paper>
  );
}

function CardBody({ source }: { readonly source: TurnSource }): ReactNode {
  const { number, title, quote } = source;
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="baseline">
        <Badge size="sm" variant="light" circle aria-hidden>
          {number}
        </Badge>
        <Text size="sm" fw={600} lineClamp={1}>
          {title}
        </Text>
      </Group>
      <CardPlace source={source} />
      <Text size="sm" mt={4} lineClamp={4} component="blockquote" className={classes['quote'] ?? ''}>
        {quote}
      </Text>
    </>
  );
}

/** Where it stands, or who vouches for it. */
function CardPlace({ source }: { readonly source: TurnSource }): ReactNode {
  const t = useTexts(assistant);
  const format = useFormat();
  const { attached, approval, location } = source;
  const place = attached ? [t.ownFile, location].filter(Boolean).join(' · ') : location;
  const day = (at: string): string => format.day(new Date(at));
  const line =
    approval === undefined
      ? place
      : t.approvedBy(approval.owner, day(approval.approvedAt), day(approval.expiresAt));
  if (line === '') return null;
  return (
    <Text size="xs" c="dimmed" lineClamp={approval === undefined ? 1 : 2}>
      {line}
    </Text>
  );
}
