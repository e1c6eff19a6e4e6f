import { Badge, Card, DataList, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { FailureAlert } from '../../../components/states.tsx';
import type { CompletionEnd } from '../../../data/completion-end.ts';
import { playground } from '../../../i18n/playground.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import classes from './playground.module.css';
import { type Run, timingOf } from './run.ts';

export function PlaygroundAnswer({ run }: { readonly run: Run | undefined }): ReactNode {
  const t = useTexts(playground);
  return (
    <Card withBorder component="section" aria-labelledby="playground-answer">
      <Stack gap="md">
        <Title order={2} size="h5" id="playground-answer">
          {t.answer}
        </Title>
        {run === undefined ? (
          <Text size="sm" c="dimmed">
            {t.answerEmpty}
          </Text>
        ) : (
          <Answered run={run} />
        )}
      </Stack>
    </Card>
  );
}

function Answered({ run }: { readonly run: Run }): ReactNode {
  const t = useTexts(playground);
  return (
    <>
      {run.state === 'waiting' && (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{t.waiting}</Text>
        </Group>
      )}
      {run.text !== '' && (
        <Text className={classes['answer']} aria-live="polite" aria-busy={run.state === 'streaming'}>
          {run.text}
        </Text>
      )}
      {run.state === 'stopped' && (
        <Text size="sm" c="dimmed">
          {t.stopped}
        </Text>
      )}
      {run.state === 'failed' && <FailureAlert failure={toFailure(run.error)} />}
      {run.end !== undefined && <Sources sources={run.end.sources} />}
      <Facts run={run} />
    </>
  );
}

function Sources({ sources }: Pick<CompletionEnd, 'sources'>): ReactNode {
  const t = useTexts(playground);
  if (sources.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t.sources}
      </Text>
      <List size="sm" listStyleType="none">
        {sources.map(({ number, title, location, quote }) => (
          <List.Item key={number}>
            [{number}] {[title, location].filter(Boolean).join(' · ')}
            <Text size="xs" c="dimmed">
              {quote}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Facts({ run }: { readonly run: Run }): ReactNode {
  const t = useTexts(playground);
  const format = useFormat();
  const { firstTextMs, totalMs, tokensPerSecond } = timingOf(run);
  const { end } = run;
  return (
    <DataList size="sm" gap={4} labelWidth="12rem">
      {firstTextMs !== undefined && <Fact label={t.firstToken}>{format.seconds(firstTextMs)}</Fact>}
      {totalMs !== undefined && <Fact label={t.total}>{format.seconds(totalMs)}</Fact>}
      {tokensPerSecond !== undefined && (
        <Fact label={t.rate}>{t.tokensPerSecond(format.number(Math.round(tokensPerSecond)))}</Fact>
      )}
      {end !== undefined && (
        <>
          <Fact label={t.usage}>
            {t.usageOf(format.number(end.usage.prompt), format.number(end.usage.completion))}
          </Fact>
          <Fact label={t.maskedCounts}>
            <MaskedCounts counts={end.redaction} />
          </Fact>
          <Fact label={t.receiptLabel}>{t.receipt(end.receipt.intent, end.receipt.outcome)}</Fact>
        </>
      )}
    </DataList>
  );
}

function MaskedCounts({ counts }: { readonly counts: CompletionEnd['redaction'] }): ReactNode {
  const t = useTexts(playground);
  const types = Object.entries(counts);
  if (types.length === 0) return <>{t.maskedNothing}</>;
  return (
    <Group gap={4}>
      {types.map(([type, count]) => (
        <Badge key={type} variant="light" tt="none">
          {type} {count}
        </Badge>
      ))}
    </Group>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue>{children}</DataList.ItemValue>
    </DataList.Item>
  );
}
