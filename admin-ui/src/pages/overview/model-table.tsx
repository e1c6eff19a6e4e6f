import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Overview } from '../../data/overview.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../components/panel.tsx';

/** What each model has answered and how fast, and the languages it was asked in. */
export function ModelTable({
  exchanges: { models, languages, total },
}: {
  readonly exchanges: Overview['exchanges'];
}): ReactNode {
  const t = useTexts(overview);
  const format = useFormat();
  const asked = languages.map(
    ({ language, count }) => `${nameOf(t.languageNames, language)} ${format.percent(count / total)}`,
  );
  return (
    <Panel title={t.models}>
      {models.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t.noExchanges}
        </Text>
      ) : (
        <>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.model}</Table.Th>
                <Table.Th ta="end">{t.exchanges}</Table.Th>
                <Table.Th ta="end">{t.p50}</Table.Th>
                <Table.Th ta="end">{t.p95}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {models.map(({ model, exchanges, latency }) => (
                <Table.Tr key={model}>
                  <Table.Th scope="row">{model}</Table.Th>
                  <Table.Td ta="end">{format.number(exchanges)}</Table.Td>
                  <Table.Td ta="end">{latency && format.seconds(latency.p50)}</Table.Td>
                  <Table.Td ta="end">{latency && format.seconds(latency.p95)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text size="sm" c="dimmed" mt="xs">
            {t.languages}: {asked.join(' · ')}
          </Text>
        </>
      )}
    </Panel>
  );
}

function nameOf(names: Readonly<Record<'en' | 'zh', string>>, language: string): string {
  return language === 'en' || language === 'zh' ? names[language] : language;
}
