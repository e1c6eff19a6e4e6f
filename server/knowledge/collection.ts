import { AppError } from '../errors.ts';
import { sha256Hex } from '../util/hash.ts';

/** A set of documents with one classification and one set of readers. */
export interface Collection {
  readonly id: string;
  readonly name: string;
  readonly classification: string;
  /** Roles that may read it. */
  readonly readers: readonly string[];
  readonly createdAt: string;
  /** When it or one of its documents was last changed. */
  readonly changedAt: string;
}

export type NewCollection = Omit<Collection, 'createdAt' | 'changedAt'>;

export type CollectionChange = Partial<Omit<NewCollection, 'id'>>;

export interface DocumentView {
  readonly id: string;
  readonly collection: string;
  readonly title: string;
  /** File name or path it was imported from. */
  readonly source: string;
  /** Media type. */
  readonly format: string;
  /** SHA-256 (hex) of the file. */
  readonly digest: string;
  readonly language: string;
  readonly bytes: number;
  /** How many chunks it was cut into. */
  readonly chunks: number;
  readonly createdAt: string;
}

/** The id of the document that `source` names in a collection: known before it is imported, kept when it is replaced. */
export function documentId(collection: string, source: string): string {
  return `doc_${sha256Hex(JSON.stringify([collection, source])).slice(0, 32)}`;
}

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
