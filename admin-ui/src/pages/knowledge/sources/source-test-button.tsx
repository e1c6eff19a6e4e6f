import { Alert, Button, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toFailure } from '../../../api/failure.ts';
import { FailureAlert } from '../../../components/states.tsx';
import { useTestSource } from '../../../data/sources.ts';
import { useTexts } from '../../../i18n/define-texts.ts';
import { sources as texts } from '../../../i18n/sources.ts';
import { credentialsOf, settingsOf, type SourceValues } from './source-values.ts';

interface SourceTestButtonProps {
  readonly form: UseFormReturnType<SourceValues>;
  /** The source whose stored credentials are used when none are typed. */
  readonly source?: string;
}

/** Asks the place whether it answers, before anything is kept. */
export function SourceTestButton({ form, source }: SourceTestButtonProps): ReactNode {
  const t = useTexts(texts);
  const test = useTestSource();
  const ask = (): void => {
    const values = form.getValues();
    test.mutate({
      settings: settingsOf(values),
      ...credentialsOf(values),
      ...(source === undefined ? {} : { source }),
    });
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlugConnected size={16} aria-hidden />}
        loading={test.isPending}
        onClick={ask}
      >
        {t.test}
      </Button>
      {test.error !== null && <FailureAlert failure={toFailure(test.error)} />}
      {test.data?.ok === true && (
        <Alert color="green" role="status">
          {t.testOk}
        </Alert>
      )}
      {test.data?.ok === false && (
        <Alert color="red" role="alert" title={t.testFailed} lang="en">
          {test.data.reason}
        </Alert>
      )}
    </Stack>
  );
}
