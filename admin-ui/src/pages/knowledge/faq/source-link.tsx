import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDocument } from '../../../data/documents.ts';

/** What people call a document; its id while that is not known, or when it is gone. */
export function useDocumentTitle(id: string): string {
  return useDocument(id).data?.title ?? id;
}

/** A document that an answer rests on. */
export function SourceLink({ id }: { readonly id: string }): ReactNode {
  const title = useDocumentTitle(id);
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link {...props} to="/knowledge/documents/$documentId" params={{ documentId: id }} />
      )}
    >
      {title}
    </Anchor>
  );
}
