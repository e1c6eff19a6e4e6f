import canonicalize from 'canonicalize';
import type { Evidence } from '../domain/evidence.ts';
import type { Generated, Grounded, Intended } from '../domain/exchange.ts';
import { actorOf } from '../domain/principal.ts';
import { sha256Hex } from '../util/hash.ts';
import type { Content } from './content/content.ts';
import type { UnsealedBody } from './exchange-bodies.ts';
import { MOST_WORDS } from './field.ts';

type Body<T extends UnsealedBody['type']> = Extract<UnsealedBody, { type: T }>;

/** What the intent of an exchange says: who, by which policy, on which model and evidence. No text. */
export function intentBody(exchange: Grounded): Body<'exchange.intended'> {
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
  };
}

/** What is sealed beside the intent: the masked conversation and evidence, what is behind their placeholders, and who is named. */
export function promptContent(exchange: Grounded): Content {
  return { ...contentOf(exchange, promptText(exchange)), subjects: [...exchange.vault.subjects()] };
}

/** What is sealed beside an outcome. Who is named is found by the intent of the same exchange. */
export function answerContent(exchange: Grounded, answer: string): Content {
  return { ...contentOf(exchange, JSON.stringify(answer)), subjects: [] };
}

function contentOf({ vault }: Grounded, text: string): Pick<Content, 'text' | 'values'> {
  return { text, values: vault.originals(text).map((value) => ({ ...value })) };
}

/**
 * The masked conversation and evidence as one text. JSON.stringify escapes lone surrogates, so two different prompts never
 * share it.
 */
function promptText({ messages, evidence }: Pick<Grounded, 'messages' | 'evidence'>): string {
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
export function outcomeBody(exchange: Generated, latencyMs: number): Body<'exchange.completed'> {
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
  };
}

/** How an exchange failed after its intent. */
export function failureBody(
  exchange: Intended,
  failure: { readonly code: string; readonly latencyMs: number },
): Body<'exchange.failed'> {
  return {
    type: 'exchange.failed',
    ...outcomeOf(exchange),
    code: failure.code,
    latency_ms: failure.latencyMs,
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
