import { MultiSelect, Radio, Select, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AskingChoices } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { type Chosen, groundings } from './chosen.ts';

export interface AskingOptionsProps {
  readonly choices: AskingChoices;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** Which model answers, from which collections, and how closely it keeps to them. */
export function AskingOptionsForm({ choices, chosen, onChange }: AskingOptionsProps): ReactNode {
  const t = useTexts(assistant);
  const [first] = choices.models;
  const model = choices.models.find(({ id }) => id === chosen.model) ?? first;
  return (
    <Stack gap="md">
      <Select
        label={t.model}
        allowDeselect={false}
        data={choices.models.map(({ id, name }) => ({ value: id, label: name }))}
        value={model?.id ?? null}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => onChange({ ...chosen, model: id === null || id === first?.id ? undefined : id })}
      />
      <MultiSelect
        label={t.collections}
        {...(chosen.collections.length === 0 ? { placeholder: t.allCollections } : {})}
        clearable
        data={choices.collections.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...chosen.collections]}
        comboboxProps={{ withinPortal: false }}
        onChange={(collections) => onChange({ ...chosen, collections })}
      />
      <Radio.Group
        label={t.grounding}
        value={chosen.grounding}
        onChange={(value) =>
          onChange({ ...chosen, grounding: groundings.find((one) => one === value) ?? 'auto' })
        }
      >
        <Stack gap={6} mt={6}>
          {groundings
            .filter((grounding) => grounding !== 'off' || model?.ungrounded === true)
            .map((grounding) => (
              <Radio key={grounding} value={grounding} label={t.groundings[grounding]} />
            ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
