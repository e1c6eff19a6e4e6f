import { placeholdersIn, withoutPlaceholders } from '../../domain/placeholder.ts';
import { normaliseText } from '../normalise-text.ts';
import { type ReadQuestion, readQuestion } from './same-question.ts';

/** One wording of an approved question, and whom it may answer. */
interface Wording {
  readonly entry: string;
  readonly version: number;
  readonly collection: string;
  /** Empty for every reader of the collection. */
  readonly readers: readonly string[];
  readonly languages: readonly string[];
  readonly expiresAt: string;
  /** As it was written: personal values in it are compared with those of a question, masked alike. */
  readonly raw: string;
}

/** A wording ready to be compared. */
export interface Phrase extends Wording, ReadQuestion {
  /** Whether it holds personal values. */
  readonly personal: boolean;
  readonly key: string;
}

export interface PhraseSource extends Wording {
  /** The wording, masked. */
  readonly masked: string;
  readonly vector: Float32Array;
}

export function readPhrase({ masked, vector, ...wording }: PhraseSource): Phrase {
  return {
    ...wording,
    ...readQuestion(masked, vector),
    personal: placeholdersIn(masked).length > 0,
    key: exactKey(masked),
  };
}

const spacing = /[\s?!;:'"“”‘’()…、。·-]|[.,](?!\d)|(?<!\d)[.,]/gu;

/** Equal for wordings that differ in case, width, script, spaces and punctuation only. Signs that mean something stay: `1.5 %`. */
export function exactKey(question: string): string {
  return normaliseText(withoutPlaceholders(question)).toLowerCase().replaceAll(spacing, '');
}
