import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/states.tsx';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';

export function NotFound(): ReactNode {
  const t = useTexts(shell);
  return (
    <EmptyState
      icon={IconMapOff}
      level={1}
      title={t.notFoundTitle}
      text={t.notFoundText}
      action={
        <Button component={Link} to="/" variant="default">
          {t.home}
        </Button>
      }
    />
  );
}
