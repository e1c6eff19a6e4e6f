import { Fieldset, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { classifications } from '../../../data/collections.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { knowledge } from '../../../i18n/knowledge.ts';
import { roleNames } from '../../../i18n/roles.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import type { SourceValues } from './source-values.ts';

/** What a new document of the source begins with. */
export function SourceDefaultFields({ form }: { readonly form: UseFormReturnType<SourceValues> }): ReactNode {
  const t = useTexts(texts);
  const area = useTexts(knowledge);
  const names = useTexts(roleNames);
  return (
    <Fieldset legend={t.defaults}>
      <Stack>
        <Select
          label={area.classification}
          data={[
            { value: '', label: t.asCollection },
            ...classifications.map((value) => ({ value, label: area.classifications[value] })),
          ]}
          allowDeselect={false}
          {...form.getInputProps('classification')}
        />
        <MultiSelect
          label={t.readers}
          placeholder={form.getValues().readers.length === 0 ? t.asCollection : ''}
          data={Object.entries(names).map(([value, label]) => ({ value, label }))}
          clearable
          {...form.getInputProps('readers')}
        />
        <TextInput label={t.owner} description={t.ownerHint} {...form.getInputProps('owner')} />
      </Stack>
    </Fieldset>
  );
}
