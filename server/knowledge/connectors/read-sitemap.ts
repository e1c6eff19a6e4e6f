import { gunzipSync } from 'node:zlib';
import { readXml } from '../parsers/read-xml.ts';
import { invalidSource } from './source-error.ts';

/** The protocol's own limits (sitemaps.org). */
export const MOST_SITEMAP_BYTES = 50 * 1024 * 1024;
const MOST_LOCATIONS = 50_000;

export interface Sitemap {
  /** `index` lists other sitemaps, `pages` lists pages. */
  readonly kind: 'index' | 'pages';
  /** As written: hostile input. */
  readonly locations: readonly string[];
}

/** Reads sitemap.xml or a sitemap index, packed with gzip or not. @throws AppError ERR_SOURCE_INVALID */
export function readSitemap(bytes: Buffer): Sitemap {
  try {
    const { root, locations } = readLocations(unpack(bytes));
    if (root === 'urlset') return { kind: 'pages', locations };
    if (root === 'sitemapindex') return { kind: 'index', locations };
  } catch (error) {
    throw noSitemap(error);
  }
  throw noSitemap();
}

function readLocations(xml: Buffer): { root: string | undefined; locations: string[] } {
  const locations: string[] = [];
  const path: string[] = [];
  let root: string | undefined;
  let text = '';
  readXml(xml, {
    open(name) {
      root ??= name;
      path.push(name);
      text = '';
    },
    text(piece) {
      text += piece;
    },
    close() {
      const place = path.slice(1).join('/');
      path.pop();
      if (place !== 'url/loc' && place !== 'sitemap/loc') return;
      if (locations.length >= MOST_LOCATIONS) throw new Error('too many locations');
      locations.push(text.trim());
    },
  });
  return { root, locations };
}

function unpack(bytes: Buffer): Buffer {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return packed ? gunzipSync(bytes, { maxOutputLength: MOST_SITEMAP_BYTES }) : bytes;
}

function noSitemap(cause?: unknown): Error {
  return invalidSource(
    'At this address is no usable sitemap: it must be XML after sitemaps.org, with at most 50,000 addresses and 50 MiB.',
    cause,
  );
}
