import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, startCli, waitForOutput } from '../helpers/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'intramura-cli-'));
const fresh = (name: string): Record<string, string> => ({
  INTRAMURA_DATA: join(folder, name),
  INTRAMURA_PORT: '0',
  INTRAMURA_SAMPLES: 'off',
  INTRAMURA_LOG_LEVEL: 'error',
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One clear line, no stack, a non-zero exit. */
function expectClearFailure(result: { code: number | null; err: string }, pattern: RegExp): void {
  expect(result.err).toMatch(pattern);
  expect(result.err).not.toMatch(/^\s+at /m);
  expect(result.code).toBe(1);
}

describe('a first start', () => {
  let output: string;
  let logged = '';

  beforeAll(async () => {
    const child = startCli(['serve'], {
      environment: { ...fresh('first'), INTRAMURA_SAMPLES: './samples', INTRAMURA_LOG_LEVEL: 'info' },
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (logged += text));
    output = await waitForOutput(child, /-d '.*'\n/);
    const curl = /curl -s (\S+) -H 'Authorization: (Bearer \S+)' .* -d '(.*)'/.exec(output);
    const reply = await fetch(curl?.[1] ?? '', {
      method: 'POST',
      headers: { authorization: curl?.[2] ?? '', 'content-type': 'application/json' },
      body: curl?.[3] ?? '',
    });
    output += await reply.text();
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });

  it('prints the password once, the ready line, and a curl that gets a cited, audited answer', () => {
    expect(output).toMatch(/Password {4}\S{20,}/);
    expect(output).toMatch(/Intramura is ready on http:\/\/127\.0\.0\.1:\d+/);
    expect(output).toMatch(/25 working days .*\[1\]/);
    expect(output).toMatch(/"receipt":\{"intent":\d+,"outcome":\d+,"leaf":"[0-9a-f]{64}"\}/);
  });

  it('writes no secret to the log', () => {
    const secrets = [/Password {4}(\S+)/, /Bearer (\S+)'/].map((pattern) => pattern.exec(output)?.[1] ?? '');
    for (const secret of secrets) {
      expect(secret).not.toBe('');
      expect(logged).not.toContain(secret);
    }
  });

  it('leaves a log that verifies, and that does not once it was tampered with', async () => {
    const environment = { INTRAMURA_DATA: join(folder, 'first') };
    expect(await runCli(['audit', 'verify'], { environment })).toMatchObject({ code: 0 });
    const copies = {
      'a flipped byte': 'UPDATE audit_entries SET leaf = replace(leaf, \'"v":1\', \'"v":2\') WHERE seq = 5',
      'a deleted row': 'DELETE FROM audit_entries WHERE seq = 7',
      'the last row deleted': 'DELETE FROM audit_entries WHERE seq = (SELECT max(seq) FROM audit_entries)',
      'a swapped pair':
        'UPDATE audit_entries SET seq = -1 WHERE seq = 3; UPDATE audit_entries SET seq = 3 WHERE seq = 4; UPDATE audit_entries SET seq = 4 WHERE seq = -1',
    };
    for (const [name, sql] of Object.entries(copies)) {
      const file = join(folder, `${name}.db`);
      cpSync(join(folder, 'first', 'audit.db'), file);
      const database = new Database(file);
      database.exec(sql);
      database.close();
      const result = await runCli(['audit', 'verify', '--db', file], { environment });
      expect(result.code, name).toBeGreaterThanOrEqual(30);
      expect(result.out, name).toMatch(/entr(y|ies) \d+/);
    }
  });
});

describe('a start that cannot work says why in one line', () => {
  it('a wrong configuration names every problem with its fix and no value', async () => {
    const environment = { ...fresh('config'), INTRAMURA_PORT: 'eighty', INTRAMURA_THREADS: '-3' };
    const result = await runCli(['serve'], { environment });
    expectClearFailure(result, /INTRAMURA_PORT must be a whole number from 0 to 65535/);
    expect(result.err).toMatch(/INTRAMURA_THREADS must be auto/);
    expect(result.err).not.toMatch(/eighty|-3/);
  });

  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    // A TCP server's address is never a string.
    const port = String((other.address() as AddressInfo).port);
    const result = await runCli(['serve'], { environment: { ...fresh('port'), INTRAMURA_PORT: port } });
    other.close();
    expectClearFailure(result, /Port \d+ is in use/);
    expect(existsSync(join(folder, 'port'))).toBe(false);
  });

  it('a data folder that cannot be written', async () => {
    writeFileSync(join(folder, 'file'), 'not a folder');
    const result = await runCli(['serve'], {
      environment: { ...fresh('x'), INTRAMURA_DATA: join(folder, 'file') },
    });
    expectClearFailure(result, /cannot be written/);
  });

  it('a missing and a damaged model', async () => {
    const models = join(folder, 'models');
    cpSync('models', models, { recursive: true });
    const weights = join(models, 'starter/starter-model/starter-q8_0.gguf');
    const bytes = readFileSync(weights);
    bytes[4_000_000] = (bytes[4_000_000] ?? 0) ^ 1;
    writeFileSync(weights, bytes);
    const environment = { ...fresh('damaged'), INTRAMURA_MODELS: models };
    expectClearFailure(await runCli(['serve'], { environment }), /starter-q8_0\.gguf.*SHA-256/s);
    expect((await runCli(['models', 'verify'], { environment })).code).toBe(1);
    rmSync(weights);
    expectClearFailure(await runCli(['serve'], { environment }), /starter-q8_0\.gguf.*missing/s);
  });

  it('a database of a newer version', async () => {
    const environment = fresh('newer');
    const asked = await runCli(['knowledge', 'search', 'x', '--collection', 'none'], { environment });
    expect(asked.code).toBe(0);
    const database = new Database(join(folder, 'newer', 'app.db'));
    database.exec("INSERT INTO schema_migrations VALUES (999, 'future', '2030-01-01T00:00:00.000Z')");
    database.close();
    expectClearFailure(await runCli(['serve'], { environment }), /migration 999/);
  });

  it('broken policies', async () => {
    const policies = join(folder, 'policies');
    cpSync('policies', policies, { recursive: true });
    writeFileSync(join(policies, 'access', 'broken.cedar'), 'permit (principal');
    const environment = { ...fresh('policies-data'), INTRAMURA_POLICIES: policies };
    expectClearFailure(await runCli(['serve'], { environment }), /broken\.cedar/);
  });
});
