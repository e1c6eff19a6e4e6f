import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { changesOf } from './held-files.ts';
import { escapeXml, listenLocally } from './local-server.ts';
import { fixtureDeps, type SourceFixture } from './source-fixture.ts';

const credentials = { user: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' } as const;
const REGION = 'eu-test-1';
const BUCKET = 'documents';
const PREFIX = 'published/';
/** Small, so that a few objects need several pages. */
const PAGE = 2;

/** An S3-compatible store with one bucket: list (version 2, paged) and get, every request held to its signature. */
export async function openS3Fixture(): Promise<SourceFixture> {
  const objects = new Map<string, Buffer>([['other/outside.md', Buffer.from('# Not below the prefix\n')]]);
  const server = await listenLocally((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!isSigned(request, url)) return fail(response, 403, 'SignatureDoesNotMatch');
    const [, bucket, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    if (bucket !== BUCKET) return fail(response, 404, 'NoSuchBucket');
    return key === '' ? list(objects, url, response) : get(objects.get(key), response);
  });
  const place = { kind: 's3', endpoint: server.url, prefix: 'published', region: REGION } as const;
  return {
    settings: { ...place, bucket: BUCKET },
    nowhere: { ...place, bucket: 'missing' },
    credentials,
    deps: fixtureDeps({ port: server.port }),
    keepsListed: false,
    ...changesOf(objects, (path) => PREFIX + path),
    async putHostile() {
      for (const name of ['../../out.md', '/etc/out.md', 'a/../../out.md', 'C:\\out.md', 'bell\u0007.md'])
        objects.set(PREFIX + name, Buffer.from('# Hostile\n'));
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function list(objects: ReadonlyMap<string, Buffer>, url: URL, response: ServerResponse): void {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
  const page = keys.slice(0, Math.min(PAGE, Number(url.searchParams.get('max-keys') ?? PAGE)));
  const contents = page.map((key) => {
    const bytes = objects.get(key) ?? Buffer.alloc(0);
    return `<Contents><Key>${escapeXml(key)}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>${escapeXml(tagOf(bytes))}</ETag><Size>${bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
  });
  const more = page.length < keys.length;
  const next = more ? `<NextContinuationToken>${escapeXml(page.at(-1) ?? '')}</NextContinuationToken>` : '';
  response.setHeader('content-type', 'application/xml');
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${BUCKET}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  );
}

function get(bytes: Buffer | undefined, response: ServerResponse): void {
  if (bytes === undefined) return fail(response, 404, 'NoSuchKey');
  response.writeHead(200, { etag: tagOf(bytes) }).end(bytes);
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}

function tagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

/** Computes AWS Signature Version 4 anew from the request as it arrived. */
function isSigned({ method = '', headers }: IncomingMessage, url: URL): boolean {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, id, day = '', region = '', signed = '', signature] =
    pattern.exec(headers.authorization ?? '') ?? [];
  if (id !== credentials.user || region !== REGION) return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const names = signed.split(';');
  const canonical = [
    method,
    url.pathname,
    query,
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signed,
    String(headers['x-amz-content-sha256']),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, digest].join('\n');
  const hmac = (key: string | Buffer, text: string): Buffer =>
    createHmac('sha256', key).update(text).digest();
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${credentials.secret}`);
  return hmac(key, toSign).toString('hex') === signature && names.includes('host');
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
