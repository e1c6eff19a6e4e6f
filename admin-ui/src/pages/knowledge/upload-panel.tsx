import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useDismissImports, useImports, useRetryImport } from '../../data/imports.ts';
import { useMay } from '../../data/session.ts';
import type { SendingFile, Uploads } from '../../data/uploads.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { ImportRow } from './import-row.tsx';
import { SendingRow } from './sending-row.tsx';

interface UploadPanelProps {
  readonly collection: string;
  readonly uploads: Uploads;
}

/** Each file on its way: sent, read, masked and embedded, indexed. Imports stand on the server and survive a reload. */
export function UploadPanel({ collection, uploads }: UploadPanelProps): ReactNode {
  const t = useTexts(documents);
  const { data: imports = [] } = useImports(collection, useMay('job:read'));
  const retry = useRetryImport(collection);
  const dismissal = useDismissImports(collection);
  useLeaveWarning(uploads.sending);
  const done = imports.filter(({ state }) => state === 'done').map(({ id }) => id);
  if (uploads.sending.length + imports.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="uploads">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="uploads">
          {t.uploads}
        </Title>
        {done.length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => dismissal.mutate(done)}>
            {t.clearDone}
          </Button>
        )}
      </Group>
      <Stack gap="sm" component="ul" m={0} p={0}>
        {imports.toReversed().map((job) => (
          <ImportRow
            key={job.id}
            job={job}
            onRetry={() => retry.mutate(job.id)}
            onDismiss={() => dismissal.mutate([job.id])}
          />
        ))}
        {uploads.sending.map((file) => (
          <SendingRow key={file.id} file={file} onDismiss={() => uploads.dismiss(file.id)} />
        ))}
      </Stack>
    </Paper>
  );
}

/** What the server does not have yet is lost with the page. */
function useLeaveWarning(sending: readonly SendingFile[]): void {
  const atStake = sending.some(({ state }) => state !== 'failed');
  useEffect(() => {
    if (!atStake) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [atStake]);
}
