import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/define-texts.ts';
import { useLanguage } from '../i18n/language.tsx';
import { shell } from '../i18n/shell.ts';

/** Each language is named in itself. */
export function LanguageChoice(): ReactNode {
  const t = useTexts(shell);
  const { language, choose } = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.language}
      value={language}
      onChange={(value) => choose(value === 'zh' ? 'zh' : 'en')}
      data={[
        { value: 'en', label: 'English' },
        { value: 'zh', label: '中文' },
      ]}
    />
  );
}
