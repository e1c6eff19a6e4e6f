import { Socket as DatagramSocket } from 'node:dgram';
import { Server, Socket } from 'node:net';

const refuse = (): never => {
  throw new Error('A model process has no network.');
};

/**
 * Takes the network away from this process: fetch, TCP and UDP throw. It is the second net behind libraries
 * that are configured not to reach out; containers and firewalls are the third.
 */
export function blockNetwork(): void {
  globalThis.fetch = refuse;
  Socket.prototype.connect = refuse;
  Server.prototype.listen = refuse;
  DatagramSocket.prototype.bind = refuse;
  DatagramSocket.prototype.send = refuse;
  DatagramSocket.prototype.connect = refuse;
}
