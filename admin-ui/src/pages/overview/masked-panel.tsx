import { BarsList } from '@mantine/charts';
import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Overview } from '../../data/overview.ts';
import { kindOfType } from '../../data/value-kinds.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { overview } from '../../i18n/overview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Panel } from '../../components/panel.tsx';

const MOST = 8;

/** Which types of values were masked, most first. */
export function MaskedPanel({ masked }: { readonly masked: Overview['exchanges']['masked'] }): ReactNode {
  const t = useTexts(overview);
  const { texts } = useLanguage();
  const format = useFormat();
  const shown = masked.slice(0, MOST).map(({ type, count }) => ({
    name: `${texts.kinds[kindOfType(type)]} · ${type}`,
    value: count,
  }));
  return (
    <Panel title={t.masked}>
      {shown.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t.maskedNone}
        </Text>
      ) : (
        <>
          <div aria-hidden>
            <BarsList
              data={shown}
              valueFormatter={(value) => format.number(value)}
              barsLabel={t.type}
              valueLabel={t.count}
              barColor="var(--mantine-color-pine-light)"
              barTextColor="var(--mantine-color-text)"
            />
          </div>
          <VisuallyHidden>
            <ul>
              {shown.map(({ name, value }) => (
                <li key={name}>
                  {name}: {format.number(value)}
                </li>
              ))}
            </ul>
          </VisuallyHidden>
        </>
      )}
    </Panel>
  );
}
