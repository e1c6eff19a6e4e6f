import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { COSIGNATURE } from '../../../../server/audit/cosignature.ts';
import { type LogKey, parseLogKeys } from '../../../../server/audit/log-key.ts';
import { formatVerifierKey } from '../../../../server/audit/signed-note.ts';
import { createWitness } from '../../../../server/audit/witness/witness.ts';
import { serveWitness } from '../../../../server/cli/audit-witness.ts';
import { systemClock } from '../../../../server/util/clock.ts';

/** Our witness behind a real port. */
export interface TestWitness extends AsyncDisposable {
  readonly url: string;
  readonly key: string;
}

export async function startWitness(dir: string, logs: readonly LogKey[] | string): Promise<TestWitness> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const name = 'witness.test/one';
  const witness = createWitness({
    signer: { name, privateKey },
    logs: typeof logs === 'string' ? parseLogKeys(logs) : logs,
    stateDir: join(dir, 'witness'),
    clock: systemClock,
  });
  const server = serveWitness(witness);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server that listens has such an address
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    key: formatVerifierKey(name, publicKey, COSIGNATURE),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
