import { z } from 'zod';

const line = z.string().trim().min(1).max(2000);

/** Names and passwords in an address would be kept where everybody who sees the source reads them. */
const webUrl = line.refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}, 'must be an http or https address without name and password in it');

const folder = z.strictObject({ kind: z.literal('folder'), path: line });
const git = z.strictObject({
  kind: z.literal('git'),
  /** An https URL, or the path of a repository on the server. */
  location: z.union([
    webUrl,
    line.refine((text) => text.startsWith('/'), 'must be an https address or a path'),
  ]),
  branch: line.default('main'),
  folder: line.optional(),
});
const s3 = z.strictObject({
  kind: z.literal('s3'),
  endpoint: webUrl,
  bucket: line.regex(/^[\w.-]+$/, 'must be the name of a bucket'),
  prefix: line.optional(),
  region: line.default('us-east-1'),
});
const webdav = z.strictObject({ kind: z.literal('webdav'), url: webUrl });
const sitemap = z.strictObject({ kind: z.literal('sitemap'), url: webUrl });

/** Where documents come from, by kind of place. */
export const sourceSettings = z.discriminatedUnion('kind', [folder, git, s3, webdav, sitemap]);
export type SourceSettings = z.infer<typeof sourceSettings>;
export type SourceKind = SourceSettings['kind'];
export const sourceKinds = [
  'folder',
  'git',
  's3',
  'webdav',
  'sitemap',
] as const satisfies readonly SourceKind[];

/** The place that credentials are for: they are given to no other. */
export function placeOf(settings: SourceSettings): string {
  switch (settings.kind) {
    case 'folder':
      return settings.path;
    case 'git':
      return settings.location;
    case 's3':
      return new URL(settings.endpoint).origin;
    case 'webdav':
    case 'sitemap':
      return new URL(settings.url).origin;
    default:
      return settings satisfies never;
  }
}

/** Where people open an item at its source, for kinds that a browser opens. */
export function addressOf(settings: SourceSettings, item: string): string | undefined {
  switch (settings.kind) {
    case 'sitemap':
      return new URL(item, settings.url).href;
    case 'webdav':
      return settings.url.replace(/\/+$/, '') + item.split('/').map(encodeURIComponent).join('/');
    case 'folder':
    case 'git':
    case 's3':
      return undefined;
    default:
      return settings satisfies never;
  }
}
