import { type ReactNode, useRef } from 'react';
import { LoadingPage } from './components/loading-page.tsx';
import { Room } from './components/room.tsx';
import { SignIn } from './components/sign-in.tsx';
import { TopBar } from './components/top-bar.tsx';
import { UnreachablePage } from './components/unreachable-page.tsx';
import type { Credentials } from './data/session.ts';
import { type Conversation, useConversation } from './state/use-conversation.ts';
import { type SessionControl, useSession } from './state/use-session.ts';

/** The page: what stands under the bar depends on who is signed in. The conversation outlives an ended session. */
export function App(): ReactNode {
  const control = useSession();
  const conversation = useConversation(control.expire);
  const { session } = control;

  const leave = async (): Promise<void> => {
    await control.leave();
    conversation.clear();
  };
  const bar =
    session.kind === 'signed-in' ? (
      <TopBar
        user={session.user}
        onSignOut={leave}
        hasThread={conversation.thread.length > 0}
        onClear={conversation.clear}
      />
    ) : (
      <TopBar />
    );
  return (
    <>
      {bar}
      <Content control={control} conversation={conversation} />
    </>
  );
}

interface ContentProps {
  readonly control: SessionControl;
  readonly conversation: Conversation;
}

function Content({ control, conversation }: ContentProps): ReactNode {
  const { session } = control;
  const owner = useRef<string>(undefined);
  if (session.kind === 'signed-in') owner.current = session.user.id;

  /** Someone else at the same screen must not see what stands there. */
  const enter = async (credentials: Credentials): Promise<void> => {
    const before = owner.current;
    const user = await control.enter(credentials);
    if (before !== undefined && before !== user.id) conversation.clear();
  };
  switch (session.kind) {
    case 'loading':
      return <LoadingPage />;
    case 'unknown':
      return <UnreachablePage failure={session.failure} onRetry={control.reload} />;
    case 'signed-out':
      return <SignIn expired={session.expired} onSignIn={enter} />;
    case 'signed-in':
      return <Room conversation={conversation} onExpired={control.expire} />;
    default:
      return session satisfies never;
  }
}
