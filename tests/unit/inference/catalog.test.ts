import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../server/inference/catalog.ts';
import { verifyModel } from '../../../server/inference/model-files.ts';
import { assertGguf } from '../../../server/inference/gguf-header.ts';
import { cardOf, MODELS } from './starter-cards.ts';

let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalog-'));
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('loadCatalog', () => {
  it('reads the catalogue that ships, with both starter models', () => {
    const { models } = loadCatalog(MODELS);
    expect(models.map((card) => [card.id, card.purpose])).toEqual([
      ['starter-model', 'chat'],
      ['starter-embedder', 'embedding'],
    ]);
    expect(cardOf('chat')).toMatchObject({
      template: 'starter',
      grounding: 'verbatim',
      selection: 'rank-decides-model-vetoes',
      contextTokens: 2048,
    });
    expect(cardOf('embedding')).toMatchObject({ dimensions: 256, hybridWeight: 0.4 });
  });

  it('names every problem at once', () => {
    writeFileSync(
      join(dir, 'catalog.yaml'),
      `models:
  - {id: 'Bad Id', purpose: chat, title: a, path: ../x.gguf, files: {x.gguf: abc}, licence: MIT, contextTokens: 1, template: gguf, grounding: free, selection: model-decides, memoryMib: 1}
  - {id: e, purpose: embedding, title: a, path: e, files: {}, licence: MIT, contextTokens: 100, dimensions: 0, hybridWeight: 2, memoryMib: 1}
`,
    );
    expect(() => loadCatalog(dir)).toThrow(
      expect.objectContaining({
        code: 'ERR_CONFIG_INVALID',
        message: expect.stringMatching(
          /models\.0\.id[^]*models\.0\.path[^]*models\.0\.files[^]*contextTokens[^]*models\.1\.files[^]*dimensions[^]*hybridWeight/,
        ),
      }),
    );
  });

  it('reads a model for names with its defaults, and refuses one without a mapping of plain labels', () => {
    const file = `{n/m.onnx: '${'0'.repeat(64)}'}`;
    const card = (more: string): void =>
      writeFileSync(
        join(dir, 'catalog.yaml'),
        `models:\n  - {id: n, purpose: ner, title: a, path: n, files: ${file}, licence: MIT, contextTokens: 512, memoryMib: 1${more}}\n`,
      );
    card(', labels: {PER: PERSON}');
    expect(loadCatalog(dir).models[0]).toMatchObject({ threshold: 0.5, mostTokens: 20_000 });
    for (const [labels, problem] of [
      ['', /labels/],
      [', labels: {}', /at least one label/],
      [', labels: {B-PER: PERSON}', /without B-/],
      [', labels: {PER: person}', /entity type/],
    ] as const) {
      card(labels);
      expect(() => loadCatalog(dir)).toThrow(problem);
    }
  });

  it('refuses two models of the same id', () => {
    const card = `{id: e, purpose: embedding, title: a, path: e, files: {e/m.onnx: '${'0'.repeat(64)}'}, licence: MIT, contextTokens: 100, dimensions: 4, hybridWeight: 1, memoryMib: 1}`;
    writeFileSync(join(dir, 'catalog.yaml'), `models:\n  - ${card}\n  - ${card}\n`);
    expect(() => loadCatalog(dir)).toThrow(/ids must be unique/);
  });

  it.each([
    ['no file', undefined],
    ['no YAML', '\t- : ['],
  ])('says that it cannot be read: %s', (_, text) => {
    if (text !== undefined) writeFileSync(join(dir, 'catalog.yaml'), text);
    expect(() => loadCatalog(dir)).toThrow(expect.objectContaining({ code: 'ERR_CONFIG_INVALID' }));
  });
});

describe('verifyModel', () => {
  it('accepts the files that ship', async () => {
    await expect(verifyModel(MODELS, cardOf('chat'))).resolves.toBeUndefined();
    await expect(verifyModel(MODELS, cardOf('embedding'))).resolves.toBeUndefined();
  });

  it('refuses a changed file and names it, both digests and the fix', async () => {
    const card = cardOf('embedding');
    cpSync(join(MODELS, card.path), join(dir, card.path), { recursive: true });
    writeFileSync(join(dir, card.path, 'config.json'), '{}');
    const expected = card.files[`${card.path}/config.json`] ?? '';
    const actual = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
    await expect(verifyModel(dir, card)).rejects.toMatchObject({
      code: 'ERR_MODEL_DIGEST',
      message: expect.stringMatching(
        new RegExp(`config\\.json.*${actual}.*${expected}.*Copy the file again`),
      ),
    });
  });

  it('names a missing file', async () => {
    await expect(verifyModel(dir, cardOf('chat'))).rejects.toMatchObject({
      code: 'ERR_MODEL_MISSING',
      message: expect.stringContaining('starter-q8_0.gguf'),
    });
  });
});

describe('assertGguf', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'too short'],
    ['another format', header('PK\u0003\u0004', 3, 1n, 1n), 'does not begin'],
    ['an unknown version', header('GGUF', 4_000, 1n, 1n), 'version is 4000'],
    ['absurd tensor counts', header('GGUF', 3, 2n ** 63n, 1n), 'tensors'],
    ['no metadata', header('GGUF', 3, 1n, 0n), 'metadata keys'],
  ])('refuses %s', async (_, bytes, problem) => {
    writeFileSync(join(dir, 'm.gguf'), bytes);
    await expect(assertGguf(dir, { ...cardOf('chat'), path: 'm.gguf' })).rejects.toMatchObject({
      code: 'ERR_MODEL_DIGEST',
      message: expect.stringContaining(problem),
    });
  });
});

function header(magic: string, version: number, tensors: bigint, keys: bigint): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.write(magic, 0, 'latin1');
  bytes.writeUInt32LE(version, 4);
  bytes.writeBigUInt64LE(tensors, 8);
  bytes.writeBigUInt64LE(keys, 16);
  return bytes;
}
