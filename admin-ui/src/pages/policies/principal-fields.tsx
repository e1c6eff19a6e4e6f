import { Input, MultiSelect, SegmentedControl, Stack, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { roleOrder } from '../../data/people.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { permissionTexts } from '../../i18n/permissions.ts';
import { policies } from '../../i18n/policies.ts';
import { roleNames } from '../../i18n/roles.ts';
import type { SimulatedRequest } from './simulated-request.ts';

/** Who asks: a person with roles, or a key with its owner's roles and its own limits. */
export function PrincipalFields({ form }: { readonly form: UseFormReturnType<SimulatedRequest> }): ReactNode {
  const t = useTexts(policies);
  const names = useTexts(roleNames);
  const words = useTexts(permissionTexts);
  const isKey = form.values.kind === 'api-key';
  return (
    <Stack gap="sm">
      <Input.Wrapper label={t.who} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t.who}
          data={[
            { value: 'user', label: t.person },
            { value: 'api-key', label: t.key },
          ]}
          {...form.getInputProps('kind')}
        />
      </Input.Wrapper>
      <MultiSelect
        label={isKey ? t.ownerRoles : t.roles}
        data={roleOrder.map((role) => ({ value: role, label: names[role] }))}
        clearable
        {...form.getInputProps('roles')}
      />
      {!isKey && <TextInput label={t.id} {...form.getInputProps('id')} />}
      {isKey && (
        <>
          <MultiSelect
            label={t.scopes}
            data={Object.entries(words).map(([value, label]) => ({ value, label }))}
            searchable
            clearable
            {...form.getInputProps('scopes')}
          />
          <TagsInput label={t.keyModels} description={t.idsHint} {...form.getInputProps('models')} />
          <TagsInput
            label={t.keyCollections}
            description={t.idsHint}
            {...form.getInputProps('collections')}
          />
        </>
      )}
    </Stack>
  );
}
