import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';

/** Short messages in the corner. Their closing button has a name, in the language of the page. */
export function Messages(): ReactNode {
  const t = useTexts(shell);
  const closeButtonProps = { 'aria-label': t.close };
  return (
    <MantineThemeProvider
      inherit
      theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}
    >
      <Notifications position="bottom-right" />
    </MantineThemeProvider>
  );
}
