import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { loadTexts } from '../helpers/ui-texts.ts';

describe.skipIf(noBrowser)('people and keys', () => {
  let product: Product;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    product = await openProduct();
  });

  afterAll(() => product[Symbol.asyncDispose]());

  afterEach(async () => {
    const complaints = tabs.flatMap((tab) => tab.complaints);
    for (const tab of tabs.splice(0)) await tab[Symbol.asyncDispose]();
    expect(complaints).toEqual([]);
  });

  const open = async (language: 'en' | 'zh'): Promise<Tab> => {
    const tab = await product.open({ language });
    tabs.push(tab);
    return tab;
  };

  it.each(['en', 'zh'] as const)(
    'invites somebody, who sees what the role allows and more after a change, in %s',
    async (language) => {
      const t = await loadTexts('people', 'people', language);
      const roles = await loadTexts('roles', 'roleNames', language);
      const may = await loadTexts('permissions', 'permissionTexts', language);
      const shell = await loadTexts('shell', 'shell', language);
      const username = `li.na.${language}`;
      const name = `李娜 ${language}`;
      const tab = await open(language);
      const { page } = tab;
      await tab.goto('/people');
      await tab.signIn();
      await page.getByRole('button', { name: t('invite') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('name'), { exact: false }).first().fill(name);
      await dialog.getByLabel(t('username')).fill(username);
      await dialog.getByText(may('chat:create'), { exact: true }).waitFor();
      expect(await tab.axe()).toEqual([]);
      await dialog.getByRole('button', { name: t('inviteSubmit') }).click();
      const password = await dialog.locator('[data-secret]').innerText();
      expect(password).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}$/);
      await dialog.getByRole('button', { name: t('done') }).click();

      const theirs = await open(language);
      await theirs.signIn(username, password);
      const menu = theirs.page.getByRole('navigation', { name: shell('navigation') });
      await menu.getByText(shell('areas.assistant')).waitFor();
      expect(await menu.getByText(shell('areas.people')).count()).toBe(0);
      expect(await menu.getByText(shell('areas.audit')).count()).toBe(0);

      await page.getByRole('searchbox', { name: t('search') }).fill(username);
      await page.getByRole('button', { name: t('actionsFor', name) }).click();
      await page.getByRole('menuitem', { name: t('editRoles') }).click();
      await dialog.getByLabel(roles('auditor')).check();
      await dialog.getByText(t('previewGained')).first().waitFor();
      await dialog
        .getByRole('listitem')
        .filter({ hasText: may('audit:read') })
        .waitFor();
      await dialog.getByRole('button', { name: t('save') }).click();
      await dialog.waitFor({ state: 'hidden' });
      await theirs.page.reload();
      await menu.getByText(shell('areas.audit')).waitFor();

      await page.getByRole('button', { name: t('actionsFor', name) }).click();
      await page.getByRole('menuitem', { name: t('disable') }).click();
      await dialog.getByText(t('disableText', 1, 0)).waitFor();
      await dialog.getByRole('button', { name: t('disableAction') }).click();
      await page.getByRole('table').getByText(t('disabled')).waitFor();
      await theirs.page.reload();
      await theirs.page.locator('input[name=username]').waitFor();
    },
  );

  it.each(['en', 'zh'] as const)(
    'makes a key that answers over /v1 until it is revoked, in %s',
    async (language) => {
      const t = await loadTexts('keys', 'keys', language);
      const may = await loadTexts('permissions', 'permissionTexts', language);
      const tab = await open(language);
      const { page } = tab;
      await tab.goto('/people/keys');
      await tab.signIn();
      await page.getByRole('button', { name: t('create') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('name')).fill(`Intranet ${language}`);
      await dialog.getByLabel(may('model:list')).check();
      expect(await tab.axe()).toEqual([]);
      await dialog.getByRole('button', { name: t('createSubmit') }).click();
      const secret = await dialog.locator('[data-secret]').innerText();
      await dialog.getByText('/v1/chat/completions').waitFor();
      await dialog.getByRole('button', { name: t('done') }).click();
      const useKey = async (path: string, body?: object): Promise<number> => {
        const reply = await fetch(product.url + path, {
          headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        });
        return reply.status;
      };
      const question = { messages: [{ role: 'user', content: 'How many days of leave are there?' }] };
      expect(await useKey('/v1/chat/completions', question)).toBe(200);
      expect(await useKey('/v1/models')).toBe(200);
      expect(await useKey('/api/users')).toBe(403);
      expect(await page.content()).not.toContain(secret);
      await page.getByRole('button', { name: t('revokeOf', `Intranet ${language}`) }).click();
      await dialog.getByRole('button', { name: t('revokeAction') }).click();
      await page.getByRole('table').getByText(t('states.revoked')).first().waitFor();
      expect(await useKey('/v1/models')).toBe(401);
    },
  );

  it.each(['en', 'zh'] as const)('ends sessions and changes the own password, in %s', async (language) => {
    const t = await loadTexts('account', 'account', language);
    const person = await product.addPerson(`own.${language}`, 'auditor');
    const [tab, other] = [await open(language), await open(language)];
    const { page } = tab;
    await other.signIn(person.username, person.password);
    await tab.goto('/account');
    await tab.signIn(person.username, person.password);
    await page
      .getByRole('table', { name: t('sessions') })
      .getByText(t('thisOne'))
      .waitFor();
    expect(
      await page
        .getByRole('table', { name: t('sessions') })
        .getByRole('row')
        .count(),
    ).toBe(3);
    expect(await tab.axe()).toEqual([]);
    await page.getByLabel(t('current')).fill('not the password');
    await page.getByLabel(new RegExp(`^${t('next')}(?: \\*)?$`)).fill('another battery staple');
    await page.getByLabel(t('repeat')).fill('another battery staple');
    await page.getByRole('button', { name: t('change') }).click();
    await page.getByText(t('wrong')).waitFor();
    await page.getByLabel(t('current')).fill(person.password);
    await page.getByRole('button', { name: t('change') }).click();
    await page.getByText(t('changed')).waitFor();
    await other.page.reload();
    await other.page.locator('input[name=username]').waitFor();
    await other.signIn(person.username, 'another battery staple');
  });
});
