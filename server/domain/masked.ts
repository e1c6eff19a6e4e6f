import type { KeptValues } from './kept-values.ts';

declare const maskedBrand: unique symbol;

/**
 * Text whose personal and secret values have been replaced by placeholders.
 * Only `server/redaction` mints it (held by tests/architecture.test.ts), and everything that talks to a
 * model accepts nothing else: inference without redaction does not compile.
 */
export type MaskedText = string & { readonly [maskedBrand]: true };

declare const maskedSchemaBrand: unique symbol;

/** A JSON Schema in which every text, property names included, is masked. Only `server/redaction` mints it. */
export type MaskedSchema = Readonly<Record<string, unknown>> & { readonly [maskedSchemaBrand]: true };

/** Tools as a model may see them. */
export interface MaskedToolOffer {
  /** Name, description and parameters of each. */
  readonly definitions: readonly MaskedText[];
  /** Of the answer. */
  readonly schema: MaskedSchema;
}

/** One finding of the detectors. Offsets are UTF-16 code units of the text that was searched. */
export interface Finding {
  /** An entity type id, for example `CN_RESIDENT_ID`. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Confidence between 0 and 1. */
  readonly score: number;
  /** Id of the rule that matched, for example `cn-resident-id-18`. */
  readonly rule: string;
  /** The context word that announced the value, where one did. */
  readonly announcedBy?: { readonly start: number; readonly end: number };
  /** It was labelled, and its check digit is wrong. */
  readonly unverified?: true;
  /** The value stood there in Base64 or percent-encoding. */
  readonly encoded?: true;
}

/** Number of masked values per entity type. Carries no value. */
export type MaskedCounts = Readonly<Record<string, number>>;

/** Where restored text goes: into JSON, values are escaped as the inside of a string (RFC 8259, section 7). */
export type RestoreInto = 'text' | 'json';

/** Puts placeholders back while text arrives in pieces of any size. */
export interface StreamRestorer {
  /** Takes the next piece and returns what can already be shown. */
  push(piece: string): string;
  /** Returns what was held back. Call it once, at the end. */
  end(): string;
}

/** A value and the placeholder that stands for it in a text. */
export interface HiddenValue {
  readonly placeholder: string;
  /** Id of its entity type; absent for text that only looked like a placeholder. */
  readonly type?: string;
  readonly original: string;
}

/**
 * The originals behind the placeholders of one exchange. It lives in memory for the length of the exchange.
 * The same value gets the same placeholder within one vault, and in the vaults of one conversation; placeholders of two
 * conversations are unlinkable.
 */
export interface Vault {
  /**
   * @param seams offsets of line breaks that only join the parts of a message, ascending: a value may go on behind one
   * @throws AppError ERR_REDACTION_FAILED when a detector or a recogniser fails: masking never passes text through
   */
  mask(text: string, seams?: readonly number[]): Promise<MaskedText>;
  /**
   * Puts back placeholders that this vault issued and that policy lets this caller see; anything else stays as it is.
   * One pass, never rescanned.
   */
  restore(text: string, into?: RestoreInto): string;
  streamRestorer(into?: RestoreInto): StreamRestorer;
  /** How many placeholders of a text `restore` leaves: not issued here, or not for this caller. */
  withheld(text: string): number;
  /** How many values were replaced, each once. */
  counts(): MaskedCounts;
  /** How many values were let through with a warning, each once. */
  warned(): MaskedCounts;
  /** Values that were issued since the vault was opened and that the conversation must know again. */
  unkept(): KeptValues;
  /** What is behind the placeholders of a text that were issued here, each once, whoever asks: to be sealed, never to be shown. */
  originals(text: string): readonly HiddenValue[];
  /**
   * Every value that was found, in the one form that its written forms share (`subjectTerms`), each once: for an index by which
   * whoever is named in an exchange is found again.
   */
  subjects(): readonly string[];
  /** Types of values for which policy refuses the request that holds them. */
  blocked(): readonly string[];
  /** Forgets every original. */
  destroy(): void;
}
