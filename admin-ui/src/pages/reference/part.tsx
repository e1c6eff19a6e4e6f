import { Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One headed part of an operation. */
export function Part({ title, children }: PartProps): ReactNode {
  const id = useId();
  return (
    <Stack gap="xs" component="section" aria-labelledby={id}>
      <Title order={3} size="h5" id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}
