import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Overview } from '../../data/overview.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountTable } from '../../components/count-table.tsx';
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
          <CountTable
            label={t.models}
            columns={[t.model, t.exchanges, t.p50, t.p95]}
            rows={models.map(({ model, exchanges, latency }) => ({
              key: model,
              name: model,
              figures: [
                format.number(exchanges),
                latency && format.seconds(latency.p50),
                latency && format.seconds(latency.p95),
              ],
            }))}
          />
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
