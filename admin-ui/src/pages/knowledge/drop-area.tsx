import { Portal, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';
import { useFileDrop } from '../../state/use-file-drop.ts';
import classes from './drop-area.module.css';

interface DropAreaProps {
  readonly enabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The whole window takes files; while some hang over it, it says so. */
export function DropArea({ enabled, onFiles }: DropAreaProps): ReactNode {
  const t = useTexts(documents);
  const over = useFileDrop(enabled, onFiles);
  if (!over) return null;
  return (
    <Portal>
      <div className={classes['cover']} role="status">
        <IconUpload size={32} stroke={1.5} aria-hidden />
        <Text fw={600}>{t.dropHere}</Text>
        <Text size="sm" c="dimmed">
          {t.formats}
        </Text>
      </div>
    </Portal>
  );
}
