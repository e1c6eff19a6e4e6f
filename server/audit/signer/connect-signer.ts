import type { Duplex } from 'node:stream';
import { connectSocket } from '../../egress/connect-socket.ts';
import { createRemoteSigner } from './remote-signer.ts';
import type { Signer } from './signer.ts';

/** A signer that runs by itself, as another user, and listens on a Unix socket (`audit signer`). */
export function connectSigner(path: string): Signer {
  let socket: Duplex | undefined;
  return createRemoteSigner(
    async () => {
      const connected = await connectSocket(path);
      socket = connected;
      return { stream: connected, cut: () => void connected.destroy() };
    },
    () => {
      socket?.destroy();
      return Promise.resolve();
    },
  );
}
