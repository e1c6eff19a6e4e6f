/** A value as it was written once, and which placeholder stands for it. */
export interface KeptValue {
  readonly label: string;
  /** Id of its entity type; undefined for text that only looked like a placeholder. */
  readonly type: string | undefined;
  /** 1 for the first value of the label. */
  readonly number: number;
  /** 0 for the first written form of the value. */
  readonly form: number;
  readonly original: string;
}

/** What a vault hands on to the next exchange of the same conversation. */
export interface KeptValues {
  /** Secret of the vault: makes the check letters of its placeholders. */
  readonly key: Uint8Array;
  readonly values: readonly KeptValue[];
}

/** Keeps the values of one conversation, sealed, from one exchange to the next. */
export interface ValueStore {
  /** Undefined when nothing is kept, or no longer. */
  load(): Promise<KeptValues | undefined>;
  /** Adds values. @throws AppError when another exchange has given the same placeholders meanwhile */
  save(kept: KeptValues): Promise<void>;
}
