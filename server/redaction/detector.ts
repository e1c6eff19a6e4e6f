import type { Span } from './rule.ts';
import type { TextView } from './text-view.ts';

/** A possible value. Offsets are of the view, half open. */
export interface Candidate {
  readonly type: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** The context word that announced the value, where one did. */
  readonly announcedBy?: Span;
  /** It was labelled, and its check digit is wrong. */
  readonly unverified?: true;
  /** The value stands there encoded. */
  readonly encoded?: true;
}

/** Finds values in a text. It throws rather than skip: a detector that fails closes the path. */
export interface Detector {
  readonly id: string;
  /** @param types ids of the entity types that are wanted. */
  detect(view: TextView, types: ReadonlySet<string>): readonly Candidate[];
}
