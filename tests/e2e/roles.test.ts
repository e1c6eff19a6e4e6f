import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Role, roles } from '../../server/domain/principal.ts';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { loadTexts, type Say } from '../helpers/ui-texts.ts';

const staff: readonly Role[] = ['member', 'agent', 'supervisor', 'knowledge-editor'];
const checkers: readonly Role[] = ['administrator', 'auditor', 'privacy-officer'];
const watchers: readonly Role[] = ['supervisor', ...checkers];

/** Which roles see which area of the side bar: written out here, so that a change of either side is a decision. */
const areas: Readonly<Record<string, readonly Role[]>> = {
  assistant: staff,
  knowledge: [...staff, 'administrator'],
  redaction: roles,
  audit: checkers,
  policies: checkers,
  overview: watchers,
  models: ['supervisor', 'administrator', 'auditor'],
  people: ['administrator', 'auditor'],
  reference: roles,
};

/** Pages inside an area, which may need more than the area does. */
const pages: Readonly<Record<string, readonly Role[]>> = {
  ...Object.fromEntries(Object.entries(areas).map(([name, may]) => [`/${name}`, may])),
  '/knowledge/handbook': staff,
  '/knowledge/search': staff,
  '/knowledge/evaluation': ['supervisor', 'knowledge-editor'],
  '/knowledge/sources': ['knowledge-editor'],
  '/knowledge/faq': ['supervisor', 'knowledge-editor'],
  '/knowledge/faq/new': ['supervisor', 'knowledge-editor'],
  '/knowledge/gaps': ['supervisor', 'knowledge-editor'],
  '/redaction/profiles': watchers,
  '/redaction/types': watchers,
  '/redaction/rules': watchers,
  '/redaction/rules/try': checkers,
  '/redaction/statistics': watchers,
  '/redaction/tokens': ['privacy-officer'],
  '/audit/1': ['auditor'],
  '/audit/compliance': ['auditor'],
  '/audit/requests': ['auditor', 'privacy-officer'],
  '/policies/simulator': checkers,
  '/policies/tests': checkers,
  '/models/playground': staff,
  '/people/keys': ['administrator', 'auditor'],
  '/people/sessions': ['administrator', 'auditor'],
  '/account': roles,
  '/start': roles,
};

const collectionList = z.object({
  collections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      counts: z.unknown().optional(),
      may: z.object({ read: z.boolean() }),
    }),
  ),
});

/** Only the named readers know of it. */
const SECRET = 'Merger papers';

describe.skipIf(noBrowser)('what a role sees', () => {
  let product: Product;
  let tab: Tab;
  let t: Say;

  beforeAll(async () => {
    t = await loadTexts('shell', 'shell', 'en');
    product = await openProduct();
    const collection = { id: 'merger', name: SECRET, classification: 'restricted' } as const;
    await product.context.services.knowledge.createCollection({ ...collection, readers: ['agent'] });
  });

  afterAll(async () => {
    await product[Symbol.asyncDispose]();
  });

  afterEach(async () => {
    expect(tab.complaints).toEqual([]);
    await tab[Symbol.asyncDispose]();
  });

  it.each(roles)(
    '%s: the menu, pages by their addresses, links, collections and counts, and no refused request on the way',
    async (role) => {
      const { username, password } = await product.addPerson(`only.${role}`, role);
      tab = await product.open();
      await tab.signIn(username, password);
      expect(await menuOf(tab.page)).toEqual(
        Object.entries(areas)
          .filter(([, may]) => may.includes(role))
          .map(([name]) => t(`areas.${name}`))
          .toSorted(),
      );
      await tab.goto('/account');
      await tab.settled();
      const opened: string[] = [];
      const links = new Set<string>();
      for (const path of Object.keys(pages)) {
        if (!(await isDenied(path))) opened.push(path);
        for (const link of await linksOf(tab.page)) links.add(link);
      }
      expect(opened).toEqual(Object.keys(pages).filter((path) => pages[path]?.includes(role)));
      const dead: string[] = [];
      for (const link of links) if (!(link in pages) && (await isDenied(link))) dead.push(link);
      expect(dead).toEqual([]);
      expect([...links].filter((link) => pages[link]?.includes(role) === false)).toEqual([]);
      expect(await knownCollections()).toEqual(role === 'agent' ? ['handbook', 'merger'] : ['handbook']);
      expect(tab.refusals.filter((refusal) => refusal.startsWith('403'))).toEqual([]);
    },
    120_000,
  );

  async function isDenied(path: string): Promise<boolean> {
    await tab.follow(path);
    await tab.settled();
    return (await tab.page.getByText(t('deniedTitle')).count()) > 0;
  }

  /** Ids of what the person is told of, on the page and over the API. Counts are for those who read it. */
  async function knownCollections(): Promise<string[]> {
    const reply = await tab.page.request.get(`${product.url}/api/collections`);
    const { collections } = collectionList.parse(await reply.json());
    for (const { counts, may } of collections) expect(counts !== undefined).toBe(may.read);
    await tab.goto('/knowledge');
    await tab.settled();
    const named = await tab.page.getByText(SECRET).count();
    expect(named > 0).toBe(collections.some(({ name }) => name === SECRET));
    return collections.map(({ id }) => id).toSorted();
  }

  async function menuOf(page: Page): Promise<string[]> {
    const menu = page.getByRole('navigation', { name: t('navigation') });
    await menu.getByText(t('areas.reference')).waitFor();
    const shown = await menu.getByRole('link').allInnerTexts();
    return shown.map((text) => text.trim()).toSorted();
  }
});

/** Paths within the product that the page links to; of the entries of a list, the first. */
async function linksOf(page: Page): Promise<string[]> {
  const links = page.locator('#content a[href^="/"]:not([download])');
  const targets = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
  const paths = targets.map((target) => new URL(target ?? '', 'http://here').pathname);
  const firsts = new Map(paths.toReversed().map((path) => [path.replace(/\/[^/]*[_\d][^/]*$/, '/'), path]));
  return [...firsts.values()];
}
