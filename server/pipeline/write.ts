import type { Evidence } from '../domain/evidence.ts';
import type { Intended } from '../domain/exchange.ts';
import { withoutLinks } from '../domain/neutralise.ts';
import { buildPrompt } from '../inference/prompts.ts';
import { createSentenceStream } from '../knowledge/sentence-stream.ts';
import { type ClaimCheck, createClaimCheck } from './check-claim.ts';
import { decline, declineUnasked } from './decline.ts';
import { type Draft, type Ending, type GenerateDeps, readGeneration } from './draft.ts';
import { quoteEvidence } from './quote.ts';
import type { Release } from './release.ts';

/**
 * Free grounding: the model writes, and each sentence is held against the evidence it cites as soon as it is
 * complete. What is not supported is removed, or marked where policy says so. If nothing is left, the best
 * evidence is quoted instead.
 */
export async function write(
  { inference, prompts, entail }: GenerateDeps,
  intended: Intended,
  release: Release,
): Promise<Draft> {
  const { messages, constraint, declineSentence } = buildPrompt(prompts, intended);
  if (intended.strength !== 'strong') return declineUnasked(declineSentence);
  const review = createReview(createClaimCheck(intended, entail), intended, release, declineSentence);
  const sentences = createSentenceStream();
  const events = inference.generate({ exchange: intended, messages, constraint }, intended.signal);
  const ending = await readGeneration(events, async (text) => {
    for (const sentence of sentences.push(text)) await review.take(sentence);
  });
  for (const sentence of sentences.end()) await review.take(sentence);
  return finish(review, intended, release, { prompt: messages, declineSentence, ...ending });
}

/** What became of the sentences so far. */
interface Review {
  /** Resolves when the sentence has been checked, and let go or not. */
  take(sentence: string): Promise<void>;
  readonly result: () => {
    answer: string;
    cited: readonly Evidence[];
    supported: number;
    removed: number;
    declined: boolean;
  };
}

/** Marks a sentence that stays although its evidence does not support it. */
const UNSUPPORTED_MARK = ' ⚠';

function createReview(
  check: ClaimCheck,
  { obligations }: Intended,
  release: Release,
  declineSentence: string,
): Review {
  const cited = new Map<number, Evidence>();
  let answer = '';
  let supported = 0;
  let removed = 0;
  let declined = false;
  const pass = (sentence: string): void => {
    const piece = answer === '' ? sentence.trimStart() : sentence;
    answer += piece;
    release.write(piece);
  };
  return {
    async take(written) {
      const sentence = withoutLinks(written);
      if (sentence.trim() === declineSentence) {
        declined = true;
        return;
      }
      const verdict = await check(sentence);
      if (verdict.supported) {
        supported += 1;
        for (const item of verdict.cited) cited.set(item.number, item);
        pass(sentence);
      } else {
        removed += 1;
        if (obligations.unsupported === 'flag') pass(sentence + UNSUPPORTED_MARK);
      }
    },
    result: () => ({
      answer,
      cited: [...cited.values()].toSorted((a, b) => a.number - b.number),
      supported,
      removed,
      declined,
    }),
  };
}

interface Closing extends Ending, Pick<Draft, 'prompt'> {
  readonly declineSentence: string;
}

function finish(review: Review, { evidence }: Intended, release: Release, ending: Closing): Draft {
  const { answer, cited, supported, removed, declined } = review.result();
  if (answer === '') {
    const [best] = evidence;
    const asked = { prompt: ending.prompt, usage: ending.usage, removed };
    if (declined || best === undefined) return decline(ending.declineSentence, asked);
    return quoteEvidence(best, asked);
  }
  release.end();
  return {
    prompt: ending.prompt,
    answer,
    cited,
    decision: 'answered',
    check: { supported, removed },
    finish: ending.finish,
    usage: ending.usage,
  };
}
