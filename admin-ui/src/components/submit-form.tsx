import { Button, Group, Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { toFailure } from '../api/failure.ts';
import { FailureAlert } from './states.tsx';

export interface SubmitFormProps {
  readonly children: ReactNode;
  /** Text of the button. */
  readonly submit: string;
  readonly pending: boolean;
  /** Why the last attempt failed. */
  readonly error: Error | null;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
}

/** Fields one below the other, what went wrong, and the button. */
export function SubmitForm({ children, submit, pending, error, onSubmit }: SubmitFormProps): ReactNode {
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {children}
        {error !== null && <FailureAlert failure={toFailure(error)} />}
        <Group justify="flex-end">
          <Button type="submit" loading={pending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
