import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelCard } from '../domain/model-card.ts';
import { AppError } from '../errors.ts';

const HEADER_BYTES = 24;
const MOST_TENSORS = 100_000;
const MOST_KEYS = 100_000;

/**
 * Looks at the first bytes of a chat model's file: "GGUF", version 2 or 3, believable counts of tensors and keys
 * (GGUF specification of ggml). It catches wrong and cut files early; the rest is caught in the model's own process.
 * @throws AppError ERR_MODEL_DIGEST
 */
export async function assertGguf(modelsDir: string, card: ModelCard): Promise<void> {
  if (card.purpose !== 'chat') return;
  const path = join(modelsDir, card.path);
  const problem = findProblem(await readStart(path));
  if (problem === undefined) return;
  throw new AppError(
    'ERR_MODEL_DIGEST',
    `The file ${path} of model ${card.id} is not a usable GGUF file: ${problem}. Copy it again from where it came from.`,
  );
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function findProblem(start: Buffer): string | undefined {
  if (start.length < HEADER_BYTES) return 'it is too short';
  if (start.toString('latin1', 0, 4) !== 'GGUF') return 'it does not begin with "GGUF"';
  const version = start.readUInt32LE(4);
  if (version !== 2 && version !== 3) return `its format version is ${version}, supported are 2 and 3`;
  const tensors = start.readBigUInt64LE(8);
  if (tensors < 1n || tensors > MOST_TENSORS) return `it claims ${tensors} tensors`;
  const keys = start.readBigUInt64LE(16);
  if (keys < 1n || keys > MOST_KEYS) return `it claims ${keys} metadata keys`;
  return undefined;
}
