import { Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { SubmitForm } from '../../../components/submit-form.tsx';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';

const SHORTEST_REASON = 10;

/** What is wrong with a reason, in words; null when nothing is. */
export function useReasonCheck(): (reason: string) => string | null {
  const t = useTexts(auditRequests);
  return (reason) => (reason.trim().length < SHORTEST_REASON ? t.reasonShort : null);
}

interface AskDialogProps<V extends { readonly reason: string }> {
  readonly title: string;
  readonly lead?: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly form: UseFormReturnType<V>;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onAsk: (values: V) => void;
  /** Fields above the reason. */
  readonly children?: ReactNode;
}

/** Asks for something that takes a second person, always with a reason. */
export function AskDialog<V extends { readonly reason: string }>(props: AskDialogProps<V>): ReactNode {
  const t = useTexts(auditRequests);
  const { title, lead, opened, onClose, form, pending, error, onAsk, children } = props;
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <SubmitForm submit={t.ask} pending={pending} error={error} onSubmit={form.onSubmit(onAsk)}>
        <Stack>
          {lead !== undefined && <Text size="sm">{lead}</Text>}
          {children}
          <TextInput
            label={t.reason}
            description={t.reasonHint}
            maxLength={300}
            autoComplete="off"
            withAsterisk
            {...form.getInputProps('reason')}
          />
        </Stack>
      </SubmitForm>
    </Dialog>
  );
}
