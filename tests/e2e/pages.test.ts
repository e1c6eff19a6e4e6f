import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shots } from '../../scripts/screenshots/pages.ts';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product } from '../helpers/e2e.ts';

const looks = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] as const;

/** What holds on every page; what each page is for is tested in its own file. */
describe.skipIf(noBrowser)('every page', () => {
  let product: Product;

  beforeAll(async () => {
    product = await openProduct();
  });

  afterAll(async () => {
    await product[Symbol.asyncDispose]();
  });

  it.each(looks)(
    'is accessible, keeps to its policy and its origin, in $language and $theme',
    async ({ language, theme }) => {
      await using tab = await product.open({ language, theme });
      await tab.signIn();
      const findings: string[] = [];
      let path = '';
      for (const shot of shots) {
        // Two pictures of one page each begin with the page as it opens.
        await (path === '' || path === shot.path ? tab.goto(shot.path) : tab.follow(shot.path));
        path = shot.path;
        await tab.settled();
        await shot.prepare?.(tab.page, language);
        findings.push(...(await tab.axe()).map((finding) => `${shot.name}: ${finding}`));
      }
      expect(findings).toEqual([]);
      expect(tab.complaints).toEqual([]);
      expect(tab.refusals.filter((refusal) => !refusal.endsWith('/api/auth/me'))).toEqual([]);
    },
    300_000,
  );

  it('has a picture of every area of the side bar', async () => {
    await using tab = await product.open();
    await tab.signIn();
    const links = tab.page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    await links.first().waitFor();
    const paths = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
    const shown = shots.map(({ path }) => path.replace(/[?#].*$/, ''));
    expect(paths.filter((path) => path === null || !shown.includes(path))).toEqual([]);
  });
});
