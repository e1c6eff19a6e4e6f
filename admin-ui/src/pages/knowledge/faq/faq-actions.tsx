import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { useConfirm } from '../../../components/confirm.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { FailureAlert } from '../../../components/states.tsx';
import { type FaqEntry, type FaqStep, useFaqStep } from '../../../data/faq.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { useNotice } from '../../../state/use-notice.ts';
import { faq } from '../../../i18n/faq.ts';

interface FaqActionsProps {
  readonly entry: FaqEntry;
  readonly onEdit: () => void;
}

/** The next steps of an entry, as far as this person may take them. */
export function FaqActions({ entry, onEdit }: FaqActionsProps): ReactNode {
  const t = useTexts(faq);
  const notify = useNotice();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const step = useFaqStep(entry.id);
  const [returning, back] = useDisclosure();
  const { draft, live, may } = entry;
  const take = (next: FaqStep, message?: string): void =>
    step.mutate(next, {
      onSuccess: () => {
        if (message !== undefined) notify(message);
        if (next.kind === 'discard' && live === undefined) void navigate({ to: '/knowledge/faq' });
      },
    });
  const discard = async (): Promise<void> => {
    const request = { title: t.discardTitle, consequence: t.discardText, action: t.discard };
    if (await confirm(request)) take({ kind: 'discard' });
  };
  const retire = async (): Promise<void> => {
    const request = { title: t.retireTitle, consequence: t.retireText, action: t.retire };
    if (await confirm(request)) take({ kind: 'retire' });
  };
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        {may.write && (
          <Button variant="default" onClick={onEdit}>
            {draft === undefined ? t.editLive : t.edit}
          </Button>
        )}
        {may.write && draft !== undefined && (
          <Button variant="default" c="red" onClick={() => void discard()}>
            {t.discard}
          </Button>
        )}
        {may.write && draft === undefined && live !== undefined && (
          <Button variant="default" c="red" onClick={() => void retire()}>
            {t.retire}
          </Button>
        )}
        {may.write && draft?.state === 'draft' && (
          <Button loading={step.isPending} onClick={() => take({ kind: 'submit' }, t.submitted)}>
            {t.submit}
          </Button>
        )}
        {may.approve && draft?.state === 'in-review' && (
          <>
            <Button variant="default" onClick={back.open}>
              {t.sendBack}
            </Button>
            <Button
              loading={step.isPending}
              onClick={() => take({ kind: 'approve', digest: draft.digest }, t.approved)}
            >
              {t.approve}
            </Button>
          </>
        )}
      </Group>
      {step.error !== null && <FailureAlert failure={toFailure(step.error)} />}
      <Dialog opened={returning} onClose={back.close} title={t.sendBackTitle}>
        <ReturnForm
          onSend={(note) => {
            back.close();
            take({ kind: 'return', note });
          }}
        />
      </Dialog>
    </Stack>
  );
}

function ReturnForm({ onSend }: { readonly onSend: (note: string) => void }): ReactNode {
  const t = useTexts(faq);
  const [note, setNote] = useState('');
  return (
    <Stack>
      <Textarea
        label={t.reason}
        required
        autosize
        minRows={2}
        maxLength={1000}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button disabled={note.trim() === ''} onClick={() => onSend(note.trim())}>
          {t.sendBack}
        </Button>
      </Group>
    </Stack>
  );
}
