import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** For the pages: everything from this origin, nothing inline. */
const pagePolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Headers of the page itself: style elements with this nonce are its own. A nonce is good for one answer only. */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  const policy = { ...pagePolicy, 'style-src': ["'self'", `'nonce-${nonce}'`] };
  const directives = Object.entries(policy).map(([name, values]) => `${name} ${values.join(' ')}`);
  return { 'content-security-policy': directives.join('; '), 'cache-control': 'no-store' };
}

/** `secure` adds HSTS: only true where the product is reached over HTTPS. */
export function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
}
