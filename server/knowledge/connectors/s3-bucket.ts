import { type S3Config, S3mini } from 's3mini';
import type { Egress } from '../../egress/egress.ts';
import type { Connector, Listed } from './connector.ts';
import type { Credentials } from './credentials.ts';
import { bodyOf, limitBody } from './read-response.ts';
import { innerAppError, itemGone, statusError, unreachable } from './source-error.ts';

const PAGE = 1000;
const MOST_LISTING_BYTES = 32 * 1024 * 1024;

export interface S3BucketOptions {
  /** Of the service; the bucket is addressed by path, as every S3-compatible store understands. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Keys below this folder only; all when absent. */
  readonly prefix?: string | undefined;
  readonly region: string;
  readonly credentials?: Credentials;
  readonly egress: Egress;
}

type S3Fetch = NonNullable<S3Config['fetch']>;

/** Objects of an S3-compatible bucket. Requests are signed with Signature Version 4. */
export function createS3Bucket({
  endpoint,
  bucket,
  region,
  credentials,
  egress,
  prefix,
}: S3BucketOptions): Connector {
  const base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;
  const { host } = new URL(base);
  const folder = prefix === undefined || prefix === '' ? '' : `${prefix.replace(/^\/+|\/+$/g, '')}/`;
  const clientOf = (send: S3Fetch): S3mini =>
    new S3mini({
      accessKeyId: credentials?.user ?? '',
      secretAccessKey: credentials?.secret ?? '',
      endpoint: base,
      region,
      fetch: send,
    });
  const page = async (signal: AbortSignal, size: number, token?: string): Promise<Page> => {
    const client = clientOf(async (input, init) =>
      limitBody(await egress.fetch(input, { ...init, signal }), MOST_LISTING_BYTES),
    );
    const found = await client.listObjectsPaged('/', folder, size, token).catch(asSourceError(host, signal));
    const objects = found?.objects ?? undefined;
    if (objects === undefined) throw statusError(404, host);
    return { objects, next: found?.nextContinuationToken };
  };
  return {
    async check(signal) {
      await page(signal, 1);
    },
    async *list(signal) {
      let token: string | undefined;
      do {
        // The next page needs the token of this one.
        const { objects, next } = await page(signal, PAGE, token);
        for (const { Key, Size, ETag } of objects) {
          if (!Key.endsWith('/') && Key.startsWith(folder)) yield describe(Key, folder, ETag, Size);
        }
        token = next;
      } while (token !== undefined && token !== '');
    },
    async open({ id }, { signal }) {
      const client = clientOf((input, init) => egress.fetch(input, { ...init, signal }));
      const response = await client.getObjectResponse(id).catch(asSourceError(host, signal));
      if (response === null) throw itemGone();
      return { revision: bareTag(response.headers.get('etag') ?? ''), bytes: bodyOf(response) };
    },
  };
}

interface Page {
  readonly objects: readonly { Key: string; Size: number; ETag: string }[];
  readonly next: string | undefined;
}

function describe(key: string, folder: string, tag: string, size: number): Listed {
  const item = { id: key, path: key.slice(folder.length), revision: bareTag(tag), bytes: size };
  return { kind: 'item', item };
}

function bareTag(tag: string): string {
  return tag.replaceAll(/&quot;|"/g, '');
}

function asSourceError(host: string, signal: AbortSignal): (error: unknown) => never {
  return (error) => {
    if (signal.aborted) throw signal.reason;
    const own = innerAppError(error);
    if (own !== undefined) throw own;
    const status = error instanceof Error && 'status' in error ? Number(error.status) : Number.NaN;
    throw Number.isNaN(status)
      ? unreachable(`${host} gives an answer that is not S3's.`, error)
      : statusError(status, host);
  };
}
