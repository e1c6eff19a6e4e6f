import type { Evidence, Source } from '../domain/evidence.ts';
import type { Grounded, Inbound, Restored } from '../domain/exchange.ts';
import { neutralise } from '../domain/neutralise.ts';
import type { Principal } from '../domain/principal.ts';
import { LOWEST_THRESHOLD } from '../knowledge/abstention.ts';
import type { EvaluationQuestion } from '../knowledge/evaluation/question.ts';
import type { QuestionResult } from '../knowledge/evaluation/result.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import { noSink } from './answer-sink.ts';
import { answer, type Stages } from './answer.ts';

export interface EvaluateDeps {
  readonly stages: Stages;
  readonly knowledge: Pick<Knowledge, 'documents' | 'search' | 'place' | 'chunks'>;
  readonly random: RandomBytes;
}

export interface EvaluationRequest {
  readonly principal: Principal;
  readonly collection: string;
  readonly questions: readonly EvaluationQuestion[];
  readonly signal: AbortSignal;
}

/**
 * Asks each question in an exchange of its own, through every stage and with audit entries, and tells what became of
 * it. A question declined for weak support is asked once more as if its support sufficed, to learn what a lower
 * threshold would do; that answer counts for nothing else.
 */
export async function* evaluate(
  deps: EvaluateDeps,
  { principal, collection, questions, signal }: EvaluationRequest,
): AsyncGenerator<QuestionResult> {
  const documents = await deps.knowledge.documents(collection);
  const sources = new Map(documents.map(({ id, source }) => [id, source]));
  for (const asked of questions) {
    signal.throwIfAborted();
    const { question, language, document, sentence } = asked;
    const inbound = (): Inbound => inboundOf(question, collection, principal, signal, deps.random);
    const first = await askWatched(deps.stages, inbound());
    const answers = await wouldAnswer(deps.stages, first, inbound);
    const { decision, answer: text, sources: shown } = first.restored;
    const cited = shown[0]?.document;
    yield {
      language,
      document,
      sentence,
      decision,
      answer: text,
      source: cited === undefined ? null : (sources.get(cited) ?? cited),
      cited: document !== null && isNamed(document, cited, sources),
      gold: sentence !== null && holds(text, sentence),
      citations: shown.length,
      verbatim: await countVerbatim(deps.knowledge, shown),
      support: first.evidence[0]?.score ?? null,
      answers,
      ms: first.ms,
      baseline: await baselineOf(deps.knowledge, asked, collection, sources),
    };
  }
}

interface Watched {
  readonly restored: Restored;
  readonly evidence: readonly Evidence[];
  readonly ms: number;
}

async function askWatched(
  stages: Stages,
  inbound: Inbound,
  change: (grounded: Grounded) => Grounded = (grounded) => grounded,
): Promise<Watched> {
  let evidence: readonly Evidence[] = [];
  const ground: Stages['ground'] = async (masked) => {
    // A run is read by everybody who reads the collection, so it asks only of what all of them read.
    const grounded = change(await stages.ground({ ...masked, groups: [] }));
    ({ evidence } = grounded);
    return grounded;
  };
  const begin = performance.now();
  const restored = await answer({ ...stages, ground }, inbound, noSink);
  return { restored, evidence, ms: performance.now() - begin };
}

async function wouldAnswer(stages: Stages, first: Watched, inbound: () => Inbound): Promise<boolean> {
  if (first.restored.decision !== 'declined') return true;
  const [best] = first.evidence;
  if (best === undefined || best.sufficient || best.score < LOWEST_THRESHOLD) return false;
  const { restored } = await askWatched(stages, inbound(), sufficed);
  return restored.decision !== 'declined';
}

function sufficed(grounded: Grounded): Grounded {
  const evidence = grounded.evidence.map((item) => ({ ...item, sufficient: true }));
  return { ...grounded, evidence, strength: 'strong' };
}

function inboundOf(
  question: string,
  collection: string,
  principal: Principal,
  signal: AbortSignal,
  random: RandomBytes,
): Inbound {
  return {
    id: randomId('ex', random),
    principal,
    messages: [{ role: 'user', content: question }],
    collections: [collection],
    grounding: 'auto',
    sampling: { maxTokens: 256, temperature: 0, topP: 1, stop: [] },
    format: { kind: 'text' },
    signal,
  };
}

function isNamed(document: string, id: string | undefined, sources: ReadonlyMap<string, string>): boolean {
  return id !== undefined && (id === document || sources.get(id) === document);
}

/** Whatever its white space and case; an answer holds a sentence as it is neutralised. */
function holds(text: string, sentence: string): boolean {
  return squash(text).includes(squash(neutralise(sentence)));
}

function squash(text: string): string {
  return text.replaceAll(/\s+/gu, '').toLowerCase();
}

/** How many of the quotations stand word for word in the stored text at the place that they name. */
async function countVerbatim(
  knowledge: EvaluateDeps['knowledge'],
  shown: readonly Source[],
): Promise<number> {
  let verbatim = 0;
  for (const { document, id, quote, location } of shown) {
    const position = await knowledge.place(document, { chunk: id });
    if (position === undefined) continue;
    const { chunks } = await knowledge.chunks({ document, from: position, limit: 1 });
    if (chunks[0]?.location === location && chunks[0].text.includes(quote)) verbatim += 1;
  }
  return verbatim;
}

/** The best passage by words alone, taken as the answer whatever it says. */
async function baselineOf(
  knowledge: EvaluateDeps['knowledge'],
  { question, document, sentence }: EvaluationQuestion,
  collection: string,
  sources: ReadonlyMap<string, string>,
): Promise<QuestionResult['baseline']> {
  const [best] = await knowledge.search({
    text: question,
    collections: [collection],
    limit: 1,
    mode: 'text',
  });
  return {
    cited: document !== null && isNamed(document, best?.document, sources),
    gold: sentence !== null && best !== undefined && holds(neutralise(best.text), sentence),
  };
}
