import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { changesOf } from './held-files.ts';
import { escapeXml, holdsBasic, listenLocally } from './local-server.ts';
import { fixtureDeps, type SourceFixture } from './source-fixture.ts';

const credentials = { user: 'reader', secret: 'site-password' } as const;

export interface SiteFixture extends SourceFixture {
  /** `METHOD path` of each request, in order. */
  readonly requests: readonly string[];
  /** Text of robots.txt from now on. */
  setRobots(text: string): void;
  /** An address that the sitemap lists as it is. */
  listAddress(address: string): void;
}

/** A site with a sitemap index, one packed sitemap below it, robots.txt, and pages that answer conditional requests. */
export async function openSiteFixture(): Promise<SiteFixture> {
  const pages = new Map<string, Buffer>();
  const listed: string[] = [];
  let robots = 'User-agent: *\nDisallow: /private/\n';
  const server = await listenLocally((request, response) => {
    if (!holdsBasic(request, response, credentials)) return;
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const origin = `http://${request.headers.host}`;
    if (pathname === '/robots.txt') return void response.end(robots);
    if (pathname === '/sitemap.xml') return void response.end(indexOf([`${origin}/sitemaps/pages.xml.gz`]));
    if (pathname === '/sitemaps/pages.xml.gz') {
      const own = [...pages.keys()].map(
        (path) => `${origin}/${path.split('/').map(encodeURIComponent).join('/')}`,
      );
      return void response.end(gzipSync(sitemapOf([...own, ...listed])));
    }
    return page(pages.get(decodeURIComponent(pathname).slice(1) + search), request, response);
  });
  return {
    requests: server.requests,
    settings: { kind: 'sitemap', url: `${server.url}/sitemap.xml` },
    nowhere: { kind: 'sitemap', url: `${server.url}/missing.xml` },
    credentials,
    deps: fixtureDeps({ port: server.port }),
    keepsListed: false,
    setRobots(text) {
      robots = text;
    },
    listAddress: (address) => void listed.push(address),
    ...changesOf(pages),
    async putHostile() {
      listed.push(
        'http://169.254.169.254/latest/meta-data',
        'file:///etc/passwd',
        'https://elsewhere.example/out.md',
        `${server.url}/a/%2e%2e%2f%2e%2e%2fout.md`,
        'not an address',
      );
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function page(bytes: Buffer | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (bytes === undefined) return void response.writeHead(404).end();
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const known = request.headers['if-none-match'] === etag;
  response.writeHead(known ? 304 : 200, { etag });
  response.end(known ? undefined : bytes);
}

function indexOf(addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>`).join('');
  return `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</sitemapindex>`;
}

function sitemapOf(addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<url><loc>${escapeXml(address)}</loc></url>`).join('');
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`;
}
