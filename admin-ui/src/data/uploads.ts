import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { addressOf } from '../api/client.ts';
import { type Failure, toFailure } from '../api/failure.ts';
import { sendFile } from '../api/upload.ts';
import { importsKey } from './imports.ts';

/** A file on its way to the server. Once the server has it, its import stands in its place. */
export interface SendingFile {
  readonly id: string;
  readonly name: string;
  /** Share that is sent, 0 to 1. */
  readonly share: number;
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly failure?: Failure;
}

export interface Uploads {
  readonly sending: readonly SendingFile[];
  readonly add: (files: readonly File[]) => void;
  readonly dismiss: (id: string) => void;
}

const sendingKey = (collection: string): readonly string[] => ['sending', collection];

/**
 * The files that this tab sends to a collection. They stand in the query cache, so that sending goes on while the
 * person looks at other pages.
 */
export function useUploads(collection: string): Uploads {
  const client = useQueryClient();
  const key = sendingKey(collection);
  const { data } = useQuery<readonly SendingFile[]>({
    queryKey: key,
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return {
    sending: data ?? [],
    add: useCallback(
      (files: readonly File[]) => void sendAll(client, collection, files),
      [client, collection],
    ),
    dismiss: (id) => change(client, collection, (all) => all.filter((file) => file.id !== id)),
  };
}

/** One after the other: the server imports one at a time, and a slow line is not shared by many. */
async function sendAll(client: QueryClient, collection: string, files: readonly File[]): Promise<void> {
  const path = addressOf('POST /api/collections/{id}/documents', {
    params: { id: collection },
    body: new FormData(),
  });
  const waiting = files.map((file) => ({ file, id: crypto.randomUUID() }));
  change(client, collection, (all) => [
    ...all,
    ...waiting.map(({ file, id }) => ({ id, name: file.name, share: 0, state: 'waiting' }) as const),
  ]);
  for (const { file, id } of waiting) {
    const set = (part: Partial<SendingFile>): void =>
      change(client, collection, (all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
    set({ state: 'sending' });
    try {
      await sendFile(path, file, (share) => set({ share }));
      await client.invalidateQueries({ queryKey: importsKey(collection) });
      change(client, collection, (all) => all.filter((one) => one.id !== id));
    } catch (error) {
      set({ state: 'failed', failure: toFailure(error) });
    }
  }
}

function change(
  client: QueryClient,
  collection: string,
  to: (all: readonly SendingFile[]) => readonly SendingFile[],
): void {
  client.setQueryData<readonly SendingFile[]>(sendingKey(collection), (all) => to(all ?? []));
}
