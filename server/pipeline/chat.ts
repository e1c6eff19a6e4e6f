import type { Intended } from '../domain/exchange.ts';
import { buildPrompt } from '../inference/prompts.ts';
import { type Draft, type GenerateDeps, readGeneration } from './draft.ts';
import type { Release } from './release.ts';

/** Answers from the conversation alone and streams as the model writes. Nothing is cited, nothing is checked. */
export async function chat(
  { inference, prompts }: GenerateDeps,
  intended: Intended,
  release: Release,
): Promise<Draft> {
  const { messages, constraint } = buildPrompt(prompts, intended);
  const events = inference.generate({ exchange: intended, messages, constraint }, intended.signal);
  let answer = '';
  const ending = await readGeneration(events, (text) => {
    answer += text;
    release.write(text);
  });
  release.end();
  return {
    prompt: messages,
    answer,
    cited: [],
    decision: 'chatted',
    check: { supported: 0, removed: 0 },
    ...ending,
  };
}
