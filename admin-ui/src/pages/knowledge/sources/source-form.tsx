import { NumberInput, Select, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { SubmitForm } from '../../../components/submit-form.tsx';
import { useCollections } from '../../../data/collections.ts';
import { type Source, sourceKinds } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { SourceDefaultFields } from './source-default-fields.tsx';
import { SourcePlaceFields } from './source-place-fields.tsx';
import { SourceTestButton } from './source-test-button.tsx';
import { optionalFields, placeFields, type SourceValues, usualInterval } from './source-values.ts';

interface SourceFormProps {
  readonly initial: SourceValues;
  /** The source that is changed; absent while one is added. */
  readonly source?: Source;
  readonly submit: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (values: SourceValues) => void;
}

export function SourceForm(props: SourceFormProps): ReactNode {
  const t = useTexts(texts);
  const form = useSourceForm(props.initial);
  return (
    <SubmitForm
      submit={props.submit}
      pending={props.pending}
      error={props.error}
      onSubmit={form.onSubmit(props.onSubmit)}
    >
      <TextInput label={t.name} data-autofocus {...form.getInputProps('name')} />
      {props.source === undefined && <FixedFields form={form} />}
      <SourcePlaceFields form={form} keepsSecret={props.source?.hasCredentials === true} />
      <SourceTestButton form={form} {...(props.source === undefined ? {} : { source: props.source.id })} />
      <NumberInput
        label={t.interval}
        description={t.intervalHint}
        min={10}
        max={604_800}
        allowDecimal={false}
        {...form.getInputProps('intervalSeconds')}
      />
      <SourceDefaultFields form={form} />
    </SubmitForm>
  );
}

/** What is chosen once, when the source is added. */
function FixedFields({ form }: { readonly form: UseFormReturnType<SourceValues> }): ReactNode {
  const t = useTexts(texts);
  const collections = useCollections();
  const open = (collections.data ?? []).filter(({ may }) => may.addDocuments);
  const kind = form.getInputProps('kind');
  return (
    <>
      <TextInput label={t.id} description={t.idHint} {...form.getInputProps('id')} />
      <Select
        label={t.collection}
        data={open.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('collection')}
      />
      <Select
        label={t.kind}
        data={sourceKinds.map((value) => ({ value, label: t.kinds[value] }))}
        allowDeselect={false}
        {...kind}
        onChange={(value) => {
          const chosen = sourceKinds.find((candidate) => candidate === value);
          if (chosen !== undefined) form.setValues({ kind: chosen, intervalSeconds: usualInterval(chosen) });
        }}
      />
    </>
  );
}

function useSourceForm(initial: SourceValues): UseFormReturnType<SourceValues> {
  const t = useTexts(texts);
  return useForm<SourceValues>({
    initialValues: initial,
    validate(values) {
      const needed = placeFields[values.kind].filter((field) => !optionalFields.has(field));
      return {
        ...Object.fromEntries(needed.map((field) => [field, values[field].trim() === '' ? t.missing : null])),
        name: values.name.trim() === '' ? t.nameMissing : null,
        id: /^[a-z0-9][a-z0-9-]{0,63}$/.test(values.id) ? null : t.idWrong,
        collection: values.collection === '' ? t.collectionMissing : null,
        intervalSeconds: values.intervalSeconds >= 10 ? null : t.secondsMissing,
      };
    },
  });
}
