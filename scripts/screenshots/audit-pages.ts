import type { Page } from 'playwright-core';
import type { Shot } from './shot.ts';

const hold = {
  en: {
    ask: 'Ask for a hold',
    reason: 'Reason',
    send: 'Ask',
    why: 'Letter of the supervisory authority, case 4711.',
  },
  zh: { ask: '申请保留', reason: '理由', send: '提交申请', why: '监管机构来函，案号 4711。' },
} as const;

/** The log, one of its entries, what takes two people, and what it shows for laws. */
export const auditShots: readonly Shot[] = [
  {
    name: 'audit',
    path: '/audit',
    prepare: (page) => page.getByRole('row').nth(2).waitFor(),
  },
  {
    name: 'audit-entry',
    path: '/audit/3',
    prepare: (page) => page.getByRole('heading', { level: 2 }).first().waitFor(),
  },
  {
    name: 'audit-requests',
    path: '/audit/requests',
    prepare: askForHold,
  },
  {
    name: 'compliance',
    path: '/audit/compliance?law=pci-dss',
    prepare: (page) => page.getByRole('row').nth(5).waitFor(),
  },
];

async function askForHold(page: Page, language: keyof typeof hold): Promise<void> {
  const words = hold[language];
  await page.getByRole('button', { name: words.ask }).click();
  await page.getByLabel(words.reason).fill(words.why);
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('row').nth(1).waitFor();
}
