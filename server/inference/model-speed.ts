import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { MeasuredRound } from './host-protocol.ts';

/** What one model does on this machine: the median of the rounds. Rates are per second. */
export const modelSpeed = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('generation'),
    rounds: z.int(),
    /** Length of the prompt, and time until the first token of the answer to it. */
    promptTokens: z.int(),
    firstTokenMs: z.number(),
    promptTokensPerSecond: z.number(),
    completionTokens: z.int(),
    completionTokensPerSecond: z.number(),
  }),
  z.object({
    of: z.literal('embedding'),
    rounds: z.int(),
    /** Tokens of one text. */
    tokensPerText: z.number(),
    textsPerSecond: z.number(),
    tokensPerSecond: z.number(),
  }),
]);
export type ModelSpeed = z.infer<typeof modelSpeed>;

type RoundOf<Of extends MeasuredRound['of']> = Extract<MeasuredRound, { of: Of }>;

/** @throws AppError ERR_INTERNAL when there are no rounds, or of both kinds: a process measures one thing only */
export function summariseRounds(rounds: readonly MeasuredRound[]): ModelSpeed {
  const generation = rounds.filter((round) => round.of === 'generation');
  const embedding = rounds.filter((round) => round.of === 'embedding');
  if (generation.length > 0 && embedding.length === 0) return summariseGeneration(generation);
  if (embedding.length > 0 && generation.length === 0) return summariseEmbedding(embedding);
  throw new AppError('ERR_INTERNAL', 'A measurement needs rounds of one kind.');
}

function summariseGeneration(rounds: readonly RoundOf<'generation'>[]): ModelSpeed {
  return {
    of: 'generation',
    rounds: rounds.length,
    promptTokens: Math.round(median(rounds.map((round) => round.promptTokens))),
    firstTokenMs: median(rounds.map((round) => round.promptMs)),
    promptTokensPerSecond: median(rounds.map((round) => perSecond(round.promptTokens, round.promptMs))),
    completionTokens: Math.round(median(rounds.map((round) => round.completionTokens))),
    completionTokensPerSecond: median(
      rounds.map((round) => perSecond(round.completionTokens, round.completionMs)),
    ),
  };
}

function summariseEmbedding(rounds: readonly RoundOf<'embedding'>[]): ModelSpeed {
  return {
    of: 'embedding',
    rounds: rounds.length,
    tokensPerText: median(rounds.map((round) => round.tokens / Math.max(1, round.texts))),
    textsPerSecond: median(rounds.map((round) => perSecond(round.texts, round.ms))),
    tokensPerSecond: median(rounds.map((round) => perSecond(round.tokens, round.ms))),
  };
}

/** Below what a clock tells apart nothing was done: 0, not infinity. */
const SHORTEST_MS = 0.001;

function perSecond(amount: number, milliseconds: number): number {
  return milliseconds >= SHORTEST_MS ? (amount / milliseconds) * 1_000 : 0;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
