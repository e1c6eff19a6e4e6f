import { Code, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import type { TurnOutcome } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** Where the exchange stands in the audit log. */
export function ReceiptCheck({ receipt }: { readonly receipt: TurnOutcome['receipt'] }): ReactNode {
  const t = useTexts(assistant);
  return (
    <Stack gap="xs">
      <Text size="sm">{t.receiptLead}</Text>
      <Line label={t.receiptIntent} value={String(receipt.intent)} />
      <Line label={t.receiptOutcome} value={String(receipt.outcome)} />
      <Line label={t.receiptLeaf} value={receipt.leaf} />
      <Group gap="xs">
        <CopyButton text={JSON.stringify(receipt)} />
      </Group>
    </Stack>
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
