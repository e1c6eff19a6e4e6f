import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { changesOf } from './held-files.ts';
import { escapeXml, holdsBasic, listenLocally } from './local-server.ts';
import { fixtureDeps, type SourceFixture } from './source-fixture.ts';

const credentials = { user: 'reader', secret: 'päss word' } as const;
const BASE = '/remote.php/dav/files/shared';

/** A WebDAV server (RFC 4918) with one shared folder: PROPFIND with `Depth: 1`, and GET. */
export async function openWebdavFixture(): Promise<SourceFixture> {
  const files = new Map<string, Buffer>();
  /** References as they are sent, whatever the folder is. */
  const hostile: string[] = [];
  const server = await listenLocally((request, response) => {
    if (!holdsBasic(request, response, credentials)) return;
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path !== BASE && !path.startsWith(`${BASE}/`)) return void response.writeHead(404).end();
    const name = path.slice(BASE.length).replace(/^\/|\/$/g, '');
    if (request.method === 'PROPFIND') return propfind(files, hostile, name, response);
    const bytes = files.get(name);
    if (bytes === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { etag: tagOf(bytes) }).end(bytes);
  });
  return {
    settings: { kind: 'webdav', url: `${server.url}${BASE}` },
    nowhere: { kind: 'webdav', url: `${server.url}/missing` },
    credentials,
    deps: fixtureDeps({ port: server.port }),
    keepsListed: false,
    ...changesOf(files),
    async putHostile() {
      hostile.push(
        `${BASE}/../../../out.md`,
        '/etc/passwd.md',
        `${BASE}/a/b/not-a-child.md`,
        `${BASE}/..%2Fout.md`,
      );
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function propfind(
  files: ReadonlyMap<string, Buffer>,
  hostile: readonly string[],
  folder: string,
  response: ServerResponse,
): void {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = [...files].filter(([path]) => path.startsWith(prefix));
  if (folder !== '' && below.length === 0) return void response.writeHead(404).end();
  const folders = new Set<string>();
  const entries = [entry(referenceOf(folder), undefined)];
  for (const [path, bytes] of below) {
    const [child = '', ...deeper] = path.slice(prefix.length).split('/');
    if (deeper.length === 0) entries.push(entry(referenceOf(path), bytes));
    else folders.add(prefix + child);
  }
  for (const path of folders) entries.push(entry(`${referenceOf(path)}/`, undefined));
  if (folder === '')
    for (const reference of hostile) entries.push(entry(reference, Buffer.from('# Hostile\n')));
  response.writeHead(207, { 'content-type': 'application/xml; charset=utf-8' });
  response.end(`<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">${entries.join('')}</d:multistatus>`);
}

function entry(reference: string, bytes: Buffer | undefined): string {
  const facts =
    bytes === undefined
      ? '<d:resourcetype><d:collection/></d:resourcetype>'
      : `<d:resourcetype/><d:getcontentlength>${bytes.length}</d:getcontentlength><d:getetag>${escapeXml(tagOf(bytes))}</d:getetag>`;
  return `<d:response><d:href>${escapeXml(reference)}</d:href><d:propstat><d:prop>${facts}<d:getlastmodified>Thu, 01 Jan 2026 00:00:00 GMT</d:getlastmodified></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
}

function referenceOf(path: string): string {
  return `${BASE}/${path}`.split('/').map(encodeURIComponent).join('/').replace(/\/$/, '');
}

function tagOf(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
}
