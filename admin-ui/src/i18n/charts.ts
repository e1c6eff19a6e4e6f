import { defineTexts } from './define-texts.ts';

export const charts = defineTexts({
  en: { showTable: 'Show as a table', showChart: 'Show as a chart' },
  zh: { showTable: '以表格显示', showChart: '以图表显示' },
});
