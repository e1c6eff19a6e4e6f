import { Button, Checkbox, Group, MultiSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { toFailure } from '../../api/failure.ts';
import { DayField } from '../../components/day-field.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { FailureAlert } from '../../components/states.tsx';
import { endOfDay } from '../../data/days.ts';
import { type CreatedKey, useCreateKey, useKeyLimits } from '../../data/keys.ts';
import { usePermitted } from '../../data/people.ts';
import { type Permission, useUser } from '../../data/session.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { keys } from '../../i18n/keys.ts';
import { permissionTexts } from '../../i18n/permissions.ts';
import { shell } from '../../i18n/shell.ts';

interface KeyFormProps {
  readonly onCreated: (created: CreatedKey) => void;
  readonly onCancel: () => void;
}

interface Values {
  name: string;
  scopes: Permission[];
  models: string[];
  collections: string[];
  /** `YYYY-MM-DD` */
  expiry: string | null;
}

const initialValues: Values = {
  name: '',
  scopes: ['chat:create'],
  models: [],
  collections: [],
  expiry: null,
};

/** What a new key may do, with which models and collections, and until when. */
export function KeyForm({ onCreated, onCancel }: KeyFormProps): ReactNode {
  const t = useTexts(keys);
  const { cancel } = useTexts(shell);
  const limits = useKeyLimits();
  const create = useCreateKey();
  const form = useForm<Values>({
    initialValues,
    validate: { scopes: (scopes) => (scopes.length === 0 ? t.needsScope : null) },
  });
  const submit = ({ expiry, ...key }: Values): void =>
    create.mutate(
      { ...key, ...(expiry === null ? {} : { expiresAt: endOfDay(expiry) }) },
      { onSuccess: onCreated },
    );
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack>
        {create.error !== null && <FailureAlert failure={toFailure(create.error)} />}
        <TextInput
          label={t.name}
          description={t.nameHint}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <ScopePicker
          value={form.values.scopes}
          error={form.errors['scopes']}
          onChange={(scopes) => form.setFieldValue('scopes', scopes)}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <MultiSelect
            label={t.models}
            aria-label={t.models}
            description={t.allHint}
            data={limits.data?.models ?? []}
            clearable
            {...form.getInputProps('models')}
          />
          <MultiSelect
            label={t.collections}
            aria-label={t.collections}
            description={t.allHint}
            data={limits.data?.collections ?? []}
            clearable
            {...form.getInputProps('collections')}
          />
        </SimpleGrid>
        <DayField
          label={t.expiry}
          description={t.expiryHint}
          minDate={new Date()}
          {...form.getInputProps('expiry')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t.createSubmit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ScopePickerProps {
  readonly value: readonly Permission[];
  readonly error: ReactNode;
  readonly onChange: (scopes: Permission[]) => void;
}

/** What a key of this person could do at most, as the policies decide it. */
function ScopePicker({ value, error, onChange }: ScopePickerProps): ReactNode {
  const t = useTexts(keys);
  const words = useTexts(permissionTexts);
  const offered = usePermitted(useUser().roles, 'api-key');
  return (
    <QueryView query={offered}>
      {(permissions) => (
        <Checkbox.Group
          label={t.scopes}
          description={t.scopesHint}
          error={error}
          required
          value={[...value]}
          onChange={(chosen) => onChange(permissions.filter((scope) => chosen.includes(scope)))}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
            {permissions.map((scope) => (
              <Checkbox key={scope} value={scope} label={words[scope]} description={scope} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      )}
    </QueryView>
  );
}
