import { Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconEye,
  IconLock,
  IconShieldLock,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { OperatorName } from '../../data/mask-rules.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { operators } from '../../i18n/operators.ts';

const icons: Readonly<Record<OperatorName, ComponentType<IconProps>>> = {
  mask: IconShieldLock,
  hash: IconShieldLock,
  generalise: IconShieldLock,
  partial: IconShieldLock,
  encrypt: IconLock,
  block: IconBan,
  warn: IconAlertTriangle,
  allow: IconEye,
};

interface OperatorTextProps {
  /** Undefined where the value is left as it is. */
  readonly operator: OperatorName | undefined;
  /** For whom and for what, where it is not always so. */
  readonly note?: string;
}

/** What happens to a value, in words. */
export function OperatorText({ operator, note }: OperatorTextProps): ReactNode {
  const t = useTexts(operators);
  const Icon = operator === undefined ? IconEye : icons[operator];
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Icon size={16} aria-hidden style={{ flexShrink: 0, marginTop: 3 }} />
      <Text size="sm" {...(operator === undefined ? { c: 'dimmed' } : {})}>
        {operator === undefined ? t.left : t.names[operator]}
        {note !== undefined && note !== '' && ` ${note}`}
      </Text>
    </Group>
  );
}
