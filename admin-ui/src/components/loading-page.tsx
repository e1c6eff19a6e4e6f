import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';

export function LoadingPage(): ReactNode {
  const { texts } = useLanguage();
  return (
    <main className="page-centre">
      <p role="status" className="soft">
        {texts.page.loading}
      </p>
    </main>
  );
}
