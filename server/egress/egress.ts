import { lookup as systemLookup } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Duplex, Readable } from 'node:stream';
import { AppError } from '../errors.ts';
import { isReachable, literalAddress } from './address-guard.ts';
import { connectTls, type TlsTarget } from './connect-tls.ts';
import { allowsUrl, type EgressRule, portOf } from './egress-rule.ts';

/** Silence of a host after which a request is given up, in milliseconds. */
const IDLE_MS = 30_000;
const MOST_REDIRECTS = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Responses that have no body by definition (RFC 9110). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

export interface EgressOptions {
  readonly allow: readonly EgressRule[];
  /** Resolves names; the system's resolver when absent. */
  readonly lookup?: typeof systemLookup;
}

/** The only way out of the product: it opens connections to hosts that policies/egress.yaml lists, and to no others. */
export interface Egress extends Disposable {
  /** @throws AppError ERR_EGRESS_DENIED that says how to allow the host */
  assertAllowed(url: URL): void;
  /**
   * As the fetch standard has it, over HTTP/1.1. A redirect is followed within its origin only.
   * @throws AppError ERR_EGRESS_DENIED, ERR_SOURCE_UNREACHABLE; the signal's reason
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /**
   * A TLS connection, for protocols that are not HTTP. A rule has to name its port.
   * @throws AppError ERR_EGRESS_DENIED, ERR_SOURCE_UNREACHABLE
   */
  connectTls(target: TlsTarget, signal: AbortSignal): Promise<Duplex>;
}

export function createEgress({ allow, lookup = systemLookup }: EgressOptions): Egress {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const guarded = guardLookup(lookup);
  const assertAllowed = (url: URL): void => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw denied('Only http and https addresses can be reached.');
    if (!allowsUrl(allow, url)) throw denied(notListed(url));
    const literal = literalAddress(url.hostname);
    if (literal !== undefined && !isReachable(url.hostname, literal))
      throw denied(neverReached(url.hostname));
  };
  const send = async (request: Request, url: URL, body: Uint8Array): Promise<Response> => {
    assertAllowed(url);
    const incoming = await exchange(request, url, body, { agents, lookup: guarded });
    return responseOf(incoming, request.method);
  };
  return {
    assertAllowed,
    async fetch(input, init) {
      const request = new Request(input, { ...init, redirect: 'manual' });
      const body = new Uint8Array(await request.arrayBuffer());
      let url = new URL(request.url);
      for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
        const response = await send(request, url, body);
        const target = redirectTarget(request, response, url);
        if (target === undefined) return response;
        await response.body?.cancel();
        url = target;
      }
      throw unreachable(url, 'it redirects in circles');
    },
    async connectTls(target, signal) {
      assertAllowed(new URL(`https://${target.host}:${target.port}/`));
      return connectTls(target, guarded, signal);
    },
    [Symbol.dispose]() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

interface Connecting {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly lookup: LookupFunction;
}

function exchange(
  { method, headers, signal }: Request,
  url: URL,
  body: Uint8Array,
  { agents, lookup }: Connecting,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const options = { method, headers: Object.fromEntries(headers), lookup, signal, timeout: IDLE_MS };
    const request =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, agent: agents.https }, resolve)
        : httpRequest(url, { ...options, agent: agents.http }, resolve);
    request.on('timeout', () => request.destroy(unreachable(url, 'it does not answer')));
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (signal.aborted) reject(signal.reason);
      else reject(error instanceof AppError ? error : unreachable(url, error.code ?? error.name, error));
    });
    request.end(body);
  });
}

function responseOf(incoming: IncomingMessage, method: string): Response {
  const { statusCode: status = 502, statusMessage: statusText = '' } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    headers.set(name, [value ?? ''].flat().join(', '));
  const empty = method === 'HEAD' || bodiless.has(status);
  if (empty) incoming.resume();
  return new Response(empty ? null : Readable.toWeb(incoming), { status, statusText, headers });
}

/** Where to ask again; undefined when this is the answer. @throws AppError ERR_EGRESS_DENIED for another origin */
function redirectTarget({ method }: Request, response: Response, url: URL): URL | undefined {
  const location = response.headers.get('location');
  if (!redirects.has(response.status) || location === null || !['GET', 'HEAD'].includes(method))
    return undefined;
  if (URL.canParse(location, url.href)) {
    const target = new URL(location, url.href);
    if (target.origin === url.origin) return target;
  }
  throw denied(
    `${url.host} redirects to another host, which is not followed. Use the address it redirects to.`,
  );
}

/** Every address of a name is looked at, and the one that was looked at is the one connected to. */
function guardLookup(lookup: typeof systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) {
        callback(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
      } else if (addresses.some(({ address }) => !isReachable(hostname, address))) {
        callback(denied(neverReached(hostname)), '', 0);
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function notListed(url: URL): string {
  const port = portOf(url);
  const entry = url.port === '' ? url.hostname : `${url.hostname}:${port}`;
  return `The host ${url.host} is not listed in policies/egress.yaml, so nothing connects to it. Add \`${entry}\` under \`allow\` there and restart.`;
}

function neverReached(host: string): string {
  return `${host} stands for a link-local, metadata, broadcast or own address of this machine. Such addresses are never reached: use the real address of the host.`;
}

function denied(message: string): AppError {
  return new AppError('ERR_EGRESS_DENIED', message, { status: 403 });
}

function unreachable(url: URL, reason: string, cause?: unknown): AppError {
  return new AppError(
    'ERR_SOURCE_UNREACHABLE',
    `${url.host} cannot be reached (${reason}). Check the address, the network and its certificate.`,
    { status: 502, expose: true, cause },
  );
}
