import type { Shot } from './shot.ts';

/** The redaction area but its statistics, which have nothing to show before people have asked. */
export const redactionShots: readonly Shot[] = [
  {
    name: 'redaction',
    path: '/redaction',
    async prepare(page) {
      await page.locator('#content button', { hasText: /^(Letter|信件)$/ }).click();
      await page.locator('#content tbody tr').first().waitFor();
    },
  },
  {
    name: 'redaction-compared',
    path: '/redaction',
    async prepare(page) {
      await page.locator('#content button', { hasText: /^(Form|表单)$/ }).click();
      await page.getByRole('combobox', { name: /^(Compare with|对比)$/ }).click();
      await page.getByRole('option', { name: /^finance/ }).click();
      await page.locator('#content th', { hasText: 'finance' }).waitFor();
    },
  },
  {
    name: 'redaction-profiles',
    path: '/redaction/profiles',
    prepare: (page) => page.locator('#content tbody tr').first().waitFor(),
  },
  {
    name: 'redaction-types',
    path: '/redaction/types',
    prepare: (page) => page.locator('#content tbody tr').first().waitFor(),
  },
  {
    name: 'redaction-type',
    path: '/redaction/types?type=CREDIT_CARD',
    async prepare(page) {
      await page.getByRole('dialog').getByRole('button', { name: 'Luhn' }).first().click();
      await page.getByRole('dialog').locator('[role=region] p').first().waitFor();
    },
  },
];
