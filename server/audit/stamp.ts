import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import { sealContent } from './content/seal-content.ts';
import type { SealedNote } from './content/subject-index.ts';
import type { ContentDraft, Draft, StampedEntry } from './draft.ts';
import type { UnsealedBody } from './exchange-bodies.ts';
import type { Commitment, CommittedField } from './commitment.ts';
import { encodeLeaf, type EntryBody, hashLeaf, type Leaf } from './leaf.ts';
import type { LogHead } from './log-file.ts';
import { searchColumns } from './search-columns.ts';

export interface StampOptions {
  readonly origin: string;
  readonly version: string;
  /** SHA-256 (hex) of the policy bundle in force. */
  readonly policyBundle: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Hears of every content that was sealed, before it is durable. */
  sealed(note: SealedNote): void;
}

/** Makes what is stored of a draft: place, time, boot, the sealed content, then the canonical text and its hash. */
export function createStamp(options: StampOptions): (draft: Draft, head: LogHead) => StampedEntry {
  const { origin, version, policyBundle, clock, random } = options;
  const boot = random(16).toString('hex');
  let made = 0;

  const stampEntry = (body: EntryBody, policy: string, head: LogHead): StampedEntry['entry'] => {
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

  const stampContent = (draft: ContentDraft, policy: string, head: LogHead): StampedEntry => {
    const { body, key, content } = draft;
    const seq = head.seq + 1;
    const place = { origin, seq, field: fieldOf(body), exchange: body.exchange };
    const { sealed, commitment } = sealContent(key, place, content, random);
    const entry = stampEntry(sealedBody(body, commitment), policy, head);
    options.sealed({ seq, key: key.id, subjects: content.subjects });
    return { entry, content: { seq, sealed: sealed.toString('base64') } };
  };

  return (draft, head) => {
    const { policy = policyBundle } = draft;
    if ('content' in draft) return stampContent(draft, policy, head);
    const { body, erased } = draft;
    const entry = stampEntry(body, policy, head);
    return erased === undefined ? { entry } : { entry, erased };
  };
}

function fieldOf({ type }: UnsealedBody): CommittedField {
  return type === 'exchange.intended' ? 'prompt' : 'answer';
}

function sealedBody(body: UnsealedBody, commitment: Commitment): EntryBody {
  switch (body.type) {
    case 'exchange.intended':
      return { ...body, prompt: commitment };
    case 'exchange.completed':
    case 'exchange.failed':
      return { ...body, answer: commitment };
    default:
      return body satisfies never;
  }
}
