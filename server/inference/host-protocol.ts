import { z } from 'zod';
import type { Sampling } from '../domain/exchange.ts';
import type { MaskedText } from '../domain/masked.ts';
import type { UnmaskedText } from '../domain/unmasked.ts';
import type { Message } from '../domain/message.ts';
import type { Constraint } from './constraint.ts';

/**
 * What server and model process say to each other: one JSON value per line, on the process's standard input and
 * output. Every line carries the id of the request it belongs to. Text in requests is masked, always, but for what a
 * process of task `recognise` reads, which does nothing else.
 */

/** Which engine a process runs. */
export type HostKind = 'llama' | 'onnx';

export interface LlamaSettings {
  readonly kind: 'llama';
  /** Absolute path of the GGUF file. */
  readonly file: string;
  readonly contextTokens: number;
  readonly threads: number;
  readonly template: 'starter' | 'gguf';
}

interface OnnxCommon {
  readonly kind: 'onnx';
  /** Absolute path of the model's folder. */
  readonly folder: string;
  readonly contextTokens: number;
  readonly threads: number;
}

export interface EmbedderSettings extends OnnxCommon {
  readonly task: 'embed';
  readonly dimensions: number;
}

export interface ClassifierSettings extends OnnxCommon {
  readonly task: 'classify';
}

/** A classifier of tokens, whose process alone is given text that is not masked. */
export interface RecogniserSettings extends OnnxCommon {
  readonly task: 'recognise';
  /** Entity type by label of the model, without `B-` and the like. */
  readonly labels: Readonly<Record<string, string>>;
  readonly threshold: number;
  readonly mostTokens: number;
}

export type OnnxSettings = EmbedderSettings | ClassifierSettings | RecogniserSettings;

export type HostSettings = LlamaSettings | OnnxSettings;

export interface GenerateBody {
  readonly kind: 'generate';
  readonly messages: readonly Message<MaskedText>[];
  readonly sampling: Sampling<MaskedText>;
  readonly constraint: Constraint;
}

export interface EmbedBody {
  readonly kind: 'embed';
  readonly texts: readonly MaskedText[];
}

/** Classifies pairs of texts. */
export interface ClassifyBody {
  readonly kind: 'classify';
  readonly pairs: readonly (readonly [MaskedText, MaskedText])[];
}

/** Finds values in a text that is not masked. */
export interface RecogniseBody {
  readonly kind: 'recognise';
  readonly text: UnmaskedText;
}

/** One round of measuring, on tokens the host makes up itself: no text of anybody is in it. */
export interface MeasureBody {
  readonly kind: 'measure';
}

/** A piece of work. One at a time is in a process. */
export type WorkBody = GenerateBody | EmbedBody | ClassifyBody | RecogniseBody | MeasureBody;

export type HostRequest = { readonly id: number } & (
  | { readonly kind: 'load'; readonly settings: HostSettings }
  | WorkBody
  /** Counts the tokens of each text, at once and beside the work in hand. */
  | { readonly kind: 'count'; readonly texts: readonly MaskedText[] }
  /** Ends the work with this id after the current token. */
  | { readonly kind: 'abort' }
  | { readonly kind: 'ping' }
  /** Leave at once. What is in hand has failed already. */
  | { readonly kind: 'stop' }
);

const count = z.int().min(0);

const milliseconds = z.number().min(0);

/** How long one round took, in the process itself. */
const measuredRound = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('generation'),
    promptTokens: count,
    /** Until the first token of the answer. */
    promptMs: milliseconds,
    /** Tokens after the first one. */
    completionTokens: count,
    completionMs: milliseconds,
  }),
  z.object({ of: z.literal('embedding'), texts: count, tokens: count, ms: milliseconds }),
]);
export type MeasuredRound = z.infer<typeof measuredRound>;

const hostEvent = z.discriminatedUnion('kind', [
  z.object({ id: count, kind: z.literal('loaded'), rssMib: count }),
  z.object({ id: count, kind: z.literal('pong'), rssMib: count }),
  z.object({ id: count, kind: z.literal('text'), text: z.string() }),
  z.object({
    id: count,
    kind: z.literal('end'),
    finish: z.enum(['stop', 'length', 'aborted']),
    usage: z.object({ promptTokens: count, completionTokens: count }),
  }),
  /** Vectors as base64 of little-endian float32. */
  z.object({ id: count, kind: z.literal('vectors'), vectors: z.array(z.base64()), tokens: count }),
  /** The model's labels, and for each pair one logit per label. */
  z.object({
    id: count,
    kind: z.literal('classified'),
    labels: z.array(z.string()),
    logits: z.array(z.array(z.number())),
  }),
  /** Places of values in the text, in order and disjoint; offsets are UTF-16 code units. */
  z.object({
    id: count,
    kind: z.literal('recognised'),
    spans: z.array(z.object({ type: z.string(), start: count, end: count, score: z.number().min(0).max(1) })),
  }),
  z.object({ id: count, kind: z.literal('counted'), tokens: z.array(count) }),
  z.object({ id: count, kind: z.literal('measured'), round: measuredRound }),
  z.object({
    id: count,
    kind: z.literal('error'),
    /** `context`: the prompt is too long; `grammar`: the constraint cannot be used; `failed`: anything else. */
    reason: z.enum(['context', 'grammar', 'failed']),
    /** Never holds text of a request. */
    message: z.string(),
  }),
]);

export type HostEvent = z.infer<typeof hostEvent>;

/** The events that end a piece of work. */
export type FinalEvent = Extract<
  HostEvent,
  { kind: 'end' | 'vectors' | 'classified' | 'recognised' | 'measured' | 'error' }
>;

export function isFinal(event: HostEvent): event is FinalEvent {
  switch (event.kind) {
    case 'end':
    case 'vectors':
    case 'classified':
    case 'recognised':
    case 'measured':
    case 'error':
      return true;
    case 'loaded':
    case 'pong':
    case 'counted':
    case 'text':
      return false;
    default:
      return event satisfies never;
  }
}

/** @throws Error when the line is not an event: the process is out of its mind and must be replaced. */
export function parseHostEvent(line: string): HostEvent {
  return hostEvent.parse(JSON.parse(line));
}
