import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelCard } from '../domain/model-card.ts';
import { AppError } from '../errors.ts';
import { sha256File } from '../util/hash.ts';

export const fileStates = ['verified', 'mismatch', 'missing'] as const;

/** One file of a model, held against the catalogue. */
export interface FileCheck {
  /** Path relative to the models folder, as in the catalogue. */
  readonly path: string;
  readonly state: (typeof fileStates)[number];
  /** SHA-256 (hex) that the catalogue lists, and that of the file; the latter is absent when the file is. */
  readonly expected: string;
  readonly actual?: string;
  readonly bytes?: number;
}

/** Hashes every file of a model. Never throws for a file that is missing or different: that is what it reports. */
export async function inspectModelFiles(modelsDir: string, card: ModelCard): Promise<readonly FileCheck[]> {
  const checks: FileCheck[] = [];
  for (const [path, expected] of Object.entries(card.files)) {
    // One after the other on purpose: they are on one disk.
    checks.push(await inspectFile(modelsDir, path, expected));
  }
  return checks;
}

/** @throws AppError ERR_MODEL_MISSING or ERR_MODEL_DIGEST, naming the first file at fault and the way to mend it */
export function assertVerified(modelsDir: string, card: ModelCard, checks: readonly FileCheck[]): void {
  for (const check of checks) {
    const path = join(modelsDir, check.path);
    if (check.state === 'missing') throw missingError(path, card);
    if (check.state === 'mismatch') throw digestError(path, card, check);
  }
}

/**
 * Compares every file of a model with its SHA-256.
 * @throws AppError ERR_MODEL_MISSING or ERR_MODEL_DIGEST, naming the file and the way to mend it.
 */
export async function verifyModel(modelsDir: string, card: ModelCard): Promise<void> {
  assertVerified(modelsDir, card, await inspectModelFiles(modelsDir, card));
}

async function inspectFile(modelsDir: string, path: string, expected: string): Promise<FileCheck> {
  const full = join(modelsDir, path);
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile() !== true) return { path, state: 'missing', expected };
  const actual = await sha256File(full);
  return { path, state: actual === expected ? 'verified' : 'mismatch', expected, actual, bytes: found.size };
}

function missingError(path: string, card: ModelCard): AppError {
  return new AppError(
    'ERR_MODEL_MISSING',
    `The file ${path} of model ${card.id} is missing. Copy it there, or remove the model from catalog.yaml.`,
  );
}

function digestError(path: string, card: ModelCard, { expected, actual }: FileCheck): AppError {
  return new AppError(
    'ERR_MODEL_DIGEST',
    `The file ${path} of model ${card.id} is not the one that catalog.yaml lists: SHA-256 is ${actual}, expected ${expected}. ` +
      'Copy the file again from where it came from; if it was changed on purpose, put the new digest into catalog.yaml.',
  );
}
