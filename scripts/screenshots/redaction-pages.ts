import type { Shot } from './shot.ts';

const brokenRules = `rules:
  - id: locker-numbers
    type: EMPLOYEE_ID
    pattern: 'K\\d{5}'
    tests:
      found: [locker ⟦K12345⟧]
      ignored: [locker K99999]
`;

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
  {
    name: 'redaction-rules',
    path: '/redaction/rules',
    prepare: (page) => page.locator('#content tbody tr').first().waitFor(),
  },
  {
    name: 'redaction-rule',
    path: '/redaction/rules',
    async prepare(page) {
      await page.locator('#content tbody button').nth(1).click();
      await page.getByRole('dialog').locator('tbody tr').first().waitFor();
    },
  },
  {
    name: 'redaction-draft',
    path: '/redaction/rules/try',
    async prepare(page) {
      await page.locator('#content button', { hasText: /^(Insert the example|插入示例)$/ }).click();
      await page.locator('section[aria-labelledby=marked] mark').first().waitFor();
    },
  },
  {
    name: 'redaction-draft-refused',
    path: '/redaction/rules/try',
    async prepare(page) {
      await page.locator('#content textarea').first().fill(brokenRules);
      await page.locator('#content [role=status] button').first().click();
    },
  },
];
