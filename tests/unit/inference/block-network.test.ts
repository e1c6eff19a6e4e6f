import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Tries one way out in a process of its own, after the network was taken away; prints what happened. */
function attempt(code: string): string {
  const block = new URL('../../../server/inference/hosts/block-network.ts', import.meta.url).href;
  const script = `
    import { blockNetwork } from ${JSON.stringify(block)};
    blockNetwork();
    const report = (error) => { process.stdout.write(error.message); process.exit(0); };
    process.on('uncaughtException', report);
    try { ${code} } catch (error) { report(error); }
    setTimeout(() => { process.stdout.write('got out'); process.exit(0); }, 300);
  `;
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script];
  return execFileSync(process.execPath, flags, { encoding: 'utf8' });
}

// Port 9 of this machine: even a way that stays open would not leave it.
it.each([
  ['fetch', `await fetch('http://127.0.0.1:9/');`],
  ['net', `(await import('node:net')).connect(9, '127.0.0.1');`],
  ['http', `(await import('node:http')).get('http://127.0.0.1:9/');`],
  ['https', `(await import('node:https')).get('https://127.0.0.1:9/');`],
  ['http2', `(await import('node:http2')).connect('http://127.0.0.1:9/');`],
  ['a server', `(await import('node:net')).createServer().listen(0);`],
  ['UDP', `(await import('node:dgram')).createSocket('udp4').send('x', 9, '127.0.0.1');`],
  ['DNS', `(await import('node:dns')).resolve4('localhost', () => undefined);`],
  ['DNS by a resolver', `new (await import('node:dns')).Resolver().resolve4('localhost', () => undefined);`],
  ['DNS by promises', `await (await import('node:dns/promises')).lookup('localhost');`],
])('leaves no way out by %s', (_, code) => {
  expect(attempt(code)).toBe('A model process has no network.');
});
