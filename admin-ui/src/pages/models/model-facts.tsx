import { DataList, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Timestamp } from '../../components/timestamp.tsx';
import { isInspected, type InspectedModel, type Model } from '../../data/models.ts';
import { models } from '../../i18n/models.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/define-texts.ts';

export function ModelFacts({ model }: { readonly model: Model }): ReactNode {
  const t = useTexts(models);
  const format = useFormat();
  return (
    <DataList size="sm" gap="xs" labelWidth="9rem">
      <Fact label={t.facts.id}>
        <code>{model.id}</code>
      </Fact>
      <Fact label={t.facts.context}>{t.facts.tokens(format.number(model.contextTokens))}</Fact>
      {model.grounding !== undefined && <Fact label={t.facts.grounding}>{t.facts[model.grounding]}</Fact>}
      {model.dimensions !== undefined && (
        <Fact label={t.facts.dimensions}>{format.number(model.dimensions)}</Fact>
      )}
      <Fact label={t.facts.licence}>{model.licence}</Fact>
      {isInspected(model) && <OperationFacts model={model} />}
    </DataList>
  );
}

function OperationFacts({ model }: { readonly model: InspectedModel }): ReactNode {
  const t = useTexts(models);
  const format = useFormat();
  const { running, waiting } = model.queue;
  return (
    <>
      <Fact label={t.facts.memory}>
        <Memory model={model} />
      </Fact>
      <Fact label={t.facts.disk}>{format.bytes(model.bytes)}</Fact>
      <Fact label={t.facts.path}>
        <code>{model.path}</code>
      </Fact>
      {model.readySince !== undefined && (
        <Fact label={t.facts.since}>
          <Timestamp at={model.readySince} />
        </Fact>
      )}
      <Fact label={t.facts.queue}>{t.facts.queueOf(running, waiting)}</Fact>
      <Fact label={t.facts.restarts}>{format.number(model.restarts)}</Fact>
    </>
  );
}

const MIB = 2 ** 20;

/** What the process holds beside what the catalogue said it would need. */
function Memory({ model: { memoryMib, residentMib } }: { readonly model: InspectedModel }): ReactNode {
  const t = useTexts(models);
  const format = useFormat();
  const expected = format.bytes(memoryMib * MIB);
  if (residentMib === undefined) return <>{t.facts.memoryNone(expected)}</>;
  return (
    <Stack gap={4} w={240}>
      <Text span size="sm">
        {t.facts.memoryOf(format.bytes(residentMib * MIB), expected)}
      </Text>
      <Progress
        value={Math.min(100, (residentMib / memoryMib) * 100)}
        color={residentMib > memoryMib * 1.5 ? 'orange' : 'blue'}
        size="sm"
        aria-hidden
      />
    </Stack>
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
