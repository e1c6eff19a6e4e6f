import {
  queryOptions,
  type QueryClient,
  type UseInfiniteQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Conversation, ConversationFile, Feedback, Turn } from '../api/schema.ts';
import { usePages } from './use-pages.ts';

export type { Conversation, ConversationFile, Feedback, Source as TurnSource, Turn } from '../api/schema.ts';
export type TurnOutcome = NonNullable<Turn['outcome']>;

/** A conversation with all that it holds. */
export interface OpenConversation {
  readonly conversation: Conversation;
  readonly turns: readonly Turn[];
  readonly files: readonly ConversationFile[];
}

export interface AskingChoices {
  readonly models: readonly { readonly id: string; readonly name: string; readonly ungrounded: boolean }[];
  readonly collections: readonly { readonly id: string; readonly name: string }[];
}

const listKey = ['conversations'] as const;

// Keeps its inferred type: it carries the type of the data under its key.
export function conversationOptions(id: string) {
  return queryOptions({
    queryKey: ['conversation', id],
    queryFn: ({ signal }): Promise<OpenConversation> =>
      call('GET /api/conversations/{id}', { params: { id }, signal }),
  });
}

/** One's own conversations, the one asked in last first. */
export function useConversations(): UseInfiniteQueryResult<readonly Conversation[]> {
  return usePages([...listKey, 'list'], async (query, signal) => {
    const { conversations, next } = await call('GET /api/conversations', { query, signal });
    return { rows: conversations, next };
  });
}

export const useConversation = (id: string | undefined) =>
  useQuery({ ...conversationOptions(id ?? ''), enabled: id !== undefined });

export const useSearchConversations = (query: string) =>
  useQuery({
    queryKey: [...listKey, 'search', query],
    queryFn: ({ signal }) => call('POST /api/conversations/search', { body: { query }, signal }),
  });

export const useAskingChoices = () =>
  useQuery({
    queryKey: ['asking-choices'],
    queryFn: ({ signal }): Promise<AskingChoices> => call('GET /api/conversations/choices', { signal }),
  });

/** Reads the lists of conversations anew: a title or the order may have changed. */
export function refreshConversationList(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: listKey });
}

export function useCreateConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (question: string | undefined) =>
      call('POST /api/conversations', { body: question === undefined ? {} : { question } }),
    onSuccess: (conversation) => {
      client.setQueryData(conversationOptions(conversation.id).queryKey, {
        conversation,
        turns: [],
        files: [],
      });
      void refreshConversationList(client);
    },
  });
}

export function useRenameConversation(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (title: string) => call('PATCH /api/conversations/{id}', { params: { id }, body: { title } }),
    onSuccess: async (conversation) => {
      client.setQueryData(conversationOptions(id).queryKey, (open) => open && { ...open, conversation });
      await refreshConversationList(client);
    },
  });
}

export function useDeleteConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE /api/conversations/{id}', { params: { id } }),
    onSuccess: async (_nothing, id) => {
      client.removeQueries({ queryKey: conversationOptions(id).queryKey });
      await refreshConversationList(client);
    },
  });
}

/** Undefined takes the feedback back. It is shown at once, and as before when it could not be kept. */
export function useRateTurn(conversation: string, turn: string) {
  const client = useQueryClient();
  const params = { id: conversation, turn };
  const { queryKey } = conversationOptions(conversation);
  return useMutation({
    mutationFn: (feedback: Feedback | undefined) =>
      feedback === undefined
        ? call('DELETE /api/conversations/{id}/turns/{turn}/feedback', { params })
        : call('PUT /api/conversations/{id}/turns/{turn}/feedback', { params, body: feedback }),
    onMutate: (feedback) => {
      client.setQueryData(
        queryKey,
        (open) =>
          open && { ...open, turns: open.turns.map((one) => (one.id === turn ? rated(one, feedback) : one)) },
      );
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

function rated({ feedback: _before, ...turn }: Turn, feedback: Feedback | undefined): Turn {
  return feedback === undefined ? turn : { ...turn, feedback };
}

export function useRemoveFile(conversation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: string) =>
      call('DELETE /api/conversations/{id}/files/{file}', { params: { id: conversation, file } }),
    onSuccess: () => client.invalidateQueries({ queryKey: conversationOptions(conversation).queryKey }),
  });
}
