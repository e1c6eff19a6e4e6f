import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';

/** A modal whose closing button has a name. */
export function Dialog(props: Omit<ModalProps, 'closeButtonProps'>): ReactNode {
  const t = useTexts(shell);
  return <Modal closeButtonProps={{ 'aria-label': t.close }} {...props} />;
}
