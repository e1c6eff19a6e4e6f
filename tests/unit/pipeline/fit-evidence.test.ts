import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Grounded } from '../../../server/domain/exchange.ts';
import type { ModelCard } from '../../../server/domain/model-card.ts';
import { loadPrompts } from '../../../server/inference/prompts.ts';
import { fitEvidence } from '../../../server/pipeline/fit-evidence.ts';
import { evidenceOf, intendedExchange, masked } from '../inference/intended-exchange.ts';
import { cardOf, MODELS } from '../inference/starter-cards.ts';

const prompts = loadPrompts(join(MODELS, 'prompts'));
const question = { role: 'user', content: masked('How many days?') } as const;

/** Counts one token for each character, and how often it was asked. */
function countingModel(): {
  asked: () => number;
  countTokens: (m: ModelCard, texts: readonly string[]) => Promise<number[]>;
} {
  let asked = 0;
  return {
    asked: () => asked,
    countTokens(_, texts) {
      asked += 1;
      return Promise.resolve(texts.map((text) => text.length));
    },
  };
}

function groundedOn(sentences: readonly string[], contextTokens: number): Grounded {
  const evidence = sentences.map((sentence, at) => evidenceOf(at + 1, 'T', sentence));
  const model = { ...cardOf('chat'), contextTokens };
  return intendedExchange(model, {
    grounding: 'verbatim',
    evidence,
    messages: [question],
    strength: 'strong',
  });
}

test('evidence that fits in bytes is left alone, and nothing is counted', async () => {
  const model = countingModel();
  const grounded = groundedOn(['One.', 'Two.', 'Three.'], 2048);
  expect(await fitEvidence({ inference: model, prompts }, grounded)).toBe(grounded);
  expect(model.asked()).toBe(0);
});

test('what does not fit is left out, the rest is numbered anew, and no sentence is cut', async () => {
  const model = countingModel();
  // Chinese has three bytes to a character, so bytes say no where tokens say yes.
  const grounded = groundedOn(['好'.repeat(120), '长'.repeat(900), '短'.repeat(60)], 800);
  const { evidence, strength } = await fitEvidence({ inference: model, prompts }, grounded);
  expect(model.asked()).toBe(1);
  expect(evidence.map(({ number, sentence }) => [number, sentence])).toEqual([
    [1, '好'.repeat(120)],
    [2, '短'.repeat(60)],
  ]);
  expect(strength).toBe('strong');
});

test('evidence none of which fits answers nothing', async () => {
  const grounded = groundedOn(['x'.repeat(3000)], 1000);
  expect(await fitEvidence({ inference: countingModel(), prompts }, grounded)).toMatchObject({
    evidence: [],
    strength: 'none',
  });
});
