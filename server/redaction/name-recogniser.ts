import type { UnmaskedText } from '../domain/unmasked.ts';
import type { Span } from './rule.ts';

/** A place that a model takes for a value. Offsets are UTF-16 code units of the text that it read, half open. */
export interface RecognisedSpan extends Span {
  /** Id of an entity type, one of those that the recogniser says it finds. */
  readonly type: string;
  /** The model's own confidence, between 0 and 1. */
  readonly score: number;
}

/**
 * Finds names and other values in running text by a model, beside the rules. It works outside of this process and may be
 * slow, down or wrong: it throws, or answers too late, rather than skip a text, and then the path is closed.
 */
export interface NameRecogniser {
  /** Id of the model, a part of the ids of its rules. */
  readonly model: string;
  /** Ids of the entity types that it finds. */
  readonly types: readonly string[];
  /** Least score of what it finds. */
  readonly threshold: number;
  /** Resolves when the model is loaded, at once where it is: loading takes nothing off the time for a text. */
  prepare(): Promise<void>;
  /**
   * What it finds in a text that it has read to its end, in order and disjoint. A signal that fires means that nobody
   * waits any more.
   * @throws AppError ERR_REQUEST_TOO_LARGE (413) for a text that is too long for the model to be read in time
   */
  recognise(text: UnmaskedText, signal: AbortSignal): Promise<readonly RecognisedSpan[]>;
}
