import canonicalize from 'canonicalize';
import type { Evidence } from '../domain/evidence.ts';
import type { Generated, Grounded, Intended } from '../domain/exchange.ts';
import { actorOf } from '../domain/principal.ts';
import { sha256Hex } from '../util/hash.ts';
import { commit } from './commitment.ts';
import { MOST_WORDS } from './field.ts';
import type { EntryBody } from './leaf.ts';

type Body<T extends EntryBody['type']> = Extract<EntryBody, { type: T }>;

/** What the intent of an exchange says: who, by which policy, on which model and evidence. No text. */
export function intentBody(key: Uint8Array, exchange: Grounded): Body<'exchange.intended'> {
  const { id, principal, model, obligations, policy, sampling } = exchange;
  return {
    type: 'exchange.intended',
    exchange: id,
    actor: actorOf(principal),
    roles: [...principal.roles],
    reasons: [...policy.reasons],
    model: { id: model.id, digest: sha256Hex(canonicalize(model.files) ?? '') },
    mask_profile: obligations.maskProfile,
    redaction: { ...exchange.vault.counts() },
    collections: listOrDigest(exchange.collections),
    sources: exchange.evidence.map(({ document, chunk, score }) => ({
      document,
      chunk,
      score: milli(score),
    })),
    grounding: exchange.grounding,
    strength: exchange.strength,
    sampling: {
      max_tokens: sampling.maxTokens,
      temperature_milli: milli(sampling.temperature),
      top_p_milli: milli(sampling.topP),
      stops: sampling.stop.length,
      format: exchange.format.kind,
    },
    prompt: commit(key, 'prompt', id, promptText(exchange)),
  };
}

/**
 * The masked conversation and evidence as one text, to commit to. JSON.stringify escapes lone surrogates, so two
 * different prompts never share it.
 */
export function promptText({ messages, evidence }: Pick<Grounded, 'messages' | 'evidence'>): string {
  return JSON.stringify([
    messages.map(({ role, content }) => [role, content]),
    evidence.map(({ sentence }) => sentence),
  ]);
}

/** The ids themselves while they are few. A caller who may read thousands must not make every entry that long. */
function listOrDigest(ids: readonly string[]): Body<'exchange.intended'>['collections'] {
  if (ids.length <= MOST_WORDS) return [...ids];
  return { count: ids.length, digest: sha256Hex(canonicalize(ids.toSorted()) ?? '') };
}

/** What became of an exchange. */
export function outcomeBody(
  key: Uint8Array,
  exchange: Generated,
  latencyMs: number,
): Body<'exchange.completed'> {
  const { check, usage } = exchange;
  return {
    type: 'exchange.completed',
    ...outcomeOf(exchange),
    decision: exchange.decision,
    supported: check.supported,
    removed: check.removed,
    cited: exchange.cited.map(passageOf),
    tokens: { prompt: usage.promptTokens, completion: usage.completionTokens },
    finish: exchange.finish,
    latency_ms: latencyMs,
    answer: commit(key, 'answer', exchange.id, JSON.stringify(exchange.answer)),
  };
}

/** How an exchange failed after its intent, with a commitment to the masked text that went out before. */
export function failureBody(
  key: Uint8Array,
  exchange: Intended,
  failure: { readonly code: string; readonly sent: string; readonly latencyMs: number },
): Body<'exchange.failed'> {
  return {
    type: 'exchange.failed',
    ...outcomeOf(exchange),
    code: failure.code,
    latency_ms: failure.latencyMs,
    answer: commit(key, 'answer', exchange.id, JSON.stringify(failure.sent)),
  };
}

function outcomeOf({ id, principal, intent }: Intended): {
  exchange: string;
  actor: ReturnType<typeof actorOf>;
  outcome_of: number;
} {
  return { exchange: id, actor: actorOf(principal), outcome_of: intent.seq };
}

function passageOf({ document, chunk }: Evidence): { document: string; chunk: string } {
  return { document, chunk };
}

/** Entries hold no fractions: a score of 0.83 is 830. */
function milli(value: number): number {
  return Math.max(0, Math.round(value * 1000));
}
