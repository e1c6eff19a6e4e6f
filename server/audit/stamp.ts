import type { AuditEntriesTable } from '../db/tables.ts';
import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import { encodeLeaf, hashLeaf, type Leaf } from './leaf.ts';
import type { LogHead } from './log-file.ts';
import { searchColumns } from './search-columns.ts';
import type { Draft } from './writer.ts';

export interface StampOptions {
  readonly origin: string;
  readonly version: string;
  /** SHA-256 (hex) of the policy bundle in force. */
  readonly policyBundle: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** Makes the stored row of a draft: place, time, boot, then the canonical text and its hash. */
export function createStamp(options: StampOptions): (draft: Draft, head: LogHead) => AuditEntriesTable {
  const { origin, version, policyBundle, clock } = options;
  const boot = options.random(16).toString('hex');
  let made = 0;
  return ({ body, policy = policyBundle }, head) => {
    const leaf: Leaf = {
      v: 1,
      origin,
      seq: head.seq + 1,
      prev: head.hash,
      id: `${boot}.${(made += 1)}`,
      at: clock.now().toISOString(),
      boot,
      version,
      policy,
      ...body,
    };
    const text = encodeLeaf(leaf);
    const { seq, prev } = leaf;
    return { seq, hash: hashLeaf(text), prev, ...searchColumns(leaf), leaf: text };
  };
}
