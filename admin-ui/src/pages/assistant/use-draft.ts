import { useState } from 'react';
import type { Drafts } from './drafts.ts';

/** What is being written in one conversation, and how to change it. */
export function useDraft(
  drafts: Drafts,
  conversation: string | undefined,
): readonly [string, (text: string) => void] {
  const [written, setWritten] = useState({ conversation, text: drafts.read(conversation) });
  const current =
    written.conversation === conversation ? written : { conversation, text: drafts.read(conversation) };
  if (current !== written) setWritten(current);
  return [
    current.text,
    (text) => {
      drafts.write(conversation, text);
      setWritten({ conversation, text });
    },
  ];
}
