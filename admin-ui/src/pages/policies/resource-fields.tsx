import { MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { roleOrder } from '../../data/people.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { permissionTexts } from '../../i18n/permissions.ts';
import { policies } from '../../i18n/policies.ts';
import { roleNames } from '../../i18n/roles.ts';
import { classifications, resourceKinds, type SimulatedRequest } from './simulated-request.ts';

interface FieldsProps {
  readonly form: UseFormReturnType<SimulatedRequest>;
}

/** What is wanted, and with what. */
export function ResourceFields({ form }: FieldsProps): ReactNode {
  const t = useTexts(policies);
  const words = useTexts(permissionTexts);
  const { resource } = form.values;
  return (
    <Stack gap="sm">
      <Select
        label={t.action}
        data={Object.entries(words).map(([value, label]) => ({ value, label: `${label} (${value})` }))}
        searchable
        allowDeselect={false}
        {...form.getInputProps('action')}
      />
      <Select
        label={t.resource}
        data={resourceKinds.map((value) => ({ value, label: t.resources[value] }))}
        allowDeselect={false}
        {...form.getInputProps('resource')}
      />
      {resource !== 'none' && (
        <TextInput label={t.resourceId} required {...form.getInputProps('resourceId')} />
      )}
      {resource === 'Conversation' && <TextInput label={t.owner} required {...form.getInputProps('owner')} />}
      {resource === 'Document' && (
        <TextInput label={t.collectionOf} required {...form.getInputProps('collection')} />
      )}
      {(resource === 'Collection' || resource === 'Document') && <AccessFields form={form} />}
    </Stack>
  );
}

function AccessFields({ form }: FieldsProps): ReactNode {
  const t = useTexts(policies);
  const names = useTexts(roleNames);
  return (
    <>
      <Select
        label={t.classification}
        data={classifications.map((value) => ({ value, label: t.classifications[value] }))}
        allowDeselect={false}
        {...form.getInputProps('classification')}
      />
      <MultiSelect
        label={t.readers}
        data={roleOrder.map((role) => ({ value: role, label: names[role] }))}
        clearable
        {...form.getInputProps('readers')}
      />
    </>
  );
}
