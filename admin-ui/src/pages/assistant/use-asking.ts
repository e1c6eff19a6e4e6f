import { notifyManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { toFailure } from '../../api/failure.ts';
import { type AnsweredTurn, askTurn, type AskTurn } from '../../data/ask-turn.ts';
import {
  conversationOptions,
  type OpenConversation,
  refreshConversationList,
  type Turn,
} from '../../data/conversations.ts';
import { type Asking, type AskingStore, createAskingStore } from './asking-store.ts';
import { createLiveText } from './live-text.ts';

/** One for the page, as there is one connection to each answer. */
const store = createAskingStore();

export interface Question {
  readonly question: string;
  readonly replaces?: string;
  readonly choices: Omit<AskTurn['body'], 'question' | 'replaces'>;
}

export interface UseAsking {
  readonly asking: Asking | undefined;
  readonly ask: (conversation: string, question: Question) => void;
  /** Forgets a failure. */
  readonly dismiss: () => void;
}

/** What is being asked in a conversation, and what asks. */
export function useAsking(conversation: string | undefined): UseAsking {
  const client = useQueryClient();
  const asking = useSyncExternalStore(store.watch, () =>
    conversation === undefined ? undefined : store.read(conversation),
  );
  const ask = useCallback(
    (id: string, question: Question) => void follow(store, client, id, question),
    [client],
  );
  const dismiss = useCallback(() => {
    if (conversation !== undefined) store.put(conversation, undefined);
  }, [conversation]);
  return { asking, ask, dismiss };
}

/** Asks, and puts what becomes of it into the store and the cache. Never rejects. */
async function follow(
  { read, put }: AskingStore,
  client: QueryClient,
  id: string,
  { question, replaces, choices }: Question,
): Promise<void> {
  const before = read(id);
  if (before !== undefined && before.kind !== 'failed') return;
  const controller = new AbortController();
  const live = createLiveText((task) => requestAnimationFrame(task));
  const running = { question, replaces, live };
  const stop = (): void => {
    put(id, { ...running, kind: 'stopping', stop: () => undefined });
    controller.abort();
  };
  put(id, { ...running, kind: 'running', stop });
  let answer = '';
  try {
    const answered = await askTurn({
      conversation: id,
      body: { question, ...choices, ...(replaces === undefined ? {} : { replaces }) },
      signal: controller.signal,
      onText: (text) => {
        answer += text;
        live.push(text);
      },
    });
    // In one batch: the answer must not be gone from the page, not even for a moment, before its turn stands there.
    notifyManager.batch(() => {
      addTurn(client, id, replaces, turnOf(answered, question, answer, choices.model));
      notifyManager.schedule(() => put(id, undefined));
    });
    await readTitle(client, id);
  } catch (error) {
    if (controller.signal.aborted || answer !== '') {
      // What has been read is kept by the server, with a note on how it ended.
      await awaitKept(client, id);
      notifyManager.schedule(() => put(id, undefined));
    } else put(id, { kind: 'failed', question, replaces, failure: toFailure(error) });
  }
  void refreshConversationList(client);
}

function turnOf(
  answered: AnsweredTurn,
  question: string,
  answer: string,
  model = '',
): Omit<Turn, 'position'> {
  const { turn: id, ...outcome } = answered;
  return { id, question, answer, state: 'complete', model, outcome, createdAt: new Date().toISOString() };
}

/** Adds a turn to the conversation where it is shown; elsewhere it is read from the server when it is opened. */
function addTurn(
  client: QueryClient,
  id: string,
  replaces: string | undefined,
  turn: Omit<Turn, 'position'>,
): void {
  client.setQueryData<OpenConversation>(conversationOptions(id).queryKey, (open) => {
    if (open === undefined) return undefined;
    const at = open.turns.findIndex((other) => other.id === replaces);
    const before = at === -1 ? open.turns : open.turns.slice(0, at);
    return { ...open, turns: [...before, { ...turn, position: before.length + 1 }] };
  });
}

/** The server has named the conversation after its first question. */
async function readTitle(client: QueryClient, id: string): Promise<void> {
  const { queryKey } = conversationOptions(id);
  if (client.getQueryData<OpenConversation>(queryKey)?.conversation.title === '')
    await client.invalidateQueries({ queryKey });
}

const TRIES = 15;
const PAUSE_MS = 150;

/** The server keeps a stopped turn once it has seen that its asker went away: waits until it is there. */
async function awaitKept(client: QueryClient, id: string): Promise<void> {
  const options = conversationOptions(id);
  const known = client.getQueryData<OpenConversation>(options.queryKey)?.turns.at(-1)?.id;
  for (let tried = 0; tried < TRIES; tried += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const open = await client.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined);
    if (open !== undefined && open.turns.at(-1)?.id !== known) return;
  }
}
