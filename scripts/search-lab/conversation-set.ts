import { readFileSync } from 'node:fs';
import { z } from 'zod';

const line = z.object({
  id: z.string(),
  lang: z.enum(['en', 'zh']),
  kind: z.enum(['follow-up', 'multi']),
  /** What was asked before, oldest first. */
  turns: z.array(z.string()),
  question: z.string(),
  documents: z.array(z.string()).min(1),
  sentences: z.array(z.string()).min(1),
});
export type ConversationLine = z.output<typeof line>;

/** The lines of samples/conversations.jsonl. */
export function readConversations(file = 'samples/conversations.jsonl'): ConversationLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => line.parse(JSON.parse(text)));
}
