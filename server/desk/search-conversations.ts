import { listConversations, type StoreContext } from './conversation-store.ts';
import { listTurns } from './turn-store.ts';
import type { Conversation } from './conversation.ts';

/** Conversations that are opened for one search, newest first. */
const MOST_OPENED = 300;
const PAGE = 50;
const MOST_HITS = 30;
/** Characters around the place that was found. */
const BEFORE = 40;
const AFTER = 120;

export interface ConversationHit {
  readonly conversation: Conversation;
  /** Text around the place, from the title, a question or an answer. */
  readonly excerpt: string;
}

export interface ConversationHits {
  /** The one asked in last comes first. */
  readonly hits: readonly ConversationHit[];
  /** False when older conversations were not looked at. */
  readonly complete: boolean;
}

/**
 * Finds the words of a query in the titles, questions and answers of one person's conversations. They are sealed, so
 * there is no index: the newest are opened one after the other, up to a bound.
 */
export async function searchConversations(
  context: StoreContext,
  owner: string,
  query: string,
): Promise<ConversationHits> {
  const words = normalise(query).split(' ').filter(Boolean);
  const hits: ConversationHit[] = [];
  let after: Parameters<typeof listConversations>[2]['after'];
  for (let opened = 0; opened < MOST_OPENED; opened += PAGE) {
    const page = await listConversations(context, owner, { after, limit: PAGE });
    for (const conversation of page.conversations) {
      const excerpt = await findIn(context, conversation, words);
      if (excerpt !== undefined) hits.push({ conversation, excerpt });
      if (hits.length === MOST_HITS) return { hits, complete: false };
    }
    after = page.next;
    if (after === undefined) return { hits, complete: true };
  }
  return { hits, complete: false };
}

async function findIn(
  context: StoreContext,
  { id, title }: Conversation,
  words: readonly string[],
): Promise<string | undefined> {
  const box = await context.keys.find(id);
  if (box === undefined) return undefined;
  const turns = await listTurns(context, id, box);
  const texts = [title, ...turns.flatMap(({ question, answer }) => [question, answer])];
  const found = texts.find((text) => holdsAll(text, words));
  return found === undefined ? undefined : excerptOf(found, words[0] ?? '');
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const normal = normalise(text);
  return words.every((word) => normal.includes(word));
}

function excerptOf(text: string, word: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  const at = Math.max(0, line.toLowerCase().indexOf(word));
  const start = Math.max(0, at - BEFORE);
  const end = Math.min(line.length, at + AFTER);
  return `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
