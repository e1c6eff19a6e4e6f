import type { Sampling } from '../domain/exchange.ts';
import { sha256Hex } from '../util/hash.ts';

const DEFAULT_MAX_TOKENS = 512;

/** As OpenAI's requests write them. */
export interface SamplingFields {
  readonly temperature?: number | null | undefined;
  readonly top_p?: number | null | undefined;
  readonly stop?: string | readonly string[] | null | undefined;
  readonly seed?: number | null | undefined;
}

/** Temperature 0 unless asked otherwise: the same question gets the same answer, which an auditor can repeat. */
export function toSampling(fields: SamplingFields, maxTokens: number | null | undefined): Sampling {
  const { temperature, top_p: topP, stop, seed } = fields;
  return {
    maxTokens: maxTokens ?? DEFAULT_MAX_TOKENS,
    temperature: temperature ?? 0,
    topP: topP ?? 1,
    stop: typeof stop === 'string' ? [stop] : (stop ?? []),
    ...(typeof seed === 'number' ? { seed: foldSeed(seed) } : {}),
  };
}

/**
 * Hostile: a seed may be a telephone number, and nothing masks a number on its way to the model's process. So the process
 * gets 32 bits of its SHA-256, which still repeat the same answer.
 */
function foldSeed(seed: number): number {
  return Number.parseInt(sha256Hex(String(seed)).slice(0, 8), 16);
}
