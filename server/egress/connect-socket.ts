import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Connects to a Unix socket of this machine. @throws Error of the system when nobody listens there */
export function connectSocket(path: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
