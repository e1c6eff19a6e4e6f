import { MultiSelect, Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { DayField } from '../../components/day-field.tsx';
import { SubmitForm } from '../../components/submit-form.tsx';
import { classifications, type Collection } from '../../data/collections.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documentTexts } from '../../i18n/document.ts';
import { knowledge } from '../../i18n/knowledge.ts';
import { roleNames } from '../../i18n/roles.ts';
import { AS_COLLECTION, type DocumentValues } from './document-values.ts';
import { type DocumentFormState, useDocumentForm } from './use-document-form.ts';

interface DocumentFormProps {
  readonly initial: DocumentValues;
  readonly collection: Collection;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (values: DocumentValues) => void;
}

export function DocumentForm({
  initial,
  collection,
  pending,
  error,
  onSubmit,
}: DocumentFormProps): ReactNode {
  const t = useTexts(documentTexts);
  const form = useDocumentForm(initial, collection);
  return (
    <SubmitForm submit={t.save} pending={pending} error={error} onSubmit={form.onSubmit(onSubmit)}>
      <TextInput
        label={t.title}
        description={t.titleHint}
        maxLength={300}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <TextInput label={t.owner} description={t.ownerHint} maxLength={200} {...form.getInputProps('owner')} />
      <AccessFields form={form} collection={collection} />
      <DateFields form={form} />
    </SubmitForm>
  );
}

interface AccessFieldsProps {
  readonly form: DocumentFormState;
  readonly collection: Collection;
}

/** Only what narrows the collection is offered: the server takes nothing else. */
function AccessFields({ form, collection }: AccessFieldsProps): ReactNode {
  const t = useTexts(documentTexts);
  const k = useTexts(knowledge);
  const names = useTexts(roleNames);
  const least = classifications.findIndex((one) => one === collection.classification);
  const stricter = classifications.slice(Math.max(0, least));
  const shared = stricter[0] ?? 'restricted';
  const roles = Object.entries(names).filter(
    ([role]) => collection.readers.length === 0 || collection.readers.includes(role),
  );
  return (
    <>
      <Select
        label={t.classification}
        data={[
          { value: AS_COLLECTION, label: t.asCollection(k.classifications[shared]) },
          ...stricter.map((value) => ({ value, label: k.classifications[value] })),
        ]}
        allowDeselect={false}
        {...form.getInputProps('classification')}
      />
      <Switch
        label={t.readersOwn}
        description={t.readersOwnHint}
        {...form.getInputProps('hasOwnReaders', { type: 'checkbox' })}
      />
      {form.getValues().hasOwnReaders && (
        <MultiSelect
          label={t.readers}
          data={roles.map(([value, label]) => ({ value, label }))}
          clearable
          {...form.getInputProps('readers')}
        />
      )}
    </>
  );
}

function DateFields({ form }: { readonly form: DocumentFormState }): ReactNode {
  const t = useTexts(documentTexts);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <DayField label={t.effective} description={t.effectiveHint} {...form.getInputProps('effective')} />
      <DayField label={t.expires} description={t.expiresHint} {...form.getInputProps('expires')} />
    </SimpleGrid>
  );
}
