import type { Failure } from '../../api/failure.ts';
import type { LiveText } from './live-text.ts';

/** A question that is being answered, or was not. */
export type Asking =
  | {
      readonly kind: 'running' | 'stopping';
      readonly question: string;
      /** The turn it replaces, with all after it. */
      readonly replaces: string | undefined;
      readonly live: LiveText;
      readonly stop: () => void;
    }
  | {
      readonly kind: 'failed';
      readonly question: string;
      readonly replaces: string | undefined;
      readonly failure: Failure;
    };

/**
 * What is being asked, by conversation. It outlives the page that shows it: an answer goes on while its asker looks
 * at another conversation or at a source.
 */
export interface AskingStore {
  readonly read: (conversation: string) => Asking | undefined;
  readonly put: (conversation: string, asking: Asking | undefined) => void;
  readonly watch: (changed: () => void) => () => void;
}

export function createAskingStore(): AskingStore {
  const askings = new Map<string, Asking>();
  const watchers = new Set<() => void>();
  return {
    read: (conversation) => askings.get(conversation),
    put(conversation, asking) {
      if (asking === undefined) askings.delete(conversation);
      else askings.set(conversation, asking);
      for (const changed of watchers) changed();
    },
    watch(changed) {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
  };
}
