import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureAlert } from '../../components/states.tsx';
import type { SendingFile } from '../../data/uploads.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { FileProgress } from './file-progress.tsx';

interface SendingRowProps {
  readonly file: SendingFile;
  readonly onDismiss: () => void;
}

/** A file that this tab is sending. */
export function SendingRow({ file, onDismiss }: SendingRowProps): ReactNode {
  const t = useTexts(documents);
  const { name, state, share, failure } = file;
  return (
    <FileProgress
      name={name}
      label={name}
      stage={t.stages[state]}
      failed={state === 'failed'}
      {...(state === 'sending' ? { share } : {})}
    >
      {failure !== undefined && (
        <Group align="flex-start">
          <FailureAlert failure={failure} />
          <Button size="compact-sm" variant="default" onClick={onDismiss}>
            {t.dismiss}
          </Button>
        </Group>
      )}
    </FileProgress>
  );
}
