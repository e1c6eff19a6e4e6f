import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';
import { useTexts } from '../../i18n/define-texts.ts';
import { shell } from '../../i18n/shell.ts';

export function PoliciesPage(): ReactNode {
  const t = useTexts(shell);
  return (
    <Page title={t.areas.policies}>
      <LoadingState />
    </Page>
  );
}
