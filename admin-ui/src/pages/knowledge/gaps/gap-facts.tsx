import { Alert, Anchor, List, Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Timestamp } from '../../../components/timestamp.tsx';
import { useCollections } from '../../../data/collections.ts';
import type { Gap } from '../../../data/gaps.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { gaps } from '../../../i18n/gaps.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { GapCounts } from './gap-counts.tsx';

interface GapFactsProps {
  readonly gap: Gap;
  /** Id of the FAQ entry that was written for it. */
  readonly answer: string | undefined;
}

/** How often, since when, of whom it was asked, in which words, and what was written for it. */
export function GapFacts({ gap, answer }: GapFactsProps): ReactNode {
  const t = useTexts(gaps);
  const format = useFormat();
  const collections = useCollections();
  const nameOf = (id: string): string => collections.data?.find((one) => one.id === id)?.name ?? id;
  const { counts, trend, scope, state, dismissal, samples, question, firstAskedAt, lastAskedAt, reopenedAt } =
    gap;
  return (
    <>
      {reopenedAt !== undefined && state === 'open' && <Alert color="yellow">{t.reopened}</Alert>}
      <Paper withBorder p="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }} mb="sm">
          <Fact name={t.state}>
            {dismissal === undefined ? t.states[state] : `${t.states[state]}: ${t.reasons[dismissal]}`}
          </Fact>
          <Fact name={t.asked}>
            <GapCounts counts={counts} />
          </Fact>
          <Fact name={t.trend}>{t.trendOf(format.number(trend.last), format.number(trend.before))}</Fact>
          <Fact name={t.collections}>{scope.map(nameOf).join(', ')}</Fact>
          <Fact name={t.firstAsked}>
            <Timestamp at={firstAskedAt} />
          </Fact>
          <Fact name={t.lastAsked}>
            <Timestamp at={lastAskedAt} />
          </Fact>
        </SimpleGrid>
        {answer !== undefined && (
          <Fact name={t.answer}>
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link {...props} to="/knowledge/faq/$entryId" params={{ entryId: answer }} />
              )}
            >
              {t.openAnswer}
            </Anchor>
          </Fact>
        )}
        <Fact name={t.wordings}>
          <List size="sm">
            {[question, ...samples].map((wording) => (
              <List.Item key={wording}>{wording}</List.Item>
            ))}
          </List>
        </Fact>
      </Paper>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </div>
  );
}
