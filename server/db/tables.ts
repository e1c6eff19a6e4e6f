import type { EvaluationTables } from './evaluation-tables.ts';
import type {
  AccessGroupsTable,
  ChunksTable,
  CollectionsTable,
  DocumentBandsTable,
  DocumentVersionsTable,
  DocumentsTable,
} from './knowledge-tables.ts';
import type {
  FaqEntriesTable,
  FaqPhrasesTable,
  FaqVersionsTable,
  GapDaysTable,
  GapsTable,
} from './faq-tables.ts';

import type { ApprovalsTable } from './approval-tables.ts';
import type { VaultsTable, VaultValuesTable } from './vault-tables.ts';

/** Times are RFC 3339 UTC text, JSON is text, flags are 0 or 1: the same on SQLite and PostgreSQL. */

export interface UsersTable {
  id: string;
  username: string;
  display_name: string;
  /** Argon2id, PHC string. */
  password_hash: string;
  /** JSON array of roles. */
  roles: string;
  created_at: string;
  disabled_at: string | null;
  last_sign_in_at: string | null;
  /** When the person chose the password; null while somebody else has given it. */
  password_chosen_at: string | null;
}

export interface SessionsTable {
  /** For showing and ending: says nothing about the session id in the cookie. */
  id: string;
  /** SHA-256 (hex) of the session id; the id itself is only in the cookie. */
  id_hash: string;
  user_id: string;
  created_at: string;
  last_seen_at: string;
  /** Absolute limit. */
  expires_at: string;
}

/** What a person wants of the first-run guide; no row before it was ever shown. */
export interface GuidesTable {
  user_id: string;
  /** 0 or 1. */
  skipped: number;
}

export interface ApiKeysTable {
  id: string;
  name: string;
  /** SHA-256 (hex) of the secret. */
  secret_hash: string;
  owner_id: string;
  /** JSON array of permissions. */
  scopes: string;
  /** JSON array of model ids, or null for all. */
  models: string | null;
  /** JSON array of collection ids, or null for all. */
  collections: string | null;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
}

export interface JobsTable {
  id: string;
  kind: string;
  /** JSON, no personal values. */
  payload: string;
  /** The collection it works on, where it works on one. */
  collection_id: string | null;
  state: string;
  /** What it is doing, by a name of its own kind of job. */
  stage: string | null;
  /** 0 to 1. */
  progress: number;
  /** What went wrong, for people. */
  error: string | null;
  error_code: string | null;
  /** JSON, no personal values: what an import has to tell when it is done. */
  outcome: string | null;
  /** 1 when a failed job can be tried again as it is. */
  retryable: number;
  created_by: string;
  created_at: string;
  updated_at: string;
}

/** A place that documents come from. */
export interface SourcesTable {
  id: string;
  collection_id: string;
  name: string;
  /** JSON, by kind. No secret. */
  settings: string;
  /** Sealed JSON (base64); null when the place asks for nothing. */
  credentials: string | null;
  interval_seconds: number;
  /** JSON: what its documents begin with. */
  defaults: string;
  /** 0 or 1. */
  enabled: number;
  /** JSON: in whose name scheduled runs act. */
  actor: string;
  created_at: string;
  next_run_at: string | null;
  /** The newest job that works on it. */
  job_id: string | null;
  /** JSON: how the last run went. */
  last_run: string | null;
}

/** What is known of an item of a source since it was last read. */
export interface SourceItemsTable {
  source_id: string;
  item_id: string;
  path: string;
  revision: string;
  document_id: string | null;
  /** Error code and reason, when this revision could not be made a document. */
  code: string | null;
  reason: string | null;
}

export interface SourceRunsTable {
  id: string;
  source_id: string;
  ended_at: string;
  /** JSON. */
  run: string;
}

/** Everything that was said is sealed (AES-256-GCM, base64) with the conversation's own key, which is in keys.db. */
export interface ConversationsTable {
  id: string;
  owner_id: string;
  /** Sealed text. */
  title: string;
  created_at: string;
  /** When something was last asked in it or it was renamed. */
  updated_at: string;
}

export interface TurnsTable {
  id: string;
  conversation_id: string;
  /** 1 for the first. */
  position: number;
  /** Sealed JSON: question, answer, sources, receipt, what the model saw. */
  contents: string;
  /** Sealed JSON; null while nobody has said anything about the answer. */
  feedback: string | null;
  created_at: string;
}

export interface ConversationFilesTable {
  id: string;
  conversation_id: string;
  /** Sealed JSON: name, kind, size and passages. */
  contents: string;
  /** Characters of its passages, to hold a conversation to its limit without opening anything. */
  characters: number;
  created_at: string;
}

/** An exchange in figures: neither whose it was nor what was said. */
export interface ExchangeFactsTable {
  id: string;
  at: string;
  model: string | null;
  /** Null when it failed. */
  decision: string | null;
  /** Error code of one that failed. */
  code: string | null;
  language: string;
  /** Milliseconds from the question to its end. */
  ms: number;
  /** Null when it failed, and in facts from before profiles were kept. */
  mask_profile: string | null;
}

export interface MaskedFactsTable {
  fact_id: string;
  at: string;
  /** Entity type. */
  type: string;
  count: number;
}

export interface RatingFactsTable {
  turn_id: string;
  at: string;
  /** `up` or `down`; reasons and comment are sealed with the turn. */
  rating: string;
}

export interface SettingsTable {
  name: string;
  value: string;
}

export interface SchemaMigrationsTable {
  id: number;
  name: string;
  applied_at: string;
}

export interface AppTables extends EvaluationTables {
  users: UsersTable;
  sessions: SessionsTable;
  guides: GuidesTable;
  api_keys: ApiKeysTable;
  collections: CollectionsTable;
  documents: DocumentsTable;
  access_groups: AccessGroupsTable;
  document_versions: DocumentVersionsTable;
  document_bands: DocumentBandsTable;
  chunks: ChunksTable;
  jobs: JobsTable;
  sources: SourcesTable;
  source_items: SourceItemsTable;
  source_runs: SourceRunsTable;
  conversations: ConversationsTable;
  turns: TurnsTable;
  conversation_files: ConversationFilesTable;
  vaults: VaultsTable;
  vault_values: VaultValuesTable;
  exchange_facts: ExchangeFactsTable;
  masked_facts: MaskedFactsTable;
  rating_facts: RatingFactsTable;
  faq_entries: FaqEntriesTable;
  faq_versions: FaqVersionsTable;
  faq_phrases: FaqPhrasesTable;
  gaps: GapsTable;
  gap_days: GapDaysTable;
  approvals: ApprovalsTable;
  settings: SettingsTable;
  schema_migrations: SchemaMigrationsTable;
}

export interface AuditEntriesTable {
  seq: number;
  /** Leaf hash, hex. */
  hash: string;
  /** Leaf hash of the entry before, hex; 64 zeros for the first. */
  prev: string;
  /** Copies of leaf fields to search by. The leaf is the authority. */
  type: string;
  exchange: string | null;
  at: string;
  /** Id of who did it. */
  actor: string | null;
  model: string | null;
  decision: string | null;
  /** RFC 8785 text, exactly as hashed. */
  leaf: string;
}

export interface AuditContentTable {
  /** Of the entry whose content it is. */
  seq: number;
  /** Key id, nonce, AES-256-GCM ciphertext, tag (base64). */
  sealed: string;
}

export interface AuditTables {
  audit_entries: AuditEntriesTable;
  audit_content: AuditContentTable;
  schema_migrations: SchemaMigrationsTable;
}

export interface ContentKeysTable {
  /** Id of the conversation. */
  id: string;
  /** The content key, sealed with the key-encryption key (base64). */
  wrapped: string;
  created_at: string;
}

export interface KeysTables {
  content_keys: ContentKeysTable;
  schema_migrations: SchemaMigrationsTable;
}
