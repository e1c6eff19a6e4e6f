import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toFailure } from '../api/failure.ts';
import { FailureState, LoadingState } from '../components/states.tsx';
import { sessionEndedKey, sessionQuery } from '../data/session.ts';
import { Frame } from './frame.tsx';
import { SignIn } from './sign-in.tsx';

/** The frame for who is signed in, else the sign-in; the address stays, so signing in leads where one wanted to go. */
export function Entrance(): ReactNode {
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(sessionQuery);
  if (isPending) return <LoadingState />;
  if (error !== null && data === undefined)
    return <FailureState failure={toFailure(error)} onRetry={() => void refetch()} />;
  if (data === null || data === undefined)
    return <SignIn expired={client.getQueryData(sessionEndedKey) === true} />;
  return <Frame />;
}
