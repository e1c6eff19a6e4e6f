import { z } from 'zod';
import { feedbackReasons, ratings, turnStates } from '../../desk/turn.ts';
import { chatCompletionChunk } from './chat-completion.ts';
import { extensionResponse } from './extension.ts';

export const conversation = z
  .object({
    id: z.string(),
    /** Empty before the first question. */
    title: z.string(),
    turns: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Conversation', description: 'What one person asked and was answered.' });

export const seen = z
  .object({
    messages: z.array(
      z.object({ role: z.enum(['system', 'user', 'assistant', 'tool']), content: z.string() }),
    ),
    answer: z.string(),
  })
  .meta({
    id: 'Seen',
    description:
      'What the model saw, with placeholders for what was masked. No messages: no model was asked, the evidence was too weak.',
  });

export const feedback = z
  .object({
    rating: z.enum(ratings),
    reasons: z.array(z.enum(feedbackReasons)).max(32).default([]),
    comment: z.string().max(2000).default(''),
  })
  .meta({ id: 'Feedback', description: 'What the asker thinks of an answer.' });

export const turn = z
  .object({
    id: z.string(),
    position: z.int(),
    question: z.string(),
    answer: z.string(),
    state: z.enum(turnStates),
    model: z.string(),
    /** Absent when the turn was stopped or failed. */
    outcome: extensionResponse.extend({ seen }).optional(),
    feedback: feedback.optional(),
    createdAt: z.string(),
  })
  .meta({ id: 'Turn', description: 'One question of a conversation and what became of it.' });

export const conversationFile = z
  .object({
    id: z.string(),
    name: z.string(),
    format: z.string(),
    bytes: z.int(),
    passages: z.int(),
    createdAt: z.string(),
  })
  .meta({ id: 'ConversationFile', description: 'A file whose text answers questions of one conversation.' });

export const turnChunk = chatCompletionChunk
  .extend({ intramura: extensionResponse.extend({ seen, turn: z.string() }).optional() })
  .meta({
    id: 'TurnChunk',
    description: 'One event of a streamed answer in a conversation; the last one says what the model saw.',
  });
