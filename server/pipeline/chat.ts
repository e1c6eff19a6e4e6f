import type { Intended } from '../domain/exchange.ts';
import { buildPrompt } from '../inference/prompts.ts';
import type { Draft, GenerateDeps } from './generate.ts';
import type { Release } from './release.ts';

/** Answers from the conversation alone and streams as the model writes. Nothing is cited, nothing is checked. */
export async function chat(
  { inference, prompts }: GenerateDeps,
  intended: Intended,
  release: Release,
): Promise<Draft> {
  const { messages, constraint } = buildPrompt(prompts, intended);
  const unchecked = { cited: [], decision: 'chatted', check: { supported: 0, removed: 0 } } as const;
  let answer = '';
  for await (const event of inference.generate(
    { exchange: intended, messages, constraint },
    intended.signal,
  )) {
    if (event.kind === 'end') {
      release.end();
      return { answer, ...unchecked, finish: event.finish, usage: event.usage };
    }
    answer += event.text;
    release.write(event.text);
  }
  throw new Error('The generation ended without its end event.');
}
