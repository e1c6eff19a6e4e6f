import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailureAlert } from '../../../components/states.tsx';
import { type Dismissal, dismissals, type Gap, useMoveGap } from '../../../data/gaps.ts';
import { useMay } from '../../../data/session.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { gaps } from '../../../i18n/gaps.ts';

interface GapActionsProps {
  readonly gap: Gap;
  readonly onWrite: () => void;
}

export function GapActions({ gap, onWrite }: GapActionsProps): ReactNode {
  const t = useTexts(gaps);
  const mayReview = useMay('gap:review');
  const move = useMoveGap(gap.id);
  const [dismissing, dialog] = useDisclosure();
  if (!mayReview) return null;
  return (
    <Stack gap="xs" align="flex-end">
      {gap.state === 'open' ? (
        <Group gap="xs">
          <Button variant="default" onClick={dialog.open}>
            {t.dismiss}
          </Button>
          <Button onClick={onWrite}>{t.write}</Button>
        </Group>
      ) : (
        gap.state !== 'drafted' && (
          <Button variant="default" loading={move.isPending} onClick={() => move.mutate(undefined)}>
            {t.reopen}
          </Button>
        )
      )}
      {move.error !== null && <FailureAlert failure={toFailure(move.error)} />}
      <Dialog opened={dismissing} onClose={dialog.close} title={t.dismissTitle}>
        <DismissForm
          onDismiss={(reason) => {
            dialog.close();
            move.mutate(reason);
          }}
        />
      </Dialog>
    </Stack>
  );
}

function DismissForm({ onDismiss }: { readonly onDismiss: (reason: Dismissal) => void }): ReactNode {
  const t = useTexts(gaps);
  const [reason, setReason] = useState<Dismissal>('off-topic');
  return (
    <Stack>
      <Text>{t.dismissText}</Text>
      <Select
        label={t.reason}
        allowDeselect={false}
        data={dismissals.map((value) => ({ value, label: t.reasons[value] }))}
        value={reason}
        onChange={(chosen) => setReason(dismissals.find((known) => known === chosen) ?? reason)}
      />
      <Group justify="flex-end">
        <Button onClick={() => onDismiss(reason)}>{t.dismiss}</Button>
      </Group>
    </Stack>
  );
}
