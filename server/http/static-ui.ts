import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/**
 * Serves the built admin UI. Files under assets/ have their hash in their name and are kept by browsers for
 * good; the page itself is asked for again each time. Without a build, the page says how to make one.
 */
export function staticUi(dir: string): RequestHandler {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(dir, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  );
  router.use(express.static(dir, { index: false, cacheControl: false, setHeaders: askAgain }));
  router.get('/', (_request, response) => {
    if (!existsSync(join(dir, 'index.html'))) {
      response.status(503).type('text/plain').send('The admin UI is not built. Run: npm run build\n');
      return;
    }
    askAgain(response);
    response.sendFile(join(dir, 'index.html'), { cacheControl: false });
  });
  return router;
}

/** Kept, but held against the server's copy before each use. */
function askAgain(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('cache-control', 'no-cache');
}
