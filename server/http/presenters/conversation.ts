import type { z } from 'zod';
import type { AnsweredTurn, Conversation, ConversationFile, Turn } from '../../desk/conversations.ts';
import type { Seen } from '../../domain/exchange.ts';
import type { conversation, conversationFile, seen, turn, turnChunk } from '../schemas/conversation.ts';
import { presentExtension } from './chat-completion.ts';

export function presentConversation(found: Conversation): z.input<typeof conversation> {
  const { id, title, turns, createdAt, updatedAt } = found;
  return { id, title, turns, createdAt, updatedAt };
}

export function presentTurn(found: Turn): z.input<typeof turn> {
  const { id, position, question, answer, state, model, outcome, feedback, createdAt } = found;
  return {
    id,
    position,
    question,
    answer,
    state,
    model,
    ...(outcome === undefined
      ? {}
      : { outcome: { ...presentExtension(outcome), seen: presentSeen(outcome.seen) } }),
    ...(feedback === undefined ? {} : { feedback }),
    createdAt,
  };
}

export function presentFile(found: ConversationFile): z.input<typeof conversationFile> {
  const { id, name, format, bytes, passages, createdAt } = found;
  return { id, name, format, bytes, passages: passages.length, createdAt };
}

/** What the last chunk of a turn carries. */
export function presentAnsweredTurn(answered: AnsweredTurn): z.input<typeof turnChunk>['intramura'] & object {
  return { ...presentExtension(answered), seen: presentSeen(answered.seen), turn: answered.turn };
}

function presentSeen({ messages, answer }: Seen): z.input<typeof seen> {
  return { messages: messages.map(({ role, content }) => ({ role, content })), answer };
}
