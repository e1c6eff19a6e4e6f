import { DatePickerInput, type DatePickerInputProps, DatesProvider } from '@mantine/dates';
import chinese from 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/define-texts.ts';
import { useLanguage } from '../i18n/language.tsx';
import { shell } from '../i18n/shell.ts';

/** One day as `YYYY-MM-DD`, or none, chosen in a calendar of the page's language. */
export function DayField(props: Omit<DatePickerInputProps, 'ref'>): ReactNode {
  const t = useTexts(shell);
  const { language } = useLanguage();
  return (
    <DatesProvider settings={{ locale: language === 'zh' ? chinese.name : 'en', firstDayOfWeek: 1 }}>
      <DatePickerInput
        valueFormat={language === 'zh' ? 'YYYY年M月D日' : 'D MMMM YYYY'}
        clearable
        clearButtonProps={{ 'aria-label': t.noDay, tabIndex: 0 }}
        previousLabel={t.previousDays}
        nextLabel={t.nextDays}
        {...props}
      />
    </DatesProvider>
  );
}
