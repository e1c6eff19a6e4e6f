/** What is written and not yet asked, for each conversation; undefined stands for the one that does not exist yet. */
export interface Drafts {
  read(conversation: string | undefined): string;
  write(conversation: string | undefined, text: string): void;
  /** Hands the draft on to the conversation that was made from it. */
  move(conversation: string): void;
}

/** In memory only: a draft may hold personal values. No state of React: a keystroke draws the question box alone. */
export function createDrafts(): Drafts {
  const drafts = new Map<string | undefined, string>();
  return {
    read: (conversation) => drafts.get(conversation) ?? '',
    write: (conversation, text) => void drafts.set(conversation, text),
    move(conversation) {
      drafts.set(conversation, drafts.get(undefined) ?? '');
      drafts.delete(undefined);
    },
  };
}
