import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DayField } from '../../../components/day-field.tsx';
import { type HoldScope, useAskHold } from '../../../data/audit-requests.ts';
import { startOfDay, startOfNextDay } from '../../../data/days.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { AskDialog, useReasonCheck } from './ask-dialog.tsx';

interface HoldValues {
  readonly actor: string;
  readonly exchange: string;
  /** Days as `YYYY-MM-DD`, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
}

const nothing: HoldValues = { actor: '', exchange: '', from: null, to: null, reason: '' };

/** Asks to keep entries from being erased or pruned. */
export function AskHold(): ReactNode {
  const t = useTexts(auditRequests);
  const [opened, { open, close }] = useDisclosure();
  const ask = useAskHold();
  const form = useForm<HoldValues>({ initialValues: nothing, validate: { reason: useReasonCheck() } });
  const finish = (): void => {
    close();
    form.reset();
  };
  return (
    <>
      <Button variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={open}>
        {t.askHold}
      </Button>
      <AskDialog
        title={t.askHold}
        lead={t.holdLead}
        opened={opened}
        onClose={close}
        form={form}
        pending={ask.isPending}
        error={ask.error}
        onAsk={(values) =>
          ask.mutate({ scope: toScope(values), reason: values.reason }, { onSuccess: finish })
        }
      >
        <TextInput
          label={t.person}
          description={t.personHint}
          autoComplete="off"
          {...form.getInputProps('actor')}
        />
        <TextInput label={t.exchange} autoComplete="off" {...form.getInputProps('exchange')} />
        <Group grow>
          <DayField label={t.from} placeholder={t.anyDay} {...form.getInputProps('from')} />
          <DayField label={t.to} placeholder={t.anyDay} {...form.getInputProps('to')} />
        </Group>
      </AskDialog>
    </>
  );
}

function toScope({ actor, exchange, from, to }: HoldValues): HoldScope {
  return {
    ...(actor.trim() === '' ? {} : { actor: actor.trim() }),
    ...(exchange.trim() === '' ? {} : { exchange: exchange.trim() }),
    ...(from === null ? {} : { from: startOfDay(from).toISOString() }),
    ...(to === null ? {} : { to: startOfNextDay(to).toISOString() }),
  };
}
