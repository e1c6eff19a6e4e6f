import type { Generated } from 'kysely';
/** Tables of the knowledge; columns as in tables.ts. */

export interface CollectionsTable {
  id: string;
  name: string;
  classification: string;
  /** `at-use` or `in-store`. */
  masking: Generated<string>;
  /** JSON array of roles that may read it. */
  readers: string;
  created_at: string;
  /** When it or one of its documents was last changed; null when never since it was made. */
  changed_at: string | null;
}

export interface DocumentsTable {
  id: string;
  collection_id: string;
  title: string;
  /** File name or path it was imported from, behind the origin where there is one: unique in a collection. */
  source: string;
  /** Media type. */
  format: string;
  /** SHA-256 (hex) of the file. */
  digest: string;
  language: string;
  bytes: number;
  /** When it was first imported. */
  created_at: string;
  /** When the version in force was imported. */
  updated_at: string;
  /** 1 for the first. */
  version: number;
  /** 1 when a person has chosen the title: an import does not change it any more. */
  title_chosen: number;
  /** Id of its access group: the collection's id when it has no rules of its own. */
  access_group: string;
  /** Who answers for its contents. */
  owner: string | null;
  /** Id of the connected source that it comes from; null for one that was uploaded. */
  origin: string | null;
  /** Where that source has it. */
  address: string | null;
  /** Not read before; null for always. */
  effective_at: string | null;
  /** Not read from then on; null for never. */
  expires_at: string | null;
  /** JSON array of codes that the import put on it. */
  flags: string;
  /** MinHash of its text as base64; null when the text is too short to have one. */
  signature: string | null;
  /** Id of the document whose text this one repeats, wholly or nearly. */
  duplicate_of: string | null;
}

/** Documents of one collection that have the same rules of their own. Only these have a row. */
export interface AccessGroupsTable {
  id: string;
  collection_id: string;
  /** Null: that of the collection. */
  classification: string | null;
  /** JSON array of roles; null: those of the collection. */
  readers: string | null;
}

/** A version that was replaced. */
export interface DocumentVersionsTable {
  document_id: string;
  version: number;
  title: string;
  format: string;
  digest: string;
  language: string;
  bytes: number;
  /** When it was imported. */
  created_at: string;
  replaced_at: string;
  /** JSON: its chunks in reading order, so that a citation can still be opened. */
  contents: string;
}

/** Bands of signatures: documents that share one may be near-duplicates. */
export interface DocumentBandsTable {
  document_id: string;
  band: string;
}

export interface ChunksTable {
  id: string;
  document_id: string;
  collection_id: string;
  position: number;
  /** Heading path, page or sheet. */
  location: string;
  text: string;
  /** Vector as base64 of little-endian float32, so that the index can be rebuilt without the model. */
  embedding: string;
}
