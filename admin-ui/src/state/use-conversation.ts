import { type Dispatch, type RefObject, useReducer, useRef, useState } from 'react';
import { ask as askServer } from '../data/chat.ts';
import { toFailure } from '../api/failure.ts';
import { advance, type Exchange, isBusy, type Thread, type ThreadEvent, toMessages } from './thread.ts';

export interface Conversation {
  readonly thread: Thread;
  /** Whether an answer is under way; then `ask` does nothing. */
  readonly busy: boolean;
  /** What stands in the question box. */
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  readonly ask: (question: string, collections: readonly string[]) => void;
  readonly stop: () => void;
  /** Asks the question of an exchange once more, in its place at the end. */
  readonly retry: (exchange: Exchange) => void;
  /** Forgets the thread and the draft. */
  readonly clear: () => void;
}

/** The conversation of one person, in memory. `onExpired` is called when the server no longer knows them. */
export function useConversation(onExpired: () => void): Conversation {
  const [thread, dispatch] = useReducer(advance, []);
  const [draft, setDraft] = useState('');
  const running = useRef<AbortController>(undefined);
  const lastId = useRef(0);
  const busy = isBusy(thread);

  const withdraw = (id: number, question: string): void => {
    dispatch({ kind: 'withdrawn', id });
    setDraft((typed) => (typed.trim() === '' ? question : `${question}\n\n${typed}`));
    onExpired();
  };
  const ask = (question: string, collections: readonly string[]): void => {
    if (busy) return;
    lastId.current += 1;
    const id = lastId.current;
    dispatch({ kind: 'asked', id, question, collections });
    setDraft('');
    void follow({ id, question, collections, thread, running, dispatch, withdraw });
  };
  const retry = (exchange: Exchange): void => {
    if (busy) return;
    dispatch({ kind: 'withdrawn', id: exchange.id });
    const typed = draft;
    ask(exchange.question, exchange.collections);
    setDraft(typed);
  };
  const stop = (): void => running.current?.abort();
  const clear = (): void => {
    stop();
    dispatch({ kind: 'cleared' });
    setDraft('');
  };
  return { thread, busy, draft, setDraft, ask, stop, retry, clear };
}

interface Question {
  readonly id: number;
  readonly question: string;
  readonly collections: readonly string[];
  readonly thread: Thread;
  readonly running: RefObject<AbortController | undefined>;
  readonly dispatch: Dispatch<ThreadEvent>;
  readonly withdraw: (id: number, question: string) => void;
}

/** Asks and turns what happens into events of the thread. Never rejects. */
async function follow({
  id,
  question,
  collections,
  thread,
  running,
  dispatch,
  withdraw,
}: Question): Promise<void> {
  const controller = new AbortController();
  running.current = controller;
  const { signal } = controller;
  const onText = (text: string): void => {
    if (!signal.aborted) dispatch({ kind: 'arrived', id, text });
  };
  try {
    const messages = toMessages(thread, question);
    const evidence = await askServer({ messages, collections, signal, onText });
    dispatch({ kind: 'completed', id, evidence });
  } catch (error) {
    const failure = toFailure(error);
    if (signal.aborted) dispatch({ kind: 'stopped', id });
    else if (failure.kind === 'session') withdraw(id, question);
    else dispatch({ kind: 'failed', id, failure });
  }
}
