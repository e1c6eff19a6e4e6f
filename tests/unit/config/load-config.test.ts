import { describe, expect, it } from 'vitest';
import { loadConfig, loadSecrets, unknownVariables } from '../../../server/config/load-config.ts';
import { AppError } from '../../../server/errors.ts';

const base = { working: '/srv/work', product: '/opt/intramura' };

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.message;
  }
  throw new Error('It did not fail.');
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(loadConfig({}, base)).toMatchObject({
      dataDir: '/srv/work/data',
      host: '127.0.0.1',
      port: 8080,
      modelsDir: '/opt/intramura/models',
      samplesDir: '/opt/intramura/samples',
      secureCookie: false,
    });
  });

  it('leaves at least one processor to the rest', () => {
    expect(loadConfig({}, base).threads).toBeGreaterThanOrEqual(1);
    expect(loadConfig({ INTRAMURA_THREADS: '3' }, base).threads).toBe(3);
  });

  it('can start without samples', () => {
    expect(loadConfig({ INTRAMURA_SAMPLES: 'off' }, base)).not.toHaveProperty('samplesDir');
  });

  it('names every problem at once, with its fix and never its value', () => {
    const environment = {
      INTRAMURA_PORT: '99999',
      INTRAMURA_LOG_LEVEL: 'shout',
      INTRAMURA_MAX_BODY_MIB: '1e3',
    };
    const message = messageOf(() => loadConfig(environment, base));
    expect(message).toContain('INTRAMURA_PORT must be a whole number from 0 to 65535');
    expect(message).toContain('INTRAMURA_LOG_LEVEL must be one of trace');
    expect(message).toContain('INTRAMURA_MAX_BODY_MIB must be');
    for (const value of Object.values(environment)) expect(message).not.toContain(value);
  });

  it('warns of names that are nearly right', () => {
    expect(unknownVariables({ INTRAMURA_PROT: '1', PATH: 'x', INTRAMURA_PORT: '2' })).toHaveLength(1);
  });
});

describe('the secrets', () => {
  it('are not part of the configuration', () => {
    const environment = { INTRAMURA_ADMIN_PASSWORD: 'a long enough one' };
    expect(JSON.stringify(loadConfig(environment, base))).not.toContain('a long enough one');
    expect(loadSecrets(environment)).toEqual({ adminPassword: 'a long enough one' });
  });

  it('are refused when they are too short, without being shown', () => {
    expect(messageOf(() => loadSecrets({ INTRAMURA_ADMIN_PASSWORD: 'xyzzy' }))).not.toContain('xyzzy');
  });
});
