import { Overlay, Stack, Text } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import classes from './drop-area.module.css';

interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped anywhere on the conversation. The paper clip does the same from the keyboard. */
export function DropArea({ onFiles, children }: DropAreaProps): ReactNode {
  const t = useTexts(assistant);
  const [over, setOver] = useState(false);
  // Entering a child fires before leaving its parent: only the sum says whether the file is still above the area.
  const depth = useRef(0);
  const move =
    (by: number) =>
    (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      depth.current += by;
      setOver(depth.current > 0);
    };
  const drop = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={classes['area']}
      onDragEnter={move(1)}
      onDragOver={move(0)}
      onDragLeave={move(-1)}
      onDrop={drop}
    >
      {children}
      {over && (
        <Overlay backgroundOpacity={0.9} color="var(--mantine-color-body)" center>
          <Stack align="center" gap="xs">
            <IconFileDownload size={40} aria-hidden />
            <Text fw={600}>{t.drop}</Text>
            <Text size="sm" c="dimmed">
              {t.dropNote}
            </Text>
          </Stack>
        </Overlay>
      )}
    </div>
  );
}
