import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconEraser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type ErasureAsked, useAskErasure } from '../../../data/audit-requests.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { AskDialog, useReasonCheck } from './ask-dialog.tsx';

interface ErasureValues {
  readonly whose: string;
  readonly actor: string;
  readonly value: string;
  readonly basis: string;
  readonly reason: string;
}

const nothing: ErasureValues = { whose: 'actor', actor: '', value: '', basis: '', reason: '' };

/** Asks to erase what is about somebody. */
export function AskErasure(): ReactNode {
  const t = useTexts(auditRequests);
  const [opened, { open, close }] = useDisclosure();
  const ask = useAskErasure();
  const form = useForm<ErasureValues>({
    initialValues: nothing,
    validate: {
      actor: (actor, { whose }) => (whose === 'actor' && actor.trim() === '' ? t.missing : null),
      value: (value, { whose }) => (whose === 'value' && value.trim() === '' ? t.missing : null),
      basis: (basis) => (/^[a-z0-9][a-z0-9.-]{0,63}$/.test(basis) ? null : t.groundWrong),
      reason: useReasonCheck(),
    },
  });
  const finish = (): void => {
    close();
    form.reset();
  };
  return (
    <>
      <Button variant="default" leftSection={<IconEraser size={16} aria-hidden />} onClick={open}>
        {t.askErasure}
      </Button>
      <AskDialog
        title={t.askErasure}
        opened={opened}
        onClose={close}
        form={form}
        pending={ask.isPending}
        error={ask.error}
        onAsk={(values) => ask.mutate(toErasure(values), { onSuccess: finish })}
      >
        <Radio.Group label={t.whose} {...form.getInputProps('whose')}>
          <Stack gap={6} mt={4}>
            <Radio value="actor" label={t.whoseChoices.actor} />
            <Radio value="value" label={t.whoseChoices.value} />
          </Stack>
        </Radio.Group>
        {form.values.whose === 'actor' ? (
          <TextInput
            key="actor"
            label={t.person}
            description={t.personHint}
            autoComplete="off"
            withAsterisk
            {...form.getInputProps('actor')}
          />
        ) : (
          <TextInput
            key="value"
            label={t.value}
            description={t.valueHint}
            autoComplete="off"
            spellCheck={false}
            withAsterisk
            {...form.getInputProps('value')}
          />
        )}
        <TextInput
          label={t.ground}
          description={t.groundHint}
          autoComplete="off"
          withAsterisk
          {...form.getInputProps('basis')}
        />
      </AskDialog>
    </>
  );
}

function toErasure({ whose, actor, value, basis, reason }: ErasureValues): ErasureAsked {
  return whose === 'actor' ? { actor: actor.trim(), basis, reason } : { value: value.trim(), basis, reason };
}
