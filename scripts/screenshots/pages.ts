import type { Page } from 'playwright-core';
import { addNotices } from './add-notices.ts';
import { auditShots } from './audit-pages.ts';
import { redactionShots } from './redaction-pages.ts';
import type { Shot } from './shot.ts';

const playgroundQuestion = {
  en: 'How many days of paid holiday do full-time staff get? My card is 4111 1111 1111 1111.',
  zh: '全职员工每年有多少天带薪年假？我的卡号是 4111 1111 1111 1111。',
} as const;

const personalQuestion = {
  en: 'My name is Laura Bennett, card 4539 1488 0343 6467. How many days of paid holiday do full-time staff get each year?',
  zh: '我叫王小明，银行卡6222021234567890128。提取现金超过多少元须提前预约？',
} as const;

const unanswered = {
  en: 'Who waters the plants in the entrance hall at weekends?',
  zh: '周末由谁给大堂的植物浇水？',
} as const;

const written = {
  en: {
    question: 'Where do visitors leave their bicycles?',
    wording: 'Where can visitors park a bicycle?',
    answer: 'In the racks behind the entrance hall. Reception lends a lock.',
    owner: 'Reception',
  },
  zh: {
    question: '访客的自行车停在哪里？',
    wording: '访客可以在哪里停自行车？',
    answer: '停在大堂后面的车架上，前台可以借锁。',
    owner: '前台',
  },
} as const;

/** Every page of the admin UI; the overview near the end, when there is something to see on it. */
export const shots: readonly Shot[] = [
  { name: 'knowledge', path: '/knowledge', prepare: (page) => page.getByRole('table').waitFor() },
  {
    name: 'collection',
    path: '/knowledge/handbook',
    prepare: (page) => page.locator('#content tbody a').first().waitFor(),
  },
  {
    name: 'new-collection',
    path: '/knowledge',
    async prepare(page, language) {
      await page.getByRole('button', { name: language === 'en' ? 'New collection' : '新建知识集' }).click();
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    },
  },
  {
    name: 'document',
    path: '/knowledge/handbook',
    prepare: openDocument,
  },
  {
    name: 'search',
    path: '/knowledge/search?q=how%20long%20is%20parental%20leave',
    prepare: (page) => page.locator('#content ol li').first().waitFor(),
  },
  {
    name: 'evaluation',
    path: '/knowledge/evaluation',
    async prepare(page) {
      if ((await page.locator('#content ul li').count()) === 0) {
        await page.locator('#content input[type=file]').setInputFiles('samples/questions.jsonl');
      }
      await page.locator('#content ul li button').first().click();
      await page.locator('#content tbody a').first().waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'evaluation-run',
    path: '/knowledge/evaluation',
    async prepare(page) {
      await page.locator('#content tbody a').first().click();
      await page.locator('#content tbody').nth(1).waitFor();
    },
  },
  {
    name: 'sources',
    path: '/knowledge/sources',
    async prepare(page) {
      await addSources(page);
      await page.getByText('policies/egress.yaml').first().waitFor();
    },
  },
  {
    name: 'source-form',
    path: '/knowledge/sources',
    async prepare(page, language) {
      await page
        .locator('#content button', { hasText: /Add a source|添加来源/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('combobox').nth(1).click();
      await page.getByRole('option', { name: language === 'en' ? 'S3 bucket' : 'S3 存储桶' }).click();
    },
  },
  {
    name: 'documents',
    path: '/knowledge',
    async prepare(page) {
      await addNotices(page);
      await page.locator('#content tbody a', { hasText: 'Notices' }).click();
      await page.locator('#content tbody tr').nth(2).waitFor();
    },
  },
  {
    name: 'document-edit',
    path: '/knowledge/notices?search=copy',
    async prepare(page, language) {
      await openDocument(page);
      await page.getByRole('button', { name: language === 'en' ? 'Edit' : '编辑' }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'document-version',
    path: '/knowledge/notices?search=fire',
    async prepare(page) {
      await openDocument(page);
      await page.locator('#content dd a[href*="version"]').first().click();
      await page.locator('#content section [role=alert]').waitFor();
    },
  },
  ...redactionShots,
  ...auditShots,
  {
    name: 'assistant-question',
    path: '/assistant',
    async prepare(page, language) {
      await page.locator('main textarea').first().fill(personalQuestion[language]);
      await page.locator('main mark').nth(1).waitFor();
    },
  },
  {
    name: 'assistant',
    path: '/assistant',
    async prepare(page, language) {
      await page.locator('main textarea').first().fill(personalQuestion[language]);
      await page.keyboard.press('Enter');
      await page.locator('main article [aria-controls^="seen-"]').click();
      await page.locator('main article section').nth(1).waitFor();
    },
  },
  {
    name: 'gap',
    path: '/assistant',
    async prepare(page, language) {
      await page.locator('main textarea').first().fill(unanswered[language]);
      await page.keyboard.press('Enter');
      await page.locator('main article [aria-controls^="seen-"]').waitFor();
      await page.goto(new URL('/knowledge/gaps', page.url()).href);
      await page.locator('#content tbody a', { hasText: unanswered[language] }).click();
      await page.locator('#content ul li').first().waitFor();
    },
  },
  {
    name: 'gaps',
    path: '/knowledge/gaps',
    prepare: (page) => page.locator('#content tbody a').first().waitFor(),
  },
  {
    name: 'faq-entry',
    path: '/knowledge/faq/new',
    async prepare(page, language) {
      const form = page.locator('main form');
      await form.locator('input').first().click();
      await page.getByRole('option').first().click();
      const { question, wording, answer, owner } = written[language];
      await form.locator('input[required]').nth(1).fill(question);
      await form.locator('textarea').nth(0).fill(wording);
      await form.locator('textarea').nth(1).fill(answer);
      await form.locator('input[required]').nth(2).fill(owner);
      await form.locator('button[type=submit]').click();
      await page.locator('#content table').waitFor();
    },
  },
  {
    name: 'faq',
    path: '/knowledge/faq',
    prepare: (page) => page.locator('#content tbody a').first().waitFor(),
  },
  {
    name: 'models',
    path: '/models',
    prepare: (page) => page.locator('[data-model] [data-state="ready"]').last().waitFor(),
  },
  {
    name: 'playground',
    path: '/models/playground',
    async prepare(page, language) {
      await page.locator('main textarea').first().fill(playgroundQuestion[language]);
      await page.locator('main form button[type=submit]').click();
      await page.locator('#masked-prompt').waitFor();
      await page.locator('main form button[type=submit]').waitFor();
    },
  },
  {
    name: 'reference',
    path: '/reference#postV1ChatCompletions',
    prepare: (page) => page.locator('#operation').waitFor(),
  },
  { name: 'policies', path: '/policies', prepare: (page) => page.locator('pre').first().waitFor() },
  {
    name: 'simulator',
    path: '/policies/simulator',
    async prepare(page) {
      await page.locator('main form button[type=submit]').click();
      await page.locator('main [role=alert]').waitFor();
    },
  },
  {
    name: 'policy-tests',
    path: '/policies/tests',
    async prepare(page) {
      await page.locator('main button:not([role=tab])').first().click();
      await page.locator('main table').waitFor();
    },
  },
  { name: 'people', path: '/people', prepare: (page) => page.locator('main table').waitFor() },
  {
    name: 'invite',
    path: '/people',
    async prepare(page) {
      await page.locator('main button:not([role=tab])').first().click();
      await page.locator('[role=dialog] ul').waitFor();
    },
  },
  { name: 'keys', path: '/people/keys', prepare: (page) => page.locator('main table').waitFor() },
  {
    name: 'create-key',
    path: '/people/keys',
    async prepare(page) {
      await page.locator('main button:not([role=tab])').first().click();
      await page.locator('[role=dialog] input[type=checkbox]').first().waitFor();
    },
  },
  { name: 'sessions', path: '/people/sessions', prepare: (page) => page.locator('main table').waitFor() },
  { name: 'account', path: '/account', prepare: (page) => page.locator('main table').waitFor() },
  {
    name: 'overview',
    path: '/overview?range=day',
    prepare: (page) => page.locator('[data-alert]').first().waitFor(),
  },
  {
    name: 'redaction-statistics',
    path: '/redaction/statistics?range=day',
    prepare: (page) => page.locator('#content h2').first().waitFor(),
  },
  { name: 'start', path: '/start', prepare: (page) => page.locator('[data-step]').first().waitFor() },
];

async function openDocument(page: Page): Promise<void> {
  await page.locator('#content tbody a').first().click();
  await page.locator('#facts').waitFor();
  await page.locator('#content article').first().waitFor();
}

/** One that policy does not let out, and one that is switched off. Added once; the next picture finds them. */
async function addSources(page: Page): Promise<void> {
  const place = {
    collection: 'handbook',
    settings: { kind: 'sitemap', url: 'https://intranet.example.org/sitemap.xml' },
  };
  const site = { ...place, id: 'intranet', name: 'Intranet' };
  const store = { kind: 's3', endpoint: 'https://store.example.org', bucket: 'policies' };
  const bucket = { ...place, id: 'policies', name: 'Policy store', settings: store };
  const headers = { 'content-type': 'application/json' };
  const post = (data: object): object => ({ method: 'POST', headers, body: JSON.stringify(data) });
  const off = { method: 'PATCH', headers, body: JSON.stringify({ enabled: false }) };
  const requests = [
    ['/api/sources', post(site)],
    ['/api/sources', post(bucket)],
    ['/api/sources/policies', off],
  ] as const;
  for (const request of requests)
    await page.evaluate(`fetch(...${JSON.stringify(request)}).then((reply) => reply.text())`);
  await page.reload();
}
