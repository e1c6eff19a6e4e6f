import { toFailure } from '../../api/failure.ts';
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { FailureAlert } from '../../components/states.tsx';
import type { TurnOutcome } from '../../data/conversations.ts';
import { useVerifyReceipt } from '../../data/receipts.ts';
import { useMay } from '../../data/session.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** Where the exchange stands in the audit log, and whether it still stands there unchanged. */
export function ReceiptCheck({ receipt }: { readonly receipt: TurnOutcome['receipt'] }): ReactNode {
  const t = useTexts(assistant);
  const mayVerify = useMay('receipt:verify');
  const verification = useVerifyReceipt();
  return (
    <Stack gap="xs">
      <Text size="sm">{t.receiptLead}</Text>
      <Line label={t.receiptIntent} value={String(receipt.intent)} />
      <Line label={t.receiptOutcome} value={String(receipt.outcome)} />
      <Line label={t.receiptLeaf} value={receipt.leaf} />
      <Group gap="xs">
        <CopyButton text={JSON.stringify(receipt)} />
        {mayVerify && (
          <Button
            size="compact-sm"
            variant="light"
            loading={verification.isPending}
            onClick={() => verification.mutate(receipt)}
          >
            {t.verify}
          </Button>
        )}
      </Group>
      <div role="status">
        {verification.data !== undefined && <Verdict ok={verification.data.ok} />}
        {verification.error !== null && <FailureAlert failure={toFailure(verification.error)} />}
      </div>
    </Stack>
  );
}

function Verdict({ ok }: { readonly ok: boolean }): ReactNode {
  const t = useTexts(assistant);
  return ok ? (
    <Alert color="green" icon={<IconShieldCheck />}>
      {t.verified}
    </Alert>
  ) : (
    <Alert color="red" icon={<IconShieldX />}>
      {t.notVerified}
    </Alert>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
    </div>
  );
}
