import { Socket as DatagramSocket } from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { Server, Socket } from 'node:net';

const refuse = (): never => {
  throw new Error('A model process has no network.');
};

/**
 * Takes the network away from this process: fetch, TCP, UDP and name look-ups throw. It is the second net behind
 * libraries that are configured not to reach out; containers and firewalls are the third.
 */
export function blockNetwork(): void {
  globalThis.fetch = refuse;
  Socket.prototype.connect = refuse;
  Server.prototype.listen = refuse;
  DatagramSocket.prototype.bind = refuse;
  DatagramSocket.prototype.send = refuse;
  DatagramSocket.prototype.connect = refuse;
  for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of lookUps(resolver)) Object.defineProperty(resolver, name, { value: refuse });
  }
  syncBuiltinESMExports();
}

/** `lookup`, `lookupService`, `resolve`, `resolve4`, `reverse` and their like. */
function lookUps(resolver: object): readonly string[] {
  return Object.getOwnPropertyNames(resolver).filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
}
