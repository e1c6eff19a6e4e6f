import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import type { RandomBytes } from '../util/random.ts';
import { pageHeaders } from './middleware/security-headers.ts';

/**
 * Serves the files of the built admin UI. Those under assets/ have their hash in their name and are kept by browsers
 * for good; the others are asked for again each time.
 */
export function uiFiles(dir: string): RequestHandler {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(dir, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  );
  router.use(
    express.static(dir, {
      index: false,
      cacheControl: false,
      setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
    }),
  );
  return router;
}

/** Stands in the built page where the nonce of each answer goes. */
const NONCE_MARK = '__CSP_NONCE__';

/**
 * Answers every address of the admin UI with its one page, whose own router does the rest. The style sheets that its
 * component library writes at run time carry the nonce of this answer. Without a build, it says how to make one.
 */
export function uiPage(dir: string, random: RandomBytes): RequestHandler {
  const file = join(dir, 'index.html');
  return (request, response, next) => {
    if (!isPage(request.method, request.path)) return next();
    if (!existsSync(file)) {
      response.status(503).type('text/plain').send('The admin UI is not built. Run: npm run build\n');
      return undefined;
    }
    const nonce = random(16).toString('base64url');
    for (const [name, value] of Object.entries(pageHeaders(nonce))) response.setHeader(name, value);
    response.type('html').send(readFileSync(file, 'utf8').replaceAll(NONCE_MARK, nonce));
    return undefined;
  };
}

/** Pages have plain addresses. Routes of the API, files that are not there, and anything encoded are no pages. */
function isPage(method: string, path: string): boolean {
  return method === 'GET' && /^\/[\w\-/]*$/.test(path) && !/^\/(?:api|v1|assets)(?:\/|$)/.test(path);
}
