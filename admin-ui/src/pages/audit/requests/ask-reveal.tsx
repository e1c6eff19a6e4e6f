import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconEye } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAskReveal } from '../../../data/audit-requests.ts';
import { auditRequests } from '../../../i18n/audit-requests.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { AskDialog, useReasonCheck } from './ask-dialog.tsx';

/** Beside an entry whose text is sealed: asks to see it, and leads to the request. */
export function AskReveal({ entry }: { readonly entry: number }): ReactNode {
  const t = useTexts(auditRequests);
  const [opened, { open, close }] = useDisclosure();
  const navigate = useNavigate();
  const ask = useAskReveal();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: useReasonCheck() } });
  return (
    <>
      <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={open}>
        {t.askReveal}
      </Button>
      <AskDialog
        title={t.askRevealTitle(entry)}
        lead={t.askRevealLead}
        opened={opened}
        onClose={close}
        form={form}
        pending={ask.isPending}
        error={ask.error}
        onAsk={({ reason }) =>
          ask.mutate({ entry, reason }, { onSuccess: () => void navigate({ to: '/audit/requests' }) })
        }
      />
    </>
  );
}
