import { type ReactNode, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { Conversation } from '../state/use-conversation.ts';
import { useCollections } from '../state/use-collections.ts';
import { AskBox } from './ask-box.tsx';
import { CollectionFilter } from './collection-filter.tsx';
import { Samples } from './samples.tsx';
import { ThreadStatus } from './thread-status.tsx';
import { ThreadView } from './thread-view.tsx';
import { Welcome } from './welcome.tsx';
import './room.css';

interface RoomProps {
  readonly conversation: Conversation;
  readonly onExpired: () => void;
}

/** Where a signed-in person asks and reads. */
export function Room({ conversation, onExpired }: RoomProps): ReactNode {
  const { texts } = useLanguage();
  const { collections, failed } = useCollections(onExpired);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const box = useRef<HTMLTextAreaElement>(null);
  const { thread } = conversation;

  const suggest = (question: string): void => {
    conversation.setDraft(question);
    box.current?.focus();
  };
  return (
    <main className={thread.length === 0 ? 'room room-empty' : 'room'}>
      {thread.length === 0 ? (
        <Welcome />
      ) : (
        <>
          <h1 className="for-readers">{texts.answer.conversation}</h1>
          <ThreadView thread={thread} busy={conversation.busy} onRetry={conversation.retry} />
        </>
      )}
      <AskBox conversation={conversation} selected={selected} box={box} onExpired={onExpired}>
        <CollectionFilter
          collections={collections}
          failed={failed}
          selected={selected}
          onSelect={setSelected}
        />
      </AskBox>
      {thread.length === 0 && <Samples onPick={suggest} />}
      <ThreadStatus thread={thread} />
    </main>
  );
}
