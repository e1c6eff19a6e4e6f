import { readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { z } from 'zod';
import type { ModelCard } from '../domain/model-card.ts';
import { AppError } from '../errors.ts';
import { readYaml, sayProblem } from '../util/read-yaml.ts';

export interface Catalog {
  /** In the order of the file. The first chat and the first embedding model are the defaults. */
  readonly models: readonly ModelCard[];
}

const localPath = z
  .string()
  .min(1)
  .refine(staysInside, 'must be a path inside the models folder, with forward slashes');

const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'must be lower-case letters, digits, dots and hyphens'),
  title: z.string().min(1),
  path: localPath,
  files: z
    .record(localPath, z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 of 64 hex digits'))
    .refine((files) => Object.keys(files).length > 0, 'must list at least one file'),
  licence: z.string().min(1),
  contextTokens: z.int().min(64).max(1_048_576),
  memoryMib: z.int().min(1),
};

const chatCard = z
  .strictObject({
    ...common,
    purpose: z.literal('chat'),
    template: z.enum(['starter', 'gguf']),
    grounding: z.enum(['verbatim', 'free']),
    selection: z.enum(['rank-decides-model-vetoes', 'model-decides']),
  })
  .refine((card) => card.path in card.files, { path: ['files'], error: 'must list the file of `path`' });

const embeddingCard = z
  .strictObject({
    ...common,
    purpose: z.literal('embedding'),
    dimensions: z.int().min(1).max(8192),
    hybridWeight: z.number().min(0).max(1),
  })
  .refine((card) => Object.keys(card.files).every((file) => file.startsWith(`${card.path}/`)), {
    path: ['files'],
    error: 'must lie in the folder of `path`',
  });

/** A classifier of sentence pairs with the labels entailment, neutral and contradiction. */
const nliCard = z
  .strictObject({ ...common, purpose: z.literal('nli') })
  .refine((card) => Object.keys(card.files).every((file) => file.startsWith(`${card.path}/`)), {
    path: ['files'],
    error: 'must lie in the folder of `path`',
  });

/** A cross-encoder: a classifier of a question and a passage that says how far the passage answers it. */
const rerankerCard = z
  .strictObject({ ...common, purpose: z.literal('reranker') })
  .refine((card) => Object.keys(card.files).every((file) => file.startsWith(`${card.path}/`)), {
    path: ['files'],
    error: 'must lie in the folder of `path`',
  });

/**
 * A classifier of tokens that finds names and other values. Its labels are mapped to entity types; whether there are such
 * types is held by the redactor.
 */
const nerCard = z
  .strictObject({
    ...common,
    purpose: z.literal('ner'),
    labels: z
      .record(
        z.string().min(1),
        z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be an entity type (see redact --list)'),
      )
      .refine((labels) => Object.keys(labels).length > 0, 'must name at least one label of the model')
      .refine(
        (labels) => Object.keys(labels).every((label) => !/^[BIESLUM][-_]/.test(label)),
        'must name the labels without B-, I- and the like',
      ),
    threshold: z.number().gt(0).max(1).default(0.5),
    mostTokens: z.int().min(64).max(1_000_000).default(20_000),
  })
  .refine((card) => Object.keys(card.files).every((file) => file.startsWith(`${card.path}/`)), {
    path: ['files'],
    error: 'must lie in the folder of `path`',
  });

const catalogSchema = z.strictObject({
  models: z
    .array(z.discriminatedUnion('purpose', [chatCard, embeddingCard, nerCard, nliCard, rerankerCard]))
    .min(1)
    .refine((models) => new Set(models.map((card) => card.id)).size === models.length, 'ids must be unique'),
});

/**
 * Reads `catalog.yaml` of the models folder.
 * @throws AppError ERR_CONFIG_INVALID naming every problem at once.
 */
export function loadCatalog(modelsDir: string): Catalog {
  const file = join(modelsDir, 'catalog.yaml');
  const reading = readYaml(readText(file), catalogSchema);
  if (reading.ok) return reading.data;
  const problems = reading.problems.map((problem) => `- ${sayProblem(problem)}`);
  throw new AppError('ERR_CONFIG_INVALID', `${file} is not valid:\n${problems.join('\n')}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('ERR_CONFIG_INVALID', `${file} cannot be read. INTRAMURA_MODELS names its folder.`, {
      cause: error,
    });
  }
}

function staysInside(path: string): boolean {
  const plain = normalize(path);
  return plain === path && !plain.startsWith('..') && !plain.startsWith(sep) && !path.includes('\\');
}
