import { useMemo } from 'react';
import { useLanguage } from '../i18n/language.tsx';

/** How an hour or a day is named under a chart, in the person's zone. */
export function useBucketLabel(unit: 'hour' | 'day'): (from: string) => string {
  const { tag } = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(
      tag,
      unit === 'hour'
        ? { weekday: 'short', hour: '2-digit', minute: '2-digit' }
        : { month: 'short', day: 'numeric' },
    );
    return (from) => format.format(new Date(from));
  }, [tag, unit]);
}
