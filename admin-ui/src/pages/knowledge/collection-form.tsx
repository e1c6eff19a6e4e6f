import { MultiSelect, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { SubmitForm } from '../../components/submit-form.tsx';
import {
  type Classification,
  classifications,
  type Masking,
  maskings,
  type NewCollection,
} from '../../data/collections.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { roleNames } from '../../i18n/roles.ts';

type Reader = NonNullable<NewCollection['readers']>[number];

export interface CollectionValues {
  readonly id: string;
  readonly name: string;
  readonly classification: Classification;
  readonly readers: Reader[];
  readonly masking: Masking;
}

interface CollectionFormProps {
  readonly initial: CollectionValues;
  /** The id and when values are masked are chosen once, when the collection is made. */
  readonly idIsFixed: boolean;
  readonly submit: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (values: CollectionValues) => void;
}

export function CollectionForm(props: CollectionFormProps): ReactNode {
  const t = useTexts(knowledge);
  const form = useCollectionForm(props.initial);
  return (
    <SubmitForm
      submit={props.submit}
      pending={props.pending}
      error={props.error}
      onSubmit={form.onSubmit(props.onSubmit)}
    >
      <TextInput label={t.name} description={t.nameHint} data-autofocus {...form.getInputProps('name')} />
      {!props.idIsFixed && (
        <TextInput label={t.id} description={t.idHint} ff="monospace" {...form.getInputProps('id')} />
      )}
      <AccessFields form={form} />
      {!props.idIsFixed && <MaskingField form={form} />}
    </SubmitForm>
  );
}

function AccessFields({ form }: { readonly form: UseFormReturnType<CollectionValues> }): ReactNode {
  const t = useTexts(knowledge);
  const names = useTexts(roleNames);
  const { classification } = form.getValues();
  const roles = Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Select
        label={t.classification}
        data={classifications.map((value) => ({ value, label: t.classifications[value] }))}
        allowDeselect={false}
        {...form.getInputProps('classification')}
      />
      <Text size="sm" c="dimmed" mt={-8} aria-live="polite">
        {t.classificationHints[classification]}
      </Text>
      <MultiSelect
        label={t.readers}
        description={t.readersHint}
        data={roles}
        clearable
        {...form.getInputProps('readers')}
      />
    </>
  );
}

function MaskingField({ form }: { readonly form: UseFormReturnType<CollectionValues> }): ReactNode {
  const t = useTexts(knowledge);
  return (
    <Radio.Group label={t.masking} {...form.getInputProps('masking')}>
      <Stack gap="xs" mt={6}>
        {maskings.map((value) => (
          <Radio key={value} value={value} label={t.maskings[value]} description={t.maskingHints[value]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function useCollectionForm(initial: CollectionValues): UseFormReturnType<CollectionValues> {
  const t = useTexts(knowledge);
  return useForm<CollectionValues>({
    initialValues: initial,
    validate: {
      name: (name) => (name.trim() === '' ? t.nameMissing : null),
      id: (id) => (/^[a-z0-9][a-z0-9-]{0,63}$/.test(id) ? null : t.idWrong),
      readers: (readers, { classification }) =>
        readers.length === 0 && needsReaders(classification) ? t.readersMissing : null,
    },
  });
}

/** Without readers nobody could read it, and a restricted one could never be changed again. */
function needsReaders(classification: Classification): boolean {
  return classification === 'confidential' || classification === 'restricted';
}
