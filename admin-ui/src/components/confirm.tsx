import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';

export interface ConfirmRequest {
  readonly title: string;
  /** What will be so afterwards, with numbers: "12 documents will no longer be found by anyone". */
  readonly consequence: ReactNode;
  /** The verb on the button: "Delete 12 documents". */
  readonly action: string;
  /** For what cannot be undone and concerns many: a word to type first. */
  readonly word?: string;
}

/** Asks before something that is hard to take back; resolves with what the person chose. */
export type Confirm = (request: ConfirmRequest) => Promise<boolean>;

const ConfirmContext = createContext<Confirm>(() => Promise.resolve(false));

export function useConfirm(): Confirm {
  return useContext(ConfirmContext);
}

export function ConfirmProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useTexts(shell);
  const [request, setRequest] = useState<ConfirmRequest>();
  const [opened, setOpened] = useState(false);
  const answer = useRef<(confirmed: boolean) => void>(undefined);
  const confirm = useCallback<Confirm>((next) => {
    setRequest(next);
    setOpened(true);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, []);
  const close = (confirmed: boolean): void => {
    setOpened(false);
    answer.current?.(confirmed);
  };
  return (
    <ConfirmContext value={confirm}>
      {children}
      <Modal
        opened={opened}
        onClose={() => close(false)}
        title={request?.title}
        closeButtonProps={{ 'aria-label': t.close }}
        centered
      >
        {request !== undefined && <ConfirmBody request={request} onClose={close} />}
      </Modal>
    </ConfirmContext>
  );
}

interface ConfirmBodyProps {
  readonly request: ConfirmRequest;
  readonly onClose: (confirmed: boolean) => void;
}

function ConfirmBody({ request, onClose }: ConfirmBodyProps): ReactNode {
  const t = useTexts(shell);
  const [typed, setTyped] = useState('');
  const ready = request.word === undefined || typed.trim() === request.word;
  return (
    <Stack>
      <Text component="div">{request.consequence}</Text>
      {request.word !== undefined && (
        <TextInput
          label={t.typeToConfirm(request.word)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => onClose(false)} data-autofocus>
          {t.cancel}
        </Button>
        <Button color="red.9" disabled={!ready} onClick={() => onClose(true)}>
          {request.action}
        </Button>
      </Group>
    </Stack>
  );
}
