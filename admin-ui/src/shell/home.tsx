import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LoadingState } from '../components/states.tsx';
import { guideQuery } from '../data/guide.ts';
import { useUser } from '../data/session.ts';
import { homePath } from './navigation.ts';

/** Leads on to where the person starts: the first steps once, for whoever set the product up; else one's work. */
export function Home(): ReactNode {
  const { data: guide, isPending } = useQuery(guideQuery);
  const { permissions } = useUser();
  if (isPending) return <LoadingState />;
  return <Navigate to={guide?.offered === true ? '/start' : homePath(permissions)} replace />;
}
