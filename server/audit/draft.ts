import type { AuditContentTable, AuditEntriesTable } from '../db/tables.ts';
import type { Content } from './content/content.ts';
import type { ContentKey } from './content/seal-content.ts';
import type { SeqRange } from './content/seq-ranges.ts';
import type { UnsealedBody } from './exchange-bodies.ts';
import type { PlainBody } from './leaf.ts';

interface Drafted {
  /** SHA-256 of the policy bundle that decided; the one in force when absent. */
  readonly policy?: string;
}

/** An entry that has no content. One about an exchange is none of these: it cannot be written without its content. */
export interface PlainDraft extends Drafted {
  readonly body: PlainBody;
  /** Entries whose sealed content goes in the same commit. */
  readonly erased?: readonly SeqRange[];
}

/** An entry about an exchange, with what is sealed beside it. */
export interface ContentDraft extends Drafted {
  readonly body: UnsealedBody;
  readonly content: Content;
  /** Durable, and used for nothing else. */
  readonly key: ContentKey;
}

/** An entry on its way into the log. */
export type Draft = PlainDraft | ContentDraft;

/** What one commit writes for a draft. */
export interface StampedEntry {
  readonly entry: AuditEntriesTable;
  readonly content?: AuditContentTable;
  readonly erased?: readonly SeqRange[];
}
