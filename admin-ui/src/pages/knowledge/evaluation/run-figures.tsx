import { Paper, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EvaluationFigures, EvaluationRun } from '../../../data/evaluations.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { evaluation } from '../../../i18n/evaluation.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useLanguageName } from '../use-language-name.ts';
import { Share } from './run-table.tsx';
import { measures, shareOf } from './share-of.ts';

interface RunFiguresProps {
  readonly run: EvaluationRun;
  readonly before: EvaluationRun | undefined;
}

/** The figures of a run by language, with the run before and the baseline under all of them. */
export function RunFigures({ run, before }: RunFiguresProps): ReactNode {
  const t = useTexts(evaluation);
  const languageName = useLanguageName();
  const { all, en, zh } = run.figures;
  const { cited, gold } = all.baseline;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing="xs" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.language}</Table.Th>
              {measures.map((measure) => (
                <Table.Th key={measure} ta="right">
                  {t[measure]}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t.latency}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <FigureRow name={t.all} figures={all} />
            {en !== undefined && <FigureRow name={languageName('en')} figures={en} />}
            {zh !== undefined && <FigureRow name={languageName('zh')} figures={zh} />}
            {before !== undefined && <FigureRow name={t.before} figures={before.figures.all} dimmed />}
            <FigureRow
              name={t.baseline}
              figures={{ ...all, cited, gold, declined: 0, answered: all.answerable, citations: 0 }}
              dimmed
              untimed
            />
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

interface FigureRowProps {
  readonly name: string;
  readonly figures: EvaluationFigures;
  readonly dimmed?: boolean;
  readonly untimed?: boolean;
}

function FigureRow({ name, figures, dimmed, untimed }: FigureRowProps): ReactNode {
  const format = useFormat();
  const color = dimmed === true ? { c: 'dimmed' } : {};
  return (
    <Table.Tr {...color}>
      <Table.Th scope="row">
        <Text size="sm" fw={500} {...color}>
          {name}
        </Text>
      </Table.Th>
      {measures.map((measure) => (
        <Table.Td key={measure} ta="right">
          <Share value={shareOf(figures, measure)} />
        </Table.Td>
      ))}
      <Table.Td ta="right">
        {untimed === true ? '–' : `${format.seconds(figures.p50)} · ${format.seconds(figures.p95)}`}
      </Table.Td>
    </Table.Tr>
  );
}
