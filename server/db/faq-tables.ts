/** Approved answers and the questions that nothing answered; written as the other tables are (tables.ts). */

export interface FaqEntriesTable {
  id: string;
  collection_id: string;
  /** Of the newest version, to list and search by. */
  question: string;
  /** The approved version that answers; null while there is none. */
  live_version: number | null;
  /** JSON array of roles that narrow the collection's readers, of the approved version and of the draft. */
  live_readers: string | null;
  /** The approved version answers until then. */
  expires_at: string | null;
  /** The version that is being written; null while nobody does. */
  draft_version: number | null;
  draft_readers: string | null;
  /** `draft` or `in-review`. */
  draft_state: string | null;
  /** The gap it was written for. */
  gap_id: string | null;
  created_at: string;
  updated_at: string;
}

export interface FaqVersionsTable {
  entry_id: string;
  /** 1 for the first. */
  version: number;
  /** `draft`, `in-review`, `approved`, `replaced` or `retired`. */
  state: string;
  /** JSON: question, paraphrases, answer, languages, owner, readers, sources, expiry. */
  contents: string;
  /** JSON array of the ids of everybody who wrote at it: none of them approves it. */
  authors: string;
  /** Why it was sent back. */
  note: string | null;
  created_at: string;
  updated_at: string;
  approved_by: string | null;
  approved_at: string | null;
}

/** Wordings of the approved question. */
export interface FaqPhrasesTable {
  entry_id: string;
  position: number;
  text: string;
  /** As `ChunksTable.embedding`. */
  embedding: string;
  /** Which model made the vector. */
  embedder: string;
}

/** A question that nothing answered well; nothing says who asked it. */
export interface GapsTable {
  id: string;
  /** JSON array of the collections that were asked, sorted. */
  scope: string;
  language: string;
  /** `open`, `drafted`, `answered` or `dismissed`. */
  state: string;
  /** Sealed JSON: its wordings, masked, and the vector of the first. */
  contents: string;
  /** How often it was declined, answered on weak support, and disliked. */
  declined: number;
  unsure: number;
  disliked: number;
  /** Why it was dismissed. */
  dismissal: string | null;
  first_asked_at: string;
  last_asked_at: string;
  /** When it was asked again in vain after it had been answered. */
  reopened_at: string | null;
}

export interface GapDaysTable {
  gap_id: string;
  /** `2026-11-27`, UTC. */
  day: string;
  count: number;
}
