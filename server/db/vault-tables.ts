export interface VaultsTable {
  conversation_id: string;
  /** The vault's secret, sealed (AES-256-GCM, base64) with a key that is in keys.db. */
  sealed_key: string;
  /** When something was last asked in its conversation. */
  used_at: string;
}

export interface VaultValuesTable {
  conversation_id: string;
  label: string;
  number: number;
  form: number;
  /** Sealed JSON: type and original. */
  sealed: string;
}
