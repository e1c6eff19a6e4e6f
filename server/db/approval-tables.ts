export interface ApprovalsTable {
  id: string;
  kind: string;
  /** JSON: which entry, person, scope or hold. Ids only. */
  about: string;
  /** By what somebody named in contents is found, sealed (base64); null for other kinds, and once it is decided. */
  terms: string | null;
  /** As somebody wrote it, with types in place of values. */
  reason: string;
  state: string;
  /** Id of a person. */
  asked_by: string;
  asked_at: string;
  /** After this it is neither granted nor, once granted, used. */
  expires_at: string;
  decided_by: string | null;
  decided_at: string | null;
}
