import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';

/** Stands after a sentence that its sources do not support: a sign for the eye, words for the pointer and for screen readers. */
export function UnsupportedMark(): ReactNode {
  const t = useTexts(assistant);
  return (
    <span title={t.unsupported}>
      <span aria-hidden>⚠</span>
      <VisuallyHidden>{`(${t.unsupported})`}</VisuallyHidden>
    </span>
  );
}
