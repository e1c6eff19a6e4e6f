import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useUser } from '../data/session.ts';
import { homePath } from './navigation.ts';

/** Leads on to where the person starts. */
export function Home(): ReactNode {
  return <Navigate to={homePath(useUser().permissions)} replace />;
}
