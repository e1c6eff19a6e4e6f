import { defineTexts } from './define-texts.ts';

export const timeRange = defineTexts({
  en: {
    range: 'Time shown',
    ranges: { day: '24 hours', week: '7 days', month: '30 days', year: '12 months' },
  },
  zh: {
    range: '显示时段',
    ranges: { day: '24 小时', week: '7 天', month: '30 天', year: '12 个月' },
  },
});
