import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { Credentials } from '../../../server/knowledge/connectors/credentials.ts';

export interface LocalServer extends AsyncDisposable {
  readonly port: number;
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** `METHOD path` of each request, in order. */
  readonly requests: readonly string[];
}

/** An HTTP server on a free port of this machine. */
export async function listenLocally(handler: RequestListener): Promise<LocalServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    handler(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers 401 and returns false unless the request carries these credentials (HTTP Basic). */
export function holdsBasic(
  request: IncomingMessage,
  response: ServerResponse,
  { user, secret }: Credentials,
): boolean {
  const expected = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
  if (request.headers.authorization === expected) return true;
  response.writeHead(401, { 'www-authenticate': 'Basic realm="files"' }).end();
  return false;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
