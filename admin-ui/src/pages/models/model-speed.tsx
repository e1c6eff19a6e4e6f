import { Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Timestamp } from '../../components/timestamp.tsx';
import type { InspectedModel } from '../../data/models.ts';
import { models } from '../../i18n/models.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/define-texts.ts';

type Measurement = NonNullable<InspectedModel['measurement']>;

export function ModelSpeed({ measurement }: { readonly measurement: Measurement | undefined }): ReactNode {
  const t = useTexts(models);
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t.speed.title}
      </Title>
      {measurement === undefined ? (
        <Text size="sm" c="dimmed">
          {t.speed.none}
        </Text>
      ) : (
        <Measured measurement={measurement} />
      )}
    </Stack>
  );
}

function Measured({ measurement }: { readonly measurement: Measurement }): ReactNode {
  const t = useTexts(models);
  const { at, machine, threads, speed } = measurement;
  return (
    <>
      <Group gap="xl">
        <Figures speed={speed} />
      </Group>
      <Text size="xs" c="dimmed">
        <Timestamp at={at} /> · {t.speed.machine(machine.processor, machine.cores, threads)} ·{' '}
        {t.speed.rounds(speed.rounds)}
      </Text>
    </>
  );
}

function Figures({ speed }: { readonly speed: Measurement['speed'] }): ReactNode {
  const t = useTexts(models);
  const format = useFormat();
  switch (speed.of) {
    case 'generation':
      return (
        <>
          <Figure
            label={t.speed.firstToken}
            value={format.seconds(speed.firstTokenMs)}
            hint={t.speed.firstTokenHint(format.number(speed.promptTokens))}
          />
          <Figure
            label={t.speed.prompt}
            value={t.speed.perSecondTokens(format.number(Math.round(speed.promptTokensPerSecond)))}
          />
          <Figure
            label={t.speed.completion}
            value={t.speed.perSecondTokens(format.number(Math.round(speed.completionTokensPerSecond)))}
          />
        </>
      );
    case 'embedding':
      return (
        <Figure
          label={t.speed.texts}
          value={t.speed.perSecondTexts(format.number(speed.textsPerSecond))}
          hint={t.speed.textsHint(format.number(Math.round(speed.tokensPerText)))}
        />
      );
    default:
      return speed satisfies never;
  }
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
}

function Figure({ label, value, hint }: FigureProps): ReactNode {
  const figure = (
    <Stack gap={0} {...(hint === undefined ? {} : { tabIndex: 0 })}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={600}>{value}</Text>
    </Stack>
  );
  return hint === undefined ? figure : <Tooltip label={hint}>{figure}</Tooltip>;
}
