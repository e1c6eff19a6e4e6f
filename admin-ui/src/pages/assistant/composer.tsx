import { ActionIcon, Button, FileButton, Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconPaperclip, IconPlayerStopFilled, IconSend } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import type { Asking } from './asking-store.ts';
import type { Drafts } from './drafts.ts';
import { MaskField } from './mask-field.tsx';
import { MaskSummary } from './mask-summary.tsx';
import { isSendKey } from './send-key.ts';
import { useDraft } from './use-draft.ts';
import { useMaskPreview } from './use-mask-preview.ts';
import classes from './composer.module.css';

interface ComposerProps {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly conversation: string | undefined;
  readonly drafts: Drafts;
  readonly asking: Asking | undefined;
  readonly onAsk: (question: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** Arrow up in an empty box. */
  readonly onEditLast: () => void;
  /** What is chosen about how to ask. */
  readonly options: ReactNode;
  readonly files: ReactNode;
}

/** Where a question is written. */
export function Composer(props: ComposerProps): ReactNode {
  const { box, conversation, drafts, asking, onAsk, onFiles, onEditLast, options, files } = props;
  const t = useTexts(assistant);
  const [draft, onDraft] = useDraft(drafts, conversation);
  const preview = useMaskPreview(draft);
  const busy = asking !== undefined && asking.kind !== 'failed';
  const send = (): void => {
    if (draft.trim() === '' || busy) return;
    onAsk(draft.trim());
    onDraft('');
    box.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp' && draft === '') onEditLast();
    if (!isSendKey(event)) return;
    event.preventDefault();
    send();
  };
  const shown = preview.kind === 'ready' ? preview : { checked: '', spans: [] };
  return (
    <Paper
      component="section"
      className={classes['box'] ?? ''}
      withBorder
      radius="md"
      p="xs"
      shadow="xs"
      aria-label={t.question}
    >
      <Stack gap="xs">
        {files}
        <MaskField
          box={box}
          value={draft}
          checked={shown.checked}
          spans={shown.spans}
          onChange={onDraft}
          onKeyDown={press}
        />
        <Group gap="xs" justify="space-between">
          <Group gap={4}>
            <FileButton multiple onChange={onFiles}>
              {(button) => (
                <Tooltip label={t.attach}>
                  <ActionIcon {...button} variant="subtle" color="gray" size="lg" aria-label={t.attach}>
                    <IconPaperclip size={20} />
                  </ActionIcon>
                </Tooltip>
              )}
            </FileButton>
            {options}
          </Group>
          <Group gap="sm">
            <Text id="ask-hint" size="xs" c="dimmed" visibleFrom="sm">
              {t.hint}
            </Text>
            {busy ? (
              <StopButton asking={asking} box={box} />
            ) : (
              <Button leftSection={<IconSend size={16} />} disabled={draft.trim() === ''} onClick={send}>
                {t.ask}
              </Button>
            )}
          </Group>
        </Group>
        <MaskSummary state={preview} />
      </Stack>
    </Paper>
  );
}

function StopButton({
  asking,
  box,
}: {
  readonly asking: Exclude<Asking, { kind: 'failed' }>;
  readonly box: ComposerProps['box'];
}): ReactNode {
  const t = useTexts(assistant);
  const stop = (): void => {
    asking.stop();
    box.current?.focus();
  };
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerStopFilled size={16} />}
      disabled={asking.kind === 'stopping'}
      onClick={stop}
    >
      {asking.kind === 'stopping' ? t.stopping : t.stop}
    </Button>
  );
}
