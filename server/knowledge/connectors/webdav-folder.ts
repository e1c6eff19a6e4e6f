import { AsyncLocalStorage } from 'node:async_hooks';
import { AuthType, createClient, type FileStat, getPatcher, type WebDAVClient } from 'webdav';
import type { Egress } from '../../egress/egress.ts';
import type { Connector, Listed } from './connector.ts';
import { basicAuthorization, type Credentials } from './credentials.ts';
import { parseItemPath, showableName } from './item-path.ts';
import { bodyOf, limitBody } from './read-response.ts';
import { innerAppError, itemGone, statusError, unreachable } from './source-error.ts';

const MOST_DEPTH = 64;
const MOST_LISTING_BYTES = 32 * 1024 * 1024;

export interface WebdavFolderOptions {
  /** Of the folder. */
  readonly url: string;
  readonly credentials?: Credentials;
  readonly egress: Egress;
}

/** The library has one place for the whole process where its connections are made; this tells it whose call it is. */
const connections = new AsyncLocalStorage<Egress['fetch']>();

/** Files of a WebDAV folder (RFC 4918), one request with `Depth: 1` for each folder. */
export function createWebdavFolder({ url, credentials, egress }: WebdavFolderOptions): Connector {
  const { host } = new URL(url);
  const client = createClient(url, { authType: AuthType.None, headers: basicAuthorization(credentials) });
  const ask = <T>(signal: AbortSignal, send: Egress['fetch'], run: (client: WebDAVClient) => Promise<T>) => {
    routeThroughEgress();
    return connections.run(send, () => run(client)).catch(asSourceError(host, signal));
  };
  const contents = (folder: string, signal: AbortSignal): Promise<FileStat[]> =>
    ask(
      signal,
      async (input, init) => limitBody(await egress.fetch(input, init), MOST_LISTING_BYTES),
      // Without details the library answers with the list alone.
      (dav) => dav.getDirectoryContents(folder, { signal, details: false }),
    );
  return {
    async check(signal) {
      await contents('/', signal);
    },
    list: (signal) => walk((folder) => contents(folder, signal), '', 0),
    async open({ id, revision = '' }, { signal }) {
      let response: Response | undefined;
      const send: Egress['fetch'] = async (input, init) => {
        response = await egress.fetch(input, init);
        return response;
      };
      await ask(signal, send, (dav) => dav.customRequest(id, { method: 'GET', signal })).catch(
        (error: unknown) => {
          throw isMissing(error) ? itemGone(error) : error;
        },
      );
      if (response === undefined) throw itemGone();
      return { revision, bytes: bodyOf(response) };
    },
  };
}

/** Hostile input: only what lies directly in the folder that was asked for is followed. */
async function* walk(
  contents: (folder: string) => Promise<readonly FileStat[]>,
  folder: string,
  depth: number,
): AsyncGenerator<Listed> {
  for (const entry of await contents(`${folder}/`)) {
    const path = entry.filename.replace(/^\/+/, '');
    const parent = folder.replace(/^\//, '');
    const name = parent === '' ? path : path.slice(parent.length + 1);
    const isChild =
      parseItemPath(path) !== undefined &&
      path === (parent === '' ? name : `${parent}/${name}`) &&
      !name.includes('/');
    if (!isChild) yield leadsOut(entry.filename);
    else if (entry.type === 'file') yield describe(entry, path);
    else if (depth < MOST_DEPTH) yield* walk(contents, `/${path}`, depth + 1);
    else yield leadsOut(entry.filename);
  }
}

function describe({ filename: id, etag, lastmod, size }: FileStat, path: string): Listed {
  return { kind: 'item', item: { id, path, revision: etag ?? `${lastmod} ${size}`, bytes: size } };
}

function leadsOut(name: string): Listed {
  const reason = 'Its name leads out of the folder, or cannot be used. Rename it.';
  return { kind: 'refused', id: showableName(name), code: 'ERR_SOURCE_ITEM_NAME', reason };
}

function routeThroughEgress(): void {
  getPatcher().patch('fetch', (...request: unknown[]) => {
    const send = connections.getStore();
    if (send === undefined) throw new Error('A WebDAV request was made outside of a connector.');
    const [url, init] = request;
    if (typeof url !== 'string' || !isRequestInit(init)) throw new Error('This is no request of fetch.');
    return send(url, init);
  });
}

function isRequestInit(value: unknown): value is RequestInit {
  return typeof value === 'object' && value !== null;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && statusOf(error.cause) === 404;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
}

function asSourceError(host: string, signal: AbortSignal): (error: unknown) => never {
  return (error) => {
    if (signal.aborted) throw signal.reason;
    const own = innerAppError(error);
    if (own !== undefined) throw own;
    const status = statusOf(error);
    if (status === undefined) throw unreachable(`${host} gives an answer that is not WebDAV's.`, error);
    throw status === 404
      ? unreachable(`${host} has no folder at this address. Correct it.`, error)
      : statusError(status, host);
  };
}
