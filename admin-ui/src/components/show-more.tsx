import { Button, Center } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/define-texts.ts';
import { shell } from '../i18n/shell.ts';

interface ShowMoreProps {
  /** A query in pages. */
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Under a list: fetches its next page. Nothing once the last one is shown. */
export function ShowMore({ query }: ShowMoreProps): ReactNode {
  const t = useTexts(shell);
  if (!query.hasNextPage) return null;
  return (
    <Center mt="md">
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t.showMore}
      </Button>
    </Center>
  );
}
