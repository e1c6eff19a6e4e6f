import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Method } from './document/read-operations.ts';

const colors = {
  get: 'blue',
  post: 'teal',
  put: 'orange',
  patch: 'orange',
  delete: 'red',
} as const satisfies Record<Method, string>;

export function MethodBadge({
  method,
  size = 'sm',
}: {
  readonly method: Method;
  readonly size?: 'xs' | 'sm';
}): ReactNode {
  return (
    <Badge variant="light" color={colors[method]} size={size} radius="sm" w={size === 'xs' ? 58 : 70} px={4}>
      {method}
    </Badge>
  );
}
