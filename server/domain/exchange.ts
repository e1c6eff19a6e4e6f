import type { AttachedPassage, Evidence, EvidenceStrength, Source } from './evidence.ts';
import type { ValueStore } from './kept-values.ts';
import type { MaskedCounts, MaskedSchema, MaskedText, MaskedToolOffer, Vault } from './masked.ts';
import type { InboundMessage, Message } from './message.ts';
import type { ModelCard } from './model-card.ts';
import type { Principal } from './principal.ts';
import type { ToolOffer } from './tool.ts';

/**
 * One exchange is a value that changes type from stage to stage:
 * Inbound → Admitted → Masked → Grounded → Kept → Intended → Generated → Recorded → Restored.
 * `Kept`, `Intended` and `Recorded` are branded: only `server/redaction` and `server/audit` make them, so an intent with
 * values that a conversation would forget, a model call without a durable intent, or an answer without a durable
 * outcome, does not compile.
 */

/** What the caller asks for: `auto` leaves it to policy and model. */
export type GroundingRequest = 'auto' | 'required' | 'verbatim' | 'off';

/** How this exchange is answered, once policy has decided. */
export type Grounding = 'verbatim' | 'free' | 'off';

export interface Sampling<T extends string = string> {
  readonly maxTokens: number;
  readonly temperature: number;
  readonly topP: number;
  readonly seed?: number;
  readonly stop: readonly T[];
}

export type ResponseFormat<S = Readonly<Record<string, unknown>>, O = ToolOffer> =
  | { readonly kind: 'text' }
  | { readonly kind: 'json' }
  | { readonly kind: 'json-schema'; readonly schema: S }
  /** A call of one of the tools or, where it need not be one, text; both in JSON (`toolAnswerSchema`). */
  | { readonly kind: 'tools'; readonly offer: O };

export interface Inbound {
  readonly id: string;
  readonly principal: Principal;
  readonly messages: readonly InboundMessage[];
  /** Requested model id; the default model when absent. */
  readonly model?: string;
  /** Requested collections; every readable one when absent. */
  readonly collections?: readonly string[];
  /** Passages of files that the asker attached; further evidence beside the knowledge. */
  readonly attached?: readonly AttachedPassage[];
  readonly grounding: GroundingRequest;
  readonly sampling: Sampling;
  readonly format: ResponseFormat;
  /** Where the conversation keeps its values; placeholders live for this exchange only when absent. */
  readonly valueStore?: ValueStore;
  /** Fires when the caller goes away. */
  readonly signal: AbortSignal;
}

/** What a policy decision demands of the exchange it allows. */
export interface Obligations {
  /** Name of a profile in policies/redaction. */
  readonly maskProfile: string;
  /** Whether placeholders are put back for this caller. */
  readonly restore: 'all' | 'none';
  readonly grounding: Grounding;
  /** What happens to a sentence that its evidence does not support. */
  readonly unsupported: 'remove' | 'flag';
}

/** Which policy decided, for the audit entry. */
export interface PolicyStamp {
  /** SHA-256 (hex) of the policy bundle. */
  readonly bundle: string;
  /** Ids of the policies that decided. */
  readonly reasons: readonly string[];
}

interface Common {
  readonly id: string;
  readonly principal: Principal;
  readonly model: ModelCard;
  /** Collections that this caller may read and wants searched. */
  readonly collections: readonly string[];
  /** Access groups of documents with rules of their own that this caller may read. */
  readonly groups: readonly string[];
  readonly obligations: Obligations;
  readonly policy: PolicyStamp;
  readonly valueStore?: ValueStore;
  readonly signal: AbortSignal;
}

export interface Admitted extends Common {
  readonly messages: readonly InboundMessage[];
  readonly attached: readonly AttachedPassage[];
  readonly sampling: Sampling;
  readonly format: ResponseFormat;
}

/** No original value from here on: they are in the vault. */
export interface Masked extends Common {
  readonly messages: readonly Message<MaskedText>[];
  readonly attached: readonly AttachedPassage<MaskedText>[];
  readonly sampling: Sampling<MaskedText>;
  readonly format: ResponseFormat<MaskedSchema, MaskedToolOffer>;
  readonly vault: Vault;
}

export interface Grounded extends Masked {
  /** What is asked: the asking sentences of the last user message, or all of it. */
  readonly question: MaskedText;
  readonly grounding: Grounding;
  /** Best first, numbered from 1. Empty when grounding is off. */
  readonly evidence: readonly Evidence[];
  readonly strength: EvidenceStrength;
  /** The approved answer to this very question, where there is one; then it is the only evidence, and no model is asked. */
  readonly approved?: Evidence;
}

declare const keptBrand: unique symbol;
declare const intendedBrand: unique symbol;
declare const recordedBrand: unique symbol;

/** Its values are durable where they outlive the exchange: the same value has the same placeholder in the next one. */
export interface Kept extends Grounded {
  readonly [keptBrand]: true;
}

/** Where an audit entry stands in the log. */
export interface EntryRef {
  readonly seq: number;
  /** Leaf hash, hex. */
  readonly hash: string;
}

/** The intent is durable: a model may be called. */
export interface Intended extends Kept {
  readonly intent: EntryRef;
  readonly [intendedBrand]: true;
}

export type FinishReason = 'stop' | 'length' | 'aborted';

export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** What became of the answer's sentences when they were held against their evidence. */
export interface CitationCheck {
  readonly supported: number;
  readonly removed: number;
}

/**
 * `answered`: the model's own words, checked; `quoted`: an evidence sentence word for word, under verbatim
 * grounding or because nothing of the model's answer survived the check; `approved`: an FAQ entry word for word,
 * without a model; `declined`: the evidence does not answer; `chatted`: grounding was off.
 */
export const decisions = ['answered', 'quoted', 'approved', 'declined', 'chatted'] as const;
export type Decision = (typeof decisions)[number];

export interface Generated extends Intended {
  /** The messages as the model was given them; empty when no model was asked. */
  readonly prompt: readonly Message<MaskedText>[];
  /** The whole answer, still with placeholders. */
  readonly answer: string;
  readonly cited: readonly Evidence[];
  readonly decision: Decision;
  readonly check: CitationCheck;
  readonly finish: FinishReason;
  readonly usage: Usage;
}

/** The outcome is durable: the answer may be released. */
export interface Recorded extends Generated {
  readonly outcome: EntryRef;
  readonly [recordedBrand]: true;
}

export interface Receipt {
  /** Sequence numbers of the two audit entries. */
  readonly intent: number;
  readonly outcome: number;
  /** Leaf hash of the outcome, hex. */
  readonly leaf: string;
}

/** What the model saw, with placeholders where values were masked. */
export interface Seen {
  /** The messages it was given; empty when no model was asked. */
  readonly messages: readonly Message[];
  /** The answer before originals were put back. */
  readonly answer: string;
}

/** What leaves the building block: the answer with the originals put back for this caller. */
export interface Restored {
  readonly id: string;
  readonly model: string;
  readonly answer: string;
  readonly sources: readonly Source[];
  readonly decision: Decision;
  readonly check: CitationCheck;
  readonly finish: FinishReason;
  readonly usage: Usage;
  readonly redaction: MaskedCounts;
  /** Values that went to the model as they are, which policy wants the caller to know. */
  readonly warned: MaskedCounts;
  /** Placeholders that stay in the answer: not issued in this exchange, or not for this caller. */
  readonly withheld: number;
  /** Name of the profile it was masked with. */
  readonly maskProfile: string;
  readonly receipt: Receipt;
  readonly seen: Seen;
}
