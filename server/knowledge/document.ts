import { sha256Hex } from '../util/hash.ts';
import type { DocumentFlag } from './document-flag.ts';

/** What decides who may read a document besides its collection. What is undefined is as the collection has it. */
export interface OwnAccess {
  readonly classification: string | undefined;
  /** Roles. An empty list means, as for a collection, every role that reads at all, where the classification allows that. */
  readonly readers: readonly string[] | undefined;
}

/** When a document may be read, as RFC 3339 UTC: from `effectiveAt` on, and no more from `expiresAt` on. */
export interface Period {
  readonly effectiveAt: string | undefined;
  readonly expiresAt: string | undefined;
}

/** What the import of a file says of a document; it changes with each version. */
export interface DocumentContents {
  readonly title: string;
  /** Media type. */
  readonly format: string;
  /** SHA-256 (hex) of the file. */
  readonly digest: string;
  readonly language: string;
  readonly bytes: number;
}

/** A document as it stands. */
export interface DocumentView extends DocumentContents, OwnAccess, Period {
  readonly id: string;
  readonly collection: string;
  /** File name or path it was imported from. */
  readonly source: string;
  /** Id of the connected source that it comes from; undefined for one that was uploaded. */
  readonly origin: string | undefined;
  /** Where that source has it. */
  readonly address: string | undefined;
  /** How many chunks it was cut into. */
  readonly chunks: number;
  /** When it was first imported. */
  readonly createdAt: string;
  /** When the version in force was imported. */
  readonly updatedAt: string;
  /** 1 for the first. */
  readonly version: number;
  /** Whether a person has chosen the title, so that an import does not change it. */
  readonly titleChosen: boolean;
  /** Id of its access group. */
  readonly group: string;
  /** Who answers for its contents. */
  readonly owner: string | undefined;
  readonly flags: readonly DocumentFlag[];
  /** Id of the document whose text this one repeats, wholly or nearly. */
  readonly duplicateOf: string | undefined;
}

/** What people decide about a document. What is absent stays as it is, `null` goes back to the default. */
export interface DocumentChange {
  readonly title?: string;
  readonly classification?: string | null;
  readonly readers?: readonly string[] | null;
  readonly owner?: string | null;
  readonly effectiveAt?: string | null;
  readonly expiresAt?: string | null;
}

/** Where a document comes from. */
export interface DocumentPlace {
  readonly collection: string;
  /** File name or path. */
  readonly source: string;
  /** Id of the connected source; absent for a file that was uploaded. */
  readonly origin?: string;
}

/** The id of the document at this place: known before it is imported, kept when it is replaced. */
export function documentId(collection: string, source: string, origin?: string): string {
  return `doc_${sha256Hex(JSON.stringify([collection, sourceKey(source, origin)])).slice(0, 32)}`;
}

/** Unique in a collection: the same path in two connected sources is two documents. */
export function sourceKey(source: string, origin?: string): string {
  return origin === undefined ? source : `${origin}:${source}`;
}

/** What `sourceKey` was made from. */
export function sourceOf(key: string, origin: string | null): string {
  return origin === null ? key : key.slice(origin.length + 1);
}

export const documentStates = ['current', 'not-yet-effective', 'expired'] as const;
export type DocumentState = (typeof documentStates)[number];

/** Whether a document may be read at this time. From its effective time on it is current, from its expiry on it is expired. */
export function stateAt({ effectiveAt, expiresAt }: Period, now: Date): DocumentState {
  const at = now.getTime();
  if (expiresAt !== undefined && Date.parse(expiresAt) <= at) return 'expired';
  if (effectiveAt !== undefined && Date.parse(effectiveAt) > at) return 'not-yet-effective';
  return 'current';
}
