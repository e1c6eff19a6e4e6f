import { extname } from 'node:path';
import type { Egress } from '../../egress/egress.ts';
import type { Connector, Listed } from './connector.ts';
import { basicAuthorization, type Credentials } from './credentials.ts';
import { bodyOf, readBody } from './read-response.ts';
import { MOST_SITEMAP_BYTES, readSitemap } from './read-sitemap.ts';
import { parseRobots, type RobotsCheck } from './robots.ts';
import { isLeftOut, showableName } from './item-path.ts';
import { invalidSource, itemGone, statusError } from './source-error.ts';

/** Product token for robots.txt. */
const AGENT = 'Intramura';
const MOST_ROBOTS_BYTES = 512 * 1024;
const MOST_SITEMAPS = 200;
/** Endings that say what a file is. Whatever ends otherwise is taken for a page. */
const fileEndings: ReadonlySet<string> = new Set(
  '.md .markdown .txt .text .html .htm .xhtml .pdf .docx .xlsx .pptx .csv .json .eml .zip'.split(' '),
);

export interface SitemapSiteOptions {
  /** Of the sitemap or the sitemap index. */
  readonly url: string;
  /** For HTTP Basic authentication. */
  readonly credentials?: Credentials;
  readonly egress: Egress;
}

/** Pages of one site of the intranet that its sitemap lists and its robots.txt does not close. */
export function createSitemapSite({ url, credentials, egress }: SitemapSiteOptions): Connector {
  const start = new URL(url);
  const get = (target: string, signal: AbortSignal, headers: Readonly<Record<string, string>> = {}) =>
    egress.fetch(target, {
      headers: { 'user-agent': AGENT, ...basicAuthorization(credentials), ...headers },
      signal,
    });
  const read = async (target: string, signal: AbortSignal): Promise<Buffer> => {
    const response = await get(target, signal);
    if (response.ok) return readBody(response, MOST_SITEMAP_BYTES);
    await response.body?.cancel();
    throw statusError(response.status, start.host);
  };
  const robots = async (signal: AbortSignal): Promise<RobotsCheck> => {
    const response = await get(new URL('/robots.txt', start).href, signal);
    if (response.ok)
      return parseRobots((await readBody(response, MOST_ROBOTS_BYTES)).toString('utf8'), AGENT);
    await response.body?.cancel();
    // RFC 9309: no such file opens everything, a server that fails closes everything.
    if (response.status < 500) return () => true;
    throw statusError(response.status, start.host);
  };
  return {
    async check(signal) {
      await robots(signal);
      readSitemap(await read(url, signal));
    },
    async *list(signal) {
      const mayRead = await robots(signal);
      for await (const location of locations(url, (target) => read(target, signal))) {
        const page = parseLocation(location, start);
        if (page === undefined) yield leadsOut(location);
        else if (mayRead(page)) yield { kind: 'item', item: { id: page, path: pathOf(page) } };
      }
    },
    async open({ id }, { signal, known }) {
      const response = await get(new URL(id, start).href, signal, condition(known));
      if (response.status === 304) return undefined;
      if (response.ok) return { revision: revisionOf(response), bytes: bodyOf(response) };
      await response.body?.cancel();
      throw [404, 410].includes(response.status) ? itemGone() : statusError(response.status, start.host);
    },
  };
}

/** Addresses of pages, of the sitemap or of those that an index lists. An index in an index is not followed. */
async function* locations(url: string, read: (target: string) => Promise<Buffer>): AsyncGenerator<string> {
  const first = readSitemap(await read(url));
  if (first.kind === 'pages') {
    yield* first.locations;
    return;
  }
  if (first.locations.length > MOST_SITEMAPS)
    throw invalidSource(`The index lists more than ${MOST_SITEMAPS} sitemaps.`);
  for (const location of first.locations) {
    const page = parseLocation(location, new URL(url));
    if (page === undefined) throw invalidSource('The index lists a sitemap of another site.');
    const { kind, locations: pages } = readSitemap(await read(new URL(page, url).href));
    if (kind === 'pages') yield* pages;
  }
}

/** Path and query of a location on this site. Hostile input: undefined for another origin, or dots behind escapes. */
function parseLocation(location: string, site: URL): string | undefined {
  if (!URL.canParse(location)) return undefined;
  const { origin, pathname, search, username } = new URL(location);
  if (origin !== site.origin || username !== '') return undefined;
  const decoded = decode(pathname);
  return decoded === undefined || decoded.split(/[/\\]/).includes('..') ? undefined : `${pathname}${search}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `/` is `index.html`, `/leave/` is `leave/index.html`, `/leave` is `leave.html`: so that the name says what it is. */
function pathOf(page: string): string {
  const [pathname = '', ...query] = page.split('?');
  const name = (decode(pathname) ?? pathname).replace(/^\//, '');
  const path = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  if (query.length > 0) return `${path}?${query.join('?')}.html`;
  return fileEndings.has(extname(path).toLowerCase()) || isLeftOut(path) ? path : `${path}.html`;
}

function revisionOf({ headers }: Response): string {
  const tag = headers.get('etag');
  if (tag !== null) return `etag ${tag}`;
  const modified = headers.get('last-modified');
  return modified === null ? 'unknown' : `modified ${modified}`;
}

function condition(known: string | undefined): Record<string, string> {
  const [, kind, value = ''] = /^(etag|modified) (.*)$/.exec(known ?? '') ?? [];
  if (kind === undefined) return {};
  return kind === 'etag' ? { 'if-none-match': value } : { 'if-modified-since': value };
}

function leadsOut(location: string): Listed {
  const reason = 'The address is not one of this site.';
  return { kind: 'refused', id: showableName(location), code: 'ERR_SOURCE_ITEM_NAME', reason };
}
