import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { type ReactNode, useState } from 'react';
import { ConfirmProvider } from '../components/confirm.tsx';
import { LanguageProvider } from '../i18n/language.tsx';
import { colorSchemeManager } from './color-scheme.ts';
import { Messages } from './messages.tsx';
import { createQueryClient } from './query-client.ts';
import { cssVariables, theme } from './theme.ts';

/** What every page stands on. `nonce` lets the component library's style elements pass the page's policy. */
export function Providers({
  nonce,
  children,
}: {
  readonly nonce: string;
  readonly children: ReactNode;
}): ReactNode {
  const [client] = useState(() => {
    // The scroll lock behind dialogs writes a style element of its own.
    setNonce(nonce);
    return createQueryClient();
  });
  const [scheme] = useState(colorSchemeManager);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <LanguageProvider>
        <QueryClientProvider client={client}>
          <Messages />
          <ConfirmProvider>{children}</ConfirmProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
