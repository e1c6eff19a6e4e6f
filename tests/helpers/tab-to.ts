import type { Locator, Page } from 'playwright-core';

/** Presses the key until the element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
  await wanted.waitFor();
  const focused = wanted.and(page.locator(':focus'));
  for (let pressed = 0; (await focused.count()) === 0; pressed += 1) {
    if (pressed === 60) throw new Error(`The element is not reached by the key ${key}.`);
    await page.keyboard.press(key);
  }
}
