/** Keys of what the audit log keeps sealed. Wrapped keys are sealed with AES-256-GCM, base64. */

export interface AuditKeyStateTable {
  /** 1: there is one row. */
  id: number;
  /** Number of the epoch key that wraps the keys below. */
  epoch: number;
  /** Key of the tags in the subject index, wrapped by the epoch key. */
  index_key: string;
  /** Every entry up to this one has its row in `audit_content_keys.seq` and its tags in the index. */
  indexed: number;
}

export interface AuditSubjectKeysTable {
  /** Id of the person or application whose entries it is for. */
  subject: string;
  /** Wrapped by the epoch key. */
  wrapped: string;
}

export interface AuditContentKeysTable {
  id: string;
  subject: string;
  /** Wrapped by the subject's key. */
  wrapped: string;
  /** The entry whose content it opens; null while it lies ready, and for a moment after it was used. */
  seq: number | null;
}

export interface AuditSubjectIndexTable {
  /** HMAC-SHA-256 of a term, the first 16 bytes, hex. */
  tag: string;
  /** An entry in whose content it stands. */
  seq: number;
}

/** Erasures that have begun: finished at the next start when a crash came in between. */
export interface AuditErasuresTable {
  request: string;
  /** JSON: the entries, as ranges. */
  ranges: string;
}

export interface AuditKeysTables {
  audit_key_state: AuditKeyStateTable;
  audit_subject_keys: AuditSubjectKeysTable;
  audit_content_keys: AuditContentKeysTable;
  audit_subject_index: AuditSubjectIndexTable;
  audit_erasures: AuditErasuresTable;
}
