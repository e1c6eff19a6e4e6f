import type { FinishReason, Intended, Usage } from '../domain/exchange.ts';
import type { MaskedText } from '../domain/masked.ts';
import type { Message } from '../domain/message.ts';
import type { Constraint } from './constraint.ts';

export interface GenerationRequest {
  /** Type-state: without a durable intent there is no call. */
  readonly exchange: Intended;
  readonly messages: readonly Message<MaskedText>[];
  readonly constraint: Constraint;
}

export type GenerationEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'end'; readonly finish: FinishReason; readonly usage: Usage };
