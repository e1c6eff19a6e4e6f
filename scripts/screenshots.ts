// npm run screenshots: every page in light and dark and in both languages, from the real product with its samples.
// Arguments choose pages by name: npm run screenshots -- assistant audit
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openProduct, type Product, type Tab, type Theme, type UiLanguage } from '../tests/helpers/e2e.ts';
import { ensureBuilt } from './ensure-built.mjs';
import { shots } from './screenshots/pages.ts';
import type { Shot } from './screenshots/shot.ts';

const folder = 'docs/screenshots';
const wanted = process.argv.slice(2);
const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

ensureBuilt();
mkdirSync(folder, { recursive: true });
const product = await openProduct();
let complaints = 0;
try {
  for (const language of ['en', 'zh'] as const) {
    for (const theme of ['light', 'dark'] as const) await takeAll(product, language, theme);
  }
} finally {
  await product[Symbol.asyncDispose]();
}
process.exitCode = complaints === 0 ? 0 : 1;

async function takeAll(from: Product, language: UiLanguage, theme: Theme): Promise<void> {
  const tab = await from.open({ language, theme });
  await tab.signIn();
  for (const shot of chosen) await take(tab, shot, language, theme);
  for (const complaint of tab.complaints) process.stderr.write(`${complaint}\n`);
  complaints += tab.complaints.length;
  await tab[Symbol.asyncDispose]();
}

async function take(tab: Tab, shot: Shot, language: UiLanguage, theme: Theme): Promise<void> {
  const { page } = tab;
  await tab.goto(shot.path);
  await tab.settled();
  await shot.prepare?.(page, language);
  const suffix = language === 'en' ? theme : `${language}-${theme}`;
  await page.screenshot({ path: join(folder, `${shot.name}-${suffix}.png`), animations: 'disabled' });
  process.stderr.write(`${shot.name}-${suffix}\n`);
}
