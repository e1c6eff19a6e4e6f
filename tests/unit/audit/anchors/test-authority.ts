import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A time-stamping authority behind HTTP: OpenSSL's, which shares no code with the product. */
export interface TestAuthority extends AsyncDisposable {
  readonly url: string;
  /** File with its certificate. */
  readonly certificate: string;
}

export async function startAuthority(dir: string): Promise<TestAuthority> {
  mkdirSync(dir, { recursive: true });
  const file = (name: string): string => join(dir, name);
  const key = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=authority.test'];
  const usage = ['-addext', 'extendedKeyUsage=critical,timeStamping'];
  const out = ['-keyout', file('tsa.key'), '-out', file('tsa.pem')];
  execFileSync('openssl', [...key, ...usage, ...out], { stdio: 'ignore' });
  writeFileSync(file('tsa.serial'), '01');
  writeFileSync(file('tsa.cnf'), configuration(file));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      writeFileSync(file('query.tsq'), Buffer.concat(chunks));
      const reply = ['ts', '-reply', '-config', file('tsa.cnf'), '-queryfile', file('query.tsq')];
      execFileSync('openssl', [...reply, '-out', file('reply.tsr')], { stdio: 'ignore' });
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      response.end(readFileSync(file('reply.tsr')));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server that listens has such an address
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    certificate: file('tsa.pem'),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function configuration(file: (name: string) => string): string {
  return `[tsa]
default_tsa = authority
[authority]
serial = ${file('tsa.serial')}
signer_cert = ${file('tsa.pem')}
signer_key = ${file('tsa.key')}
certs = ${file('tsa.pem')}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;
}
