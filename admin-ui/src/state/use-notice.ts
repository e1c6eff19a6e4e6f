import { notifications } from '@mantine/notifications';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';

/** Tells that something is done, in a note whose closing button has a name. */
export function useNotice(): (message: string) => void {
  const { close } = useTexts(shell);
  return (message) => {
    notifications.show({ message, closeButtonProps: { 'aria-label': close } });
  };
}
