import type { Browser, BrowserContext } from 'playwright-core';

/** Cookies of somebody who has signed in. */
export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

export async function signIn(
  browser: Browser,
  url: string,
  credentials: { readonly username: string; readonly password: string },
): Promise<Session> {
  const context = await browser.newContext();
  try {
    const reply = await context.request.post(`${url}/api/auth/login`, { data: credentials });
    if (!reply.ok()) throw new Error(`The sign-in failed with ${reply.status()}.`);
    return await context.storageState();
  } finally {
    await context.close();
  }
}
