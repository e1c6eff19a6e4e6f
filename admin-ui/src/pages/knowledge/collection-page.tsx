import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';
import { useTexts } from '../../i18n/define-texts.ts';
import { shell } from '../../i18n/shell.ts';

export function CollectionPage(): ReactNode {
  const t = useTexts(shell);
  return (
    <Page title={t.areas.knowledge}>
      <LoadingState />
    </Page>
  );
}
