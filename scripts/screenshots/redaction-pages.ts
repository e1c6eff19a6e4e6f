import type { Shot } from './shot.ts';

/** The redaction area but its statistics, which have nothing to show before people have asked. */
export const redactionShots: readonly Shot[] = [
  {
    name: 'redaction',
    path: '/redaction',
    async prepare(page) {
      await page.locator('#content button', { hasText: /example|示例/ }).click();
      await page.locator('#content tbody tr').first().waitFor();
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
