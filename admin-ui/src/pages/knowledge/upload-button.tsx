import { Button, FileButton, Tooltip } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTexts } from '../../i18n/define-texts.ts';
import { documents } from '../../i18n/documents.ts';

/** What the file dialog offers first. The server decides by the bytes of each file. */
const ACCEPT =
  '.pdf,.docx,.xlsx,.pptx,.html,.htm,.eml,.md,.markdown,.txt,.csv,.tsv,.json,.jsonl,.zip,.png,.jpg,.jpeg,.tif,.tiff';

export function UploadButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const t = useTexts(documents);
  const reset = useRef<() => void>(null);
  const choose = (files: File[]): void => {
    onFiles(files);
    // The same file can be chosen again after it was mended.
    reset.current?.();
  };
  return (
    <FileButton multiple accept={ACCEPT} resetRef={reset} onChange={choose}>
      {(props) => (
        <Tooltip label={t.formats}>
          <Button {...props} leftSection={<IconUpload size={16} aria-hidden />}>
            {t.upload}
          </Button>
        </Tooltip>
      )}
    </FileButton>
  );
}
