import { FileInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { reference } from '../../i18n/reference.ts';
import { useTexts } from '../../i18n/define-texts.ts';

interface UploadFieldProps {
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
}

export function UploadField({ file, onChange }: UploadFieldProps): ReactNode {
  const t = useTexts(reference);
  return (
    <FileInput label={t.file} placeholder={t.noUpload} value={file} onChange={onChange} required clearable />
  );
}
