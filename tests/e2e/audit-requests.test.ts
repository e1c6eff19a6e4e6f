import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser } from '../helpers/browser.ts';
import { openProduct, type Product, type Tab } from '../helpers/e2e.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { loadTexts, type Say } from '../helpers/ui-texts.ts';

const NUMBER = '13911112222';
const REASON = 'Complaint 17 is being looked into.';

describe.skipIf(noBrowser)('requests about sealed texts', () => {
  let product: Product;
  let intent: number;
  let member: string;

  beforeAll(async () => {
    product = await openProduct();
    await product.addPerson('anna', 'auditor');
    await product.addPerson('paul', 'privacy-officer');
    const { id, cookie } = await signInAs(product.context, 'member');
    member = id;
    const { body } = await request(product.context.app)
      .post('/v1/chat/completions')
      .set('cookie', cookie)
      .send({
        messages: [{ role: 'user', content: `My mobile is ${NUMBER}.` }],
        max_tokens: 8,
        intramura: { grounding: 'off' },
      })
      .expect(200);
    intent = body.intramura.receipt.intent;
  });

  afterAll(() => product[Symbol.asyncDispose]());

  /** A tab of each of the two, at the requests. */
  async function openBoth(
    language: 'en' | 'zh',
  ): Promise<{ anna: Tab; paul: Tab; t: Say } & AsyncDisposable> {
    const [anna, paul] = [await product.open({ language }), await product.open({ language })];
    await anna.signIn('anna');
    await paul.signIn('paul');
    return {
      anna,
      paul,
      t: await loadTexts('audit-requests', 'auditRequests', language),
      async [Symbol.asyncDispose]() {
        expect([...anna.complaints, ...paul.complaints]).toEqual([]);
        await Promise.all([anna, paul].map((tab) => tab[Symbol.asyncDispose]()));
      },
    };
  }

  async function agree(tab: Tab, t: Say): Promise<void> {
    const { page } = tab;
    await tab.follow('/audit/requests');
    await tab.settled();
    await page
      .getByRole('button', { name: t('grant') })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('grant') })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  it('shows a text to who asked for it with a reason, once a second person has agreed', async () => {
    await using both = await openBoth('en');
    const { anna, paul, t } = both;
    const { page } = anna;
    await anna.follow(`/audit/${intent}`);
    await page.getByRole('button', { name: t('askReveal') }).click();
    await page.getByLabel(t('reason')).fill('short');
    await page.getByRole('button', { name: t('ask'), exact: true }).click();
    await page.getByText(t('reasonShort')).waitFor();
    await page.getByLabel(t('reason')).fill(REASON);
    await page.getByRole('button', { name: t('ask'), exact: true }).click();
    await page.getByText(t('own')).waitFor();
    expect(await anna.axe()).toEqual([]);

    await agree(paul, t);
    await page.getByRole('link', { name: t('open'), exact: true }).click();
    await page.getByRole('button', { name: t('show') }).click();
    await page
      .getByRole('table', { name: t('originals') })
      .getByText(NUMBER)
      .waitFor();
    expect(await page.locator('#content mark').count()).toBeGreaterThan(0);
    expect(await anna.axe()).toEqual([]);
    await page.getByRole('button', { name: t('hide') }).click();
    expect(await page.getByText(NUMBER).count()).toBe(0);
  });

  it('holds entries, keeps them from an erasure, and erases them when the hold is cleared', async () => {
    await using both = await openBoth('zh');
    const { anna, paul, t } = both;
    await anna.follow('/audit/requests');
    await anna.page.getByRole('button', { name: t('askHold') }).click();
    await anna.page.getByLabel(t('person')).fill(member);
    await anna.page.getByLabel(t('reason')).fill('监管机构来函，保留相关条目。');
    await anna.page.getByRole('button', { name: t('ask'), exact: true }).click();
    await anna.page.getByRole('dialog').waitFor({ state: 'detached' });
    await agree(paul, t);
    await paul.page
      .getByRole('table', { name: t('holds') })
      .getByText(t('ofPerson', member))
      .waitFor();
    expect(await paul.axe()).toEqual([]);

    const askErasure = async (): Promise<void> => {
      await paul.page.getByRole('button', { name: t('askErasure') }).click();
      await paul.page.getByLabel(t('person')).fill(member);
      await paul.page.getByLabel(t('ground')).fill('gdpr-17-1-b');
      await paul.page.getByLabel(t('reason')).fill('本人要求删除其全部提问。');
      await paul.page.getByRole('button', { name: t('ask'), exact: true }).click();
      await paul.page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await askErasure();
    await agree(anna, t);
    await anna.page.getByText(t('states.failed')).waitFor();

    await paul.page.getByRole('button', { name: t('askRelease') }).click();
    await paul.page.getByLabel(t('reason')).fill('调查已结束，不再需要保留。');
    await paul.page.getByRole('button', { name: t('ask'), exact: true }).click();
    await paul.page.getByRole('dialog').waitFor({ state: 'detached' });
    await agree(anna, t);
    await anna.page.getByText(t('noHolds')).waitFor();
    await askErasure();
    await agree(anna, t);
    const { audit } = product.context.services;
    await expect.poll(() => audit.entries({ type: 'content.erased', limit: 5 })).toHaveLength(1);
    await expect(
      audit.contents.open(intent, {
        actor: { kind: 'user', id: 'a' },
        approver: { kind: 'user', id: 'b' },
        request: 'r',
      }),
    ).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
  });
});
