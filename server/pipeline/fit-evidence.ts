import { type Evidence, strengthOf } from '../domain/evidence.ts';
import type { Grounded } from '../domain/exchange.ts';
import type { MaskedText } from '../domain/masked.ts';
import type { Inference } from '../inference/inference.ts';
import { buildPrompt, evidenceLine, type Prompts } from '../inference/prompts.ts';

export interface FitEvidenceDeps {
  readonly inference: Pick<Inference, 'countTokens'>;
  readonly prompts: Prompts;
}

/** Tokens that a chat template adds around one message, at most. */
const AROUND_MESSAGE = 32;
/** Share of the context that a freely written answer keeps, if it may be that long. */
const ANSWER_SHARE = 0.25;

/**
 * Keeps as much of the evidence, best first, as fits the model's context beside the question and the answer. Tokens are
 * counted by the model's own tokenizer; no text has more tokens than UTF-8 bytes, so a prompt that fits in bytes, as
 * nearly all do, is not counted. Nothing is cut in the middle of a sentence.
 * @throws AppError ERR_INFERENCE_UNAVAILABLE when the model is needed for counting and cannot be reached
 */
export async function fitEvidence(
  { inference, prompts }: FitEvidenceDeps,
  grounded: Grounded,
): Promise<Grounded> {
  const { model, evidence } = grounded;
  if (evidence.length === 0) return grounded;
  const bare = buildPrompt(prompts, { ...grounded, evidence: [] }).messages;
  const lines = evidence.map((item) => evidenceLine(prompts, grounded, item));
  const texts = [...bare.map(({ content }) => content), ...lines];
  const share = (sizes: readonly number[]): Evidence[] =>
    fitting(evidence, sizes.slice(bare.length), {
      room: model.contextTokens - sum(sizes.slice(0, bare.length)) - bare.length * AROUND_MESSAGE,
      answer: grounded.grounding === 'verbatim' ? 'one of them' : answerTokens(grounded),
    });
  if (share(texts.map(bytesOf)).length === evidence.length) return grounded;
  return withEvidence(grounded, share(await inference.countTokens(model, texts)));
}

interface Budget {
  /** Tokens for evidence and answer together. */
  readonly room: number;
  /** Tokens of the answer; `one of them` when it repeats a piece of evidence. */
  readonly answer: number | 'one of them';
}

/** What is too long is passed over, and something shorter behind it may still fit. */
function fitting(
  evidence: readonly Evidence[],
  sizes: readonly number[],
  { room, answer }: Budget,
): Evidence[] {
  let used = 0;
  let longest = 0;
  return evidence.filter((_, at) => {
    // The line break after it is one token more.
    const size = (sizes[at] ?? 0) + 1;
    const reserve = answer === 'one of them' ? Math.max(longest, size) : answer;
    if (used + size + reserve > room) return false;
    used += size;
    longest = Math.max(longest, size);
    return true;
  });
}

function withEvidence(grounded: Grounded, kept: readonly Evidence[]): Grounded {
  const evidence = kept.map((item, at) => ({ ...item, number: at + 1 }));
  return { ...grounded, evidence, strength: strengthOf(evidence) };
}

function answerTokens({ sampling, model }: Grounded): number {
  return Math.min(sampling.maxTokens, Math.floor(model.contextTokens * ANSWER_SHARE));
}

function bytesOf(text: MaskedText): number {
  return Buffer.byteLength(text, 'utf8');
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
