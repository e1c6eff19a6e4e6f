import { describe, expect, it } from 'vitest';
import {
  engines,
  engineViolations,
  importsOf,
  layerViolations,
  readSources,
} from './helpers/architecture.ts';

const server = readSources('server');
const broken = readSources('tests/fixtures/architecture/server');

describe('layers', () => {
  it('import downwards only, and siblings never import each other', () => {
    expect(layerViolations(server)).toEqual([]);
  });

  it('are checked: a deliberate violation is named', () => {
    expect(layerViolations(broken).toSorted()).toEqual([
      'inference/engine.ts must not import redaction/vault.ts',
      'redaction/vault.ts must not import http/route.ts',
    ]);
  });
});

describe('engines', () => {
  it('are imported by exactly one file each', () => {
    expect(engineViolations(server)).toEqual([]);
    const paths = server.map(({ path }) => path);
    for (const owner of engines.values()) expect(paths).toContain(owner);
  });

  it('are checked: a deliberate violation is named', () => {
    expect(engineViolations(broken)).toEqual([
      'inference/engine.ts must not import @lancedb/lancedb: only knowledge/lance-index.ts may',
    ]);
  });
});

describe('brands', () => {
  const casts = (type: string): string[] =>
    server.filter(({ text }) => new RegExp(`\\bas ${type}\\b`).test(text)).map(({ path }) => path);

  it('masked text is made by the vault, and joined by one function of the domain', () => {
    expect(casts('MaskedText').toSorted()).toEqual(['domain/join-masked.ts', 'redaction/vault.ts']);
  });

  it('text that is not masked is handed to a model by one function of redaction', () => {
    expect(casts('UnmaskedText')).toEqual(['redaction/name-reading.ts']);
  });

  it('a masked schema is made by redaction only', () => {
    expect(casts('MaskedSchema')).toEqual(['redaction/mask-schema.ts']);
  });

  it('kept values are made by redaction only', () => {
    expect(casts('Kept')).toEqual(['redaction/keep-values.ts']);
  });

  it('a durable intent or outcome is made by the audit log only', () => {
    for (const type of ['Intended', 'Recorded']) {
      const paths = casts(type);
      expect(paths).toHaveLength(1);
      expect(paths[0]).toMatch(/^audit\//);
    }
  });
});

describe('files', () => {
  it('open connections in one place', () => {
    const network = /^(?:node:)?(?:net|tls|dgram|dns|http|https|http2)(?:\/promises)?$/;
    const openers = server.filter(
      ({ path, text }) =>
        !path.startsWith('egress/') &&
        (importsOf(text).some((name) => network.test(name)) || /(?<![.\w])fetch\(/.test(text)),
    );
    // Two commands listen, then: one takes the network away from a model process, one listens, one asks whether a text is an
    // address.
    expect(openers.map(({ path }) => path).toSorted()).toEqual([
      'cli/audit-signer.ts',
      'cli/audit-witness.ts',
      'inference/hosts/block-network.ts',
      'main.ts',
      'redaction/families/network-addresses.ts',
    ]);
  });

  it('have named exports only', () => {
    expect(server.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('read the environment and the arguments of the process in one place', () => {
    const readers = server.filter(({ text }) => /\bprocess\.(env|argv)\b/.test(text)).map(({ path }) => path);
    expect(readers.filter((path) => !path.startsWith('inference/hosts/'))).toEqual(['cli.ts']);
  });

  it('are named in kebab-case and never after nothing', () => {
    const names = server.map(({ path }) => path.split('/').at(-1) ?? '');
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name))).toEqual([]);
    expect(names.filter((name) => ['utils.ts', 'helpers.ts', 'types.ts', 'misc.ts'].includes(name))).toEqual(
      [],
    );
  });

  it('stay under 300 lines', () => {
    const long = server.filter(
      ({ path, text }) => !path.includes('/tables/') && text.split('\n').length > 300,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
