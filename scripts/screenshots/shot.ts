import type { Page } from 'playwright-core';

/** One picture for docs/screenshots: NAME-THEME.png, and NAME-zh-THEME.png in Chinese. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  /** Brings the page into the state to show. `language` is that of the page. */
  readonly prepare?: (page: Page, language: 'en' | 'zh') => Promise<void>;
}
