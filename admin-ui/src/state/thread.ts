import type { ChatMessage } from '../data/chat-message.ts';
import type { Evidence } from '../data/chat-event.ts';
import type { Failure } from '../api/failure.ts';

/** Where an exchange stands. */
export type Phase =
  | { readonly kind: 'waiting' } // asked, nothing has arrived
  | { readonly kind: 'writing' }
  | { readonly kind: 'complete'; readonly evidence: Evidence }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Exchange {
  readonly id: number;
  readonly question: string;
  /** What has arrived of the answer. */
  readonly answer: string;
  /** Ids of the collections that were chosen; none means all. */
  readonly collections: readonly string[];
  readonly phase: Phase;
}

/** The conversation, oldest first. It lives in memory only. */
export type Thread = readonly Exchange[];

export type ThreadEvent =
  | {
      readonly kind: 'asked';
      readonly id: number;
      readonly question: string;
      readonly collections: readonly string[];
    }
  | { readonly kind: 'arrived'; readonly id: number; readonly text: string }
  | { readonly kind: 'completed'; readonly id: number; readonly evidence: Evidence }
  | { readonly kind: 'stopped'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'withdrawn'; readonly id: number }
  | { readonly kind: 'cleared' };

/** The thread after an event. Events for an exchange that is gone change nothing. */
export function advance(thread: Thread, event: ThreadEvent): Thread {
  switch (event.kind) {
    case 'asked': {
      const { id, question, collections } = event;
      return [...thread, { id, question, collections, answer: '', phase: { kind: 'waiting' } }];
    }
    case 'arrived':
      return change(thread, event.id, (exchange) => ({
        ...exchange,
        answer: exchange.answer + event.text,
        phase: { kind: 'writing' },
      }));
    case 'completed':
      return enter(thread, event.id, { kind: 'complete', evidence: event.evidence });
    case 'stopped':
      return enter(thread, event.id, { kind: 'stopped' });
    case 'failed':
      return enter(thread, event.id, { kind: 'failed', failure: event.failure });
    case 'withdrawn':
      return thread.filter(({ id }) => id !== event.id);
    case 'cleared':
      return [];
    default:
      return event satisfies never;
  }
}

/** Whether an answer is under way. */
export function isBusy(thread: Thread): boolean {
  return thread.some(({ phase }) => phase.kind === 'waiting' || phase.kind === 'writing');
}

/**
 * The conversation as the model gets it, with a new question at its end. Exchanges without a whole answer stay
 * out: half an answer was not checked against its sources.
 */
export function toMessages(thread: Thread, question: string): readonly ChatMessage[] {
  const earlier = thread.filter(({ phase }) => phase.kind === 'complete');
  return [
    ...earlier.flatMap((exchange): ChatMessage[] => [
      { role: 'user', content: exchange.question },
      { role: 'assistant', content: exchange.answer },
    ]),
    { role: 'user', content: question },
  ];
}

function enter(thread: Thread, id: number, phase: Phase): Thread {
  return change(thread, id, (exchange) => ({ ...exchange, phase }));
}

function change(thread: Thread, id: number, apply: (exchange: Exchange) => Exchange): Thread {
  return thread.map((exchange) => (exchange.id === id ? apply(exchange) : exchange));
}
