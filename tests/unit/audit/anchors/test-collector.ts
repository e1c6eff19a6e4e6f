import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';

/** A collector of logs behind TLS, with a certificate of its own. */
export interface TestCollector extends AsyncDisposable {
  readonly port: number;
  /** File with its certificate. */
  readonly ca: string;
  /** Messages as they came, without their frames. */
  messages(): string[];
  /** Closes every connection. */
  hangUp(): void;
}

export async function startCollector(dir: string): Promise<TestCollector> {
  const [key, ca] = [join(dir, 'collector.key'), join(dir, 'collector.crt')];
  const request = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '2',
  ];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', [...request, ...names, '-keyout', key, '-out', ca], { stdio: 'ignore' });
  let received = Buffer.alloc(0);
  const sockets = new Set<TLSSocket>();
  const server = createServer({ key: readFileSync(key), cert: readFileSync(ca) }, (socket) => {
    sockets.add(socket);
    socket.on('data', (chunk: Buffer) => (received = Buffer.concat([received, chunk])));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server that listens has such an address
  const { port } = server.address() as AddressInfo;
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    port,
    ca,
    messages: () => unframe(received),
    hangUp,
    async [Symbol.asyncDispose]() {
      hangUp();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Octet counting of RFC 5425 §4.3, read by the standard and not by the code under test. */
function unframe(bytes: Buffer): string[] {
  const messages: string[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const space = rest.indexOf(' ');
    const end = space + 1 + Number(rest.subarray(0, space).toString());
    messages.push(rest.subarray(space + 1, end).toString('utf8'));
    rest = rest.subarray(end);
  }
  return messages;
}
