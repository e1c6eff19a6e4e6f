import type { lookup as systemLookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { isReachable } from '../../../server/egress/address-guard.ts';
import { createEgress } from '../../../server/egress/egress.ts';
import { parseEgressRule } from '../../../server/egress/egress-rule.ts';
import { listenLocally } from '../../helpers/sources/local-server.ts';

const refusal = { code: 'ERR_EGRESS_DENIED', status: 403 };

/** A resolver that gives every name this address. */
function resolvesTo(address: string): typeof systemLookup {
  const fake = (_name: string, _options: object, done: (error: null, found: object[]) => void): void =>
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  // The egress asks for all addresses at once and in no other way; the resolver's other forms are left out.
  return fake as unknown as typeof systemLookup;
}

describe('an entry of policies/egress.yaml', () => {
  it('is a host, with or without a port', () => {
    expect(parseEgressRule('Git.Example.org')).toEqual({ host: 'git.example.org' });
    expect(parseEgressRule('git.example.org:8443')).toEqual({ host: 'git.example.org', port: 8443 });
    expect(parseEgressRule('[FD00::1]:9000')).toEqual({ host: '[fd00::1]', port: 9000 });
    expect(parseEgressRule('bücher.example')).toEqual({ host: 'xn--bcher-kva.example' });
  });

  it.each([
    '',
    '*',
    '*.example.org',
    'https://example.org',
    'example.org/path',
    'a@b',
    'host:0',
    'host:99999',
    'a b',
  ])('is not %j', (text) => {
    expect(parseEgressRule(text)).toBeUndefined();
  });
});

describe('an address', () => {
  it.each([
    '169.254.169.254',
    '169.254.0.1',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    'fe80::1',
    'fd00:ec2::254',
    '::',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
  ])('%s is never reached', (address) => {
    expect(isReachable('files.example.org', address)).toBe(false);
    expect(isReachable('localhost', address)).toBe(false);
  });

  it.each(['10.1.2.3', '192.168.1.1', 'fd12::1', '203.0.113.5'])('%s is reached', (address) => {
    expect(isReachable('files.example.org', address)).toBe(true);
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s is reached by its own name only', (address) => {
    expect(isReachable('files.example.org', address)).toBe(false);
    expect(isReachable('localhost', address)).toBe(true);
    expect(isReachable('127.0.0.1', address)).toBe(true);
  });
});

describe('the way out', () => {
  it('is closed to whatever is not listed: host, port, scheme', async () => {
    await using server = await listenLocally((_request, response) => void response.end('inside'));
    using egress = createEgress({ allow: [{ host: '127.0.0.1', port: server.port }] });
    expect(await (await egress.fetch(`${server.url}/`)).text()).toBe('inside');
    for (const url of [
      `http://localhost:${server.port}/`,
      'http://127.0.0.1:1/',
      'ftp://127.0.0.1/',
      'data:,x',
    ])
      await expect(egress.fetch(url)).rejects.toMatchObject(refusal);
    expect(server.requests).toEqual(['GET /']);
  });

  it('is closed to an address that is never reached, even when it is listed in another spelling', async () => {
    using egress = createEgress({ allow: [{ host: '169.254.169.254' }, { host: '[fe80::1]' }] });
    for (const url of ['http://169.254.169.254/latest', 'http://2852039166/', 'http://[fe80::1]/'])
      await expect(egress.fetch(url)).rejects.toMatchObject(refusal);
  });

  it.each(['127.0.0.1', '169.254.169.254', 'fe80::1'])(
    'is closed to a listed name that suddenly means %s',
    async (address) => {
      await using server = await listenLocally((_request, response) => void response.end('inside'));
      using egress = createEgress({
        allow: [{ host: 'files.example.org', port: server.port }],
        lookup: resolvesTo(address),
      });
      await expect(egress.fetch(`http://files.example.org:${server.port}/`)).rejects.toMatchObject(refusal);
      expect(server.requests).toEqual([]);
    },
  );

  it('follows a redirect within its origin and to nowhere else', async () => {
    await using other = await listenLocally((_request, response) => void response.end('elsewhere'));
    await using server = await listenLocally((request, response) => {
      const targets = new Map([
        ['/moved', '/here'],
        ['/away', `${other.url}/`],
        ['/circle', '/circle'],
      ]);
      const location = targets.get(request.url ?? '');
      if (location === undefined) response.end('here');
      else response.writeHead(302, { location }).end();
    });
    using egress = createEgress({
      allow: [
        { host: '127.0.0.1', port: server.port },
        { host: '127.0.0.1', port: other.port },
      ],
    });
    expect(await (await egress.fetch(`${server.url}/moved`)).text()).toBe('here');
    await expect(egress.fetch(`${server.url}/away`)).rejects.toMatchObject(refusal);
    await expect(egress.fetch(`${server.url}/circle`)).rejects.toMatchObject({
      code: 'ERR_SOURCE_UNREACHABLE',
    });
    expect(other.requests).toEqual([]);
  });

  it('tells a host that does not answer from one that is closed', async () => {
    using egress = createEgress({ allow: [{ host: '127.0.0.1', port: 1 }] });
    await expect(egress.fetch('http://127.0.0.1:1/')).rejects.toMatchObject({
      code: 'ERR_SOURCE_UNREACHABLE',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
