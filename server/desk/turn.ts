import { z } from 'zod';
import { decisions } from '../domain/exchange.ts';

/** How a turn ended: `stopped` by its asker, `failed` on the way; both keep what had been sent by then. */
export const turnStates = ['complete', 'stopped', 'failed'] as const;

const source = z.object({
  id: z.string(),
  number: z.int(),
  document: z.string(),
  attached: z.boolean(),
  title: z.string(),
  location: z.string(),
  score: z.number(),
  quote: z.string(),
  approval: z.object({ owner: z.string(), approvedAt: z.string(), expiresAt: z.string() }).exactOptional(),
});

/** What an answer came with, once its outcome was durable. */
const outcome = z.object({
  sources: z.array(source),
  redaction: z.record(z.string(), z.int()),
  // Turns that were kept before these were told have neither.
  warned: z.record(z.string(), z.int()).default({}),
  withheld: z.int().default(0),
  decision: z.enum(decisions),
  check: z.object({ supported: z.int(), removed: z.int() }),
  receipt: z.object({ intent: z.int(), outcome: z.int(), leaf: z.string() }),
  seen: z.object({
    messages: z.array(
      z.object({ role: z.enum(['system', 'user', 'assistant', 'tool']), content: z.string() }),
    ),
    answer: z.string(),
  }),
});

/** What is sealed of a turn. */
export const turnContents = z.object({
  question: z.string(),
  answer: z.string(),
  state: z.enum(turnStates),
  /** Id of the model that was asked. */
  model: z.string(),
  /** Absent when the turn was stopped or failed. */
  outcome: outcome.optional(),
});

export const ratings = ['up', 'down'] as const;

/** Why somebody liked an answer, or did not. */
export const feedbackReasons = [
  'accurate',
  'clear',
  'good-source',
  'wrong',
  'incomplete',
  'off-topic',
  'bad-source',
  'should-have-answered',
  'masked-too-much',
] as const;

/** What somebody thinks of an answer. */
export const feedback = z.object({
  rating: z.enum(ratings),
  reasons: z.array(z.enum(feedbackReasons)),
  comment: z.string(),
});

export type TurnState = (typeof turnStates)[number];
export type TurnOutcome = z.output<typeof outcome>;
export type TurnContents = z.output<typeof turnContents>;
export type Feedback = z.output<typeof feedback>;

/** One question of a conversation and what became of it. */
export interface Turn extends TurnContents {
  readonly id: string;
  /** 1 for the first. */
  readonly position: number;
  readonly feedback?: Feedback | undefined;
  readonly createdAt: string;
}
