import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { MaskedText } from '../../components/masked-text.tsx';
import type { Turn, TurnOutcome } from '../../data/conversations.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

interface SeenPanelProps {
  readonly turn: Turn;
  readonly seen: TurnOutcome['seen'];
}

/** What the asker sees beside what the model saw. */
export function SeenPanel({ turn, seen }: SeenPanelProps): ReactNode {
  const t = useTexts(assistant);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Side title={t.seenYou}>
        <Part label={t.youAsked}>{turn.question}</Part>
        <Part label={t.decisions.answered}>{turn.answer}</Part>
      </Side>
      <Side title={t.seenModel}>
        {seen.messages.length === 0 && (
          <Text size="sm">{turn.outcome?.decision === 'approved' ? t.seenApproved : t.seenNothing}</Text>
        )}
        {seen.messages.map(({ role, content }, place) => (
          <Part key={place} label={t.seenRoles[role]}>
            <MaskedText text={content} />
          </Part>
        ))}
        {seen.messages.length > 0 && (
          <Part label={t.seenWrote}>
            <MaskedText text={seen.answer} />
          </Part>
        )}
      </Side>
    </SimpleGrid>
  );
}

function Side({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Text size="sm" fw={600} mb="xs">
        {title}
      </Text>
      <Stack gap="sm">{children}</Stack>
    </Paper>
  );
}

function Part({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" component="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}
