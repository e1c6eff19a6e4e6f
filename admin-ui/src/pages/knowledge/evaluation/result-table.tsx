import { Badge, Group, Paper, Switch, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EvaluationResult } from '../../../data/evaluations.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** What became of each question; on wish only what went wrong. */
export function ResultTable({ results }: { readonly results: readonly EvaluationResult[] }): ReactNode {
  const t = useTexts(evaluation);
  const [onlyWrong, setOnlyWrong] = useState(false);
  const shown = results.filter((result) => !onlyWrong || outcomeOf(result) !== 'right');
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t.results}
        </Title>
        <Switch
          label={t.onlyWrong}
          checked={onlyWrong}
          onChange={(event) => setOnlyWrong(event.currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 ? (
        <Text c="dimmed">{t.noneWrong}</Text>
      ) : (
        <Paper withBorder>
          <Table.ScrollContainer minWidth={860}>
            <Table verticalSpacing="xs" horizontalSpacing="md">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t.question}</Table.Th>
                  <Table.Th>{t.expected}</Table.Th>
                  <Table.Th>{t.outcome}</Table.Th>
                  <Table.Th ta="right">{t.support}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((result) => (
                  <ResultRow key={result.question} result={result} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
    </div>
  );
}

type Outcome = 'right' | 'near' | 'wrong';

/** `near`: the right document, and another sentence of it. */
function outcomeOf({ document, sentence, decision, cited, gold }: EvaluationResult): Outcome {
  if (document === null) return decision === 'declined' ? 'right' : 'wrong';
  if (!cited) return 'wrong';
  return sentence === null || gold ? 'right' : 'near';
}

const colors = { right: 'green', near: 'yellow', wrong: 'red' } as const;

function ResultRow({ result }: { readonly result: EvaluationResult }): ReactNode {
  const t = useTexts(evaluation);
  const format = useFormat();
  const { question, language, document, sentence, decision, answer, source, support } = result;
  const outcome = outcomeOf(result);
  return (
    <Table.Tr>
      <Table.Td lang={language} maw={260}>
        {question}
      </Table.Td>
      <Table.Td maw={260}>
        {document === null ? (
          <Text size="sm" c="dimmed">
            {t.nothingAnswers}
          </Text>
        ) : (
          <>
            <Text size="sm" fw={500}>
              {document}
            </Text>
            <Text size="sm" lang={language}>
              {sentence}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td maw={320}>
        <Group gap="xs">
          <Badge variant="light" tt="none" fw={500} color={colors[outcome]}>
            {t[outcome]}
          </Badge>
          <Text size="sm" c="dimmed">
            {source === null ? t.decisions[decision] : `${t.decisions[decision]} · ${source}`}
          </Text>
        </Group>
        <Text size="sm" lang={language}>
          {answer}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{support === null ? '–' : format.number(support, 2)}</Table.Td>
    </Table.Tr>
  );
}
