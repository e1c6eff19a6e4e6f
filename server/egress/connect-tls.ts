import type { LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import { AppError } from '../errors.ts';

/** Where a TLS connection goes. */
export interface TlsTarget {
  readonly host: string;
  readonly port: number;
  /** Certificates (PEM) that the other side's must lead to; those of the system when absent. */
  readonly ca?: string;
}

/** Opens a TLS connection; the name in the certificate must be the host's. @throws AppError ERR_SOURCE_UNREACHABLE */
export function connectTls(
  { host, port, ca }: TlsTarget,
  lookup: LookupFunction,
  signal: AbortSignal,
): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const options = { host, port, lookup, minVersion: 'TLSv1.2', ...(ca !== undefined && { ca }) } as const;
    const socket = connect(options);
    const giveUp = (): void => void socket.destroy(new Error('It does not answer in time.'));
    signal.addEventListener('abort', giveUp, { once: true });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      signal.removeEventListener('abort', giveUp);
      reject(error instanceof AppError ? error : unreachable(host, port, error));
    });
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', giveUp);
      resolve(socket);
    });
  });
}

function unreachable(host: string, port: number, cause: NodeJS.ErrnoException): AppError {
  return new AppError(
    'ERR_SOURCE_UNREACHABLE',
    `${host}:${port} cannot be reached (${cause.code ?? cause.name}). Check the address, the network and its certificate.`,
    { status: 502, expose: true, cause },
  );
}
