import { BlockList, isIP } from 'node:net';

/** Never reached, whatever is allowed: what answers there is the machine's own host or cloud, or many machines at once. */
const never = createBlockList([
  ['0.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, with the metadata service of most clouds
  ['100.100.100.200', 32], // metadata services outside the link-local range
  ['192.0.0.192', 32],
  ['224.0.0.0', 3], // multicast, reserved, broadcast
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  ['fd00:ec2::254', 128],
  ['64:ff9b::', 96], // IPv4 behind a translator: the address that is reached is another one
  ['64:ff9b:1::', 48],
]);

const loopback = createBlockList([
  ['127.0.0.0', 8],
  ['::1', 128],
]);

function createBlockList(networks: readonly (readonly [address: string, prefix: number])[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, familyOf(address));
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/**
 * Whether a host of this name may be reached at this address. A listed name that resolves to this machine is a
 * rebinding trick, unless it is this machine's own name.
 */
export function isReachable(host: string, address: string): boolean {
  const family = familyOf(address);
  if (isIP(address) === 0 || never.check(address, family)) return false;
  return !loopback.check(address, family) || isOwnName(host);
}

function isOwnName(host: string): boolean {
  const literal = literalAddress(host);
  if (literal === undefined) return host === 'localhost';
  return loopback.check(literal, familyOf(literal));
}

/** The address that a URL's host is, when it is one and not a name. */
export function literalAddress(host: string): string | undefined {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? undefined : bare;
}
