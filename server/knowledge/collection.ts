import { AppError } from '../errors.ts';

/**
 * When the values in its documents are masked. `at-use`: whenever a model is to see them; they are stored as they are.
 * `in-store`: before they are stored, for good; the file they came from is not kept.
 */
export const maskings = ['at-use', 'in-store'] as const;
export type Masking = (typeof maskings)[number];

/** A set of documents with one classification and one set of readers. */
export interface Collection {
  readonly id: string;
  readonly name: string;
  readonly classification: string;
  /** Chosen when it is made: what is stored already would stay as it is. */
  readonly masking: Masking;
  /** Roles that may read it. */
  readonly readers: readonly string[];
  readonly createdAt: string;
  /** When it or one of its documents was last changed. */
  readonly changedAt: string;
}

/** Masked at use when absent. */
export type NewCollection = Omit<Collection, 'createdAt' | 'changedAt' | 'masking'> &
  Partial<Pick<Collection, 'masking'>>;

export type CollectionChange = Partial<Omit<NewCollection, 'id' | 'masking'>>;

const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/u;

/** Collection ids go into filters of the index, so only these characters are ever let through. */
export function isCollectionId(id: string): boolean {
  return idPattern.test(id);
}

/** @throws AppError ERR_REQUEST_INVALID */
export function assertCollectionId(id: string): void {
  if (isCollectionId(id)) return;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'A collection id has 1 to 64 small letters, digits and hyphens and begins with a letter or digit.',
    { status: 400, param: 'id' },
  );
}
