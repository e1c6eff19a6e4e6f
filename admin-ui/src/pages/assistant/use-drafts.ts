import { useCallback, useState } from 'react';

/** Where the draft of a conversation stands that does not exist yet. */
const NEW = 'new';

export interface Drafts {
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  /** Hands the draft on to the conversation that was made from it. */
  readonly move: (conversation: string) => void;
}

/** What is written and not yet asked, for each conversation. In memory only: it may hold personal values. */
export function useDrafts(conversation: string | undefined): Drafts {
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const key = conversation ?? NEW;
  const setDraft = useCallback((text: string) => setDrafts((all) => ({ ...all, [key]: text })), [key]);
  const move = useCallback(
    (made: string) => setDrafts(({ [NEW]: draft = '', ...others }) => ({ ...others, [made]: draft })),
    [],
  );
  return { draft: drafts[key] ?? '', setDraft, move };
}
