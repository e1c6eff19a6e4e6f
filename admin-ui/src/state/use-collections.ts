import { useEffect, useState } from 'react';
import { type Collection, loadCollections } from '../data/collections.ts';
import { toFailure } from '../api/failure.ts';

export interface CollectionsState {
  readonly collections: readonly Collection[];
  readonly failed: boolean;
}

/** The collections this person may read; none while they load. */
export function useCollections(onExpired: () => void): CollectionsState {
  const [state, setState] = useState<CollectionsState>({ collections: [], failed: false });
  useEffect(() => {
    const controller = new AbortController();
    loadCollections(controller.signal).then(
      (collections) => setState({ collections, failed: false }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        if (toFailure(error).kind === 'session') onExpired();
        setState({ collections: [], failed: true });
      },
    );
    return () => controller.abort();
  }, [onExpired]);
  return state;
}
